#include "signin/kept_form.h"

#include "look/resend_form.h"

namespace touchstone::signin {

using http::Request;
using http::Response;

namespace {

constexpr std::string_view prefix = "kept.";

KeptForm only_ours(KeptForm kept) {
  return Url::ours(kept.to) ? std::move(kept) : KeptForm{};
}

}  // namespace

KeptForm kept_of(const Request& request) {
  return only_ours({std::string(request.query.text("to")), http::without_secrets(request.fields)});
}

KeptForm kept_in(const http::Fields& fields) {
  KeptForm kept{.to = std::string(fields.text("kept_to"))};
  for (const auto& [name, value] : fields)
    if (name.starts_with(prefix)) kept.typed.add(name.substr(prefix.size()), value);
  return only_ours(std::move(kept));
}

Html carried(const KeptForm& kept) {
  if (kept.to.empty()) return {};
  Html out = html(R"(<input type="hidden" name="kept_to" value="{}">)", kept.to);
  return out.add("{}", look::hidden_fields(kept.typed, prefix));
}

bool misses_files(const KeptForm& kept) {
  return kept.typed.text(http::missing_files_field) == "yes";
}

Response offer_to_send(const Request& request, const KeptForm& kept, std::string_view csrf,
                       std::string_view next) {
  constexpr std::string_view title = "You are signed in again";
  auto main = html(
      R"(<h1 class="govuk-heading-xl">{}</h1><p class="govuk-body">What you typed is not saved yet. It is saved as yours: leave it if somebody else typed it on this device.{}</p>{})"
      R"(<p class="govuk-body"><a class="govuk-link" href="{}">Leave it, and open the page as it is now</a></p>)",
      title,
      misses_files(kept) ? " The files did not come along: you are asked for them next." : "",
      look::resend_form(csrf, Url::ours(kept.to).value_or(url("/")), kept.typed,
                        "Save what you typed"),
      Url::ours(next).value_or(url("/")));
  return http::page(look::layout(page_of(request, std::string(title), std::move(main))));
}

}  // namespace touchstone::signin
