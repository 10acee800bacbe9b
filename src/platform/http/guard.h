#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace touchstone::http::guard {

inline constexpr std::size_t most_bytes = 16 * 1024;
inline constexpr int most_fields = 64;

enum class Outcome : std::uint8_t { ok, need_more, refused };

// What is to be done with the bytes at the start of a connection.
struct Finding {
  Outcome outcome = Outcome::need_more;
  std::size_t length = 0;        // ok: of the header block with its empty line
  int status = 0;                // refused: what to answer before closing
  std::string_view reason = {};  // refused: a sentence; lives as long as the program
};

// Examines the header block of one request, before any parser sees it. Accepts only what can be
// understood in one way: RFC 9112 without its tolerances (bare LF, folded lines, white space before
// the colon, absolute targets, transfer codings, repeated lengths). Refuses as early as the bytes
// at hand allow.
Finding examine(std::string_view bytes);

}  // namespace touchstone::http::guard
