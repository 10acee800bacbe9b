#include "platform/http/assets.h"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>

#include "platform/embedded.h"

namespace touchstone::http {
namespace {

struct Served {
  std::string hashed_name;
  std::string etag;
  Asset asset;
};

std::string_view type_of(std::string_view name) {
  const auto dot = name.rfind('.');
  const auto ending = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
  if (ending == "css") return "text/css; charset=utf-8";
  if (ending == "js" || ending == "mjs") return "text/javascript; charset=utf-8";
  if (ending == "svg") return "image/svg+xml";
  if (ending == "png") return "image/png";
  if (ending == "ico") return "image/x-icon";
  if (ending == "webmanifest") return "application/manifest+json";
  if (ending == "txt") return "text/plain; charset=utf-8";
  return "application/octet-stream";
}

std::string hash_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  auto hash = XXH3_64bits(bytes.data(), bytes.size());
  std::string text;
  for (int i = 0; i < 8; ++i, hash >>= 4) text += digits[hash & 15];
  return text;
}

// "icons/tick.svg" is served as "icons-tick.1f2e3d4c.svg": one segment.
std::string hashed(std::string_view name, std::string_view hash) {
  const auto dot = std::min(name.rfind('.'), name.size());
  auto flat =
      std::string(name.substr(0, dot)) + "." + std::string(hash) + std::string(name.substr(dot));
  std::ranges::replace(flat, '/', '-');
  return flat;
}

std::string_view bytes_of(std::string_view name) {
  for (const auto& file : embedded::assets)
    if (file.name == name) return file.bytes;
  return {};
}

bool is_variant(std::string_view name) {
  return name.ends_with(".gz") || name.ends_with(".br");
}

using Table = std::map<std::string, Served, std::less<>>;

Table load() {
  Table table;
  for (const auto& [name, bytes] : embedded::assets) {
    if (is_variant(name)) continue;
    const auto hash = hash_of(bytes);
    auto& served = table[std::string(name)];
    served.hashed_name = hashed(name, hash);
    served.etag = "\"" + hash + "\"";
    served.asset = {type_of(name), served.etag, bytes, bytes_of(std::string(name) + ".gz"),
                    bytes_of(std::string(name) + ".br")};
  }
  return table;
}

const Table& table() {
  static const Table table = load();
  return table;
}

}  // namespace

Url asset(std::string_view name) {
  const auto found = table().find(name);
  if (found == table().end()) throw std::logic_error("no such asset: " + std::string(name));
  return url("/assets/{}", found->second.hashed_name);
}

const Asset* find_asset(std::string_view hashed_name) {
  static const auto by_address = [] {
    std::map<std::string_view, const Asset*> map;
    for (const auto& [name, served] : table()) map[served.hashed_name] = &served.asset;
    return map;
  }();
  const auto found = by_address.find(hashed_name);
  return found == by_address.end() ? nullptr : found->second;
}

}  // namespace touchstone::http
