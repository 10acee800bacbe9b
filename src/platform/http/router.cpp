#include "platform/http/router.h"

#include <algorithm>
#include <stdexcept>

#include "platform/id.h"
#include "platform/text.h"

namespace touchstone::http {
namespace {

bool is_parameter(std::string_view segment) {
  return segment.starts_with('{');
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& segments) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (is_parameter(pattern[i]) ? segments[i].empty() : pattern[i] != segments[i]) return false;
  }
  return true;
}

bool has_capitals(std::string_view segment) {
  return std::ranges::any_of(segment, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// What that pattern writes in small letters: its own segments, the key of an organisation and ids.
// Secrets and whatever else a parameter may be stay as they are.
std::vector<std::string> in_small_letters(const std::vector<std::string>& pattern,
                                          std::vector<std::string> segments) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    auto small = lowered_ascii(segments[i]);
    if (!is_parameter(pattern[i]) || pattern[i] == "{workspace" || uuid_from_text(small))
      segments[i] = std::move(small);
  }
  return segments;
}

bool more_literal(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  return std::ranges::lexicographical_compare(one, other, {}, is_parameter, is_parameter);
}

bool answers(const Route& route, Method method) {
  return route.method == (method == Method::head ? Method::get : method);
}

std::string shape(const Route& route) {
  std::string shape = route.method == Method::post ? "POST" : "GET";
  for (const auto& segment : pattern_segments(route.pattern))
    shape += "/" + (is_parameter(segment) ? std::string("{") : segment);
  return shape;
}

}  // namespace

std::vector<std::string> pattern_segments(std::string_view pattern) {
  if (!pattern.starts_with('/'))
    throw std::logic_error("a pattern begins with a slash: " + std::string(pattern));
  std::vector<std::string> segments;
  for (const auto part : split(pattern.substr(1), '/')) {
    const bool parameter = part.size() > 2 && part.front() == '{' && part.back() == '}';
    const auto inside = parameter ? part.substr(1, part.size() - 2) : part;
    if (inside.find_first_of("{}%?#") != std::string_view::npos)
      throw std::logic_error("a parameter is a whole segment: " + std::string(pattern));
    segments.emplace_back(parameter ? part.substr(0, part.size() - 1) : part);
  }
  return segments;
}

void Routes::add(Route route) {
  for (const auto& other : routes_)
    if (shape(other) == shape(route))
      throw std::logic_error("two routes for one address: " + other.pattern + " and " +
                             route.pattern);
  routes_.push_back(std::move(route));
}

Router::Router(const Routes& routes) {
  for (const auto& route : routes.all()) {
    auto segments = pattern_segments(route.pattern);
    auto& entries = by_count_[segments.size()];
    entries.push_back({&route, std::move(segments)});
  }
  for (auto& [count, entries] : by_count_)
    std::ranges::stable_sort(entries, more_literal, &Entry::segments);
}

Router::Match Router::match(Method method, const std::vector<std::string>& segments) const {
  Match match;
  const auto entries = by_count_.find(segments.size());
  if (entries == by_count_.end()) return match;
  for (const auto& [route, pattern] : entries->second) {
    if (!fits(pattern, segments)) continue;
    if (!answers(*route, method)) {
      match.other_methods = true;
      const std::string_view allow = route->method == Method::post ? "POST" : "GET, HEAD";
      if (!match.allow.contains(allow))
        match.allow += (match.allow.empty() ? "" : ", ") + std::string(allow);
      continue;
    }
    match.route = route;
    for (std::size_t i = 0; i < pattern.size(); ++i)
      if (is_parameter(pattern[i]))
        match.parameters.emplace_back(pattern[i].substr(1), segments[i]);
    return match;
  }
  return match;
}

std::optional<std::vector<std::string>> Router::meant(
    const std::vector<std::string>& segments) const {
  const bool ends_in_slash = segments.size() > 1 && segments.back().empty();
  if (!ends_in_slash && std::ranges::none_of(segments, has_capitals)) return std::nullopt;
  auto sent = segments;
  while (sent.size() > 1 && sent.back().empty()) sent.pop_back();
  const auto entries = by_count_.find(sent.size());
  if (entries == by_count_.end()) return std::nullopt;
  for (const auto& [route, pattern] : entries->second) {
    if (!answers(*route, Method::get)) continue;
    auto meant = in_small_letters(pattern, sent);
    if (fits(pattern, meant)) return meant == segments ? std::nullopt : std::optional(meant);
  }
  return std::nullopt;
}

}  // namespace touchstone::http
