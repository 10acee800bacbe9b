#include "good_practice/ideas_pages.h"

#include "good_practice/address_parts.h"
#include "good_practice/ideas_page.h"

namespace touchstone::good_practice {
namespace shape {

struct Idea {
  std::string id;
  std::string title;
  std::string changed;
  std::string by;
  std::string theme;
  std::string subject;
  bool stand_out;
  std::string stage;
  int tried;
  int would_again;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(Idea, (),
                      (id, title, changed, by, theme, subject, stand_out, stage, tried, would_again,
                       location))

struct OwnItem {
  std::string id;
  std::string title;
  std::string state;
  std::string stage;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(OwnItem, (), (id, title, state, stage, location))

struct Ideas {
  std::vector<Idea> items;
  std::optional<std::string> next;
  std::vector<OwnItem> own;
  bool digest_by_mail;
};
BOOST_DESCRIBE_STRUCT(Ideas, (), (items, next, own, digest_by_mail))

}  // namespace shape

namespace {

std::string ideas_json(const http::Request& request, const IdeasView& view) {
  shape::Ideas ideas{.items = {}, .next = {}, .own = {}, .digest_by_mail = view.digest_by_mail};
  for (const auto& idea : view.ideas) {
    const auto& practice = idea.item.practice();
    ideas.items.push_back({to_text(practice.id), practice.title, practice.changed, idea.by,
                           practice.theme, practice.subject, practice.stand_out,
                           std::string(to_text(stage_of(idea.item.track()))),
                           idea.item.track().trials, idea.item.track().would_again,
                           practice_url(request, practice.id).text()});
  }
  if (!view.next.empty()) ideas.next = view.next.text();
  for (const auto& own : view.own)
    ideas.own.push_back(
        {to_text(own.practice.id), own.practice.title, std::string(to_text(own.practice.state)),
         std::string(to_text(stage_of(own.track))), practice_url(request, own.practice.id).text()});
  return json::text_of(ideas);
}

}  // namespace

std::string ideas_schema(json::Components& components) {
  return json::schema_of<shape::Ideas>(components);
}

http::Response show_ideas(sql::Read& read, const http::Request& request, const Viewer& viewer) {
  const auto view = ideas_view(read, request, viewer);
  if (request.json) return http::json(ideas_json(request, view));
  return http::page(ideas_page(read, request, viewer, view));
}

}  // namespace touchstone::good_practice
