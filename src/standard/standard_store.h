#pragma once
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/date.h"
#include "platform/sql/turn.h"
#include "standard/pack.h"
#include "standard/version.h"

namespace touchstone::standard {

// Without any SQL once it was asked for. Throws std::runtime_error when the workspace has no such
// version.
std::shared_ptr<const Content> content_of(sql::Read& read, const Uuid& workspace,
                                          Id<Version> version);

// What people can be judged against, in title order, the newest version of a title first.
std::vector<Published> published(sql::Read& read, const Uuid& workspace);

// By address, "personal-tutoring@1.0". Withdrawn versions are left out.
std::optional<Published> version_at(sql::Read& read, const Uuid& workspace,
                                    std::string_view address);

// A version as it lies here, withdrawn or not.
struct Kept {
  Id<Version> id{};
  std::shared_ptr<const Content> content;
  bool withdrawn = false;
  Moment published_at{};
  Digest hash{};
};
std::optional<Kept> kept_at(sql::Read& read, const Uuid& workspace, std::string_view address);

// The versions here whose results can be set beside that one's, itself among them: are_related().
std::vector<Id<Version>> related_versions(sql::Read& read, const Uuid& workspace,
                                          Id<Version> version);

// The pack itself, as canonical JSON, withdrawn or not.
std::optional<std::string> canonical_at(sql::Read& read, const Uuid& workspace,
                                        std::string_view address);

// What lies in a workspace, withdrawn or not, without reading it: by the title of its newest
// version, the newest first.
struct Shelved {
  std::string address;
  bool withdrawn = false;
  Moment published_at{};
  Digest hash{};
};
std::vector<Shelved> shelved(sql::Read& read, const Uuid& workspace);

// Nobody is judged against a withdrawn version anew; what was judged against it stays. The same
// again changes nothing.
void withdraw(sql::Write& write, Id<Version> version);
void put_back(sql::Write& write, Id<Version> version);

// Publishes a pack in the actor's workspace. The same content again changes nothing and gives the
// version that is there; other content under the same address is refused with a sentence: a
// published version never changes.
std::expected<Id<Version>, std::string> import(sql::Write& write, const Pack& pack);

// Publishes every pack in the box in the actor's workspace, as import() does. Throws
// std::runtime_error when a version there differs.
void import_the_box(sql::Write& write);

}  // namespace touchstone::standard
