#include "staff/staff_file.h"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "platform/csv_text.h"
#include "platform/text.h"
#include "staff/file_text.h"

namespace touchstone::staff {
namespace {

constexpr std::size_t most_cells = 50;  // of a line; what is more is dropped, and complained of

using Cell = std::string StaffRow::*;

struct FileColumn {
  std::string_view name;
  Cell cell;
};
constexpr std::array file_columns{
    FileColumn{"name", &StaffRow::name}, FileColumn{"email", &StaffRow::email},
    FileColumn{"team", &StaffRow::team}, FileColumn{"role", &StaffRow::role},
    FileColumn{"line manager", &StaffRow::line_manager}};

// Other headings that people give to these columns.
const std::map<std::string, std::string_view, std::less<>>& other_headings() {
  static const std::map<std::string, std::string_view, std::less<>> others{
      {"full name", "name"},
      {"e-mail", "email"},
      {"email address", "email"},
      {"department", "team"},
      {"line_manager", "line manager"},
      {"manager", "line manager"}};
  return others;
}

std::string one_line(std::string_view cell) {
  auto text = cleaned(cell);
  std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  if (text.starts_with('\'') && would_be_formula(text)) text.erase(0, 1);
  return text;
}

char delimiter_of(std::string_view text) {
  const auto first = text.substr(0, text.find('\n'));
  char chosen = ',';
  for (const char candidate : {';', '\t'})
    if (std::ranges::count(first, candidate) > std::ranges::count(first, chosen))
      chosen = candidate;
  return chosen;
}

struct RawRow {
  std::size_t line = 0;
  std::vector<std::string> cells{};

  bool blank() const { return std::ranges::all_of(cells, &std::string::empty); }
};

// Cuts the text into rows; libcsv knows no line numbers, so it is fed line by line.
class RowCutter {
 public:
  explicit RowCutter(char delimiter) {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
  }
  ~RowCutter() { csv_free(&parser_); }
  RowCutter(const RowCutter&) = delete;
  RowCutter& operator=(const RowCutter&) = delete;

  std::optional<FileProblem> cut(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
      const auto line = text.substr(at, end - at);
      ++line_;
      at = end;
      if (!inside_ && trimmed(line).empty()) continue;
      if (!inside_) row_.line = line_;
      inside_ = true;
      if (csv_parse(&parser_, line.data(), line.size(), take_cell, take_row, this) != line.size())
        return FileProblem{line_, "",
                           "A quotation mark stands in the middle of a cell. Put the "
                           "whole cell into quotation marks, and double those inside."};
      if (rows.size() > most_staff_rows + 1) return std::nullopt;
    }
    if (csv_fini(&parser_, take_cell, take_row, this) != 0)
      return FileProblem{row_.line, "", "A quotation mark on this line is never closed."};
    return std::nullopt;
  }

  std::vector<RawRow> rows;

 private:
  static void take_cell(void* bytes, std::size_t size, void* self) {
    auto& cells = static_cast<RowCutter*>(self)->row_.cells;
    if (cells.size() < most_cells)
      cells.push_back(one_line({static_cast<const char*>(bytes), size}));
  }
  static void take_row(int, void* self) {
    auto& cutter = *static_cast<RowCutter*>(self);
    if (!cutter.row_.blank()) cutter.rows.push_back(std::move(cutter.row_));
    cutter.row_ = {};
    cutter.inside_ = false;
  }

  csv_parser parser_{};
  RawRow row_;
  std::size_t line_ = 0;
  bool inside_ = false;  // of a row
};

// Which cell each column fills; problems for headings that are unknown, doubled or missing.
std::vector<Cell> columns_of(const RawRow& headings, std::vector<FileProblem>& problems) {
  std::vector<Cell> columns;
  for (const auto& heading : headings.cells) {
    auto key = sort_key(heading);
    if (const auto other = other_headings().find(key); other != other_headings().end())
      key = other->second;
    const auto* known = std::ranges::find(file_columns, key, &FileColumn::name);
    columns.push_back(known == file_columns.end() ? nullptr : known->cell);
    if (known == file_columns.end() && !heading.empty())
      problems.push_back({headings.line, heading,
                          "There is no such column here. The columns are name, email, team, role "
                          "and line manager; take the others out."});
    else if (known != file_columns.end() && std::ranges::count(columns, known->cell) > 1)
      problems.push_back({headings.line, heading, "This column is there twice."});
  }
  for (const auto& column : {file_columns[0], file_columns[1]})
    if (std::ranges::find(columns, column.cell) == columns.end())
      problems.push_back({headings.line, std::string(column.name),
                          "This column is missing. The first line must name the columns."});
  return columns;
}

StaffRow row_from(RawRow&& raw, const std::vector<Cell>& columns,
                  std::vector<FileProblem>& problems) {
  StaffRow row{.line = raw.line};
  bool below_no_heading = false;
  for (std::size_t i = 0; i < raw.cells.size(); ++i) {
    if (i < columns.size() && columns[i] != nullptr)
      row.*columns[i] = std::move(raw.cells[i]);
    else if (!raw.cells[i].empty())
      below_no_heading = true;
  }
  if (below_no_heading)
    problems.push_back({raw.line, "",
                        "This line has a cell that stands below no heading. A cell "
                        "with a comma in it needs quotation marks."});
  return row;
}

}  // namespace

std::expected<StaffFile, std::vector<FileProblem>> read_staff_file(std::string_view bytes) {
  const auto refuse = [](FileProblem problem) {
    return std::unexpected(std::vector{std::move(problem)});
  };
  if (bytes.size() > most_staff_bytes)
    return refuse({1, "", "The file is larger than 4 MB. Cut it into several."});
  const auto text = text_of_file(bytes);
  if (!text) return refuse({1, "", text.error()});
  RowCutter cutter(delimiter_of(text->text));
  if (auto problem = cutter.cut(text->text)) return refuse(*std::move(problem));
  if (cutter.rows.size() > most_staff_rows + 1)
    return refuse({cutter.rows.back().line, "",
                   fmt::format("There are more than {} people in the file. Cut it into several.",
                               most_staff_rows)});
  if (cutter.rows.size() < 2)
    return refuse({1, "",
                   "There is nobody in the file. The first line names the columns, each "
                   "line below is one person."});
  std::vector<FileProblem> problems;
  const auto columns = columns_of(cutter.rows.front(), problems);
  StaffFile file{.from_windows = text->from_windows};
  if (problems.empty())
    for (std::size_t i = 1; i < cutter.rows.size(); ++i)
      file.rows.push_back(row_from(std::move(cutter.rows[i]), columns, problems));
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return file;
}

std::string write_staff_file(const std::vector<StaffRow>& rows) {
  std::vector<std::vector<std::string>> table(1);
  for (const auto& column : file_columns) table.front().emplace_back(column.name);
  for (const auto& row : rows) {
    auto& cells = table.emplace_back();
    for (const auto& column : file_columns) cells.push_back(row.*column.cell);
  }
  return csv_text(table);
}

}  // namespace touchstone::staff
