#pragma once
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

#include "platform/html/attributes.h"
#include "platform/html/escape.h"
#include "platform/html/markup.h"
#include "platform/html/url.h"

namespace touchstone {

class Html;
template <class Name>
class Stencil;

namespace markup {

template <class T>
concept Textual = std::convertible_to<const T&, std::string_view>;
template <class T>
concept Whole = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

// A place in a stencil, which says what will stand there.
template <class T>
concept Hole = requires {
  { T::stands_for } -> std::same_as<const Kind&>;
};

template <class T>
concept Argument = Textual<T> || Whole<T> || std::same_as<T, Html> || std::same_as<T, Url> ||
                   std::same_as<T, Attributes>;

template <class T>
consteval Kind kind_of() {
  if constexpr (std::same_as<T, Html>) return Kind::html;
  if constexpr (std::same_as<T, Url>) return Kind::url;
  if constexpr (std::same_as<T, Attributes>) return Kind::attributes;
  if constexpr (Hole<T>) return T::stands_for;
  return Kind::text;
}

// A literal cut into the pieces between its placeholders, checked against the types of the
// arguments.
template <class... Args>
  requires((Argument<Args> || Hole<Args>) && ...)
struct Literal {
  template <std::size_t N>
  consteval Literal(const char (&written)[N]) {
    const std::array<Kind, sizeof...(Args)> kinds{kind_of<Args>()...};
    Walk(std::string_view(written, N - 1), kinds, pieces).run();
  }
  std::array<std::string_view, sizeof...(Args) + 1> pieces;
};

}  // namespace markup

// Markup that is safe to send. It is made by html(), and by a Stencil of such markup.
//
// html(R"(<th scope="row">{}</th>)", element.title)
//
// The literal is taken apart while compiling. Each {} takes the next argument: text and whole
// numbers are escaped; an Html goes in as it is, in element content only; a Url fills the whole of
// href, src, action or cite, which take nothing else; Attributes stand inside a tag: <div
// class="a"{}>. A literal brace is written &#123; or &#125;. A literal must close its tags,
// comments, scripts and text areas; elements may stay open for the next one.
class Html {
 public:
  Html() = default;

  // For markup that another program made safe (cmark in safe mode), never for text of people.
  static Html made_safe_elsewhere(std::string markup) {
    Html out;
    out.text_ = std::move(markup);
    return out;
  }

  // Appends without a temporary.
  template <markup::Argument... Args>
  Html& add(const markup::Literal<std::type_identity_t<Args>...>& literal, const Args&... args) {
    std::size_t next = 0;
    ((append(literal.pieces[next++]), put(args)), ...);
    append(literal.pieces[next]);
    return *this;
  }
  Html& add(const Html& more) {
    append(more.text_);
    return *this;
  }

  void reserve(std::size_t bytes) { text_.reserve(bytes); }
  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }
  const std::string& text() const& { return text_; }
  std::string text() && { return std::move(text_); }
  bool operator==(const Html&) const = default;

 private:
  template <class Name>
  friend class Stencil;
  void append(std::string_view piece) { text_.append(piece); }
  void put(const Html& html) { append(html.text_); }
  void put(const Url& url) { escape(text_, url.text()); }
  void put(const Attributes& attributes) { append(attributes.text()); }
  void put(std::string_view text) { escape(text_, text); }
  void put(markup::Whole auto number) { append_number(text_, number); }

  std::string text_;
};

template <markup::Argument... Args>
Html html(const markup::Literal<std::type_identity_t<Args>...>& literal, const Args&... args) {
  Html out;
  out.add(literal, args...);
  return out;
}

}  // namespace touchstone
