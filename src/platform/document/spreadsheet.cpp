#include "platform/document/spreadsheet.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <stdexcept>

#include "platform/descriptor.h"
#include "platform/text.h"

namespace touchstone::document {
namespace {

constexpr std::size_t longest_cell = 32'767;  // characters, in any spreadsheet
constexpr double line_height = 15;            // points
constexpr double highest_row = 409;           // points, in any spreadsheet
constexpr double filled = 0.9;                // of a line, before a word goes to the next
constexpr std::uint8_t a4 = 9;

// The library writes to a path; this one is memory.
class MemoryFile {
 public:
  MemoryFile() : file_(::memfd_create("spreadsheet", MFD_CLOEXEC)) {
    if (!file_.open()) throw std::runtime_error("no memory for a spreadsheet");
  }
  std::string path() const { return fmt::format("/proc/self/fd/{}", file_.number()); }
  std::string bytes() const {
    std::string all;
    std::array<char, 65536> piece{};
    for (;;) {
      const auto got =
          ::pread(file_.number(), piece.data(), piece.size(), static_cast<off_t>(all.size()));
      if (got < 0) throw std::runtime_error("a spreadsheet cannot be read back");
      if (got == 0) return all;
      all.append(piece.data(), static_cast<std::size_t>(got));
    }
  }

 private:
  Descriptor file_;
};

lxw_datetime datetime_of(Date date) {
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<int>(static_cast<unsigned>(date.month())),
          .day = static_cast<int>(static_cast<unsigned>(date.day())),
          .hour = 0,
          .min = 0,
          .sec = 0};
}

// The beginning of a text, as much as a cell holds.
std::string for_cell(const std::string& text) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xc0U) != 0x80U;
    if (begins && ++seen > longest_cell) return text.substr(0, i);
  }
  return text;
}

// How many lines a text takes in a column of so many characters.
double lines_of(std::string_view text, double width) {
  double lines = 0;
  for (const auto line : split(text, '\n'))
    lines += std::max(1.0, std::ceil(static_cast<double>(characters(line)) / (filled * width)));
  return lines;
}

// Not every program finds out for itself how high a row must be.
double height_of(const std::vector<Cell>& cells, const std::vector<Column>& columns) {
  double lines = 1;
  for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i)
    if (const auto* text = std::get_if<std::string>(&cells[i]))
      lines = std::max(lines, lines_of(*text, columns[i].width));
  return std::min(lines * line_height, highest_row);
}

// All columns on the width of a page, under their titles.
void lay_out_for_paper(lxw_worksheet* page) {
  worksheet_set_landscape(page);
  worksheet_set_paper(page, a4);
  worksheet_fit_to_pages(page, 1, 0);
  worksheet_repeat_rows(page, 0, 0);
  worksheet_set_footer(page, "&L&A&R&P / &N");
}

struct CellFormats {
  lxw_format* head;
  lxw_format* text;
  lxw_format* day;
};

CellFormats cell_formats(lxw_workbook* book) {
  const CellFormats formats{workbook_add_format(book), workbook_add_format(book),
                            workbook_add_format(book)};
  format_set_bold(formats.head);
  for (auto* format : {formats.head, formats.text, formats.day}) {
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(format);
  }
  format_set_num_format(formats.day, "d mmm yyyy");
  format_set_align(formats.day, LXW_ALIGN_LEFT);
  return formats;
}

void write_cell(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const Cell& cell,
                const CellFormats& formats) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    worksheet_write_string(page, row, column, for_cell(*text).c_str(), formats.text);
    return;
  }
  const auto& day = std::get<std::optional<Date>>(cell);
  if (!day) return;
  auto moment = datetime_of(*day);
  worksheet_write_datetime(page, row, column, &moment, formats.day);
}

void fill_page(lxw_workbook* book, const Spreadsheet& sheet) {
  auto* page = workbook_add_worksheet(book, sheet.name.c_str());
  const auto formats = cell_formats(book);
  lxw_col_t at = 0;
  for (const auto& column : sheet.columns) {
    worksheet_set_column(page, at, at, column.width, nullptr);
    worksheet_write_string(page, 0, at++, column.title.c_str(), formats.head);
  }
  lxw_row_t row = 1;
  for (const auto& cells : sheet.rows) {
    at = 0;
    worksheet_set_row(page, row, height_of(cells, sheet.columns), nullptr);
    for (const auto& cell : cells) write_cell(page, row, at++, cell, formats);
    ++row;
  }
  worksheet_freeze_panes(page, 1, 0);
  lay_out_for_paper(page);
  if (!sheet.columns.empty())
    worksheet_autofilter(page, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()),
                         static_cast<lxw_col_t>(sheet.columns.size() - 1));
}

}  // namespace

std::string xlsx_of(const Spreadsheet& sheet) {
  const MemoryFile file;
  auto* book = workbook_new(file.path().c_str());
  if (book == nullptr) throw std::runtime_error("no memory for a spreadsheet");
  fill_page(book, sheet);
  if (const auto error = workbook_close(book); error != LXW_NO_ERROR)
    throw std::runtime_error(fmt::format("no spreadsheet: {}", lxw_strerror(error)));
  return file.bytes();
}

http::Response download(Spreadsheet sheet, std::string_view name) {
  http::Response response;
  auto shared = std::make_shared<const Spreadsheet>(std::move(sheet));
  response.slowly = [shared = std::move(shared), name = std::string(name) + ".xlsx"] {
    http::Response file;
    file.type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    file.body = xlsx_of(*shared);
    http::attach(file, name);
    return file;
  };
  return response;
}

}  // namespace touchstone::document
