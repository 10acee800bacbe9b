#pragma once
#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

#include "platform/html/html.h"

namespace touchstone::look {

// What stands inside a component: words, which are escaped, or markup.
class Content {
 public:
  Content() = default;
  Content(std::convertible_to<std::string_view> auto&& words)
      : what_(std::string(std::string_view(words))) {}
  Content(Html markup) : what_(std::move(markup)) {}

  bool is_text() const { return std::holds_alternative<std::string>(what_); }
  bool empty() const {
    return std::visit([](const auto& what) { return what.empty(); }, what_);
  }
  std::string_view text() const {
    return is_text() ? std::string_view(std::get<std::string>(what_)) : std::string_view();
  }
  Html html() const {
    return is_text() ? touchstone::html("{}", std::get<std::string>(what_)) : std::get<Html>(what_);
  }
  // This, or other words when it is empty.
  Html html_or(std::string_view words) const {
    return empty() ? touchstone::html("{}", words) : html();
  }

 private:
  std::variant<std::string, Html> what_;
};

// The parts that are not empty, with spaces between: for class, aria-describedby, rel.
std::string joined(std::initializer_list<std::string_view> parts);

// The text is one option of an element: "class" gets the classes that are not empty.
Attributes with_classes(std::initializer_list<std::string_view> classes);

}  // namespace touchstone::look
