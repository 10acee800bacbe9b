#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
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

// Fields that change what a request means: twice is twice understood.
inline constexpr std::string_view only_once[] = {
    "host",   "content-length", "content-type", "content-encoding", "authorization",
    "origin", "sec-fetch-site", "x-csrf-token", "expect",           "cookie"};

// What the fields so far say.
struct Seen {
  std::array<bool, std::size(only_once)> once{};
  bool post = false;
  bool length = false;
  bool host = false;
  bool body = false;  // a length above 0
};

// Examines the header block of one request, before any parser sees it. Accepts only what can be
// understood in one way: RFC 9112 without its tolerances (bare LF, folded lines, white space before
// the colon, absolute targets, transfer codings, repeated lengths). Refuses as early as the bytes
// at hand allow. However the bytes come, each is looked at a few times at the most.
class Examination {
 public:
  // Everything that came of this request so far: the bytes of the last call and maybe more.
  Finding examine(std::string_view bytes);
  // How many bytes were looked at, those looked at again counted again.
  std::size_t effort() const { return effort_; }

 private:
  Finding examine_byte(char c);
  Finding examine_line(std::string_view line);

  std::size_t at_ = 0;       // of the next byte to look at
  std::size_t line_ = 0;     // where its line begins
  int lines_ = 0;            // that are complete
  bool has_method_ = false;  // the space after it was there
  Seen seen_;
  std::size_t effort_ = 0;
};

// The same for bytes that come all at once.
Finding examine(std::string_view bytes);

}  // namespace touchstone::http::guard
