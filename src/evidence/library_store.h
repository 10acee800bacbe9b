#pragma once
#include <optional>
#include <string>
#include <vector>

#include "evidence/piece_store.h"

namespace touchstone::evidence {

enum class Order : std::uint8_t { came, about, title };  // the newest first, or by title

// Where a page of the library ended.
struct LibraryEnd {
  std::string key{};  // the date or the title's sort key, by the order
  Id<Piece> piece{};
};

// What is asked of the library; what is empty asks nothing.
struct Query {
  std::string search{};  // words that words of it begin with, without regard to case and accents
  std::string kind{};
  std::string source{};
  bool only_own = false;
  Order order = Order::came;
  std::optional<LibraryEnd> after{};
};

struct LibraryPage {
  std::vector<Piece> pieces{};
  std::optional<LibraryEnd> next{};  // empty: this was the last page
};

inline constexpr std::size_t library_page_size = 50;

// What the viewer sees of the library, without the bin.
LibraryPage library(sql::Read& read, const Viewer& viewer, const Query& query);

}  // namespace touchstone::evidence
