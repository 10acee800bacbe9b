#pragma once
#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::sql {

using Bytes = std::span<const std::uint8_t>;

enum class Type : std::uint8_t { integer, text, bytes, uuid };

// A value on its way into a statement. It borrows text and bytes: they must live until the call
// returns. The type is known even when the value is null, because PostgreSQL asks for it.
class Value {
 public:
  template <std::integral T>
  Value(T number)
      : type_(Type::integer), integer_(static_cast<std::int64_t>(number)) {}  // bool too
  Value(std::string_view text) : type_(Type::text), text_(text) {}
  Value(const std::string& text) : Value(std::string_view(text)) {}
  Value(const char* text) : Value(std::string_view(text)) {}
  Value(Bytes bytes)
      : type_(Type::bytes), text_(reinterpret_cast<const char*>(bytes.data()), bytes.size()) {}
  Value(const std::array<std::uint8_t, 32>& digest) : Value(Bytes(digest)) {}
  Value(const Uuid& uuid)
      : type_(Type::uuid),
        text_(reinterpret_cast<const char*>(uuid.bytes.data()), uuid.bytes.size()) {}
  template <class Noun>
  Value(const Id<Noun>& id) : Value(id.value) {}
  Value(Moment moment) : Value(to_number(moment)) {}
  template <class T>
  Value(const std::optional<T>& maybe)
      : Value(maybe ? Value(*maybe) : null_of(Value(T{}).type())) {}

  static Value null_of(Type type) {
    Value value(std::int64_t{0});
    value.type_ = type;
    value.null_ = true;
    return value;
  }

  Type type() const { return type_; }
  bool null() const { return null_; }
  std::int64_t integer() const { return integer_; }
  std::string_view text() const { return text_; }  // of text, bytes and uuid

 private:
  Type type_;
  bool null_ = false;
  std::int64_t integer_ = 0;
  std::string_view text_;
};

}  // namespace touchstone::sql
