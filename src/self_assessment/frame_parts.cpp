#include "self_assessment/frame_parts.h"

#include "look/button.h"
#include "look/form.h"
#include "look/layout.h"
#include "signin/signin.h"

namespace touchstone::self_assessment {

Html framed(const http::Request& request, Framed page) {
  auto whole = signin::page_of(request, std::move(page.title), std::move(page.main));
  whole.complaints = std::move(page.complaints);
  whole.back = std::move(page.back);
  whole.wide = page.wide;
  return look::layout(whole);
}

Html button_form(const http::Request& request, const Url& action, std::string_view words,
                 std::string_view classes) {
  return look::form(request, action,
                    look::button({.text = words, .classes = std::string(classes)}));
}

}  // namespace touchstone::self_assessment
