#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "evidence/piece.h"

// What the pages of the library say as JSON.
namespace touchstone::evidence::shape {

struct EvidenceFile {
  std::string name;
  std::string type;
  std::int64_t size = 0;
  std::string sha256;
};
BOOST_DESCRIBE_STRUCT(EvidenceFile, (), (name, type, size, sha256))

struct Evidence {
  std::string id;
  std::string title;
  std::string kind;
  std::optional<EvidenceFile> file;
  std::string link;
  std::string text;
  std::string source;
  std::string nature;
  std::string basis;
  std::string concerns;
  std::string viewpoint;
  Date about_on;
  Date came_on;
  std::optional<Date> keep_until;
  bool only_mine = false;
  bool sensitive = false;
  std::optional<Moment> binned_at;
  Moment changed_at;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Evidence, (),
                      (id, title, kind, file, link, text, source, nature, basis, concerns,
                       viewpoint, about_on, came_on, keep_until, only_mine, sensitive, binned_at,
                       changed_at, version))

struct EvidenceList {
  std::vector<Evidence> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(EvidenceList, (), (items, next))

// What anybody with the address may know.
struct PublicEvidence {
  std::string title;
  std::string kind;
  std::optional<EvidenceFile> file;
  std::string link;
  std::string text;
  Date about_on;
  std::string organisation;
};
BOOST_DESCRIBE_STRUCT(PublicEvidence, (), (title, kind, file, link, text, about_on, organisation))

struct PublicAddress {
  std::string address;
};
BOOST_DESCRIBE_STRUCT(PublicAddress, (), (address))

Evidence shape_of(const Piece& piece);
std::optional<EvidenceFile> shape_of(const std::optional<File>& file);

}  // namespace touchstone::evidence::shape
