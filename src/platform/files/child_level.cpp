#include "platform/files/child_level.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <fstream>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "platform/files/child_heads.h"
#include "platform/files/zipped.h"
#include "platform/text.h"

namespace touchstone::files {
namespace {

constexpr std::size_t rows_looked_at = 20;
constexpr std::size_t cells_looked_at = 200;
constexpr std::size_t csv_looked_at = 64 * 1024;       // bytes
constexpr std::size_t largest_part = 8 * 1024 * 1024;  // bytes, unpacked
constexpr std::size_t sheet_looked_at = 1024 * 1024;   // bytes, unpacked
constexpr std::size_t most_sheets = 50;
constexpr std::ptrdiff_t most_nodes = 400'000;  // of XML; each takes some 80 bytes when it is read
constexpr std::size_t longest_heading = 200;    // bytes that are looked at

// Good enough for headings: a quotation mark parts what it stands around from the rest of its line.
Sheet csv_sheet(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text(csv_looked_at, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  Sheet sheet;
  for (const auto line : split(text, '\n')) {
    if (sheet.size() == rows_looked_at) break;
    Row row(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == ',' || c == ';' || c == '\t'))
        row.emplace_back();
      else
        row.back() += c;
    }
    sheet.push_back(std::move(row));
  }
  return sheet;
}

// "x:row" is a row too: which prefix stands for the namespace of tables is up to the program that
// wrote them.
template <class Named>
void name_locally(Named named) {
  if (const auto* colon = std::strchr(named.name(), ':'))
    named.set_name(std::string(colon + 1).c_str());
}

struct WithoutPrefixes : pugi::xml_tree_walker {
  bool for_each(pugi::xml_node& node) override {
    name_locally(node);
    for (const auto attribute : node.attributes()) name_locally(attribute);
    return true;
  }
};

// XML with local names, without its entities looked up: nothing is fetched, nothing expands. Empty
// when it is broken or would take much more room than it has letters.
std::optional<pugi::xml_document> parsed(const std::optional<std::string>& text) {
  std::optional<pugi::xml_document> document;
  if (!text ||
      std::ranges::count_if(*text, [](char c) { return c == '<' || c == '='; }) > most_nodes)
    return document;
  document.emplace();
  if (!document->load_buffer(text->data(), text->size())) {
    document.reset();
  } else {
    WithoutPrefixes walker;
    document->traverse(walker);
  }
  return document;
}

// Its first bytes: one text that stands in thousands of cells must not be copied whole into each.
std::string text_within(const pugi::xml_node& node) {
  struct Walker : pugi::xml_tree_walker {
    std::string text;
    bool for_each(pugi::xml_node& each) override {
      text.append(std::string_view(each.value()).substr(0, longest_heading - text.size()));
      return text.size() < longest_heading;
    }
  } walker;
  auto copy = node;
  copy.traverse(walker);
  return std::move(walker.text);
}

std::vector<std::string> shared_strings(const pugi::xml_document& document) {
  std::vector<std::string> strings;
  for (const auto item : document.child("sst").children("si")) strings.push_back(text_within(item));
  return strings;
}

std::string cell_text(const pugi::xml_node& cell, const std::vector<std::string>& shared) {
  if (std::string_view(cell.attribute("t").value()) != "s") return text_within(cell);
  const std::string_view digits = cell.child("v").text().get();
  std::size_t at = shared.size();
  std::from_chars(digits.data(), digits.data() + digits.size(), at);
  return at < shared.size() ? shared[at] : std::string();
}

// The column of "AB12", from 0; what cannot be one is the next one.
std::size_t column_of(std::string_view reference, std::size_t next) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (column > cells_looked_at) return next;
  }
  return column > next ? column - 1 : next;
}

Sheet excel_sheet(const pugi::xml_document& document, const std::vector<std::string>& shared) {
  Sheet sheet;
  for (const auto line : document.child("worksheet").child("sheetData").children("row")) {
    if (sheet.size() == rows_looked_at) break;
    auto& row = sheet.emplace_back();
    for (const auto cell : line.children("c")) {
      if (row.size() >= cells_looked_at) break;
      row.resize(column_of(cell.attribute("r").value(), row.size()));
      row.push_back(cell_text(cell, shared));
    }
  }
  return sheet;
}

