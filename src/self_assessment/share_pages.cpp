#include "self_assessment/share_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/http/deed.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/shared_thing.h"
#include "self_assessment/shares_page.h"
#include "self_assessment/sheet_mail_store.h"
#include "signin/signin.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {
namespace shape {

struct Shared {
  std::string id;
  std::string audience;
  std::optional<std::string> theme;  // null: the whole score sheet
  Moment since;
  std::optional<Moment> looked_at;
  std::size_t comments;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(Shared, (), (id, audience, theme, since, looked_at, comments, location))

struct SharedList {
  std::vector<Shared> items;
};
BOOST_DESCRIBE_STRUCT(SharedList, (), (items))

}  // namespace shape

namespace {

std::vector<ShareRow> rows_of(sql::Read& read, const OwnSheet& own) {
  std::vector<ShareRow> rows;
  const auto workspace = own.workspace();
  for (auto& share : sharing::shares_of(read, workspace, shared_thing(own.sheet().id))) {
    const auto audience = people::person(read, Id<people::Workspace>{workspace}, share.audience);
    const auto comments = sharing::comments_on(read, workspace, share.id).size();
    auto part = title_of_part(own.content(), share.part);
    rows.push_back({std::move(share), audience ? audience->name : std::string("Somebody who left"),
                    std::move(part), comments});
  }
  return rows;
}

http::Response list_of_shares(sql::Read& read, const http::Request& request, const OwnSheet& own,
                              int status) {
  shape::SharedList list;
  for (const auto& [share, audience, part, comments] : rows_of(read, own))
    list.items.push_back({to_text(share.id), audience,
                          share.part.empty() ? std::nullopt : std::optional(share.part), share.at,
                          share.looked_at, comments, shared_url(request, share.id).text()});
  return http::json(status, json::text_of(list));
}

TypedShare read_share(const http::Request& request) {
  TypedShare typed{.complaints = request.body_complaints};
  http::Reader reader(request.fields, typed.complaints);
  typed.email = reader.required_text("email", people::longest_email,
                                     "Enter the email address of a colleague.");
  typed.part = reader.text("part", standard::longest_asked_key);
  return typed;
}

std::optional<people::Person> colleague(sql::Read& read, const OwnSheet& own, TypedShare& typed) {
  if (!typed.complaints.empty()) return std::nullopt;
  auto found = people::person_by_email(read, Id<people::Workspace>{own.workspace()}, typed.email);
  if (!found || found->state != people::State::active)
    typed.complaints.add("email",
                         "Nobody on the staff list has this email address. Check its spelling.");
  else if (found->id == own.sheet().made_by)
    typed.complaints.add("email", "This is you. Enter the email address of a colleague.");
  else
    return found;
  return std::nullopt;
}

// What ended, and what the same person still sees.
std::string ended_in_words(const std::vector<ShareRow>& before, Id<sharing::Share> id) {
  const auto ended = std::ranges::find(before, id, [](const auto& row) { return row.share.id; });
  if (ended == before.end()) return "This was not shared any more.";
  auto words = fmt::format("{} cannot see {} any more.", ended->audience, part_in_words(*ended));
  for (const auto& row : before)
    if (row.share.id != id && row.share.audience == ended->share.audience)
      words += fmt::format(" They still see {}.", part_in_words(row));
  return words;
}

}  // namespace

std::string shares_schema(json::Components& components) {
  return json::schema_of<shape::SharedList>(components);
}

http::Response show_shares(sql::Read& read, const http::Request& request, const OwnSheet& own) {
  if (request.json) return list_of_shares(read, request, own, 200);
  return http::page(shares_page(request, own, rows_of(read, own), {}));
}

http::Response share_sheet(sql::Write& write, const http::Request& request, const OwnSheet& own) {
  // Showing it to somebody lasts longer than a phone is trusted.
  if (request.visitor.remembered) return http::sign_in_first(request);
  if (own.sheet().binned_at)
    return http::refused(422, "This score sheet is in the bin. Put it back first.");
  auto typed = read_share(request);
  const auto audience = colleague(write, own, typed);
  if (!typed.part.empty() && !own.content().element(typed.part))
    typed.complaints.add("part", "Choose the whole score sheet or one of its themes.");
  const auto thing = shared_thing(own.sheet().id);
  if (sharing::count_of(write, own.workspace(), thing) >= sharing::most_shares)
    typed.complaints.add("email", fmt::format("You share this {} times already. End one first.",
                                              sharing::most_shares));
  if (!typed.complaints.empty())
    return request.json ? http::refused(typed.complaints)
                        : http::page(422, shares_page(request, own, rows_of(write, own), typed));
  const sharing::Share share{.id = Id<sharing::Share>::fresh(),
                             .thing = thing,
                             .part = typed.part,
                             .made_by = own.sheet().made_by,
                             .audience = audience->id,
                             .at = request.visitor.moment()};
  if (!sharing::was_shown(write, own.workspace(), thing, audience->id))
    mail_request(write, people::own_address(write, *audience), request.visitor.name,
                 signin::site_of(request) + shared_url(request, share.id).text());
  sharing::begin(write, share);
  if (request.json) return list_of_shares(write, request, own, 201);
  return http::said(http::see_other(sheet_url(request, own.sheet().id, "shares")), request,
                    audience->name + " can see it now.");
}

http::Response withdraw_share(sql::Write& write, const http::Request& request,
                              const OwnSheet& own) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  const auto id = Id<sharing::Share>::from_text(request.parameter("share"));
  const auto before = rows_of(write, own);
  if (!id || !sharing::withdraw(write, shared_thing(own.sheet().id), *id, request.visitor.moment()))
    return http::not_found();
  if (request.json) return list_of_shares(write, request, own, 200);
  return http::said(http::see_other(sheet_url(request, own.sheet().id, "shares")), request,
                    ended_in_words(before, *id));
}

}  // namespace touchstone::self_assessment
