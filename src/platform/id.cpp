#include "platform/id.h"

#include <sodium.h>

#include <cstring>
#include <mutex>

#include "platform/date.h"

namespace touchstone {
namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

constexpr std::array<std::int8_t, 256> values = [] {
  std::array<std::int8_t, 256> table{};
  table.fill(-1);
  for (std::size_t i = 0; i < alphabet.size(); ++i)
    table[static_cast<std::uint8_t>(alphabet[i])] = static_cast<std::int8_t>(i);
  return table;
}();

// Where the next id stands: a millisecond and 74 bits that are random when the millisecond is new
// and count upwards within it (RFC 9562, section 6.2, method 2).
struct Clock {
  std::uint64_t milliseconds = 0;
  std::uint16_t high = 0;  // 12 bits: rand_a
  std::uint64_t low = 0;   // 62 bits: rand_b
};

constexpr std::uint64_t low_bits = (std::uint64_t{1} << 62) - 1;

void start(Clock& clock, std::uint64_t milliseconds) {
  clock.milliseconds = milliseconds;
  randombytes_buf(&clock.high, sizeof clock.high);
  randombytes_buf(&clock.low, sizeof clock.low);
  clock.high &= 0x7ff;  // its top bit stays free, so that counting has room
  clock.low &= low_bits;
}

void count(Clock& clock) {
  clock.low += 1 + randombytes_uniform(0x7fff'ffff);
  if (clock.low <= low_bits) return;
  clock.low &= low_bits;
  if (++clock.high <= 0xfff) return;
  start(clock, clock.milliseconds + 1);
}

Uuid written(const Clock& clock) {
  Uuid uuid;
  for (std::size_t i = 0; i < 6; ++i)
    uuid.bytes[i] = static_cast<std::uint8_t>(clock.milliseconds >> (40 - 8 * i));
  uuid.bytes[6] = static_cast<std::uint8_t>(0x70 | (clock.high >> 8));
  uuid.bytes[7] = static_cast<std::uint8_t>(clock.high);
  for (std::size_t i = 0; i < 8; ++i)
    uuid.bytes[8 + i] = static_cast<std::uint8_t>(clock.low >> (56 - 8 * i));
  uuid.bytes[8] = static_cast<std::uint8_t>(0x80 | (uuid.bytes[8] & 0x3f));
  return uuid;
}

}  // namespace

Uuid new_uuid() {
  static std::mutex mutex;
  static Clock clock;
  const auto present = static_cast<std::uint64_t>(to_number(now()));
  const std::lock_guard lock(mutex);
  if (present > clock.milliseconds)
    start(clock, present);
  else
    count(clock);
  return written(clock);
}

std::string to_text(const Uuid& uuid) {
  std::string text(26, '0');
  std::uint32_t held = 0;
  int bits = 2;  // 26 × 5 = 130 bits: the first character carries only three
  std::size_t at = 0;
  for (const auto byte : uuid.bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; ++at) {
      bits -= 5;
      text[at] = alphabet[(held >> bits) & 31];
    }
  }
  return text;
}

std::optional<Uuid> uuid_from_text(std::string_view text) {
  if (text.size() != 26 || text[0] > '7') return std::nullopt;
  Uuid uuid;
  std::uint32_t held = 0;
  int bits = -2;
  std::size_t at = 0;
  for (const char character : text) {
    const auto value = values[static_cast<std::uint8_t>(character)];
    if (value < 0) return std::nullopt;
    held = (held << 5) | static_cast<std::uint32_t>(value);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    uuid.bytes[at++] = static_cast<std::uint8_t>(held >> bits);
  }
  return uuid;
}

}  // namespace touchstone

std::size_t std::hash<touchstone::Uuid>::operator()(const touchstone::Uuid& uuid) const noexcept {
  // The last eight bytes are random enough by themselves.
  std::size_t value = 0;
  std::memcpy(&value, uuid.bytes.data() + 8, sizeof value);
  return value;
}