// The rows of a sheet that are looked at. Empty when they take more than is looked at, or when
// there is no place for rows.
std::optional<pugi::xml_document> beginning_of_sheet(Zipped& zipped, const std::string& name) {
  auto text = zipped.beginning(name, sheet_looked_at);
  const auto data = text ? text->find("sheetData") : std::string::npos;
  if (data == std::string::npos) return std::nullopt;
  const auto tag = text->rfind('<', data) + 1;
  const auto prefix = text->substr(tag, data - tag);  // "", or "x:"
  const auto row = fmt::format("<{}row", prefix);
  std::size_t end = 0;
  for (std::size_t rows = 0; rows <= rows_looked_at && end != std::string::npos; ++rows)
    end = text->find(row, end + 1);
  if (end != std::string::npos)
    *text = fmt::format("{}</{}sheetData></{}worksheet>", std::string_view(*text).substr(0, end),
                        prefix, prefix);
  return parsed(text);
}

ChildLevel in_excel(Zipped& zipped) {
  std::vector<std::string> shared;
  const auto members = zipped.names();
  if (std::ranges::find(members, "xl/sharedStrings.xml") != members.end()) {
    const auto strings = parsed(zipped.part("xl/sharedStrings.xml", largest_part));
    if (!strings) return ChildLevel::unknown;
    shared = shared_strings(*strings);
  }
  std::size_t looked_into = 0;
  bool all = true;
  for (const auto& name : members) {
    if (!name.starts_with("xl/worksheets/") || !name.ends_with(".xml")) continue;
    if (++looked_into > most_sheets) return ChildLevel::unknown;
    const auto sheet = beginning_of_sheet(zipped, name);
    all = all && sheet;
    if (!sheet) continue;
    if (is_of_children(excel_sheet(*sheet, shared))) return ChildLevel::likely;
  }
  return all && looked_into > 0 ? ChildLevel::no : ChildLevel::unknown;
}

// Rows stand in the table itself, or in its headings and groups, groups within groups among them.
struct OpenDocumentRows : pugi::xml_tree_walker {
  Sheet sheet;
  bool for_each(pugi::xml_node& line) override {
    if (std::string_view(line.name()) != "table-row") return true;
    if (sheet.size() == rows_looked_at) return false;
    auto& row = sheet.emplace_back();
    for (const auto cell : line.children("table-cell")) {
      const auto times = std::max(cell.attribute("number-columns-repeated").as_uint(1), 1U);
      for (unsigned i = 0; i < times && row.size() < cells_looked_at; ++i)
        row.push_back(text_within(cell));
    }
    return true;
  }
};

Sheet open_document_sheet(pugi::xml_node table) {
  OpenDocumentRows rows;
  table.traverse(rows);
  return std::move(rows.sheet);
}

ChildLevel in_open_document(Zipped& zipped) {
  const auto content = parsed(zipped.part("content.xml", largest_part));
  if (!content) return ChildLevel::unknown;
  const auto tables =
      content->child("document-content").child("body").child("spreadsheet").children("table");
  const bool any = std::ranges::any_of(
      tables, [](const auto& table) { return is_of_children(open_document_sheet(table)); });
  return any ? ChildLevel::likely : ChildLevel::no;
}

}  // namespace

ChildLevel child_level_of(const std::filesystem::path& path, const FileKind& kind) {
  if (kind.family != Family::table) return ChildLevel::no;
  if (kind.ending == ".csv")
    return is_of_children(csv_sheet(path)) ? ChildLevel::likely : ChildLevel::no;
  auto zipped = Zipped::open(path);
  if (!zipped) return ChildLevel::unknown;
  return kind.ending == ".ods" ? in_open_document(*zipped) : in_excel(*zipped);
}

}  // namespace touchstone::files
