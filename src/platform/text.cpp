#include "platform/text.h"

#include <fmt/format.h>
#include <sodium.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace touchstone {
namespace {

// How many bytes the character at the front takes; 0 for none that is well-formed.
std::size_t character_at(std::string_view text) {
  utf8proc_int32_t code = 0;
  const auto length =
      utf8proc_iterate(unsigned_bytes(text), static_cast<utf8proc_ssize_t>(text.size()), &code);
  return length > 0 && code != 0 ? static_cast<std::size_t>(length) : 0;
}

std::string mapped(std::string_view utf8, int options) {
  utf8proc_uint8_t* result = nullptr;
  const auto length = utf8proc_map(unsigned_bytes(utf8), static_cast<utf8proc_ssize_t>(utf8.size()),
                                   &result, static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
  if (length < 0) throw std::invalid_argument("This text is not UTF-8.");
  return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(length)};
}

bool white(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool dropped(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
}

}  // namespace

const unsigned char* unsigned_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text.front());
    const std::size_t length = byte != 0 && byte < 0x80 ? 1 : character_at(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string_view first_characters(std::string_view utf8, std::size_t at_most) {
  std::size_t end = 0;
  for (std::size_t n = 0; end < utf8.size(); ++end)
    if ((static_cast<unsigned char>(utf8[end]) & 0xc0) != 0x80 && n++ == at_most) break;
  return utf8.substr(0, end);
}

std::size_t characters(std::string_view utf8) {
  std::size_t count = 0;
  for (const char byte : utf8)
    if ((static_cast<unsigned char>(byte) & 0xc0) != 0x80) ++count;
  return count;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && white(text.front())) text.remove_prefix(1);
  while (!text.empty() && white(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string sort_key(std::string_view utf8) {
  return mapped(utf8, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                          UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
}

std::string nfc(std::string_view utf8) {
  // Letters without accents stand alone in every form, and most texts have no others.
  if (std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(utf8);
  return mapped(utf8, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
}

std::string cleaned(std::string_view typed) {
  constexpr std::array<std::string_view, 14> nothing_to_see{
      "\xef\xbf\xbe", "\xef\xbf\xbf",            // no characters, and no XML holds them
      "\u200b",       "\u2060",       "\ufeff",  // spaces without width
      "\u202a",       "\u202b",       "\u202c", "\u202d", "\u202e",  // turn the text round …
      "\u2066",       "\u2067",       "\u2068", "\u2069"};           // … or part of it
  std::string text;
  text.reserve(typed.size());
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (typed[i] == '\r') {
      text += '\n';
      if (i + 1 < typed.size() && typed[i + 1] == '\n') ++i;
    } else if (std::ranges::find(nothing_to_see, typed.substr(i, 3)) != nothing_to_see.end()) {
      i += 2;
    } else if (!dropped(typed[i])) {
      text += typed[i];
    }
  }
  return std::string(trimmed(text));
}

std::string lowered_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return lower;
}

std::string to_hex(std::string_view bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), unsigned_bytes(bytes), bytes.size());
  text.pop_back();
  return text;
}

std::string to_base64url(std::string_view bytes) {
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), unsigned_bytes(bytes), bytes.size(), variant);
  text.pop_back();
  return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t length = 0;
  const char* end = nullptr;
  const auto failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()),
                                        bytes.size(), text.data(), text.size(), nullptr, &length,
                                        &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  if (failed != 0 || end != text.data() + text.size()) return std::nullopt;
  bytes.resize(length);
  // libsodium 1.0.18 also reads some bytes above 127 as if they were "_".
  return to_base64url(bytes) == text ? std::optional(bytes) : std::nullopt;
}

std::string counted(std::int64_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

}  // namespace touchstone
