#pragma once
#include <array>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::sql {

// One row of an answer; columns count from 0. Views live until the next row is fetched.
// A wrong type, or null where a value is asked for, throws std::logic_error.
class Row {
 public:
  virtual bool null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;
  virtual std::string_view text(int column) const = 0;
  virtual std::string_view bytes(int column) const = 0;
  virtual Uuid uuid(int column) const = 0;

  // bool, integers, std::string, Uuid, Id<…>, Moment, a 32-byte digest, or std::optional of these.
  template <class T>
  T get(int column) const {
    return Get<T>::from(*this, column);
  }

 protected:
  ~Row() = default;

 private:
  template <class T>
  struct Get;
};

// The rows of one answer, in order, read once:  for (const auto& row : read.rows(…)) …
class Rows {
 public:
  // What a driver gives: null at the end.
  class Cursor {
   public:
    virtual ~Cursor() = default;
    virtual const Row* next() = 0;
  };
  struct End {};
  class Iterator {
   public:
    explicit Iterator(Rows& rows) : rows_(rows), row_(rows.next()) {}
    const Row& operator*() const { return *row_; }
    Iterator& operator++() {
      row_ = rows_.next();
      return *this;
    }
    bool operator!=(End) const { return row_ != nullptr; }

   private:
    Rows& rows_;
    const Row* row_;
  };

  explicit Rows(std::unique_ptr<Cursor> cursor) : cursor_(std::move(cursor)) {}
  const Row* next() { return cursor_->next(); }
  Iterator begin() { return Iterator(*this); }
  End end() const { return {}; }

 private:
  std::unique_ptr<Cursor> cursor_;
};

template <std::integral T>
struct Row::Get<T> {
  static T from(const Row& row, int column) { return static_cast<T>(row.integer(column)); }
};
template <>
struct Row::Get<bool> {
  static bool from(const Row& row, int column) { return row.integer(column) != 0; }
};
template <>
struct Row::Get<std::string> {
  static std::string from(const Row& row, int column) { return std::string(row.text(column)); }
};
template <>
struct Row::Get<Uuid> {
  static Uuid from(const Row& row, int column) { return row.uuid(column); }
};
template <class Noun>
struct Row::Get<Id<Noun>> {
  static Id<Noun> from(const Row& row, int column) { return Id<Noun>{row.uuid(column)}; }
};
template <>
struct Row::Get<Moment> {
  static Moment from(const Row& row, int column) { return moment_from_number(row.integer(column)); }
};
template <>
struct Row::Get<std::array<std::uint8_t, 32>> {
  static std::array<std::uint8_t, 32> from(const Row& row, int column);
};
template <class T>
struct Row::Get<std::optional<T>> {
  static std::optional<T> from(const Row& row, int column) {
    if (row.null(column)) return std::nullopt;
    return Get<T>::from(row, column);
  }
};

}  // namespace touchstone::sql
