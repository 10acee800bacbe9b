#include "platform/http/testing_corpus.h"

#include <charconv>
#include <fstream>
#include <stdexcept>

namespace touchstone::http::testing {
namespace {

// One escape, at text[at] after its backslash.
char unescaped(std::string_view text, std::size_t& at) {
  const char c = text[at++];
  if (c == 'r') return '\r';
  if (c == 'n') return '\n';
  if (c == 't') return '\t';
  if (c != 'x') return c;
  unsigned byte = 0;
  std::from_chars(text.data() + at, text.data() + at + 2, byte, 16);
  at += 2;
  return static_cast<char>(byte);
}

// "port", or "300 a".
std::string filled(std::string_view inside, std::uint16_t port) {
  if (inside == "port") return std::to_string(port);
  std::size_t times = 0;
  std::from_chars(inside.data(), inside.data() + inside.size(), times);
  return std::string(times, inside.back());
}

std::string bytes_of(std::string_view text, std::uint16_t port) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at++];
    const auto end = text.find('}', at);
    if (c == '\\') {
      bytes += unescaped(text, at);
    } else if (c == '{' && end != std::string_view::npos && end > at + 2) {
      bytes += filled(text.substr(at, end - at), port);
      at = end + 1;
    } else {
      bytes += c;
    }
  }
  return bytes;
}

}  // namespace

std::vector<Case> malformed_http(std::string_view file, std::uint16_t port) {
  std::ifstream lines(std::string(TOUCHSTONE_SOURCE "/test/malformed_http/") + std::string(file));
  if (!lines) throw std::runtime_error("there is no corpus " + std::string(file));
  std::vector<Case> cases;
  for (std::string line; std::getline(lines, line);) {
    const auto tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    cases.push_back({line.substr(0, tab), bytes_of(std::string_view(line).substr(tab + 1), port)});
  }
  return cases;
}

}  // namespace touchstone::http::testing
