#pragma once

namespace touchstone::self_assessment {

// What another save left there, where this one started from an older version.
template <class Noun>
struct Clash {
  Noun theirs;
};

}  // namespace touchstone::self_assessment
