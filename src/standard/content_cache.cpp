#include "standard/content_cache.h"

#include <map>
#include <mutex>
#include <shared_mutex>

namespace touchstone::standard::content_cache {
namespace {

using Kept = std::shared_ptr<const Content>;
using Place = std::pair<Uuid, Uuid>;

struct Store {
  std::shared_mutex mutex;
  std::map<Digest, Kept> by_hash;
  std::map<Place, Kept> by_version;
};

Store& store() {
  static Store store;
  return store;
}

template <class Map, class Key>
Kept found_in(const Map& map, const Key& key) {
  const std::shared_lock lock(store().mutex);
  const auto found = map.find(key);
  return found == map.end() ? nullptr : found->second;
}

}  // namespace

Kept with_hash(const Digest& hash) {
  return found_in(store().by_hash, hash);
}

Kept of_version(const Uuid& workspace, const Uuid& version) {
  return found_in(store().by_version, Place(workspace, version));
}

void keep(const Digest& hash, Kept content) {
  const std::unique_lock lock(store().mutex);
  store().by_hash.insert_or_assign(hash, std::move(content));
}

void keep(const Uuid& workspace, const Uuid& version, Kept content) {
  const std::unique_lock lock(store().mutex);
  store().by_version.insert_or_assign(Place(workspace, version), std::move(content));
}

}  // namespace touchstone::standard::content_cache
