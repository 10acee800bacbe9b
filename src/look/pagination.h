#pragma once
#include <vector>

#include "look/content.h"

namespace touchstone::look {

struct PaginationLink {
  Content text{};
  std::string label_text{};
  Url href{};
  Attributes attributes{};
};
struct PaginationItem {
  std::string number{};
  Url href{};
  std::string visually_hidden_text{};
  bool current = false;
  bool ellipsis = false;  // pages left out
  Attributes attributes{};
};
struct Pagination {
  PaginationLink previous{};
  PaginationLink next{};
  std::vector<PaginationItem> items{};
  std::string landmark_label = "Pagination";
  std::string classes{};
  Attributes attributes{};
};
Html pagination(const Pagination& pagination);

}  // namespace touchstone::look
