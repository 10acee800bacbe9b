#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "signin/testing.h"
#include "standard/standard.h"

namespace touchstone::standard {

using ::testing::HasSubstr;
using ::testing::Not;

inline const std::string hannah = "hannah.sorrell@eastmere.example";

inline const Pack& tutoring_pack() {
  return *std::ranges::find_if(
      box(), [](const Pack& pack) { return pack.content->address() == "personal-tutoring@1.0"; });
}

class StandardPages : public sql::testing::OnBothDatabases {
 protected:
  StandardPages() : demo_(signin::testing::fill_people(database())), sightings_(database()) {
    add_routes(routes_);
    sql::Actor actor;
    actor.workspace = demo_.eastmere.value;
    write(actor, import_the_box);
    http::Hooks hooks;
    hooks.identify = [this](sql::Read& read, http::Request& request) {
      sightings_.identify(read, request);
    };
    hooks.refusal_page = look::refusal_page;
    running_ = std::make_unique<http::testing::Running>(routes_, database(), hooks);
  }
  http::testing::Client tutor() {
    auto client = running_->client();
    signin::testing::sign_in_as(client, database(), hannah);
    return client;
  }

  signin::testing::DemoPeople demo_;
  signin::Sightings sightings_;
  http::Routes routes_;
  std::unique_ptr<http::testing::Running> running_;
  sql::testing::Folder folder_;
};
INSTANTIATE_ON_BOTH_DATABASES(StandardPages);

TEST_P(StandardPages, list_what_is_published_for_any_member) {
  auto client = tutor();
  const auto page = client.get("/eastmere/standards");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("/eastmere/standards/personal-tutoring@1.0"));
  EXPECT_THAT(client.get_json("/eastmere/standards").body,
              HasSubstr(R"("address":"personal-tutoring@1.0","title":"Personal tutoring")"));
}

TEST_P(StandardPages, show_themes_levels_both_voices_and_bands) {
  auto client = tutor();
  const auto page = client.get("/eastmere/standards/personal-tutoring@1.0");
  EXPECT_EQ(page.status, 200);
  const auto content = in_the_box("personal-tutoring@1.0");
  for (const auto* element : content->elements()) EXPECT_THAT(page.body, HasSubstr(element->title));
  for (const auto* words : {"Platinum", "80 to 100", "Institution", "Person", "Key procedures"})
    EXPECT_THAT(page.body, HasSubstr(words));
}

TEST_P(StandardPages, give_the_pack_itself_as_json) {
  auto client = tutor();
  const auto answer = client.get_json("/eastmere/standards/personal-tutoring@1.0");
  EXPECT_EQ(answer.body, tutoring_pack().canonical);
  EXPECT_EQ(read_pack(answer.body).value().hash, tutoring_pack().hash);
}

TEST_P(StandardPages, are_not_there_for_other_addresses_and_strangers) {
  auto client = tutor();
  EXPECT_EQ(client.get("/eastmere/standards/personal-tutoring@9").status, 404);
  EXPECT_EQ(client.get_json("/eastmere/standards/personal-tutoring").status, 404);
  EXPECT_EQ(client.get("/nine-rivers/standards").status, 404);
  EXPECT_EQ(running_->client().get("/eastmere/standards").status, 303);
}

TEST_P(StandardPages, the_command_line_checks_imports_and_lists) {
  const auto good = folder_.path() / "good.yaml";
  const auto bad = folder_.path() / "bad.yaml";
  std::ofstream(good) << tutoring_pack().canonical;
  std::ofstream(bad) << "pack: 1\n";
  std::ostringstream out;
  std::ostringstream err;
  EXPECT_EQ(check_packs({good}, out, err), 0);
  EXPECT_THAT(out.str(), HasSubstr("good.yaml: sound; personal-tutoring@1.0"));
  EXPECT_EQ(check_packs({good, bad}, out, err), 1);
  EXPECT_THAT(err.str(), HasSubstr("bad.yaml, line 1: “standard” is missing here."));
  EXPECT_EQ(check_packs({folder_.path() / "none.yaml"}, out, err), 2);
  EXPECT_EQ(import_pack(database(), good, "nobody", out, err), 2);
  EXPECT_EQ(import_pack(database(), good, "", out, err), 2) << "there are two workspaces";
  EXPECT_EQ(import_pack(database(), bad, "eastmere", out, err), 1);
  EXPECT_EQ(import_pack(database(), good, "nine-rivers", out, err), 0) << err.str();
  out.str("");
  EXPECT_EQ(list_standards(database(), out, err), 0);
  EXPECT_THAT(out.str(), HasSubstr("eastmere\tpersonal-tutoring@1.0\tPersonal tutoring\t"));
  EXPECT_THAT(out.str(), HasSubstr("nine-rivers\tpersonal-tutoring@1.0\t"));
}

}  // namespace touchstone::standard
