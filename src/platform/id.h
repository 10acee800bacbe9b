#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

// 16 bytes, made as UUIDv7 (RFC 9562, section 5.7): sorts by the time it was made.
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  bool empty() const { return bytes == std::array<std::uint8_t, 16>{}; }
  auto operator<=>(const Uuid&) const = default;
};

// A new one, larger than every one this process made before.
Uuid new_uuid();

// 26 characters of Crockford's base32 in lower case, as used in addresses and JSON.
std::string to_text(const Uuid& uuid);

// Empty unless the text is exactly what to_text() gives for some UUID.
std::optional<Uuid> uuid_from_text(std::string_view text);

// The id of one kind of thing; ids of different kinds cannot be mixed.
template <class Noun>
struct Id {
  Uuid value{};

  static Id fresh() { return Id{new_uuid()}; }
  static std::optional<Id> from_text(std::string_view text) {
    const auto uuid = uuid_from_text(text);
    return uuid ? std::optional<Id>(Id{*uuid}) : std::nullopt;
  }
  bool empty() const { return value.empty(); }
  auto operator<=>(const Id&) const = default;
};

template <class Noun>
std::string to_text(const Id<Noun>& id) {
  return to_text(id.value);
}

}  // namespace touchstone

template <>
struct std::hash<touchstone::Uuid> {
  std::size_t operator()(const touchstone::Uuid& uuid) const noexcept;
};
