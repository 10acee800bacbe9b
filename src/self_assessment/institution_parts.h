#pragma once
#include <string>
#include <string_view>

#include "platform/html/html.h"
#include "platform/html/url.h"
#include "platform/http/request.h"
#include "self_assessment/institution_figures.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {

inline Url institution_url(const http::Request& request, const standard::Content& against) {
  return url("/{}/institution", request.visitor.workspace_slug).with("standard", against.address());
}
inline Url leaders_url(const http::Request& request, const standard::Content& against) {
  return url("/{}/institution/judgement", request.visitor.workspace_slug)
      .with("standard", against.address());
}
inline Url views_url(const http::Request& request) {
  return url("/{}/institution/views", request.visitor.workspace_slug);
}

// Which standard it is, where several may be called the same: "Personal tutoring, version 1.0".
std::string with_version(const standard::Content& content);

// What a theme is part of, or not: "your job", or where the organisation is judged "what the
// college does", in its own words.
std::string whose_work(std::string_view voice, std::string_view words);

// Said before somebody finishes a sheet: what becomes of their levels, in the organisation's words.
std::string how_it_counts(std::string_view words);

// The names of a scale's levels from one to another, as people say it: "Bronze or lower". Empty
// keys as in ShownBlock.
std::string from_to(const standard::Scale& scale, const ShownBlock& block);

// "At least half from Bronze to Silver, the middle at Silver".
std::string in_words(const standard::Scale& scale, const MiddleHalf& half);

// One row of the picture of a theme: who, and what stands in each column of the scale.
struct SpreadRow {
  std::string who;
  std::string level{};                  // one level's key, or "below_minimum"; or else
  const ShownSpread* spread = nullptr;  // where the middle half stands
  std::string nothing = "Not shown";    // where neither is there
};
// A small table that is its own picture: a column for each level, a row for each who.
Html spread_table(std::string_view title, const standard::Scale& scale,
                  const std::vector<SpreadRow>& rows);

}  // namespace touchstone::self_assessment
