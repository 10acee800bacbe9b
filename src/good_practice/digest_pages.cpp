#include "good_practice/digest_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "good_practice/address_parts.h"
#include "good_practice/digest_store.h"
#include "good_practice/digest_view.h"
#include "good_practice/spreading_store.h"
#include "look/button.h"
#include "look/form.h"
#include "look/layout.h"
#include "look/textarea.h"
#include "platform/mail/mail.h"
#include "platform/text.h"

namespace touchstone::good_practice {
namespace shape {

struct Digest {
  std::string month;
  std::string text;
  std::string stand_out;
  std::optional<Moment> mailed_at;
};
BOOST_DESCRIBE_STRUCT(Digest, (), (month, text, stand_out, mailed_at))

}  // namespace shape

namespace {

using std::chrono::year_month;

year_month this_month(const http::Request& request) {
  return request.visitor.today.year() / request.visitor.today.month();
}

// Without a name, unless its tutor agreed: it goes to the whole organisation (E-25).
std::string by_for_all(sql::Read& read, const Uuid& workspace, const Practice& practice) {
  const auto owner = owner_of(practice);
  const auto person = practice.named_at && owner ? people::person(read, {workspace}, *owner)
                                                 : std::optional<people::Person>();
  const auto team = practice.team ? people::team(read, {workspace}, *practice.team)
                                  : std::optional<people::Team>();
  auto by = person ? person->name : std::string("A colleague");
  return team ? by + ", " + team->name : by;
}

// What was shared first in that month, the earliest first.
std::vector<Listed> items_of_month(sql::Read& read, const Uuid& workspace, year_month month) {
  const auto first = first_sharings(read, workspace);
  std::vector<Listed> items;
  for (auto& item : listed_items(read, workspace, {.at_most = 100'000})) {
    const auto on = first.at(item.practice().id);
    if (on.year() / on.month() == month) items.push_back(std::move(item));
  }
  std::ranges::reverse(items);
  return items;
}

std::vector<DigestLine> lines_of(sql::Read& read, const http::Request& request,
                                 const Uuid& workspace, const std::vector<Listed>& items) {
  std::vector<DigestLine> lines;
  for (const auto& item : items) {
    const auto& practice = item.practice();
    lines.push_back({.title = practice.title,
                     .changed = practice.changed,
                     .by = by_for_all(read, workspace, practice),
                     .link = signin::site_of(request) + practice_url(request, practice.id).text(),
                     .stand_out = practice.stand_out});
  }
  return lines;
}

Html ready_text(const char* name, const char* label, const std::string& text) {
  look::Textarea area{
      .label = {.text = label}, .name = name, .value = text, .rows = 12, .spellcheck = false};
  area.attributes.set("readonly");
  return look::textarea(area);
}

Html mail_part(const http::Request& request, year_month month,
               const std::optional<DigestSent>& sent, bool any) {
  if (sent)
    return html(R"(<p class="govuk-body">It was mailed on {} to {}.</p>)",
                to_words(date_in(sent->at, request.visitor.zone)),
                counted(sent->people, "person", "people"));
  if (!any) return {};
  if (month >= this_month(request))
    return html(R"(<p class="govuk-body">It can be mailed when the month has ended.</p>)");
  if (!mail::is_set_up())
    return html(
        R"(<p class="govuk-body">Mail is not set up here. Copy the text into a mail of yours.</p>)");
  return look::form(request, ideas_url(request, "digest"),
                    html(R"(<input type="hidden" name="month" value="{}">{})", to_text(month),
                         look::button({.text = "Mail it to everybody on the staff list",
                                       .prevent_double_click = true})));
}

http::Response digest_page(const http::Request& request, year_month month,
                           const std::vector<DigestLine>& lines,
                           const std::optional<DigestSent>& sent) {
  const auto before = month - std::chrono::months(1);
  Html main = html(
      R"(<h1 class="govuk-heading-l">Digest of {}</h1><p class="govuk-body">What was shared for the )"
      R"(first time. Nobody is named who has not agreed. <a class="govuk-link" href="{}">{}</a></p>)",
      in_words(month), ideas_url(request, "digest").with("month", to_text(before)),
      in_words(before));
  main.add(ready_text("text", "Text of the digest",
                      digest_text(request.visitor.workspace_name, month, lines)));
  main.add(mail_part(request, month, sent, !lines.empty()));
  main.add(ready_text("stand_out",
                      "What stands out (Grade 1), for a newsletter or a network meeting",
                      stand_out_text(month, lines)));
  auto page = signin::page_of(request, "Digest of " + in_words(month), std::move(main));
  page.back = ideas_url(request);
  return http::page(look::layout(page));
}

std::int64_t mail_everybody(sql::Write& write, const Uuid& workspace, year_month month,
                            const std::string& text) {
  std::int64_t people = 0;
  auto housekeeping = write.housekeeping();
  for (const auto& person : people::persons(write, {workspace})) {
    const auto to = mail::Address::from(person.email);
    if (person.state != people::State::active || !to) continue;
    mail::queue(housekeeping, workspace, {*to, "Ideas that work, " + in_words(month), text});
    ++people;
  }
  return people;
}

}  // namespace

std::string digest_schema(json::Components& components) {
  return json::schema_of<shape::Digest>(components);
}

http::Response show_digest(sql::Read& read, const http::Request& request,
                           const Validator& validator) {
  const auto typed = request.query.text("month");
  const auto month = typed.empty() ? this_month(request) : month_from(typed);
  if (!month) return http::not_found();
  const auto items = items_of_month(read, validator.workspace(), *month);
  const auto lines = lines_of(read, request, validator.workspace(), items);
  const auto sent = digest_sent(read, validator.workspace(), to_text(*month));
  if (!request.json) return digest_page(request, *month, lines, sent);
  return http::json(json::text_of(
      shape::Digest{to_text(*month), digest_text(request.visitor.workspace_name, *month, lines),
                    stand_out_text(*month, lines), sent ? std::optional(sent->at) : std::nullopt}));
}

http::Response mail_digest(sql::Write& write, const http::Request& request,
                           const Validator& validator) {
  Complaints complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const auto month = month_from(reader.text("month", 10));
  if (!month)
    complaints.add("month", "Say of which month, such as 2027-01.");
  else if (*month >= this_month(request))
    complaints.add("month", "This month has not ended. Mail its digest when it has.");
  if (!complaints.empty()) return http::refused(complaints);
  if (!mail::is_set_up()) return http::refused(422, "Mail is not set up here. Copy the text.");
  const auto& workspace = validator.workspace();
  const auto items = items_of_month(write, workspace, *month);
  if (items.empty()) return http::refused(422, "Nothing was shared in that month.");
  if (digest_sent(write, workspace, to_text(*month)))
    return http::refused(409, "The digest of that month was mailed already.");
  const auto lines = lines_of(write, request, workspace, items);
  const auto people = mail_everybody(write, workspace, *month,
                                     digest_text(request.visitor.workspace_name, *month, lines));
  note_digest(write, validator, to_text(*month), people, request.visitor.moment());
  for (const auto& item : items)
    log_sharing(write, item,
                {.id = Id<Sharing>::fresh(),
                 .practice = item.practice().id,
                 .channel = "digest",
                 .audience = "Everybody on the staff list",
                 .shared_on = request.visitor.today,
                 .made_by = validator.person()},
                request.visitor.moment());
  if (!request.json)
    return http::see_other(ideas_url(request, "digest").with("month", to_text(*month)));
  return http::json(json::text_of(
      shape::Digest{to_text(*month), digest_text(request.visitor.workspace_name, *month, lines),
                    stand_out_text(*month, lines), request.visitor.moment()}));
}

}  // namespace touchstone::good_practice
