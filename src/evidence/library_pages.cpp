#include "evidence/library_pages.h"

#include "evidence/address_parts.h"
#include "evidence/attached_parts.h"
#include "evidence/library_page.h"
#include "evidence/piece_json.h"
#include "evidence/piece_page.h"
#include "platform/http/deed.h"
#include "platform/text.h"

namespace touchstone::evidence {
namespace {

constexpr std::size_t longest_search = 100;

Query query_of(const http::Request& request) {
  Query query;
  query.search = first_characters(cleaned(request.query.text("search")), longest_search);
  if (!is_utf8(query.search)) query.search.clear();
  if (const auto kind = request.query.text("kind"); !words_of(kinds, kind).empty())
    query.kind = std::string(kind);
  if (const auto source = request.query.text("source"); !words_of(sources, source).empty())
    query.source = std::string(source);
  query.only_own = request.query.text("own") == "true";
  query.order = order_from_text(request.query.text("order"));
  query.after = end_from_text(request.query.text("after"));
  return query;
}

http::Response as_list(const std::vector<Piece>& pieces, const std::optional<LibraryEnd>& next) {
  shape::EvidenceList list;
  for (const auto& piece : pieces) list.items.push_back(shape::shape_of(piece));
  if (next) list.next = text_of_end(*next);
  return http::json(json::text_of(list));
}

Piece new_piece(const http::Request& request) {
  return {.id = Id<Piece>::fresh(),
          .made_by = {request.visitor.person},
          .came_on = request.visitor.today};
}

}  // namespace

std::string library_schema(json::Components& components) {
  return json::schema_of<shape::EvidenceList>(components);
}

http::Response show_library(sql::Read& read, const http::Request& request, const Library& own) {
  const auto query = query_of(request);
  const auto page = library(read, own.viewer(), query);
  if (request.json) return as_list(page.pieces, page.next);
  return http::page(library_page(request, query, page));
}

http::Response show_new(sql::Read&, const http::Request& request, const Library&) {
  const auto typed = typed_of(new_piece(request));
  if (request.json) return http::json(json::text_of(shape::shape_of(typed.piece)));
  return http::page(new_piece_page(request, typed));
}

http::Response add_piece(sql::Write& write, const http::Request& request, const Library&,
                         const SentFiles& sent) {
  const auto typed = read_piece(request, new_piece(request), sent);
  if (!typed.complaints.empty())
    return request.json ? refused_with_files(request, sent, typed.complaints)
                        : http::page(sent.status(), new_piece_page(request, typed));
  const auto pieces = pieces_of(typed);
  if (request.json && pieces.size() > 1) {
    Complaints complaints;
    complaints.add("file", "Send one file at a time.");
    return http::refused(complaints);
  }
  for (const auto& each : pieces) {
    add(write, each, request.visitor.moment());
    note_answer(write, sent, each);
  }
  if (!request.json)
    return http::said(http::see_other(pieces.size() == 1 ? piece_url(request, pieces.front().id)
                                                         : library_url(request)),
                      request,
                      pieces.size() == 1 ? "It is in the library."
                                         : counted(std::ssize(pieces), "piece is", "pieces are") +
                                               " in the library.");
  const auto kept = piece(write, write.actor().workspace, pieces.front().id).value();
  return http::json(201, json::text_of(shape::shape_of(kept)));
}

http::Response show_library_bin(sql::Read& read, const http::Request& request, const Library& own) {
  const auto pieces = in_the_bin(read, own.viewer());
  if (request.json) return as_list(pieces, {});
  return http::page(evidence_bin_page(request, pieces));
}

}  // namespace touchstone::evidence
