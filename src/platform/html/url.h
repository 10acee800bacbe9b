#pragma once
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace touchstone {

namespace address {

// Declared and never defined: a literal that reaches one of them does not compile.
void an_address_of_ours_begins_with_one_slash_and_has_no_empty_segment();
void an_address_holds_letters_digits_and_slashes_and_takes_its_query_from_with();
void the_number_of_placeholders_is_not_the_number_of_arguments();

constexpr bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

// The literal of url(), checked while compiling: "/{}/self-assessments/{}".
template <class... Args>
struct Pattern {
  template <std::size_t N>
  consteval Pattern(const char (&written)[N]) : literal(written, N - 1) {
    if (!literal.starts_with('/') || literal.find("//") != literal.npos)
      an_address_of_ours_begins_with_one_slash_and_has_no_empty_segment();
    std::size_t found = 0;
    for (std::size_t i = 0; i < literal.size(); ++i) {
      if (literal.substr(i, 2) == "{}") {
        ++found;
        ++i;
      } else if (literal[i] != '/' && literal[i] != '@' && !is_plain(literal[i])) {
        an_address_holds_letters_digits_and_slashes_and_takes_its_query_from_with();
      }
    }
    if (found != sizeof...(Args)) the_number_of_placeholders_is_not_the_number_of_arguments();
  }
  std::string_view literal;
};

inline std::string as_text(std::string_view text) {
  return std::string(text);
}
template <std::integral Number>
  requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
std::string as_text(Number number) {
  return std::to_string(number);
}
template <class Thing>  // an Id
  requires requires(const Thing& thing) {
    { to_text(thing) } -> std::same_as<std::string>;
  }
std::string as_text(const Thing& thing) {
  return to_text(thing);
}

}  // namespace address

// An address that may stand in href, src or action: one of ours, or one that was looked at.
class Url {
 public:
  Url() = default;

  // The same address with one more value in its query.
  Url with(std::string_view name, std::string_view value) const;
  // The same address, at that element of the page.
  Url at(std::string_view fragment) const;

  // An element of the same page: "#level".
  static Url here(std::string_view fragment);
  // Somebody else's address: http, https or mailto; otherwise empty.
  static std::optional<Url> outside(std::string_view typed);
  // An address of ours that came back from outside, as in "then go to": a path of ours, with or
  // without a query; otherwise empty.
  static std::optional<Url> ours(std::string_view sent);

  const std::string& text() const { return text_; }  // not yet escaped for HTML
  bool empty() const { return text_.empty(); }
  bool operator==(const Url&) const = default;

 private:
  friend Url make_url(std::string_view literal, std::span<const std::string> arguments);
  explicit Url(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

// The arguments are percent-encoded. Throws std::invalid_argument when one of them cannot be part
// of a path: empty,
// "." or "..".
Url make_url(std::string_view literal, std::span<const std::string> arguments);

// url("/{}/self-assessments/{}", workspace.slug, sheet.id): arguments are text, whole numbers or
// ids.
template <class... Args>
Url url(address::Pattern<std::type_identity_t<Args>...> pattern, const Args&... args) {
  if constexpr (sizeof...(Args) == 0) {
    return make_url(pattern.literal, {});
  } else {
    const std::string texts[] = {address::as_text(args)...};
    return make_url(pattern.literal, texts);
  }
}

}  // namespace touchstone
