#include <gmock/gmock.h>
#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <thread>

#include "demo.h"
#include "platform/http/testing.h"
#include "platform/json/flatten.h"
#include "platform/sql/testing.h"
#include "signin/testing.h"
#include "test/program.h"
#include "test/serving.h"

namespace touchstone::testing {
namespace {

namespace fs = std::filesystem;
using http::testing::Client;
using ::testing::HasSubstr;

constexpr auto sheets = "/eastmere/self-assessments";
constexpr auto theme = "boundaries";
const std::string minutes = "%PDF-1.7\nminutes of the quality team\n";

// Every row of every table, as text.
std::string dump_of(const fs::path& file) {
  sqlite3* opened = nullptr;
  EXPECT_EQ(sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)> closes(opened, sqlite3_close_v2);
  const auto take = [](void* text, int columns, char** values, char**) {
    for (int i = 0; i < columns; ++i)
      *static_cast<std::string*>(text) += std::string(values[i] ? values[i] : "NULL") + '|';
    *static_cast<std::string*>(text) += '\n';
    return 0;
  };
  std::string queries;
  sqlite3_exec(opened,
               "SELECT 'SELECT ''' || m.name || ''', ' || group_concat('quote(\"' || c.name ||"
               " '\")', ', ') || ' FROM \"' || m.name || '\" ORDER BY ' ||"
               " group_concat(c.cid + 2, ', ') || ';' FROM sqlite_master m,"
               " pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE"
               " 'sqlite%' AND m.sql NOT LIKE 'CREATE VIRTUAL%' GROUP BY m.name ORDER BY m.name",
               take, &queries, nullptr);
  std::ranges::replace(queries, '|', ' ');
  std::string rows;
  EXPECT_EQ(sqlite3_exec(opened, queries.c_str(), take, &rows, nullptr), SQLITE_OK)
      << sqlite3_errmsg(opened);
  EXPECT_THAT(queries, HasSubstr("'judgement'"));
  return rows;
}

bool has_its_checksums(const fs::path& folder) {
  const auto command =
      "cd '" + folder.string() + "' && sha256sum --check --quiet checksums >/dev/null 2>&1";
  return std::system(command.c_str()) == 0;
}

// A demo with a file of evidence, and a folder where copies of it go.
class Backup : public ::testing::Test {
 protected:
  Backup() {
    const auto database = sql::Database::open({.directory = data(), .url = {}});
    fill_demo_world(*database, data());
    token_ = signin::testing::begin_session(*database, "hannah.sorrell@eastmere.example");
    keys_ = database->keys();
  }
  fs::path data() const { return folder_.path() / "data"; }
  Client hannah(const Program& program) const {
    Client client(program.port(), keys_);
    client.cookies[std::string(http::session_cookie(false))] = token_;
    return client;
  }
  std::vector<std::string> options(const fs::path& data) const { return {"--data", data.string()}; }
  std::string command(const std::string& name, const fs::path& data,
                      std::vector<std::string> more = {}) const {
    std::string line = std::string("exec ") + TOUCHSTONE_BINARY + " " + name;
    more.insert(more.begin(), {"--data", data.string()});
    for (const auto& word : more) line += " '" + word + "'";
    return output_of({"/bin/sh", "-c", line + " 2>&1"});
  }
  fs::path copy(const std::string& name) const {
    const auto to = folder_.path() / name;
    EXPECT_THAT(command("backup", data(), {"--to", to.string()}), HasSubstr("1 file of evidence"));
    return to;
  }
  std::string add_file(Client client) const {
    const auto answer = client.post_files("/eastmere/evidence", {{"about_on", "2026-11-12"}},
                                          {{"file", "minutes.pdf", "application/pdf", minutes}});
    EXPECT_EQ(answer.status, 303) << answer.body;
    return std::string(answer.header("location"));
  }

  static std::string begin_sheet(Client client) {
    const auto json = client.post_json(sheets, R"({"standard": "personal-tutoring@1.0"})").body;
    const auto at = json.find("/eastmere/");
    return json.substr(at, json.find('"', at) - at);
  }
  // Of one theme, whose version counts its saves.
  static int save(Client& client, const std::string& sheet, int version) {
    const auto* const level = version % 2 == 0 ? "gold" : "bronze";
    return client
        .post_json(sheet + "/judgements/" + theme, R"({"level": ")" + std::string(level) +
                                                       R"(", "version": )" +
                                                       std::to_string(version) + "}")
        .status;
  }
  static int saves_in(const std::string& json) {
    Complaints complaints;
    std::string of;
    int saves = -1;
    json::flatten(
        json,
        [&](const std::string& key, const std::optional<std::string>& value) {
          if (key == "judgements.theme") of = value.value_or("");
          if (key == "judgements.version" && of == theme)
            saves = std::atoi(value.value_or("").c_str());
        },
        complaints);
    EXPECT_GE(saves, 0) << json;
    return saves;
  }

