#include "look/form.h"

namespace touchstone::look {

Html csrf_field(const http::Request& request) {
  if (request.csrf.empty()) return {};
  return html(R"(<input type="hidden" name="csrf" value="{}">)", request.csrf);
}

Html form(const http::Request& request, const Url& action, const Html& inside,
          const Attributes& attributes) {
  Html out;
  add_form(out, request, action, inside, attributes);
  return out;
}

Attributes shown_again_at(const Url& page) {
  Attributes out;
  out.set("data-again", page);
  return out;
}

void begin_form(Html& out, const http::Request& request, const Url& action,
                const Attributes& attributes) {
  out.add(R"(<form method="post" action="{}" novalidate{}>{})", action, attributes,
          csrf_field(request));
}

void add_form(Html& out, const http::Request& request, const Url& action, const Html& inside,
              const Attributes& attributes) {
  begin_form(out, request, action, attributes);
  out.add(inside).add("</form>");
}

}  // namespace touchstone::look
