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

// What is laid out as blocks stays a table for those who hear it.
Attributes role(const Table& table, std::string_view name) {
  Attributes out;
  if (table.stacks) out.set("role", name);
  return out;
}

void add_head(Html& out, const Table& table) {
  if (table.head.empty()) return;
  out.add(R"(<thead class="govuk-table__head"{}><tr class="govuk-table__row"{}>)",
          role(table, "rowgroup"), role(table, "row"));
  for (const auto& cell : table.head)
    out.add(R"(<th scope="col"{}{}>{}</th>)", attributes_of(cell, "govuk-table__header"),
            role(table, "columnheader"), cell.text.html());
  out.add("</tr></thead>");
}

void add_row_head(Html& out, const Table& table, TableCell cell) {
  cell.format.clear();
  out.add(R"(<th scope="row"{}{}>{}</th>)", attributes_of(cell, "govuk-table__header"),
          role(table, "rowheader"), cell.text.html());
}

// A cell after the name of its column, which is heard already.
Html named(const Table& table, std::size_t column, const TableCell& cell) {
  if (!table.stacks || column >= table.head.size()) return cell.text.html();
  return html(R"(<span class="ts-stacks__name" aria-hidden="true">{}</span><span>{}</span>)",
              table.head[column].text.html(), cell.text.html());
}

void add_row(Html& out, const Table& table, const std::vector<TableCell>& row) {
  out.add(R"(<tr class="govuk-table__row"{}>)", role(table, "row"));
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i == 0 && table.first_cell_is_header) {
      add_row_head(out, table, row[i]);
      continue;
    }
    out.add("<td{}{}>{}</td>", attributes_of(row[i], "govuk-table__cell"), role(table, "cell"),
            named(table, i, row[i]));
  }
  out.add("</tr>");
}

}  // namespace

Html table(const Table& table) {
  auto attributes = with_classes({"govuk-table", table.stacks ? "ts-stacks" : "", table.classes});
  attributes.add(role(table, "table"));
  attributes.add(table.attributes);
  Html out = html("<table{}>", attributes);
  if (!table.caption.empty())
    out.add("<caption{}>{}</caption>",
            with_classes({"govuk-table__caption", table.caption_classes}), table.caption);
  add_head(out, table);
  out.add(R"(<tbody class="govuk-table__body"{}>)", role(table, "rowgroup"));
  for (const auto& row : table.rows) add_row(out, table, row);
  out.add("</tbody></table>");
  return out;
}

}  // namespace touchstone::look
