#include "self_assessment/shared_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/http/deed.h"
#include "platform/text.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/shared_page.h"
#include "self_assessment/shared_thing.h"
#include "self_assessment/theme_evidence_view.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {
namespace shape {

struct SharedTheme {
  std::string theme;
  std::string title;
  std::optional<std::string> level;
  std::optional<std::string> target;
  std::vector<std::string> evidence;  // titles of what the reader may see
};
BOOST_DESCRIBE_STRUCT(SharedTheme, (), (theme, title, level, target, evidence))

struct Said {
  std::string id;
  std::string by;
  Moment at;
  std::optional<std::string> theme;  // null: about the whole
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Said, (), (id, by, at, theme, text))

struct SharedSheet {
  std::string id;
  std::string name;
  std::string made_by;
  std::string audience;
  std::optional<Moment> finished_at;
  std::vector<SharedTheme> themes;
  std::vector<Said> comments;
};
BOOST_DESCRIBE_STRUCT(SharedSheet, (), (id, name, made_by, audience, finished_at, themes, comments))

}  // namespace shape

namespace {

std::optional<std::string> null_if_empty(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

// What is shared is this sheet: the one it is compared with is another.
SheetView view_for_two(sql::Read& read, const http::Request& request, const SharedSheet& shared) {
  auto view = view_of(read, shared.sheet());
  view.before.reset();
  view.evidence = evidence_of(read, request, shared.sheet().sheet().id);
  return view;
}

std::vector<std::string> titles_of(const SheetView& view, std::string_view theme) {
  std::vector<std::string> titles;
  if (const auto found = view.evidence.find(theme); found != view.evidence.end())
    for (const auto& piece : found->second) titles.push_back(piece.title);
  return titles;
}

std::string shared_json(const SharedSheet& shared, const SheetView& view,
                        const std::vector<sharing::Comment>& comments) {
  const auto& sheet = shared.sheet().sheet();
  shape::SharedSheet shape{to_text(shared.share().id),
                           sheet.name,
                           shared.maker().name,
                           shared.audience().name,
                           sheet.finished_at,
                           {},
                           {}};
  for (const auto& row : view.result.rows) {
    if (!shared.shows(row.theme)) continue;
    const auto* target = view.target(row.theme);
    shape.themes.push_back({row.theme, row.title, null_if_empty(answer_of(row)),
                            target ? std::optional(target->text) : std::nullopt,
                            titles_of(view, row.theme)});
  }
  for (const auto& comment : comments)
    shape.comments.push_back(
        {to_text(comment.id),
         comment.made_by == shared.maker().id ? shared.maker().name : shared.audience().name,
         comment.at, null_if_empty(comment.part), comment.text});
  return json::text_of(shape);
}

TypedComment read_comment(const http::Request& request, const SharedSheet& shared) {
  TypedComment typed{.complaints = request.body_complaints};
  http::Reader reader(request.fields, typed.complaints);
  typed.theme = reader.text("theme", standard::longest_asked_key);
  typed.text = reader.required_text("text", sharing::longest_comment, "Write your comment.");
  const auto& part = shared.share().part;
  const auto known = typed.theme.empty() ? part.empty()
                                         : shared.shows(typed.theme) &&
                                               shared.sheet().content().element(typed.theme);
  if (!known) typed.complaints.add("theme", "Choose something that is shared with you.");
  return typed;
}

// Once a day at the most; its maker looking is no look.
bool is_a_new_look(const http::Request& request, const SharedSheet& shared) {
  if (shared.is_mine()) return false;
  const auto& before = shared.share().looked_at;
  return !before || date_in(*before, request.visitor.zone) < request.visitor.today;
}

bool has_unread(sql::Read& read, const SharedSheet& shared) {
  return std::ranges::any_of(
      sharing::unread_by(read, shared.sheet().workspace(), shared.share().made_by, shared_noun),
      [&](const sharing::Unread& unread) { return unread.share.id == shared.share().id; });
}

}  // namespace

std::string shared_schema(json::Components& components) {
  return json::schema_of<shape::SharedSheet>(components);
}

http::Response show_shared(sql::Read& read, const http::Request& request,
                           const SharedSheet& shared) {
  const auto view = view_for_two(read, request, shared);
  const auto comments = sharing::comments_on(read, shared.sheet().workspace(), shared.share().id);
  auto response = request.json ? http::json(shared_json(shared, view, comments))
                               : http::page(shared_page(request, shared, view, comments, {}));
  if (is_a_new_look(request, shared))
    response.afterwards = [share = shared.share(), at = request.visitor.moment()](
                              sql::Write& write) { sharing::note_look(write, share, at); };
  if (shared.is_mine() && has_unread(read, shared))
    response.afterwards = [share = shared.share(), at = request.visitor.moment()](
                              sql::Write& write) { sharing::note_reading(write, share, at); };
  return response;
}

http::Response put_away_shared(sql::Write& write, const http::Request& request,
                               const SharedSheet& shared) {
  if (shared.is_mine())
    return http::forbidden("It waits for the colleague whom you asked. You can stop sharing it.");
  sharing::put_away(write, shared.share(), request.visitor.moment());
  if (request.json)
    return http::json(
        shared_json(shared, view_for_two(write, request, shared),
                    sharing::comments_on(write, shared.sheet().workspace(), shared.share().id)));
  return http::said(http::see_other(url("/{}", request.visitor.workspace_slug)), request,
                    "It is put away. You find it under “Score yourself” as long as it is shared.");
}

http::Response comment_on(sql::Write& write, const http::Request& request,
                          const SharedSheet& shared) {
  auto typed = read_comment(request, shared);
  const auto workspace = shared.sheet().workspace();
  const auto so_far = sharing::comments_on(write, workspace, shared.share().id);
  if (so_far.size() >= sharing::most_comments)
    typed.complaints.add("text", fmt::format("There are {} comments here already. Talk to each "
                                             "other instead.",
                                             sharing::most_comments));
  if (!typed.complaints.empty())
    return request.json
               ? http::refused(typed.complaints)
               : http::page(422, shared_page(request, shared, view_for_two(write, request, shared),
                                             so_far, typed));
  sharing::add(write, shared.share().id,
               {.id = Id<sharing::Comment>::fresh(),
                .part = typed.theme,
                .made_by = shared.visitor(),
                .at = request.visitor.moment(),
                .text = typed.text});
  if (request.json)
    return http::json(201, shared_json(shared, view_for_two(write, request, shared),
                                       sharing::comments_on(write, workspace, shared.share().id)));
  return http::said(http::see_other(shared_url(request, shared.share().id)), request,
                    "Your comment is there, for you two alone.");
}

}  // namespace touchstone::self_assessment
