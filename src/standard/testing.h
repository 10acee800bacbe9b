#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "standard/pack.h"

namespace touchstone::standard::testing {

// A small standard with one area for the whole and one that is repeated for two types of provision:
// two elements asked once, two asked twice, four points each at most.
inline constexpr std::string_view repeated_pack = R"(pack: 1
standard: provision
version: "1"
title: Provision
owner: Eastmere
licence: {name: CC-BY-4.0, redistribute: full}
voices: [person, institution]
scales:
  two:
    type: sequential
    levels:
      - {key: low, letter: L, name: Low, points: 2}
      - {key: high, letter: H, name: High, points: 4}
scoring:
  rule: sum
  bands:
    person: [{level: low, from: 0, to: 15}, {level: high, from: 16, to: 24}]
    institution: [{level: low, from: 0, to: 15}, {level: high, from: 16, to: 24}]
dimensions:
  kind:
    title: Type of provision
    values:
      - {key: adults, title: Adult learning}
      - {key: apprentices, title: Apprenticeships}
areas:
  - key: whole
    title: The whole
    sheet: 1
    elements:
      - {key: safety, title: Safety, scale: two}
      - {key: leading, title: Leading, scale: two}
  - key: teaching
    title: Teaching
    sheet: 2
    per_dimension: kind
    elements:
      - key: curriculum
        title: Curriculum
        scale: two
        descriptors:
          person:
            low: {short: It is planned., statements: [{key: plan, text: There is a plan.}]}
            high: {short: It is planned well.}
      - {key: achievement, title: Achievement, scale: two}
)";

// "19 lists.days.title: …" of everything that is wrong with a pack.
inline std::vector<std::string> problems(std::string_view pack) {
  std::vector<std::string> lines;
  const auto read = read_pack(pack);
  if (!read)
    for (const auto& problem : read.error())
      lines.push_back(std::to_string(problem.line) + " " + problem.field + ": " + problem.message);
  return lines;
}

}  // namespace touchstone::standard::testing
