#include "test/world.h"

#include "platform/files/folder_storage.h"
#include "signin/testing.h"

namespace touchstone::testing {

const Visitor World::nobody{"nobody", ""};
const Visitor World::owner{"owner", "hannah.sorrell@eastmere.example"};
const Visitor World::other_tutor{"other tutor", "marcus.bright@eastmere.example"};
const Visitor World::quality_manager{"quality manager", "priya.raman@eastmere.example"};
const Visitor World::staff_list_keeper{"staff-list keeper", "daniel.ashworth@eastmere.example"};
const Visitor World::principal{"principal", "margaret.okonjo@eastmere.example"};
const Visitor World::stranger{"stranger", ""};

std::string part_behind(const std::string& body, std::string_view before) {
  const auto at = body.find(before);
  if (at == body.npos) throw std::logic_error("nothing stands behind " + std::string(before));
  return body.substr(at + before.size(),
                     body.find_first_of("\"/", at + before.size()) - at - before.size());
}

World::World()
    : demo_(fill_demo_world(database(), fresh().settings().directory)),
      files_{.storage = std::make_shared<files::FolderStorage>(files_folder_.path())},
      app_(database(), files_) {
  running_ = std::make_unique<http::testing::Running>(
      app_.routes, database(), app_.hooks,
      http::ServerSettings{.uploads = files_folder_.path(), .files = files_});
  auto client = client_of(owner);
  const auto begun = client.post_form("/eastmere/self-assessments",
                                      {{"standard", "personal-tutoring@1.0"}, {"name", "Matrix"}});
  const auto location = std::string(begun.header("location"));
  sheet_ = location.substr(location.rfind('/') + 1);
  client.post_form(own_sheet() + "/shares", {{"email", other_tutor.email}});
  const auto shared = client.get_json(own_sheet() + "/shares").body;
  share_ = shared.substr(shared.find("\"id\":\"") + 6, 26);
  http::testing::Pairs evidence{{"title", "Only its owner sees it"},
                                {"text", "Matrix"},
                                {"about_on", "2027-01-12"},
                                {"only_mine", "true"}};
  const auto added = client.post_files("/eastmere/evidence", evidence,
                                       {{"file", "matrix.txt", "text/plain", "Matrix"}});
  const auto piece = std::string(added.header("location"));
  evidence.emplace_back("version", "1");
  client.post_files(piece, evidence, {{"file", "matrix.txt", "text/plain", "Matrix again"}});
  piece_ = piece.substr(piece.rfind('/') + 1);
  read([&](sql::Read& read) {
    const auto tutor = people::person_by_email(read, demo_.eastmere, other_tutor.email).value();
    person_ = to_text(tutor.id);
    const auto teams =
        people::teams_of(read, demo_.eastmere, tutor.id, std::chrono::year(2027) / 1 / 19);
    team_ = to_text(teams.at(0));
  });
  client_of(other_tutor)
      .post_form("/eastmere/deputies",
                 {{"deputy", owner.email}, {"since", "2027-01-19"}, {"until", "2027-02-19"}});
  deputy_ = part_behind(client.get_json("/eastmere/deputies").body, "acts_for\":[{\"id\":\"");
  write(keeper_of_eastmere(), [&](sql::Write& write) {
    const people::Person guest{.id = Id<people::Person>::fresh(),
                               .name = "Invited Guest",
                               .email = "guest@eastmere.example"};
    people::add(write, guest);
    secret_ = signin::invite(write, guest);
  });
  fill_practice();
}

sql::Actor World::keeper_of_eastmere() {
  sql::Actor keeper;
  keeper.workspace = demo_.eastmere.value;
  read([&](sql::Read& read) {
    keeper.person =
        people::person_by_email(read, demo_.eastmere, staff_list_keeper.email).value().id.value;
  });
  return keeper;
}

void World::fill_practice() {
  const auto last_part = [](std::string_view address) {
    return std::string(address.substr(address.rfind('/') + 1));
  };
  const auto found_in = part_behind;
  auto client = client_of(owner);
  practice_ =
      last_part(client
                    .post_files("/eastmere/ideas",
                                {{"did", "only-its-finder-wrote-this"},
                                 {"changed", "only-its-finder-wrote-this"},
                                 {"place", "only-its-finder-wrote-this"},
                                 {"source", "own_teaching"}},
                                {{"file", "idea.txt", "text/plain", "only-its-finder-wrote-this"}})
                    .header("location"));
  practice_file_ = found_in(client.get_json("/eastmere/ideas/" + practice_).body,
                            "/eastmere/ideas/" + practice_ + "/files/");
  const auto listed =
      client.get_json("/eastmere/ideas?theme=personal-tutoring/key-procedures").body;
  const auto idea = "/eastmere/ideas/" + found_in(listed, "\"location\":\"/eastmere/ideas/");
  client.post_form(idea + "/trials", {{"place", "Ward"}});
  trial_ = found_in(client.get_json(idea).body, "/eastmere/ideas/trials/");
  const auto adviser = found_in(client.get_json(idea).body, "\"advisers\":[{\"id\":\"");
  client.post_form(idea + "/questions", {{"text", "How?"}, {"adviser", adviser}});
  question_ = found_in(client.get_json(idea).body, "/eastmere/ideas/questions/");
  auto keeper = client_of(quality_manager);
  meeting_ = last_part(keeper
                           .post_form("/eastmere/ideas/meetings",
                                      {{"held_on", "2027-01-19"}, {"people", "Priya Raman"}})
                           .header("location"));
  const auto doors = keeper.post_json("/eastmere/ideas/partners", R"({"label": "A partner"})").body;
  sending_ = found_in(doors, "/eastmere/ideas/send/");
  const auto other = keeper.post_json("/eastmere/ideas/partners", R"({"label": "Another"})").body;
  door_ = found_in(other, "\"items\":[{\"id\":\"");
}

http::testing::Client World::client_of(const Visitor& visitor) {
  auto client = running_->client();
  auto email = visitor.email;
  if (visitor.name == stranger.name)
    for (const auto& each : demo_.people)
      if (each.workspace == "nine-rivers") email = each.person.email;
  if (!email.empty()) signin::testing::sign_in_as(client, database(), email);
  return client;
}

std::string World::address_of(const http::Route& route) const {
  std::string address = route.pattern;
  const auto fill = [&](std::string_view name, std::string_view value) {
    if (const auto at = address.find(name); at != address.npos)
      address.replace(at, name.size(), value);
  };
  fill("{workspace}", "eastmere");
  fill("{sheet}", sheet_);
  fill("{theme}", "coaching");
  fill("{person}", person_);
  fill("{team}", team_);
  fill("{share}", share_);
  fill("{piece}", piece_);
  fill("{version}", "1");
  fill("{secret}", address.find("/send/") == address.npos ? secret_ : sending_);
  fill("{practice}", practice_);
  fill("{file}", practice_file_);
  fill("{trial}", trial_);
  fill("{question}", question_);
  fill("{meeting}", meeting_);
  fill("{door}", door_);
  fill("{deputy}", deputy_);
  fill("{device}", person_);
  fill("{standard}", "personal-tutoring@1.0");
  EXPECT_EQ(address.find('{'), address.npos) << "say what stands for it in " << address;
  return address;
}

std::string World::all_that_is_kept() {
  std::string all;
  read([&](sql::Read& read) {
    for (const auto& row : read.rows("SELECT ws, n FROM history_head ORDER BY ws"))
      all += to_text(row.uuid(0)) + " " + std::to_string(row.integer(1)) + "\n";
    auto rows = read.rows(
        "SELECT (SELECT COUNT(*) FROM self_assessment), (SELECT COUNT(*) FROM judgement), "
        "(SELECT COUNT(*) FROM target), (SELECT COUNT(*) FROM submission), "
        "(SELECT COUNT(*) FROM person), (SELECT COUNT(*) FROM role_grant), "
        "(SELECT COUNT(*) FROM team), (SELECT COUNT(*) FROM workspace), "
        "(SELECT COUNT(*) FROM self_assessment WHERE binned_at IS NOT NULL), "
        "(SELECT COUNT(*) FROM practice), (SELECT COUNT(*) FROM practice_trial), "
        "(SELECT COUNT(*) FROM deputy)");
    const auto* row = rows.next();
    for (int column = 0; column < 12; ++column) all += std::to_string(row->integer(column)) + " ";
  });
  return all;
}

}  // namespace touchstone::testing
