#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/evidence.h"
#include "platform/files/folder_storage.h"
#include "signin/testing.h"

namespace touchstone::evidence {

using ::testing::HasSubstr;
using ::testing::Not;

inline const std::string hannah = "hannah.sorrell@eastmere.example";   // a tutor of Health and care
inline const std::string marcus = "marcus.bright@eastmere.example";    // another
inline const std::string grace = "grace.adeyemi@eastmere.example";     // head of Health and care
inline const std::string kevin = "kevin.mulgrew@eastmere.example";     // head of Construction
inline const std::string priya = "priya.raman@eastmere.example";       // quality manager
inline const std::string daniel = "daniel.ashworth@eastmere.example";  // staff-list keeper

inline const http::testing::Pairs quote{{"kind", "quote"},
                                        {"title", "What an employer said"},
                                        {"text", "They ask better questions now."},
                                        {"about_on", "2026-11-12"},
                                        {"came_on", "2026-12-01"}};

inline http::testing::Pairs with(http::testing::Pairs fields, const std::string& name,
                                 const std::string& value) {
  std::erase_if(fields, [&](const auto& field) { return field.first == name; });
  fields.emplace_back(name, value);
  return fields;
}

// The pages of the library over the people of the demo, who have added nothing yet.
class EvidenceWorld : public signin::testing::RoomWorld {
 protected:
  static constexpr std::int64_t quota = 1'000'000;  // bytes

  EvidenceWorld() {
    people::keep_personal_data_with(personal_room());
    add_routes(routes_);
    start({.uploads = folder_.path(),
           .files = files::Place{.storage = storage_, .quota = quota, .unclaimed = unclaimed_}});
  }

  // The address of what was added.
  static std::string add_one(http::testing::Client& client, const http::testing::Pairs& fields) {
    const auto answer = client.post_form("/eastmere/evidence", fields);
    EXPECT_EQ(answer.status, 303) << answer.body;
    return std::string(answer.header("location"));
  }
  static std::string public_address_of(http::testing::Client& client, const std::string& piece) {
    const auto told = client.post_json(piece + "/address", "{}").body;
    const auto at = told.find("/evidence/");
    return at == told.npos ? std::string() : told.substr(at, told.find('"', at) - at);
  }
  Id<people::Person> person_of(const std::string& email) {
    Id<people::Person> id;
    read([&](sql::Read& read) {
      id = people::person_by_email(read, demo_.eastmere, email).value().id;
    });
    return id;
  }
  Viewer viewer(const std::string& email) {
    return {.workspace = demo_.eastmere, .person = person_of(email)};
  }
  std::int64_t number(std::string_view counting_sql) {
    std::int64_t n = -1;
    read([&](sql::Read& read) { n = read.rows(counting_sql).next()->integer(0); });
    return n;
  }
  // The address of the piece that the file became; the title is the file's name.
  static std::string add_file(http::testing::Client& client, const std::string& name,
                              const std::string& bytes) {
    const auto answer = client.post_files("/eastmere/evidence", {{"about_on", "2026-11-12"}},
                                          {{"file", name, "application/octet-stream", bytes}});
    EXPECT_EQ(answer.status, 303) << answer.body;
    return std::string(answer.header("location"));
  }
  void write_as(const std::string& email, const std::function<void(sql::Write&)>& body) {
    write({.workspace = demo_.eastmere.value, .person = person_of(email).value}, body);
  }

  std::shared_ptr<files::Unclaimed> unclaimed_ = std::make_shared<files::Unclaimed>();
  sql::testing::Folder folder_;
  std::shared_ptr<files::Storage> storage_ =
      std::make_shared<files::FolderStorage>(folder_.path() / "files");
};

}  // namespace touchstone::evidence
