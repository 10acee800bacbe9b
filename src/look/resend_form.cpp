#include "look/resend_form.h"

#include <string>

#include "look/button.h"

namespace touchstone::look {

Html hidden_fields(const http::Fields& fields, std::string_view prefix) {
  Html out;
  for (const auto& [name, value] : fields)
    if (value)
      out.add(R"(<input type="hidden" name="{}" value="{}">)", std::string(prefix) + name, *value);
  return out;
}

Html resend_form(std::string_view csrf, const Url& to, const http::Fields& typed,
                 std::string_view button) {
  return html(
      R"(<form method="post" action="{}" novalidate><input type="hidden" name="csrf" value="{}">{}{}</form>)",
      to, csrf, hidden_fields(typed), look::button({.text = button}));
}

}  // namespace touchstone::look
