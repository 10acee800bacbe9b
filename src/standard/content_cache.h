#pragma once
#include <memory>

#include "platform/id.h"
#include "platform/secret.h"
#include "standard/content.h"

// Contents that this process has read already: a published version never changes. Safe from any
// thread; null when there is none.
namespace touchstone::standard::content_cache {

std::shared_ptr<const Content> with_hash(const Digest& hash);
std::shared_ptr<const Content> of_version(const Uuid& workspace, const Uuid& version);

void keep(const Digest& hash, std::shared_ptr<const Content> content);
void keep(const Uuid& workspace, const Uuid& version, std::shared_ptr<const Content> content);

}  // namespace touchstone::standard::content_cache
