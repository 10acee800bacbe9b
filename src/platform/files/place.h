#pragma once
#include <memory>

#include "platform/files/storage.h"
#include "platform/files/unclaimed.h"

namespace touchstone::files {

// Where files are kept, and how much of them.
struct Place {
  std::shared_ptr<Storage> storage{};
  std::int64_t quota = 50LL * 1024 * 1024 * 1024;  // bytes, of one organisation
  std::shared_ptr<Unclaimed> unclaimed = std::make_shared<Unclaimed>();
};

}  // namespace touchstone::files
