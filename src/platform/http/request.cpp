#include "platform/http/request.h"

namespace touchstone::http {
namespace {

std::string_view find(const std::vector<std::pair<std::string, std::string>>& pairs,
                      std::string_view name) {
  for (const auto& [key, value] : pairs)
    if (key == name) return value;
  return {};
}

}  // namespace

std::string_view Request::parameter(std::string_view name) const {
  return find(parameters, name);
}

std::string_view Request::header(std::string_view name) const {
  return find(headers, name);
}

sql::Actor Request::actor() const {
  return {visitor.workspace, visitor.person, visitor.for_person, sql::Channel::page, id};
}

}  // namespace touchstone::http
