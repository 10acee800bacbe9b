#include "evidence/library_store.h"

#include <array>
#include <map>

#include "evidence/piece_row_store.h"
#include "evidence/word_index_store.h"
#include "platform/search_words.h"
#include "platform/text.h"

namespace touchstone::evidence {
namespace {

// Those with a word that begins so, then all the rest that is asked of them.
const std::string with_a_word =
    "WITH hit AS MATERIALIZED (SELECT evidence FROM evidence_word "
    "WHERE ws = ? AND word >= ? AND word < ? GROUP BY evidence) ";
const std::string asked_for =
    "WHERE e.ws = ? AND e.binned_at IS NULL "
    "AND (e.private_to IS NULL OR e.private_to = ?) "
    "AND (e.sensitive = 0 OR e.made_by = ? OR ? = 1) "
    "AND (? = '' OR e.kind = ?) AND (? = '' OR e.source = ?) AND (? = 0 OR e.made_by = ?) "
    "AND e.search_key LIKE ? AND e.search_key LIKE ? AND e.search_key LIKE ? "
    "AND e.search_key LIKE ? AND e.search_key LIKE ? AND e.search_key LIKE ? ";
const std::string library_row = "SELECT " + piece_columns + ", e.sort_key FROM ";
const std::string from_all = library_row + "evidence e " + asked_for;
const std::string from_hits = with_a_word + library_row + "hit CROSS JOIN evidence e " + asked_for +
                              "AND e.id = hit.evidence ";
const std::string in_coming_order =
    "AND (e.came_on, e.id) < (?, ?) ORDER BY e.came_on DESC, e.id DESC LIMIT 51";
const std::string in_subject_order =
    "AND (e.about_on, e.id) < (?, ?) ORDER BY e.about_on DESC, e.id DESC LIMIT 51";
const std::string in_title_order =
    "AND (e.sort_key, e.id) > (?, ?) ORDER BY e.sort_key, e.id LIMIT 51";

struct Statements {
  std::string all;   // looks through the library in that order
  std::string hits;  // looks at the pieces with one word
};
const Statements by_coming{from_all + in_coming_order, from_hits + in_coming_order};
const Statements by_subject{from_all + in_subject_order, from_hits + in_subject_order};
const Statements by_title{from_all + in_title_order, from_hits + in_title_order};

const Statements& statements_of(Order order) {
  if (order == Order::title) return by_title;
  return order == Order::about ? by_subject : by_coming;
}

LibraryEnd beginning_of(Order order) {
  LibraryEnd end;
  if (order == Order::title) return end;
  end.key = "9999-12-31";
  end.piece.value.bytes.fill(0xff);
  return end;
}

struct Listed {
  Piece piece;
  LibraryEnd end;
};

struct Asked {
  const Viewer& viewer;
  const Query& query;
  std::array<std::string, most_searched_words> patterns;
  std::string rarest;  // word; empty: none is rare
};

Asked asked_by(sql::Read& read, const Viewer& viewer, const Query& query) {
  const auto words = words_in(query.search, most_searched_words);
  return {viewer, query, search_patterns(words),
          piece_words.rarest_of(read, viewer.workspace.value, words)};
}

sql::Rows rows_after(sql::Read& read, const Asked& asked, const LibraryEnd& after) {
  const auto& [viewer, query, like, rarest] = asked;
  const auto& me = viewer.person;
  const auto& statements = statements_of(query.order);
  const auto reads = !viewer.reads.empty();
  if (rarest.empty())
    return read.rows(statements.all, viewer.workspace, me, me, reads, query.kind, query.kind,
                     query.source, query.source, query.only_own, me, like[0], like[1], like[2],
                     like[3], like[4], like[5], after.key, after.piece);
  const auto [first, last] = sql::beginning_with(rarest);
  return read.rows(statements.hits, viewer.workspace, sql::bytes_of(first), sql::bytes_of(last),
                   viewer.workspace, me, me, reads, query.kind, query.kind, query.source,
                   query.source, query.only_own, me, like[0], like[1], like[2], like[3], like[4],
                   like[5], after.key, after.piece);
}

// The next rows that the database lets through, at most one more than a page.
std::vector<Listed> next_rows(sql::Read& read, const Asked& asked, const LibraryEnd& after) {
  std::vector<Listed> listed;
  auto rows = rows_after(read, asked, after);
  for (const auto& row : rows) {
    auto piece = piece_from(row);
    LibraryEnd end{{}, piece.id};
    if (asked.query.order == Order::title)
      end.key = row.get<std::string>(piece_column_count);
    else
      end.key = to_iso(asked.query.order == Order::about ? piece.about_on : piece.came_on);
    listed.push_back({std::move(piece), std::move(end)});
  }
  return listed;
}

// Which sensitive pieces may be seen is asked once for each maker: it depends on nothing else.
class Sight {
 public:
  Sight(sql::Read& read, const Viewer& viewer) : read_(read), viewer_(viewer) {}
  bool sees(const Piece& piece) {
    if (piece.only_mine || !piece.sensitive) return evidence::sees(read_, viewer_, piece);
    const auto known = sensitive_of_.find(piece.made_by);
    if (known != sensitive_of_.end()) return known->second;
    return sensitive_of_[piece.made_by] = evidence::sees(read_, viewer_, piece);
  }

 private:
  sql::Read& read_;
  const Viewer& viewer_;
  std::map<Id<people::Person>, bool> sensitive_of_;
};

}  // namespace

LibraryPage library(sql::Read& read, const Viewer& viewer, const Query& query) {
  LibraryPage page;
  auto after = query.after.value_or(beginning_of(query.order));
  const auto asked = asked_by(read, viewer, query);
  Sight sight(read, viewer);
  while (true) {
    const auto rows = next_rows(read, asked, after);
    for (const auto& [piece, end] : rows) {
      if (!sight.sees(piece)) continue;
      if (page.pieces.size() == library_page_size) {
        page.next = after;
        return page;
      }
      page.pieces.push_back(piece);
      after = end;
    }
    if (rows.size() <= library_page_size) return page;
    after = rows.back().end;
  }
}

}  // namespace touchstone::evidence
