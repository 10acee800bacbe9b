#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "platform/date.h"
#include "platform/http/response.h"

namespace touchstone::document {

// A text is never taken for a formula; a day is a date that can be sorted and counted with; no day
// leaves the cell empty.
using Cell = std::variant<std::string, std::optional<Date>>;

struct Column {
  std::string title;
  double width = 12;  // in characters
};

// One table, its head in sight while scrolling, with filters.
struct Spreadsheet {
  std::string name;  // of the sheet: 31 characters at the most, without brackets, colons, slashes,
                     // stars and question marks
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

// As an Excel workbook (ECMA-376). Texts beyond 32,767 characters are cut there. Throws
// std::runtime_error when there is no room for it.
std::string xlsx_of(const Spreadsheet& sheet);

// The same as a file to keep, made outside any turn. The name is without its ending.
http::Response download(Spreadsheet sheet, std::string_view name);

}  // namespace touchstone::document
