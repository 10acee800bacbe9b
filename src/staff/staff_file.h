#pragma once
#include <expected>
#include <string>
#include <string_view>
#include <vector>

// The staff list as a table in a file: CSV (RFC 4180).
namespace touchstone::staff {

inline constexpr std::size_t most_staff_rows = 10'000;
inline constexpr std::size_t most_staff_bytes = std::size_t{4} * 1024 * 1024;

// Something wrong with a file. `column` is empty when it is about the whole line, `line` counts
// from 1.
struct FileProblem {
  std::size_t line = 0;
  std::string column{};
  std::string message{};  // a sentence

  bool operator==(const FileProblem&) const = default;
};

// One line of the table, each cell in one line and without outer spaces.
struct StaffRow {
  std::size_t line = 0;  // where it begins in the file; the headings stand on line 1
  std::string name{};
  std::string email{};
  std::string team{};
  std::string role{};
  std::string line_manager{};

  bool operator==(const StaffRow&) const = default;
};

struct StaffFile {
  std::vector<StaffRow> rows{};
  bool from_windows = false;  // was read as Windows-1252

  bool operator==(const StaffFile&) const = default;
};

// The first line names the columns, in any order: name, email, team, role, line manager; `name` and
// `email` must be there. Cells are parted by commas, semicolons or tabs, as the first line has
// them, and may be quoted. At most most_staff_rows lines and most_staff_bytes bytes. A cell that a
// spreadsheet would take for a formula is text. At least one problem, or the table.
std::expected<StaffFile, std::vector<FileProblem>> read_staff_file(std::string_view bytes);

// UTF-8 with a byte order mark, commas and CRLF, every cell quoted. What a spreadsheet would take
// for a formula gets an apostrophe in front, which read_staff_file takes away again.
std::string write_staff_file(const std::vector<StaffRow>& rows);

}  // namespace touchstone::staff
