#include "look/table.h"

namespace touchstone::look {

namespace {

Attributes attributes_of(const TableCell& cell, const std::string& own_class) {
  auto out = with_classes(
      {own_class, cell.format.empty() ? "" : own_class + "--" + cell.format, cell.classes});
  if (cell.colspan > 0) out.set("colspan", cell.colspan);
  if (cell.rowspan > 0) out.set("rowspan", cell.rowspan);
  out.add(cell.attributes);
  return out;
}

void add_head(Html& out, const std::vector<TableCell>& head) {
  if (head.empty()) return;
  out.add(R"(<thead class="govuk-table__head"><tr class="govuk-table__row">)");
  for (const auto& cell : head)
    out.add(R"(<th scope="col"{}>{}</th>)", attributes_of(cell, "govuk-table__header"),
            cell.text.html());
  out.add("</tr></thead>");
}

void add_row_head(Html& out, TableCell cell) {
  cell.format.clear();
  out.add(R"(<th scope="row"{}>{}</th>)", attributes_of(cell, "govuk-table__header"),
          cell.text.html());
}

void add_row(Html& out, const std::vector<TableCell>& row, bool first_is_header) {
  out.add(R"(<tr class="govuk-table__row">)");
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i == 0 && first_is_header) {
      add_row_head(out, row[i]);
      continue;
    }
    out.add("<td{}>{}</td>", attributes_of(row[i], "govuk-table__cell"), row[i].text.html());
  }
  out.add("</tr>");
}

}  // namespace

Html table(const Table& table) {
  auto attributes = with_classes({"govuk-table", table.classes});
  attributes.add(table.attributes);
  Html out = html("<table{}>", attributes);
  if (!table.caption.empty())
    out.add("<caption{}>{}</caption>",
            with_classes({"govuk-table__caption", table.caption_classes}), table.caption);
  add_head(out, table.head);
  out.add(R"(<tbody class="govuk-table__body">)");
  for (const auto& row : table.rows) add_row(out, row, table.first_cell_is_header);
  out.add("</tbody></table>");
  return out;
}

}  // namespace touchstone::look
