#include "self_assessment/frame_parts.h"

#include "look/button.h"
#include "look/form.h"
#include "look/layout.h"
#include "signin/signin.h"

namespace touchstone::self_assessment {

Html framed(const http::Request& request, Framed page) {
  const auto& slug = request.visitor.workspace_slug;
  look::Page whole{.title = std::move(page.title),
                   .request = request,
                   .main = std::move(page.main),
                   .complaints = std::move(page.complaints),
                   .navigation = {{.text = "Your work",
                                   .href = url("/{}", slug),
                                   .current = page.section == "work"},
                                  {.text = "Score yourself",
                                   .href = url("/{}/self-assessments", slug),
                                   .current = page.section == "scores"}},
                   .home = url("/{}", slug),
                   .back = std::move(page.back),
                   .account = url("/account"),
                   .sign_out = url("/sign-out"),
                   .wide = page.wide};
  if (const auto banner = signin::clock_banner(request.visitor); !banner.empty())
    whole.banner = html("{}", banner);
  return look::layout(whole);
}

Html button_form(const http::Request& request, const Url& action, std::string_view words,
                 std::string_view classes) {
  return look::form(request, action,
                    look::button({.text = words, .classes = std::string(classes)}));
}

}  // namespace touchstone::self_assessment
