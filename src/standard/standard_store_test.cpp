#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/people.h"
#include "platform/sql/history.h"
#include "platform/sql/testing.h"
#include "standard/standard.h"

namespace touchstone::standard {

using ::testing::HasSubstr;

class Standards : public sql::testing::OnBothDatabases {
 protected:
  Standards() {
    eastmere_.workspace = new_uuid();
    rivers_.workspace = new_uuid();
    write(eastmere_, [](sql::Write& write) { people::fill_eastmere(write); });
    write(rivers_, [](sql::Write& write) { people::fill_nine_rivers(write); });
  }

  std::expected<Id<Version>, std::string> import_into(const sql::Actor& actor, const Pack& pack) {
    std::expected<Id<Version>, std::string> imported;
    write(actor, [&](sql::Write& write) { imported = import(write, pack); });
    return imported;
  }
  template <class Body>
  auto look(Body body) {
    decltype(body(std::declval<sql::Read&>())) result{};
    read([&](sql::Read& read) { result = body(read); });
    return result;
  }
  std::int64_t revision() {
    return look([&](sql::Read& read) { return sql::revision_of(read, eastmere_.workspace); });
  }

  sql::Actor eastmere_;
  sql::Actor rivers_;
};
INSTANTIATE_ON_BOTH_DATABASES(Standards);

Pack pack_of(std::string_view version, std::string_view title, std::string_view owner = "Us") {
  const auto text = R"({"pack":1,"standard":"small","version":")" + std::string(version) +
                    R"(","title":")" + std::string(title) + R"(","owner":")" + std::string(owner) +
                    R"(","licence":{"redistribute":"none","name":"None"},"scales":{"s":{"type":)" +
                    R"("met","levels":[{"key":"met","name":"Met"}]}},"areas":[{"title":"A",)" +
                    R"("key":"a","elements":[{"title":"E","scale":"s","key":"e"}]}]})";
  return read_pack(text).value();
}

TEST_P(Standards, are_found_again_by_id_and_by_address) {
  const auto id = import_into(eastmere_, pack_of("1", "Small")).value();
  const auto content =
      look([&](sql::Read& read) { return content_of(read, eastmere_.workspace, id); });
  EXPECT_EQ(content->title, "Small");
  const auto at =
      look([&](sql::Read& read) { return version_at(read, eastmere_.workspace, "small@1"); });
  ASSERT_TRUE(at);
  EXPECT_EQ(at->id, id);
  EXPECT_EQ(at->content, content) << "parsed once";
  for (const auto* wrong : {"small@2", "small", "small@", "@1", ""})
    EXPECT_FALSE(look([&](sql::Read& read) {
      return version_at(read, eastmere_.workspace, wrong);
    })) << wrong;
}

TEST_P(Standards, A_21_imported_again_unchanged_stay_as_they_are) {
  const auto id = import_into(eastmere_, pack_of("1", "Small"));
  const auto before = revision();
  EXPECT_EQ(import_into(eastmere_, pack_of("1", "Small")), id);
  EXPECT_EQ(revision(), before) << "nothing happened";
}

TEST_P(Standards, A_21_with_other_content_under_the_same_version_are_refused) {
  const auto id = import_into(eastmere_, pack_of("1", "Small")).value();
  const auto again = import_into(eastmere_, pack_of("1", "Small", "Them"));
  ASSERT_FALSE(again);
  EXPECT_THAT(again.error(), HasSubstr("small@1 is published here with other content"));
  EXPECT_EQ(look([&](sql::Read& read) { return content_of(read, eastmere_.workspace, id)->owner; }),
            "Us");
}

TEST_P(Standards, are_listed_by_title_with_the_newest_version_first) {
  import_into(eastmere_, pack_of("1", "Small")).value();
  import_into(eastmere_, pack_of("2", "Small")).value();
  write(eastmere_, import_the_box);
  const auto all = look([&](sql::Read& read) { return published(read, eastmere_.workspace); });
  std::vector<std::string> addresses;
  for (const auto& version : all)
    if (const auto& key = version.content->key; key == "personal-tutoring" || key == "small")
      addresses.push_back(version.content->address());
  EXPECT_EQ(addresses, (std::vector<std::string>{"personal-tutoring@1.0", "small@2", "small@1"}));
}

TEST_P(Standards, of_another_workspace_are_not_there) {
  const auto id = import_into(eastmere_, pack_of("1", "Small")).value();
  look([&](sql::Read& read) { return content_of(read, eastmere_.workspace, id); });
  EXPECT_TRUE(look([&](sql::Read& read) { return published(read, rivers_.workspace); }).empty());
  EXPECT_FALSE(
      look([&](sql::Read& read) { return version_at(read, rivers_.workspace, "small@1"); }));
  EXPECT_THROW(look([&](sql::Read& read) { return content_of(read, rivers_.workspace, id); }),
               std::runtime_error);
}

TEST_P(Standards, changed_behind_our_back_are_not_believed) {
  const auto pack = pack_of("tampered", on_postgres() ? "Postgres" : "SQLite");
  const auto id = import_into(eastmere_, pack).value();
  housekeep([&](sql::Housekeeping& housekeeping) {
    housekeeping.execute("UPDATE standard_version SET content = '{}' WHERE id = ?", id);
  });
  EXPECT_THROW(look([&](sql::Read& read) { return content_of(read, eastmere_.workspace, id); }),
               std::runtime_error);
}

TEST_P(Standards, in_the_box_come_into_a_new_workspace) {
  write(rivers_, import_the_box);
  write(rivers_, import_the_box);
  EXPECT_EQ(look([&](sql::Read& read) { return published(read, rivers_.workspace); }).size(),
            box().size());
  EXPECT_TRUE(in_the_box("personal-tutoring@1.0"));
  EXPECT_FALSE(in_the_box("personal-tutoring@0"));
}

}  // namespace touchstone::standard
