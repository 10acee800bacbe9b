#include "standard/demo_store.h"

#include <stdexcept>

#include "standard/adapted_copy.h"
#include "standard/pack_tree.h"
#include "standard/standard_store.h"

namespace touchstone::standard {
namespace {

OwnRow workshops() {
  OwnRow row;
  row.title = "Tutoring beside the work";
  row.area = "values-and-skills";
  row.guidance = "In workshops, on site and in placements, where there is no quiet room.";
  const auto say = [&](const char* voice, const char* level, const char* text) {
    row.texts[{voice, level}] = text;
  };
  say("person", "minimum", "I speak with each learner at their place of work once a term.");
  say("person", "bronze", "I plan these talks, and find a corner where nobody listens in.");
  say("person", "silver", "I look at what these talks change, and set myself a target.");
  say("person", "gold", "What I hear at work shapes the tutorials of the whole group.");
  say("person", "platinum", "Supervisors and colleagues take up how I do it, and we compare.");
  say("institution", "minimum", "Tutors have time to visit learners at their place of work.");
  say("institution", "bronze", "Every workshop and partner has a place for a private talk.");
  say("institution", "silver", "We ask learners what these talks are worth, and act on it.");
  say("institution", "gold", "Employers take part in how learners are tutored.");
  say("institution", "platinum", "Other colleges come to see how we do it.");
  return row;
}

}  // namespace

void publish_demo_copy(sql::Write& write) {
  const auto& workspace = write.actor().workspace;
  const std::string address = "personal-tutoring@1.0";
  const auto parent = kept_at(write, workspace, address);
  if (!parent) throw std::logic_error("the demo needs the pack of personal tutoring");
  AdaptedCopy copy;
  copy.title = "Personal tutoring at Eastmere";
  copy.version = "1";
  copy.summary =
      "The ten themes of good tutoring, and one of our own: tutoring learners where they work.";
  copy.rows.push_back(workshops());
  for (const auto& [voice, bands] : parent->content->scoring.bands) {
    VoiceBands own{voice, bands};
    int next = 0;
    for (auto& band : own.bands) {
      band.from = next;
      next += 22;
      band.to = next - 1;
    }
    own.bands.back().to = 110;
    copy.bands.push_back(std::move(own));
  }
  const auto tree = tree_of(canonical_at(write, workspace, address).value());
  const auto pack =
      pack_from(adapted(tree, *parent->content, copy, "eastmere", "Eastmere College"));
  if (!pack) throw std::logic_error(to_text("the demo's own version", pack.error().front()));
  if (const auto done = import(write, *pack); !done) throw std::logic_error(done.error());
}

}  // namespace touchstone::standard
