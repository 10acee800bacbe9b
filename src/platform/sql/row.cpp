#include "platform/sql/row.h"

#include <cstring>
#include <stdexcept>

namespace touchstone::sql {

std::array<std::uint8_t, 32> Row::Get<std::array<std::uint8_t, 32>>::from(const Row& row,
                                                                          int column) {
  std::array<std::uint8_t, 32> digest{};
  const auto bytes = row.bytes(column);
  if (bytes.size() != digest.size())
    throw std::logic_error("Column " + std::to_string(column) + " is not a digest of 32 bytes.");
  std::memcpy(digest.data(), bytes.data(), digest.size());
  return digest;
}

}  // namespace touchstone::sql
