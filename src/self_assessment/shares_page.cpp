#include "self_assessment/shares_page.h"

#include <fmt/format.h>

#include "look/button.h"
#include "look/form.h"
#include "look/input.h"
#include "look/inset_text.h"
#include "look/select.h"
#include "platform/text.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/frame_parts.h"

namespace touchstone::self_assessment {
namespace {

Html form_to_share(const http::Request& request, const OwnSheet& own, const TypedShare& typed) {
  look::Select part{.label = {.text = "What may they see?"}, .name = "part", .value = typed.part};
  part.error_message.text = typed.complaints.about("part");
  part.items.push_back({.text = title_of_part(own.content(), ""), .value = ""});
  for (const auto* element : own.content().elements())
    part.items.push_back({.text = "Only: " + element->title, .value = element->key});
  look::Input email{.label = {.text = "Their email address"},
                    .name = "email",
                    .value = typed.email,
                    .type = "email",
                    .autocomplete = "off",
                    .spellcheck = false,
                    .hint = {.text = "A colleague on the staff list, such as your line manager."},
                    .classes = "govuk-input--width-20"};
  email.error_message.text = typed.complaints.about("email");
  return look::form(
      request, sheet_url(request, own.sheet().id, "shares"),
      html("{}{}{}", look::input(email), look::select(part), look::button({.text = "Share"})));
}

std::string looked(const http::Request& request, const sharing::Share& share) {
  if (!share.looked_at) return "Not looked at yet.";
  return fmt::format("Last looked at on {}.",
                     to_words(date_in(*share.looked_at, request.visitor.zone)));
}

Html one_share(const http::Request& request, const OwnSheet& own, const ShareRow& row) {
  return html(
      R"(<li class="app-comment"><p class="govuk-body"><a class="govuk-link" href="{}">{}</a>: {}. {} {}</p>{}</li>)",
      shared_url(request, row.share.id), row.audience, row.part, looked(request, row.share),
      row.comments == 0
          ? std::string("No comments.")
          : counted(static_cast<std::int64_t>(row.comments), "comment", "comments") + ".",
      button_form(request, share_url(request, own.sheet().id, row.share.id, "withdrawal"),
                  fmt::format("Stop sharing {} with {}", part_in_words(row), row.audience),
                  "govuk-button--secondary"));
}

Html who_can_see(const http::Request& request, const OwnSheet& own,
                 const std::vector<ShareRow>& rows) {
  if (rows.empty())
    return html(R"(<p class="govuk-body">Nobody but you can see this score sheet.</p>)");
  Html list;
  for (const auto& row : rows) list.add(one_share(request, own, row));
  return html(R"(<h2 class="govuk-heading-m">Who can see it</h2><ul class="govuk-list">{}</ul>)",
              list);
}

}  // namespace

std::string title_of_part(const standard::Content& content, std::string_view part) {
  const auto* element = part.empty() ? nullptr : content.element(part);
  return element ? element->title : "The whole score sheet";
}

std::string part_in_words(const ShareRow& row) {
  return row.share.part.empty() ? std::string("the whole score sheet")
                                : fmt::format("“{}”", row.part);
}

Html shares_page(const http::Request& request, const OwnSheet& own,
                 const std::vector<ShareRow>& rows, const TypedShare& typed) {
  const auto title = fmt::format("{}: share it", own.sheet().name);
  Html main = html(R"(<h1 class="govuk-heading-l">{}</h1>)", title);
  main.add(look::inset_text(
      {.text = "Whom you name here can read your levels and your targets and write comments. They "
               "change nothing, and they never see your notes to yourself. When you stop sharing, "
               "they see nothing any more, and the comments are hidden from you both."}));
  main.add(who_can_see(request, own, rows));
  main.add(R"(<h2 class="govuk-heading-m">Ask somebody for comments</h2>{})",
           form_to_share(request, own, typed));
  return framed(request, {.title = title,
                          .main = std::move(main),
                          .complaints = typed.complaints,
                          .back = sheet_url(request, own.sheet().id, "result")});
}

}  // namespace touchstone::self_assessment
