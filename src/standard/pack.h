#pragma once
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/secret.h"
#include "standard/content.h"

// A pack: a standard as a file that people write by hand, in YAML or JSON, to the shape of
// standards/pack.schema.json.
namespace touchstone::standard {

// What is wrong with a pack, for whoever wrote it.
struct PackProblem {
  int line = 0;         // from 1
  std::string field;    // "areas[0].elements[2].descriptors.person.gold"; empty: the whole file
  std::string message;  // a sentence
};

// "personal-tutoring.yaml, line 41, areas[0].elements[2].descriptors.person.gold: …"
std::string to_text(std::string_view file, const PackProblem& problem);

// A pack that is sound.
struct Pack {
  std::shared_ptr<const Content> content;
  // JSON with members sorted, without white space, in Unicode NFC, without `published` and
  // `source.checked_on`: the same for two files that say the same.
  std::string canonical;
  Digest hash{};  // BLAKE2b-256 of the canonical form
};

// Reads a pack of at most 1 MB, or says all that is wrong with it, in the order of its lines.
// Anchors, aliases and tags are refused, and more than 50,000 values or 32 levels.
std::expected<Pack, std::vector<PackProblem>> read_pack(std::string_view text);

// The content of a canonical form that was stored. Throws std::runtime_error when it is none.
std::shared_ptr<const Content> content_from_canonical(std::string_view canonical);

}  // namespace touchstone::standard
