#include "platform/html/url.h"

#include <stdexcept>

namespace touchstone {
namespace {

void add_encoded(std::string& out, std::string_view text, std::string_view also = "@") {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : text) {
    if (address::is_plain(c) || also.find(c) != also.npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

// Letters beyond ASCII as the bytes that browsers make of them anyway, in names of hosts too.
std::string with_letters_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_ascii(c))
      out += c;
    else
      add_encoded(out, {&c, 1});
  }
  return out;
}

// Visible ASCII without the characters that browsers rewrite or that end an attribute or a header.
bool is_tame(std::string_view text) {
  for (const char c : text)
    if (c <= ' ' || c > '~' || c == '"' || c == '<' || c == '>' || c == '\\' || c == '`')
      return false;
  return true;
}

bool starts_with_scheme(std::string_view text, std::string_view scheme) {
  if (text.size() <= scheme.size()) return false;
  for (std::size_t i = 0; i < scheme.size(); ++i)
    if ((text[i] | 0x20) != (scheme[i] | 0x20)) return false;
  return true;
}

}  // namespace

Url make_url(std::string_view literal, std::span<const std::string> arguments) {
  std::string out;
  out.reserve(literal.size() + arguments.size() * 26);
  std::size_t next = 0;
  for (std::size_t i = 0; i < literal.size(); ++i) {
    if (literal[i] != '{') {
      out += literal[i];
      continue;
    }
    const auto& argument = arguments[next++];
    // A browser would climb or leave the site: "/" + "" + "/example.com".
    if (argument.empty() || argument == "." || argument == "..")
      throw std::invalid_argument("an address of ours cannot hold the segment \"" + argument +
                                  "\"");
    add_encoded(out, argument);
    ++i;
  }
  return Url(std::move(out));
}

Url Url::with(std::string_view name, std::string_view value) const {
  const auto hash = text_.find('#');
  std::string out = text_.substr(0, hash);
  out += out.find('?') == out.npos ? '?' : '&';
  add_encoded(out, name);
  out += '=';
  add_encoded(out, value);
  if (hash != text_.npos) out += text_.substr(hash);
  return Url(std::move(out));
}

Url Url::at(std::string_view fragment) const {
  std::string out = text_.substr(0, text_.find('#'));
  out += '#';
  add_encoded(out, fragment, "@/");
  return Url(std::move(out));
}

Url Url::here(std::string_view fragment) {
  return Url().at(fragment);
}

std::optional<Url> Url::outside(std::string_view typed) {
  auto encoded = with_letters_encoded(typed);
  if (!is_tame(encoded)) return {};
  for (const std::string_view scheme : {"https://", "http://", "mailto:"}) {
    if (!starts_with_scheme(typed, scheme)) continue;
    const char first = typed[scheme.size()];
    if (first == '/' || first == '?' || first == '#') return {};
    return Url(std::move(encoded));
  }
  return {};
}

std::optional<Url> Url::ours(std::string_view sent) {
  if (!sent.starts_with('/') || sent.starts_with("//") || !is_tame(sent)) return {};
  return Url(std::string(sent));
}

}  // namespace touchstone
