#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "platform/sql/history.h"
#include "signin/testing.h"
#include "standard/standard.h"

namespace touchstone::standard {

inline const std::string a_tutor = "hannah.sorrell@eastmere.example";
inline const std::string keeper = "priya.raman@eastmere.example";
inline const std::string packs = "/eastmere/packs";
inline const std::string tutoring_page = "/eastmere/standards/personal-tutoring@1.0";

// Those who keep the standards, on pages and on the command line.
class KeepingWorld : public signin::testing::RoomWorld {
 protected:
  KeepingWorld() {
    standard::add_routes(routes_);
    write_in(demo_.eastmere, import_the_box);
    start();
  }
  std::int64_t revision() {
    std::int64_t revision = 0;
    read([&](sql::Read& read) { revision = sql::revision_of(read, demo_.eastmere.value); });
    return revision;
  }
  std::optional<Kept> kept(std::string_view address) {
    std::optional<Kept> kept;
    read([&](sql::Read& read) { kept = kept_at(read, demo_.eastmere.value, address); });
    return kept;
  }
  sql::testing::Folder folder_;
};

}  // namespace touchstone::standard
