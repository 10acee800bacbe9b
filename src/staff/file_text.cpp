#include "staff/file_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "platform/text.h"

namespace touchstone::staff {
namespace {

constexpr std::string_view how_to_save =
    " Open it in the spreadsheet, choose “Save as”, and take “CSV UTF-8”.";

// What Windows-1252 has at 0x80 to 0x9F; 0: nothing.
constexpr std::array<std::int32_t, 32> windows_specials{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// 0 for a byte that stands for nothing.
std::int32_t windows_character(unsigned char byte) {
  if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') return 0;
  if (byte < 0x80 || byte > 0x9F) return byte;
  return windows_specials.at(byte - 0x80);
}

std::expected<std::string, std::string> converted_from_windows(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto character = windows_character(static_cast<unsigned char>(c));
    if (character == 0)
      return std::unexpected("This is not a CSV file, or not in letters that can be read." +
                             std::string(how_to_save));
    std::array<utf8proc_uint8_t, 4> encoded{};
    const auto size = utf8proc_encode_char(character, encoded.data());
    text.append(encoded.begin(), encoded.begin() + size);
  }
  return text;
}

std::string with_plain_line_ends(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r')
      plain += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      plain += '\n';
  }
  return plain;
}

}  // namespace

std::expected<FileText, std::string> text_of_file(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return std::unexpected("This file was saved as “Unicode text”, which cannot be read here." +
                           std::string(how_to_save));
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_utf8(bytes)) return FileText{.text = with_plain_line_ends(bytes)};
  const auto text = converted_from_windows(bytes);
  if (!text) return std::unexpected(text.error());
  return FileText{.text = with_plain_line_ends(*text), .from_windows = true};
}

}  // namespace touchstone::staff
