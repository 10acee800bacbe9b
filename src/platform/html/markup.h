#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

// Takes the literals of html() apart while compiling. Nothing here is called at run time.
namespace touchstone::markup {

// What stands in for a placeholder.
enum class Kind : std::uint8_t { text, html, url, attributes };

constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
constexpr bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

constexpr bool same(std::string_view written, std::string_view name) {
  if (written.size() != name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i)
    if (lower(written[i]) != name[i]) return false;
  return true;
}
template <std::size_t N>
constexpr bool one_of(std::string_view written, const std::array<std::string_view, N>& names) {
  for (const auto name : names)
    if (same(written, name)) return true;
  return false;
}

// Attributes that hold a script, a style, a document, a list of addresses, or send a form
// elsewhere: never from data.
constexpr bool is_never_from_data(std::string_view attribute) {
  constexpr std::array<std::string_view, 12> names{
      "style",  "srcdoc",   "formaction", "srcset",     "imagesrcset", "ping",
      "poster", "manifest", "data",       "background", "xlink:href",  "http-equiv"};
  return one_of(attribute, names) || same(attribute.substr(0, 2), "on");
}
// Attributes that hold one address.
constexpr bool is_address(std::string_view attribute) {
  constexpr std::array<std::string_view, 4> names{"href", "src", "action", "cite"};
  return one_of(attribute, names);
}
// Elements that load, redirect or re-base a document: no data in any of their attributes.
constexpr bool loads_documents(std::string_view element) {
  constexpr std::array<std::string_view, 6> names{"base", "embed",  "iframe",
                                                  "meta", "object", "frame"};
  return one_of(element, names);
}
constexpr bool is_script_or_style(std::string_view element) {
  constexpr std::array<std::string_view, 5> names{"script", "style", "noscript", "xmp",
                                                  "plaintext"};
  return one_of(element, names);
}
// Elements whose content is text only, without markup.
constexpr bool is_text_only(std::string_view element) {
  constexpr std::array<std::string_view, 2> names{"textarea", "title"};
  return one_of(element, names);
}

// Declared and never defined: a literal that reaches one of them does not compile, and the compiler
// prints its name.
void a_brace_must_be_half_of_a_placeholder_or_written_as_a_character_reference();
void there_are_more_placeholders_than_arguments();
void there_are_more_arguments_than_placeholders();
void a_placeholder_must_not_stand_in_a_tag_name();
void a_placeholder_must_not_stand_in_an_attribute_name();
void a_placeholder_must_not_stand_in_an_unquoted_attribute();
void a_placeholder_must_not_stand_in_a_comment_or_declaration();
void a_placeholder_must_not_stand_in_a_script_or_style_element();
void a_placeholder_must_not_stand_in_an_event_handler_style_srcdoc_or_formaction();
void a_placeholder_must_not_stand_in_an_attribute_of_an_element_that_loads_documents();
void an_address_must_be_a_url_and_nothing_else();
void a_url_may_stand_in_href_src_action_cite_and_data_attributes_only();
void html_must_not_stand_in_an_attribute_or_in_a_text_only_element();
void attributes_may_stand_inside_a_tag_only();
void a_tag_takes_attributes_only();
void the_literal_ends_inside_a_tag_or_comment();
void the_literal_ends_inside_a_script_style_textarea_or_title_element();

// Walks over one literal, checks every placeholder against its kind, and cuts the literal at the
// placeholders.
class Walk {
 public:
  constexpr Walk(std::string_view literal, std::span<const Kind> kinds,
                 std::span<std::string_view> pieces)
      : literal_(literal), kinds_(kinds), pieces_(pieces) {}

  constexpr void run() {
    while (at_ < literal_.size()) step();
    if (place_ != Place::content) the_literal_ends_inside_a_tag_or_comment();
    if (!inside_.empty()) the_literal_ends_inside_a_script_style_textarea_or_title_element();
    if (found_ != kinds_.size()) there_are_more_arguments_than_placeholders();
    pieces_[found_] = literal_.substr(cut_);
  }

 private:
  enum class Place : std::uint8_t { content, tag, value, comment, declaration };

  constexpr bool follows(std::string_view text) const {
    return literal_.substr(at_, text.size()) == text;
  }
  constexpr char here() const { return at_ < literal_.size() ? literal_[at_] : '\0'; }

  constexpr void step() {
    if (here() == '{' || here() == '}') return placeholder();
    switch (place_) {
      case Place::content:
        return content();
      case Place::tag:
        return tag();
      case Place::value:
        return value();
      case Place::comment:
        return skip_to("-->");
      case Place::declaration:
        return skip_to(">");
    }
  }

  constexpr void skip_to(std::string_view end) {
    if (!follows(end)) {
      ++at_;
      return;
    }
    at_ += end.size();
    place_ = Place::content;
  }

  constexpr void content() {
    if (here() != '<') {
      ++at_;
    } else if (!inside_.empty()) {
      end_of_inside();
    } else if (follows("<!--")) {
      at_ += 4;
      place_ = Place::comment;
    } else if (follows("<!") || follows("<?")) {
      at_ += 2;
      place_ = Place::declaration;
    } else {
      open_tag();
    }
  }

