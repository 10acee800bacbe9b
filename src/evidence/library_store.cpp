#include "evidence/library_store.h"

#include "evidence/piece_row_store.h"
#include "platform/text.h"

namespace touchstone::evidence {
namespace {

// "50%_a" as a pattern that looks for just these characters anywhere.
std::string containing(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + "%";
}

const std::string of_the_library =
    "SELECT " + piece_columns +
    ", e.sort_key FROM evidence e WHERE e.ws = ? AND e.binned_at IS NULL "
    "AND (e.private_to IS NULL OR e.private_to = ?) "
    "AND (e.sensitive = 0 OR e.made_by = ? OR ? = 1) "
    "AND (? = '' OR e.kind = ?) AND (? = '' OR e.source = ?) AND (? = 0 OR e.made_by = ?) "
    "AND e.search_key LIKE ? ESCAPE '!' ";
const std::string by_coming = of_the_library +
                              "AND (e.came_on, e.id) < (?, ?) "
                              "ORDER BY e.came_on DESC, e.id DESC LIMIT 51";
const std::string by_subject = of_the_library +
                               "AND (e.about_on, e.id) < (?, ?) "
                               "ORDER BY e.about_on DESC, e.id DESC LIMIT 51";
const std::string by_title = of_the_library +
                             "AND (e.sort_key, e.id) > (?, ?) "
                             "ORDER BY e.sort_key, e.id LIMIT 51";

const std::string& statement_of(Order order) {
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

// The next rows that the database lets through, at most one more than a page.
std::vector<Listed> next_rows(sql::Read& read, const Viewer& viewer, const Query& query,
                              const LibraryEnd& after) {
  std::vector<Listed> rows;
  for (const auto& row : read.rows(statement_of(query.order), viewer.workspace, viewer.person,
                                   viewer.person, !viewer.reads.empty(), query.kind, query.kind,
                                   query.source, query.source, query.only_own, viewer.person,
                                   containing(sort_key(query.search)), after.key, after.piece)) {
    auto piece = piece_from(row);
    LibraryEnd end{{}, piece.id};
    if (query.order == Order::title)
      end.key = row.get<std::string>(piece_column_count);
    else
      end.key = to_iso(query.order == Order::about ? piece.about_on : piece.came_on);
    rows.push_back({std::move(piece), std::move(end)});
  }
  return rows;
}

}  // namespace

LibraryPage library(sql::Read& read, const Viewer& viewer, const Query& query) {
  LibraryPage page;
  auto after = query.after.value_or(beginning_of(query.order));
  while (true) {
    const auto rows = next_rows(read, viewer, query, after);
    for (const auto& [piece, end] : rows) {
      // Which sensitive ones may be seen, C++ decides.
      if (!sees(read, viewer, piece)) continue;
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
