#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/html/escape.h"
#include "platform/html/markup.h"
#include "platform/html/url.h"

namespace touchstone {

namespace markup {
void an_attribute_name_is_lower_case_letters_digits_hyphens_and_dots();
void this_attribute_is_never_made_from_data();
void this_attribute_takes_a_url();
}  // namespace markup

// The name of an attribute that may take text: not an address, handler or style.
class AttributeName {
 public:
  template <std::size_t N>
  consteval AttributeName(const char (&written)[N]) : text_(written, N - 1) {
    if (!is_name(text_)) markup::an_attribute_name_is_lower_case_letters_digits_hyphens_and_dots();
    if (markup::is_never_from_data(text_)) markup::this_attribute_is_never_made_from_data();
    if (markup::is_address(text_)) markup::this_attribute_takes_a_url();
  }
  // The same rules for a name that is not a literal; empty when they are broken. It must outlive
  // the result.
  static std::optional<AttributeName> checked(std::string_view name) {
    if (!is_name(name) || markup::is_never_from_data(name) || markup::is_address(name)) return {};
    return AttributeName(name, 0);
  }
  std::string_view text() const { return text_; }

 private:
  constexpr AttributeName(std::string_view name, int) : text_(name) {}
  static constexpr bool is_name(std::string_view name) {
    for (const char c : name)
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' && c != '.') return false;
    return !name.empty() && name.front() >= 'a';
  }
  std::string_view text_;
};

// Free attributes for an element, each with its leading space: html(R"(<div class="a"{}>)",
// attributes).
class Attributes {
 public:
  Attributes& set(AttributeName name, std::string_view value) {
    begin(name);
    escape(text_, value);
    text_ += '"';
    return *this;
  }
  Attributes& set(AttributeName name, const Url& value) { return set(name, value.text()); }
  Attributes& set(AttributeName name, std::int64_t value) {
    begin(name);
    append_number(text_, value);
    text_ += '"';
    return *this;
  }
  // Nothing when the value is empty.
  Attributes& maybe(AttributeName name, std::string_view value) {
    return value.empty() ? *this : set(name, value);
  }
  // An attribute without a value: hidden, checked.
  Attributes& set(AttributeName name) {
    text_ += ' ';
    text_ += name.text();
    return *this;
  }
  Attributes& add(const Attributes& more) {
    text_ += more.text_;
    return *this;
  }
  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }

 private:
  void begin(AttributeName name) {
    set(name);
    text_ += "=\"";
  }
  std::string text_;
};

}  // namespace touchstone
