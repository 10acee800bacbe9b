#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

bool is_utf8(std::string_view text);            // well-formed, without NUL
std::size_t characters(std::string_view utf8);  // code points
std::string_view first_characters(std::string_view utf8, std::size_t at_most);
std::string_view trimmed(std::string_view text);
const unsigned char* unsigned_bytes(
    std::string_view text);  // the same bytes, as C libraries take them
std::vector<std::string_view> split(std::string_view text, char separator);
// Lower case without accents (Unicode NFKD), for sort and search keys: "Élodie" → "elodie".
// Throws std::invalid_argument for what is not UTF-8.
std::string sort_key(std::string_view utf8);
// Unicode NFC: one spelling of "é". Throws the same.
std::string nfc(std::string_view utf8);
// What people type in a line: CRLF and CR become LF, other controls are dropped, those that nobody
// sees or that turn text round among them, outer white space goes. Letters that are written from
// right to left need none of these.
std::string cleaned(std::string_view typed);
std::string lowered_ascii(std::string_view text);  // other letters stay as they are
std::string to_hex(std::string_view bytes);
std::string to_base64url(std::string_view bytes);  // no padding
std::optional<std::string> from_base64url(std::string_view text);
// "1 theme", "3 themes"
std::string counted(std::int64_t n, std::string_view one, std::string_view many);

}  // namespace touchstone
