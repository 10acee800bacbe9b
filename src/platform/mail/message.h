#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/date.h"

// One mail in plain text. What could add a header or a recipient of its own cannot be made.
namespace touchstone::mail {

// An address that SMTP takes as it is: visible ASCII, one "@", no quotes, no comments, at most 254
// bytes.
class Address {
 public:
  // Empty for anything else.
  static std::optional<Address> from(std::string_view text);
  const std::string& text() const { return text_; }
  std::string_view domain() const;

 private:
  explicit Address(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

// One line of valid UTF-8 without control characters.
class Line {
 public:
  // Throws std::invalid_argument for anything else.
  Line(std::string_view text);
  Line(const std::string& text) : Line(std::string_view(text)) {}
  Line(const char* text) : Line(std::string_view(text)) {}
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// Who sends: "Touchstone <touchstone@college.example>", or the address alone.
struct Sender {
  Line name;  // may be empty
  Address address;
};
std::optional<Sender> sender_from(std::string_view text);

struct Message {
  Address to;
  Line subject;
  std::string text{};  // UTF-8, lines end with LF
};

// "<…@domain>", another each time.
std::string new_message_id(const Sender& from);

// The message as SMTP carries it (RFC 5322, MIME): lines of at most 76 bytes, ASCII only, CR LF.
// `id`: new_message_id(), or what an earlier try was sent with.
std::string as_sent(const Message& message, const Sender& from, const std::string& id, Moment date);

}  // namespace touchstone::mail
