#include "platform/mail/message.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

#include "platform/id.h"
#include "platform/text.h"

namespace touchstone::mail {
namespace {

constexpr std::size_t longest_address = 254;
constexpr std::size_t longest_local_part = 64;
constexpr std::size_t longest_line = 76;  // bytes, without the CR LF
constexpr std::string_view line_end = "\r\n";

constexpr bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_local_character(char c) {
  return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~.").contains(c);
}
bool is_domain_character(char c) {
  return is_letter_or_digit(c) || c == '-' || c == '.';
}
bool has_empty_label(std::string_view text) {
  return text.empty() || text.front() == '.' || text.back() == '.' || text.contains("..");
}

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; }) &&
         !text.contains("=?");
}

std::string to_base64(std::string_view bytes) {
  auto text = to_base64url(bytes);
  std::ranges::replace(text, '-', '+');
  std::ranges::replace(text, '_', '/');
  text.append((4 - text.size() % 4) % 4, '=');
  return text;
}

// Pieces of at most so many bytes, never cut within a character.
std::vector<std::string_view> pieces(std::string_view utf8, std::size_t at_most) {
  std::vector<std::string_view> out;
  while (!utf8.empty()) {
    auto size = std::min(at_most, utf8.size());
    while (size < utf8.size() && (static_cast<unsigned char>(utf8[size]) & 0xC0) == 0x80) --size;
    out.push_back(utf8.substr(0, size));
    utf8.remove_prefix(size);
  }
  return out;
}

// RFC 2047: encoded words, one a line.
std::string encoded_words(std::string_view utf8) {
  constexpr std::size_t in_one_word = 39;  // 52 in base64, 64 as a word
  std::string out;
  for (const auto piece : pieces(utf8, in_one_word))
    out += fmt::format("{}=?UTF-8?B?{}?=", out.empty() ? "" : "\r\n ", to_base64(piece));
  return out;
}

std::string subject_of(const Line& subject) {
  constexpr std::size_t after_its_name = longest_line - std::string_view("Subject: ").size();
  const auto& text = subject.text();
  return is_plain(text) && text.size() <= after_its_name ? text : encoded_words(text);
}

std::string from_of(const Sender& from) {
  const auto& name = from.name.text();
  if (name.empty()) return from.address.text();
  const bool atoms = std::ranges::all_of(
      name, [](char c) { return is_letter_or_digit(c) || c == ' ' || c == '-'; });
  return fmt::format("{}\r\n <{}>", atoms && name.size() < 60 ? name : encoded_words(name),
                     from.address.text());
}

// RFC 5322: "Mon, 23 Nov 2026 06:48:38 +0000".
std::string date_of(Moment moment) {
  constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(moment - day));
  return fmt::format(
      "{}, {} {} {} {:02}:{:02}:{:02} +0000", days.at(std::chrono::weekday(day).c_encoding()),
      static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
      static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
      time.seconds().count());
}

std::string quoted_byte(char c, bool last_of_line) {
  const bool plain = c > 0x20 && c < 0x7F && c != '=';
  if (plain || (c == ' ' && !last_of_line)) return {c};
  return fmt::format("={:02X}", static_cast<unsigned char>(c));
}

// RFC 2045: quoted-printable.
std::string quoted_printable(std::string_view text) {
  std::string out;
  for (const auto line : split(text, '\n')) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const auto quoted = quoted_byte(line[i], i + 1 == line.size());
      if (width + quoted.size() > longest_line - 1) {
        out.append("=").append(line_end);
        width = 0;
      }
      out += quoted;
      width += quoted.size();
    }
    out += line_end;
  }
  return out;
}

}  // namespace

std::optional<Address> Address::from(std::string_view text) {
  const auto at = text.find('@');
  if (text.size() > longest_address || at == text.npos || at > longest_local_part)
    return std::nullopt;
  const auto local = text.substr(0, at);
  const auto domain = text.substr(at + 1);
  if (has_empty_label(local) || has_empty_label(domain) || local.front() == '-' ||
      domain.front() == '-' || !std::ranges::all_of(local, is_local_character) ||
      !std::ranges::all_of(domain, is_domain_character))
    return std::nullopt;
  return Address(std::string(text));
}

std::string_view Address::domain() const {
  return std::string_view(text_).substr(text_.find('@') + 1);
}

Line::Line(std::string_view text) : text_(text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  if (!is_utf8(text) || std::ranges::any_of(text, control))
    throw std::invalid_argument("a header of a mail is one line without control characters");
}

std::optional<Sender> sender_from(std::string_view text) {
  const auto open = text.find('<');
  if (open == text.npos) {
    auto address = Address::from(text);
    return address ? std::optional(Sender{Line(""), *std::move(address)}) : std::nullopt;
  }
  if (!text.ends_with('>')) return std::nullopt;
  auto address = Address::from(text.substr(open + 1, text.size() - open - 2));
  const auto name = trimmed(text.substr(0, open));
  if (!address || !is_utf8(name) || cleaned(name) != name || name.contains('\n'))
    return std::nullopt;
  return Sender{Line(name), *std::move(address)};
}

std::string new_message_id(const Sender& from) {
  return fmt::format("<{}@{}>", to_text(new_uuid()), from.address.domain());
}

std::string as_sent(const Message& message, const Sender& from, const std::string& id,
                    Moment date) {
  return fmt::format(
      "Date: {}\r\nFrom: {}\r\nTo: {}\r\nSubject: {}\r\nMessage-ID:\r\n {}\r\n"
      "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
      "\r\n{}",
      date_of(date), from_of(from), message.to.text(), subject_of(message.subject), Line(id).text(),
      quoted_printable(message.text));
}

}  // namespace touchstone::mail
