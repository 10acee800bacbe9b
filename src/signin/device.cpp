#include "signin/device.h"

#include <array>
#include <set>
#include <utility>

namespace touchstone::signin {
namespace {

std::set<std::string, std::less<>>& open_segments() {
  static std::set<std::string, std::less<>> segments;
  return segments;
}

}  // namespace

std::string device_name(std::string_view user_agent) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> names{
      {{"iPhone", "iPhone"},
       {"iPad", "iPad"},
       {"Android", "Android phone or tablet"},
       {"Windows", "Windows computer"},
       {"Macintosh", "Mac"},
       {"CrOS", "Chromebook"},
       {"Linux", "Linux computer"},
       {"", "Device"}}};
  for (const auto& [sign, name] : names)
    if (user_agent.contains(sign)) return std::string(name);
  return {};
}

void open_on_remembered_phones(std::string_view segment) {
  open_segments().emplace(segment);
}

bool opens_on_remembered_phones(std::string_view path) {
  if (path == "/") return true;
  const auto slug_end = path.find('/', 1);
  if (slug_end == path.npos) return open_segments().contains("");
  const auto rest = path.substr(slug_end + 1);
  return open_segments().contains(rest.substr(0, rest.find('/')));
}

}  // namespace touchstone::signin
