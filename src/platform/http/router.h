#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/http/routes.h"

namespace touchstone::http {

// Finds the route of an address. Literal segments win over parameters, from the left. No route has
// an address that ends in a slash.
class Router {
 public:
  explicit Router(const Routes& routes);

  struct Match {
    const Route* route = nullptr;  // null: none for this method
    bool other_methods = false;    // the address is known, the method is not: 405
    std::string allow;             // then: "GET, HEAD"
    std::vector<std::pair<std::string, std::string>> parameters;
  };
  Match match(Method method, const std::vector<std::string>& segments) const;
  // The address that was meant, where a page answers it and not this one: without slashes at its
  // end, and with our own words, the key of an organisation and ids in small letters. Otherwise
  // empty.
  std::optional<std::vector<std::string>> meant(const std::vector<std::string>& segments) const;

 private:
  struct Entry {
    const Route* route;
    std::vector<std::string> segments;  // a parameter begins with '{' and has lost its braces' end
  };
  std::map<std::size_t, std::vector<Entry>> by_count_;
};

// The segments of a pattern; a parameter keeps its leading brace ("{workspace"). Throws
// std::logic_error when it is no pattern.
std::vector<std::string> pattern_segments(std::string_view pattern);

}  // namespace touchstone::http