  sql::testing::Folder folder_;
  std::string token_;
  Keys keys_;
};

TEST_F(Backup, P9_of_a_server_at_work_is_whole_and_can_be_served_elsewhere) {
  const int times = std::getenv("TOUCHSTONE_LONG") != nullptr ? 200 : 3;
  const Program program(serving(options(data())));
  const auto piece = add_file(hannah(program));
  const auto sheet = begin_sheet(hannah(program));
  std::atomic<int> acknowledged = 0;
  std::jthread working([&, client = hannah(program)](const std::stop_token& stop) mutable {
    // Where no answer came, what became of it is looked up.
    while (!stop.stop_requested())
      if (save(client, sheet, acknowledged) == 200)
        ++acknowledged;
      else if (const auto answer = client.get_json(sheet); answer.status == 200)
        acknowledged = saves_in(answer.body);
  });
  for (int i = 0; i < times && !HasFailure(); ++i) {
    const int before = acknowledged;
    const auto to = copy("copy-" + std::to_string(i));
    EXPECT_GT(acknowledged, before) << "others go on meanwhile";
    const int after = acknowledged;
    EXPECT_TRUE(has_its_checksums(to));
    const Program restored(serving(options(to)));
    auto client = hannah(restored);
    const int kept = saves_in(client.get_json(sheet).body);
    EXPECT_GE(kept, before);
    EXPECT_LE(kept, after + 1);
    EXPECT_EQ(client.get(piece + "/file").body, minutes);
    EXPECT_EQ(save(client, sheet, kept), 200) << "it is a server like any other";
    EXPECT_THAT(command("verify", to), HasSubstr("As they came: 1 file of evidence."));
  }
}

TEST_F(Backup, P9_is_what_it_was_made_of_and_shows_a_byte_that_changed) {
  {
    const Program program(serving(options(data())));
    add_file(hannah(program));
  }
  fs::create_directory(data() / "retired-secrets");
  fs::permissions(data() / "retired-secrets", fs::perms::owner_all);
  {
    const auto other = folder_.path() / "other";
    fs::create_directory(other);
    load_keys(other);
    fs::rename(other / "secrets", data() / "retired-secrets" / "before");
  }
  const auto to = copy("copy");
  EXPECT_TRUE(fs::exists(to / "retired-secrets" / "before"));
  EXPECT_EQ(fs::status(to).permissions(), fs::perms::owner_all);
  EXPECT_FALSE(fs::exists(folder_.path() / "copy.part"));
  ASSERT_TRUE(has_its_checksums(to));
  for (const auto& each : fs::recursive_directory_iterator(to)) {
    if (!each.is_regular_file() || each.path().filename() == "checksums") continue;
    const auto middle = static_cast<std::streamoff>(fs::file_size(each) / 2);
    std::fstream file(each.path(), std::ios::in | std::ios::out | std::ios::binary);
    const char was = static_cast<char>(file.seekg(middle).get());
    file.seekp(middle).put(static_cast<char>(was ^ 1)).flush();
    EXPECT_FALSE(has_its_checksums(to)) << each.path();
    file.seekp(middle).put(was).flush();
  }
  EXPECT_TRUE(has_its_checksums(to));
  EXPECT_EQ(dump_of(to / "touchstone.db"), dump_of(data() / "touchstone.db"));
}

TEST_F(Backup, takes_no_folder_that_holds_something_and_leaves_no_half_of_one) {
  const auto fails = [&](const fs::path& to) {
    try {
      command("backup", data(), {"--to", to.string()});
    } catch (const std::runtime_error& error) {
      return std::string(error.what());
    }
    return std::string("it did not fail");
  };
  const auto taken = folder_.path() / "taken";
  fs::create_directory(taken);
  std::ofstream(taken / "letter") << "mine";
  EXPECT_THAT(fails(taken), HasSubstr("There is something in "));
  EXPECT_THAT(fails(folder_.path() / "no" / "folder"), HasSubstr("There is no folder "));
  fs::create_directory(folder_.path() / "half.part");
  EXPECT_THAT(fails(folder_.path() / "half"), HasSubstr("Delete it when none is being made."));
  EXPECT_FALSE(fs::exists(folder_.path() / "half"));
}

TEST_F(Backup, is_made_all_the_same_of_what_is_damaged_and_says_so) {
  {
    const Program program(serving(options(data())));
    add_file(hannah(program));
  }
  for (const auto& each : fs::recursive_directory_iterator(data() / "files"))
    if (each.is_regular_file() && each.path().filename() != "lock") fs::resize_file(each, 5);
  const auto to = folder_.path() / "copy";
  EXPECT_THROW(command("backup", data(), {"--to", to.string()}), std::runtime_error);
  EXPECT_TRUE(has_its_checksums(to));
  EXPECT_TRUE(fs::exists(to / "secrets"));
}

}  // namespace
}  // namespace touchstone::testing
