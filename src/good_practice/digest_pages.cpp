#include "good_practice/digest_pages.h"

#include <stdexcept>

#include "good_practice/address_parts.h"
#include "good_practice/digest_jobs.h"
#include "good_practice/digest_store.h"
#include "look/button.h"
#include "look/form.h"
#include "look/layout.h"
#include "look/textarea.h"
#include "platform/http/deed.h"
#include "platform/mail/mail.h"
#include "platform/text.h"

namespace touchstone::good_practice {
namespace shape {

struct Digest {
  std::string month;
  std::string text;
  std::string stand_out;
  std::optional<Moment> mailed_at;
  std::int64_t readers;
};
BOOST_DESCRIBE_STRUCT(Digest, (), (month, text, stand_out, mailed_at, readers))

struct DigestChoice {
  bool wanted;
};
BOOST_DESCRIBE_STRUCT(DigestChoice, (), (wanted))

}  // namespace shape

namespace {

using std::chrono::year_month;

MonthlyDigest digest_at(sql::Read& read, const http::Request& request, const Uuid& workspace,
                        year_month month) {
  const auto here = people::workspace_by_slug(read, request.visitor.workspace_slug).value();
  if (here.id.value != workspace) throw std::logic_error("a digest of another organisation");
  return monthly_digest(read, here, month, signin::site_of(request));
}

Html ready_text(const char* name, const char* label, const std::string& text) {
  look::Textarea area{
      .label = {.text = label}, .name = name, .value = text, .rows = 12, .spellcheck = false};
  area.attributes.set("readonly");
  return look::textarea(area);
}

// When and to how many it goes, before it does.
std::string when_it_goes(const http::Request& request, year_month month, std::size_t readers) {
  const auto day = first_working_day(month + std::chrono::months(1));
  const auto to = counted(static_cast<std::int64_t>(readers), "person who asked for it",
                          "people who asked for it");
  if (day > request.visitor.today)
    return "It goes by itself on " + to_words(day) + ", the first working day after, to " + to +
           ".";
  if (month_to_mail(request.visitor.today) == month)
    return "It goes by itself to " + to + ". You can send it now.";
  std::string words = "It did not go by itself in the two weeks after its month.";
  return readers == 0 ? words : words + " You can send it now, to " + to + ".";
}

Html mail_part(const http::Request& request, const MonthlyDigest& digest,
               const std::optional<DigestSent>& sent, std::size_t readers) {
  if (sent)
    return html(R"(<p class="govuk-body">It was mailed on {} to {}.</p>)",
                to_words(date_in(sent->at, request.visitor.zone)),
                counted(sent->people, "person", "people"));
  if (digest.lines.empty()) return {};
  if (!mail::is_set_up())
    return html(
        R"(<p class="govuk-body">Mail is not set up here. Copy the text into a mail of yours.</p>)");
  auto part = html(R"(<p class="govuk-body">{}</p>)", when_it_goes(request, digest.month, readers));
  if (digest.month >= month_of(request.visitor.today) || readers == 0) return part;
  return part.add(
      look::form(request, ideas_url(request, "digest"),
                 html(R"(<input type="hidden" name="month" value="{}">{})", to_text(digest.month),
                      look::button({.text = "Mail it now", .prevent_double_click = true}))));
}

http::Response digest_page(const http::Request& request, const MonthlyDigest& digest,
                           const std::optional<DigestSent>& sent, std::size_t readers) {
  const auto title = "Digest of " + in_words(digest.month);
  const auto before = digest.month - std::chrono::months(1);
  Html main = html(
      R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">What was shared for the )"
      R"(first time. Nobody is named who has not agreed. <a class="govuk-link ts-screen-only" href="{}">{}</a></p>)",
      title, ideas_url(request, "digest").with("month", to_text(before)), in_words(before));
  main.add(ready_text("text", "Text of the digest",
                      digest_text(request.visitor.workspace_name, digest.month, digest.lines)));
  main.add(mail_part(request, digest, sent, readers));
  main.add(ready_text("stand_out",
                      "What stands out (Grade 1), for a newsletter or a network meeting",
                      stand_out_text(digest.month, digest.lines)));
  auto page = signin::page_of(request, title, std::move(main));
  page.back = ideas_url(request);
  return http::page(look::layout(page));
}

http::Response told_digest(const http::Request& request, const MonthlyDigest& digest,
                           const std::optional<Moment>& mailed_at, std::size_t readers) {
  return http::json(json::text_of(shape::Digest{
      to_text(digest.month),
      digest_text(request.visitor.workspace_name, digest.month, digest.lines),
      stand_out_text(digest.month, digest.lines), mailed_at, static_cast<std::int64_t>(readers)}));
}

}  // namespace

std::string digest_schema(json::Components& components) {
  return json::schema_of<shape::Digest>(components);
}

std::string digest_choice_schema(json::Components& components) {
  return json::schema_of<shape::DigestChoice>(components);
}

http::Response show_digest(sql::Read& read, const http::Request& request,
                           const Validator& validator) {
  const auto typed = request.query.text("month");
  const auto month = typed.empty() ? month_of(request.visitor.today) : month_from(typed);
  if (!month) return http::not_found();
  const auto& workspace = validator.workspace();
  const auto digest = digest_at(read, request, workspace, *month);
  const auto sent = digest_sent(read, workspace, to_text(*month));
  const auto readers = digest_readers(read, workspace).size();
  if (!request.json) return digest_page(request, digest, sent, readers);
  return told_digest(request, digest, sent ? std::optional(sent->at) : std::nullopt, readers);
}

http::Response mail_digest(sql::Write& write, const http::Request& request,
                           const Validator& validator) {
  Complaints complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const auto month = month_from(reader.text("month", 10));
  if (!month)
    complaints.add("month", "Say of which month, such as 2027-01.");
  else if (*month >= month_of(request.visitor.today))
    complaints.add("month", "This month has not ended. Mail its digest when it has.");
  if (!complaints.empty()) return http::refused(complaints);
  if (!mail::is_set_up()) return http::refused(422, "Mail is not set up here. Copy the text.");
  const auto& workspace = validator.workspace();
  const auto digest = digest_at(write, request, workspace, *month);
  if (digest.items.empty()) return http::refused(422, "Nothing was shared in that month.");
  const auto readers = digest_readers(write, workspace).size();
  if (readers == 0) return http::refused(422, "Nobody has asked for the digest yet.");
  const auto here = people::workspace_by_slug(write, request.visitor.workspace_slug).value();
  if (!mail_to_readers(write, here, digest, request.visitor.moment()))
    return http::refused(409, "The digest of that month was mailed already.");
  if (!request.json)
    return http::said(http::see_other(ideas_url(request, "digest").with("month", to_text(*month))),
                      request,
                      "The digest is on its way to " +
                          counted(static_cast<std::int64_t>(readers), "person", "people") + ".");
  return told_digest(request, digest, request.visitor.moment(), readers);
}

http::Response choose_digest(sql::Write& write, const http::Request& request,
                             const Viewer& viewer) {
  Complaints complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const bool wanted = reader.flag("wanted");
  if (!reader.has("wanted")) complaints.add("wanted", "Say whether you want it: true or false.");
  if (!complaints.empty()) return http::refused(complaints);
  want_digest(write, viewer.person(), wanted, request.visitor.moment());
  if (!request.json)
    return http::said(
        http::see_other(ideas_url(request)), request,
        wanted ? "You get the digest each month." : "You do not get the digest any more.");
  return http::json(json::text_of(shape::DigestChoice{wanted}));
}

}  // namespace touchstone::good_practice
