#include "platform/sql/postgres_row.h"

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <stdexcept>

namespace touchstone::sql {
namespace {

// From PostgreSQL's catalogue pg_type, where they never change.
enum Known : Oid {
  boolean = 16,
  bytea = 17,
  name = 19,
  int8 = 20,
  int2 = 21,
  int4 = 23,
  text_type = 25,
  varchar = 1043,
  uuid_type = 2950
};

class Cursor final : public Rows::Cursor, public Row {
 public:
  explicit Cursor(PGresult* result) : result_(result), rows_(PQntuples(result)) {}
  ~Cursor() override { PQclear(result_); }
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

  const Row* next() override { return ++row_ < rows_ ? this : nullptr; }

  bool null(int column) const override {
    if (column < 0 || column >= PQnfields(result_)) wrong(column, "a column");
    return PQgetisnull(result_, row_, column) == 1;
  }
  std::int64_t integer(int column) const override {
    const auto found = value(column, {int8, int4, int2, boolean}, "an integer");
    std::uint64_t number =
        (found[0] & 0x80) != 0 && PQftype(result_, column) != boolean ? ~std::uint64_t{0} : 0;
    for (const char byte : found) number = number << 8U | static_cast<std::uint8_t>(byte);
    return static_cast<std::int64_t>(number);
  }
  std::string_view text(int column) const override {
    return value(column, {text_type, varchar, name}, "text");
  }
  std::string_view bytes(int column) const override { return value(column, {bytea}, "bytes"); }
  Uuid uuid(int column) const override {
    Uuid uuid;
    const auto found = value(column, {uuid_type}, "a UUID");
    std::memcpy(uuid.bytes.data(), found.data(), uuid.bytes.size());
    return uuid;
  }

 private:
  std::string_view value(int column, std::initializer_list<Oid> types, const char* what) const {
    if (null(column) || std::ranges::find(types, PQftype(result_, column)) == types.end())
      wrong(column, what);
    return {PQgetvalue(result_, row_, column),
            static_cast<std::size_t>(PQgetlength(result_, row_, column))};
  }
  [[noreturn]] void wrong(int column, const char* what) const {
    const char* called = PQfname(result_, column);
    throw std::logic_error("Column " + std::to_string(column) + " (" +
                           (called != nullptr ? called : "?") + ", type " +
                           std::to_string(PQftype(result_, column)) + ") is not " + what + ".");
  }

  PGresult* result_;
  int rows_;
  int row_ = -1;
};

}  // namespace

Oid oid_of(Type type) {
  switch (type) {
    case Type::integer:
      return int8;
    case Type::text:
      return text_type;
    case Type::bytes:
      return bytea;
    case Type::uuid:
      return uuid_type;
  }
  throw std::logic_error("There is no such type.");
}

std::unique_ptr<Rows::Cursor> postgres_rows(PGresult* result) {
  return std::make_unique<Cursor>(result);
}

}  // namespace touchstone::sql
