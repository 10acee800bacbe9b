#include "platform/json/writer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace touchstone::json {
namespace {

constexpr std::string_view hex = "0123456789abcdef";

bool plain(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

void escape(std::string& out, char c) {
  out += '\\';
  switch (c) {
    case '"':
    case '\\':
      out += c;
      return;
    case '\n':
      out += 'n';
      return;
    case '\r':
      out += 'r';
      return;
    case '\t':
      out += 't';
      return;
    default:
      break;
  }
  out += "u00";
  out += hex[static_cast<unsigned char>(c) >> 4];
  out += hex[static_cast<unsigned char>(c) & 15];
}

template <class T>
void spell(std::string& out, T number) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  out.append(text.data(), end);
}

}  // namespace

void Writer::separate() {
  if (!first_ && !after_name_) out_ += ',';
  first_ = false;
  after_name_ = false;
}

void Writer::open(char bracket) {
  separate();
  out_ += bracket;
  first_ = true;
}

void Writer::close(char bracket) {
  out_ += bracket;
  first_ = false;
}

void Writer::name(std::string_view name) {
  separate();
  quoted(name);
  out_ += ':';
  after_name_ = true;
}

void Writer::text(std::string_view utf8) {
  separate();
  quoted(utf8);
}

void Writer::raw(std::string_view json) {
  separate();
  out_ += json;
}

void Writer::number(std::int64_t number) {
  separate();
  spell(out_, number);
}

void Writer::number(std::uint64_t number) {
  separate();
  spell(out_, number);
}

void Writer::number(double number) {
  if (!std::isfinite(number)) return null();
  separate();
  spell(out_, number);
}

void Writer::quoted(std::string_view utf8) {
  out_ += '"';
  std::size_t start = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (plain(utf8[i])) continue;
    out_.append(utf8, start, i - start);
    escape(out_, utf8[i]);
    start = i + 1;
  }
  out_.append(utf8, start);
  out_ += '"';
}

std::string Writer::take() {
  first_ = true;
  after_name_ = false;
  return std::exchange(out_, {});
}

}  // namespace touchstone::json
