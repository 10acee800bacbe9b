#pragma once
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "config.h"
#include "platform/date.h"

// Whether this installation may serve people: what an administrator should know before they do.
namespace touchstone::doctor {

struct Finding {
  bool sound = false;
  std::string subject;    // "data directory"
  std::string what;       // what was found, a sentence
  std::string remedy;     // what to do; empty when sound
  bool hinders = !sound;  // a public address must not be served like this
};

// What the checks cannot know from the configuration.
struct Surroundings {
  Moment now{};
  std::uint64_t free_bytes = 0;  // on the disk of the data directory
  bool release_build = false;
  int sqlite_version = 0;  // 3040001 for 3.40.1
};
Surroundings look_around(const Config& config);

std::vector<Finding> examine(const Config& config, const Surroundings& surroundings);
// Whether Word and PDF files can be made: it tries, for a second or two. Serving does not need it.
Finding documents();
bool all_sound(const std::vector<Finding>& findings);
bool may_serve(const std::vector<Finding>& findings);
// One line a finding, and what to do about those that are not sound.
void print(const std::vector<Finding>& findings, std::ostream& out);

}  // namespace touchstone::doctor
