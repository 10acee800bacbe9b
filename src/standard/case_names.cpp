#include "standard/case_names.h"

#include <regex>

#include "platform/secret.h"
#include "platform/text.h"

namespace touchstone::standard {
namespace {

constexpr std::string_view our_urn = "urn:touchstone:";

}  // namespace

std::string case_uri(std::string_view address, const std::vector<std::string>& parts) {
  auto uri = std::string(our_urn) + std::string(address);
  for (const auto& part : parts) uri += ":" + part;
  return uri;
}

std::optional<std::vector<std::string>> parts_of_case_uri(std::string_view uri) {
  if (!uri.starts_with(our_urn)) return std::nullopt;
  std::vector<std::string> parts;
  for (const auto part : split(uri.substr(our_urn.size()), ':')) parts.emplace_back(part);
  return parts;
}

bool is_pack_key(const std::string& text) {
  static const std::regex key("[a-z][a-z0-9]*([_-][a-z0-9]+)*");
  return text.size() <= 60 && std::regex_match(text, key);
}

std::string case_identifier(std::string_view uri) {
  const auto digest = digest_of(uri);
  auto hex = to_hex({reinterpret_cast<const char*>(digest.data()), 16});
  hex[12] = '5';  // a UUID made from a name
  hex[16] = "89ab"[digest[8] % 4];
  for (const auto at : {20, 16, 12, 8}) hex.insert(static_cast<std::size_t>(at), "-");
  return hex;
}

}  // namespace touchstone::standard
