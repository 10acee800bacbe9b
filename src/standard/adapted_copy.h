#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/complaint.h"
#include "standard/content.h"
#include "standard/node.h"

namespace touchstone::standard {

// A row that the parent does not have.
struct OwnRow {
  std::string title;
  std::string area;  // key of the area of the parent that it stands in
  std::string guidance;
  // By voice and level, what it looks like there; those that are not said are left out.
  std::map<std::pair<std::string, std::string>, std::string> texts{};
};

// A version of one's own, made from another: all its elements, with their keys and texts; bands and
// rows of one's own (C-22, C-30).
struct AdaptedCopy {
  std::string title;
  std::string version;
  std::string summary{};            // what it is for
  std::vector<VoiceBands> bands{};  // of the parent's voices; empty where nothing is added up
  std::vector<OwnRow> rows{};
};

// The key that versions of one's own have: "personal-tutoring-eastmere". That of a parent which is
// such a version already stays.
std::string own_key(const Content& parent, std::string_view workspace_slug);
// "peer-support" for "Peer support"; empty for a title without a letter or digit.
std::string key_for(std::string_view title);

// The copy as a pack. It names the parent; a copy of a copy names the first.
Node adapted(const Node& parent, const Content& content, const AdaptedCopy& copy,
             std::string_view workspace_slug, std::string_view owner);

// The parent's bands, stretched to the most that can be scored with the rows of one's own.
std::vector<VoiceBands> fitted_bands(const AdaptedCopy& copy, const Content& parent);

// What is wrong with it, by the names of its form: "title", "version", "summary",
// "bands.person.silver.from", "rows.1.title", "rows.1.person.gold". A row says what each level
// looks like wherever rows of the parent do: once published it cannot be said any more. Bands must
// cover 0 to the most that can be scored without gap or overlap (C-11).
Complaints complaints_about(const AdaptedCopy& copy, const Content& parent,
                            std::string_view workspace_slug);

}  // namespace touchstone::standard