  // In script, style, textarea and title nothing but the element's own end tag counts.
  constexpr void end_of_inside() {
    const auto name = literal_.substr(std::min(at_ + 2, literal_.size()), inside_.size());
    if (literal_.substr(at_, 2) != "</" || !same_letters(name, inside_)) {
      ++at_;
      return;
    }
    inside_ = {};
    open_tag();
  }
  static constexpr bool same_letters(std::string_view one, std::string_view other) {
    if (one.size() != other.size()) return false;
    for (std::size_t i = 0; i < one.size(); ++i)
      if (lower(one[i]) != lower(other[i])) return false;
    return true;
  }

  constexpr void open_tag() {
    ++at_;
    closing_ = here() == '/';
    if (closing_) ++at_;
    if (here() == '{' || here() == '}') a_placeholder_must_not_stand_in_a_tag_name();
    if (!is_letter(here())) return;  // a lone "<" is text
    element_ = name("/>");
    if (here() == '{' && kind() != Kind::attributes) a_placeholder_must_not_stand_in_a_tag_name();
    place_ = Place::tag;
  }

  // The letters up to white space, one of the ends, or a placeholder.
  constexpr std::string_view name(std::string_view ends) {
    const auto begin = at_;
    while (at_ < literal_.size() && !is_space(here()) && here() != '{' && here() != '}' &&
           ends.find(here()) == ends.npos)
      ++at_;
    return literal_.substr(begin, at_ - begin);
  }

  constexpr void tag() {
    if (is_space(here()) || here() == '/') {
      ++at_;
    } else if (here() == '>') {
      ++at_;
      end_of_tag();
    } else {
      attribute();
    }
  }

  constexpr void end_of_tag() {
    place_ = Place::content;
    if (!closing_ && (is_script_or_style(element_) || is_text_only(element_))) inside_ = element_;
  }

  constexpr void attribute() {
    attribute_ = name("/>=");
    if (here() == '{' && kind() != Kind::attributes)
      a_placeholder_must_not_stand_in_an_attribute_name();
    while (is_space(here())) ++at_;
    if (here() != '=') return;
    ++at_;
    while (is_space(here())) ++at_;
    if (here() == '{') a_placeholder_must_not_stand_in_an_unquoted_attribute();
    if (here() == '"' || here() == '\'') {
      quote_ = here();
      value_begin_ = ++at_;
      place_ = Place::value;
      return;
    }
    name(">");
    if (here() == '{') a_placeholder_must_not_stand_in_an_unquoted_attribute();
  }

  constexpr void value() {
    if (here() == quote_) place_ = Place::tag;
    ++at_;
  }

  constexpr Kind kind() const {
    if (found_ >= kinds_.size()) there_are_more_placeholders_than_arguments();
    return kinds_[found_];
  }

  constexpr void placeholder() {
    if (!follows("{}")) a_brace_must_be_half_of_a_placeholder_or_written_as_a_character_reference();
    if (place_ == Place::comment || place_ == Place::declaration)
      a_placeholder_must_not_stand_in_a_comment_or_declaration();
    if (place_ == Place::content) check_content();
    if (place_ == Place::tag) check_tag();
    if (place_ == Place::value) check_value();
    pieces_[found_] = literal_.substr(cut_, at_ - cut_);
    ++found_;
    at_ += 2;
    cut_ = at_;
  }

  constexpr void check_content() const {
    if (is_script_or_style(inside_)) a_placeholder_must_not_stand_in_a_script_or_style_element();
    if (kind() == Kind::html && !inside_.empty())
      html_must_not_stand_in_an_attribute_or_in_a_text_only_element();
    if (kind() == Kind::attributes) attributes_may_stand_inside_a_tag_only();
    if (kind() == Kind::url) a_url_may_stand_in_href_src_action_cite_and_data_attributes_only();
  }

  constexpr void check_tag() const {
    if (kind() != Kind::attributes) a_tag_takes_attributes_only();
    if (loads_documents(element_))
      a_placeholder_must_not_stand_in_an_attribute_of_an_element_that_loads_documents();
    const auto next = literal_.substr(at_ + 2, 1);
    if (closing_ || (next != ">" && next != "/" && next != " " && next != "\n" && next != "{"))
      a_placeholder_must_not_stand_in_an_attribute_name();
  }

  constexpr void check_value() const {
    if (is_never_from_data(attribute_))
      a_placeholder_must_not_stand_in_an_event_handler_style_srcdoc_or_formaction();
    if (loads_documents(element_))
      a_placeholder_must_not_stand_in_an_attribute_of_an_element_that_loads_documents();
    if (kind() == Kind::html) html_must_not_stand_in_an_attribute_or_in_a_text_only_element();
    if (kind() == Kind::attributes) attributes_may_stand_inside_a_tag_only();
    const bool whole =
        at_ == value_begin_ && literal_.substr(at_ + 2, 1) == std::string_view(&quote_, 1);
    if (is_address(attribute_) && (kind() != Kind::url || !whole))
      an_address_must_be_a_url_and_nothing_else();
    if (kind() == Kind::url && !is_address(attribute_) &&
        !(whole && attribute_.starts_with("data-")))
      a_url_may_stand_in_href_src_action_cite_and_data_attributes_only();
  }

  std::string_view literal_;
  std::span<const Kind> kinds_;
  std::span<std::string_view> pieces_;
  std::size_t at_ = 0;
  std::size_t cut_ = 0;
  std::size_t found_ = 0;
  std::size_t value_begin_ = 0;
  Place place_ = Place::content;
  bool closing_ = false;
  char quote_ = '"';
  std::string_view element_;
  std::string_view attribute_;
  std::string_view inside_;  // the script, style, textarea or title element that the walk is in
};

}  // namespace touchstone::markup
