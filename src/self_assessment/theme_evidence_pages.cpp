#include "self_assessment/theme_evidence_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/http/deed.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/theme_evidence_page.h"
#include "self_assessment/theme_evidence_view.h"

namespace touchstone::self_assessment {
namespace shape {

struct AttachedPiece {
  std::string id;
  std::string title;
  std::string kind;
  std::string source;
  Date about_on;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(AttachedPiece, (), (id, title, kind, source, about_on, location))

struct AttachedList {
  std::string theme;
  std::vector<AttachedPiece> items;
};
BOOST_DESCRIBE_STRUCT(AttachedList, (), (theme, items))

}  // namespace shape

namespace {

constexpr std::size_t most_offered = 20;

ThemeEvidence used_by_theme(sql::Read& read, const http::Request& request, const OwnSheet& own) {
  ThemeEvidence shown{.theme = std::string(request.parameter("theme"))};
  shown.used = evidence::used_for(read, evidence::viewer_of(request),
                                  theme_thing(own.sheet().id, shown.theme));
  return shown;
}

void offer_others(sql::Read& read, const http::Request& request, ThemeEvidence& shown) {
  auto page = evidence::library(read, evidence::viewer_of(request), {.search = shown.search});
  std::erase_if(page.pieces, [&](const evidence::Piece& piece) {
    return std::ranges::find(shown.used, piece.id, &evidence::Piece::id) != shown.used.end();
  });
  if (page.pieces.size() > most_offered) page.pieces.resize(most_offered);
  shown.others = std::move(page.pieces);
}

http::Response list_of_pieces(sql::Read& read, const http::Request& request, const OwnSheet& own,
                              int status) {
  const auto shown = used_by_theme(read, request, own);
  shape::AttachedList list{shown.theme, {}};
  for (const auto& piece : shown.used)
    list.items.push_back({to_text(piece.id), piece.title, piece.kind, piece.source, piece.about_on,
                          evidence::piece_url(request, piece.id).text()});
  return http::json(status, json::text_of(list));
}

http::Response changed(sql::Write& write, const http::Request& request, const OwnSheet& own,
                       int status) {
  if (request.json) return list_of_pieces(write, request, own, status);
  return http::said(
      http::see_other(theme_evidence_url(request, own.sheet().id, request.parameter("theme"))),
      request, status == 201 ? "It is attached." : "It is not attached any more.");
}

std::optional<Id<evidence::Piece>> read_chosen(const http::Request& request,
                                               Complaints& complaints) {
  http::Reader reader(request.fields, complaints);
  const auto id = Id<evidence::Piece>::from_text(reader.text("piece", 60));
  return id;
}

// A piece that the visitor sees and that is not in the bin.
bool can_be_attached(sql::Read& read, const http::Request& request,
                     std::optional<Id<evidence::Piece>> id) {
  const auto found = id ? evidence::piece(read, request.visitor.workspace, *id) : std::nullopt;
  return found && !found->binned_at && evidence::sees(read, evidence::viewer_of(request), *found);
}

http::Response not_attached(sql::Read& read, const http::Request& request, const OwnSheet& own,
                            ThemeEvidence shown) {
  if (request.json) return http::refused(shown.complaints);
  offer_others(read, request, shown);
  return http::page(422, theme_evidence_page(request, own, shown));
}

}  // namespace

std::string theme_evidence_schema(json::Components& components) {
  return json::schema_of<shape::AttachedList>(components);
}

http::Response show_theme_evidence(sql::Read& read, const http::Request& request,
                                   const OwnSheet& own) {
  // A remembered phone opens one's own sheets, and not the library.
  if (request.visitor.remembered) return http::sign_in_first(request);
  if (!own.content().element(request.parameter("theme"))) return http::not_found();
  if (request.json) return list_of_pieces(read, request, own, 200);
  auto shown = used_by_theme(read, request, own);
  shown.search = request.query.text("search");
  if (own.sheet().open()) offer_others(read, request, shown);
  return http::page(theme_evidence_page(request, own, shown));
}

http::Response attach_evidence(sql::Write& write, const http::Request& request,
                               const OwnSheet& own) {
  if (request.visitor.remembered) return http::sign_in_first(request);
  if (!own.content().element(request.parameter("theme"))) return http::not_found();
  if (!own.sheet().open()) return http::refused(409, why_kept(own.sheet()));
  auto shown = used_by_theme(write, request, own);
  shown.complaints = request.body_complaints;
  const auto id = read_chosen(request, shown.complaints);
  if (!can_be_attached(write, request, id))
    shown.complaints.add("piece", "This piece is not in the library. Choose another.");
  else if (shown.used.size() >= evidence::most_used)
    shown.complaints.add("piece", fmt::format("A theme holds {} pieces at the most. Detach one "
                                              "first.",
                                              evidence::most_used));
  if (!shown.complaints.empty()) return not_attached(write, request, own, std::move(shown));
  evidence::use(write, *id, theme_thing(own.sheet().id, shown.theme), request.visitor.moment());
  return changed(write, request, own, 201);
}

http::Response detach_evidence(sql::Write& write, const http::Request& request,
                               const OwnSheet& own) {
  const auto theme = request.parameter("theme");
  if (!own.content().element(theme)) return http::not_found();
  if (!own.sheet().open()) return http::refused(409, why_kept(own.sheet()));
  auto complaints = request.body_complaints;
  const auto id = read_chosen(request, complaints);
  if (!complaints.empty()) return http::refused(complaints);
  if (id) evidence::unuse(write, *id, theme_thing(own.sheet().id, theme));
  return changed(write, request, own, 200);
}

}  // namespace touchstone::self_assessment
