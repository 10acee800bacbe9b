#include "platform/sql/schema.h"

namespace touchstone::sql {
namespace {

std::string lines(Rows rows) {
  std::string text;
  for (const auto& row : rows) text.append(row.text(0)).append(";\n");
  return text;
}

// As it was written, tables first.
std::string sqlite_text(Read& read) {
  return lines(
      read.rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%'"
                " ESCAPE '!' ORDER BY type <> 'table', name"));
}

std::string postgres_text(Read& read) {
  const auto tables = lines(read.rows(
      "SELECT 'CREATE TABLE ' || c.relname || ' (' || chr(10) || string_agg('  ' || a.attname || ' "
      "'"
      " || format_type(a.atttypid, a.atttypmod)"
      " || CASE WHEN d.adbin IS NULL THEN ''"
      "    ELSE ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END"
      " || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, ',' || chr(10) ORDER BY a.attnum)"
      " || chr(10) || ')'"
      " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
      " AND NOT a.attisdropped"
      " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
      " WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
      " GROUP BY c.oid, c.relname ORDER BY c.relname COLLATE \"C\""));
  const auto constraints = lines(read.rows(
      "SELECT 'ALTER TABLE ' || conrelid::regclass || ' ADD CONSTRAINT ' || conname || ' '"
      " || pg_get_constraintdef(oid) FROM pg_constraint"
      " WHERE connamespace = 'public'::regnamespace AND conrelid <> 0"
      " ORDER BY conrelid::regclass::text COLLATE \"C\", conname COLLATE \"C\""));
  const auto indexes =
      lines(read.rows("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
                      " ORDER BY indexname COLLATE \"C\""));
  const auto triggers =
      lines(read.rows("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
                      " ORDER BY tgname COLLATE \"C\""));
  return tables + constraints + indexes + triggers;
}

}  // namespace

std::string schema_text(Read& read, Dialect dialect) {
  return dialect == Dialect::sqlite ? sqlite_text(read) : postgres_text(read);
}

}  // namespace touchstone::sql
