#pragma once
#include <memory>

#include "platform/id.h"
#include "standard/content.h"

namespace touchstone::standard {

// One version of a standard as a workspace has it, for ids: Id<Version>.
struct Version;

// A version that people can be judged against. It never changes.
struct Published {
  Id<Version> id{};
  std::shared_ptr<const Content> content;
};

}  // namespace touchstone::standard
