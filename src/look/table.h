#pragma once
#include <vector>

#include "look/content.h"

namespace touchstone::look {

struct TableCell {
  Content text{};
  std::string format{};  // "numeric"
  std::string classes{};
  int colspan = 0;
  int rowspan = 0;
  Attributes attributes{};
};
struct Table {
  std::string caption{};
  std::string caption_classes{};
  std::vector<TableCell> head{};
  std::vector<std::vector<TableCell>> rows{};
  bool first_cell_is_header = false;
  std::string classes{};
  // On a phone each row is a block of its own, and each cell stands after the name of its column.
  bool stacks = false;
  Attributes attributes{};
};
Html table(const Table& table);

}  // namespace touchstone::look
