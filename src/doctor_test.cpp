#include "doctor.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "platform/id.h"
#include "platform/secret.h"

namespace touchstone::doctor {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class Doctor : public ::testing::Test {
 protected:
  Doctor() {
    config.data = fs::temp_directory_path() / ("doctor-" + to_text(new_uuid()));
    fs::create_directory(config.data);
    fs::permissions(config.data, fs::perms::owner_all);
    load_keys(config.data);
  }
  ~Doctor() override { fs::remove_all(config.data); }

  std::string wrong_subjects() const {
    std::string subjects;
    for (const auto& finding : examine(config, surroundings)) {
      EXPECT_EQ(finding.sound, finding.remedy.empty()) << finding.subject;
      if (!finding.sound) subjects += finding.subject + ';';
    }
    return subjects;
  }

  Config config;
  Surroundings surroundings{now(), 10'000'000'000, true, 3'040'001};
};

TEST_F(Doctor, finds_nothing_wrong_where_nothing_is) {
  EXPECT_EQ(wrong_subjects(), "");
}

TEST_F(Doctor, finds_a_data_directory_that_others_may_look_into) {
  fs::permissions(config.data, fs::perms::others_exec, fs::perm_options::add);
  EXPECT_EQ(wrong_subjects(), "data directory;");
}

TEST_F(Doctor, finds_a_data_directory_that_is_not_there) {
  config.data /= "missing";
  EXPECT_EQ(wrong_subjects(), "data directory;");
}

TEST_F(Doctor, finds_keys_that_others_may_read) {
  fs::permissions(config.data / "secrets", fs::perms::others_read, fs::perm_options::add);
  EXPECT_EQ(wrong_subjects(), "keys;");
}

TEST_F(Doctor, finds_keys_that_are_not_random) {
  std::ofstream(config.data / "secrets") << "key_id k\nhistory " << std::string(64, '0')
                                         << "\nsession " << std::string(64, '1') << "\n";
  EXPECT_EQ(wrong_subjects(), "keys;");
}

TEST_F(Doctor, finds_a_public_address_without_tls) {
  config.listen = "0.0.0.0:8080";
  EXPECT_EQ(wrong_subjects(), "address;");
  config.public_url = "http://touchstone.example";
  EXPECT_EQ(wrong_subjects(), "address;");
  config.public_url = "https://touchstone.example";
  EXPECT_EQ(wrong_subjects(), "");
}

TEST_F(Doctor, finds_a_proxy_in_front_that_is_not_trusted_to_say_who_asks) {
  config.public_url = "https://touchstone.example";
  EXPECT_EQ(wrong_subjects(), "proxy;");
  config.listen = "10.0.0.7:8080";
  EXPECT_EQ(wrong_subjects(), "") << "what it is behind cannot be known";
  config.listen = "[::1]:8080";
  EXPECT_EQ(wrong_subjects(), "proxy;");
  config.trusted_proxies = {"::1"};
  EXPECT_EQ(wrong_subjects(), "");
}

TEST_F(Doctor, finds_a_debug_build) {
  surroundings.release_build = false;
  EXPECT_EQ(wrong_subjects(), "build;");
}

TEST_F(Doctor, finds_a_clock_that_stands_in_the_past) {
  surroundings.now = moment_from_number(0);
  EXPECT_EQ(wrong_subjects(), "clock;");
  surroundings.now = now();
  fs::last_write_time(config.data, fs::file_time_type::clock::now() + 48h);
  EXPECT_EQ(wrong_subjects(), "clock;");
}

TEST_F(Doctor, finds_a_disk_that_is_nearly_full) {
  surroundings.free_bytes = 400'000'000;
  EXPECT_EQ(wrong_subjects(), "disk;");
  EXPECT_TRUE(may_serve(examine(config, surroundings))) << "people can still read and sign in";
  surroundings.release_build = false;
  EXPECT_FALSE(may_serve(examine(config, surroundings)));
}

TEST_F(Doctor, finds_an_old_sqlite) {
  surroundings.sqlite_version = 3'036'000;
  EXPECT_EQ(wrong_subjects(), "SQLite;");
}

TEST_F(Doctor, tries_whether_documents_can_be_made) {
  const auto finding = documents();
  EXPECT_TRUE(finding.sound) << finding.what << ' ' << finding.remedy;
}

TEST_F(Doctor, says_what_to_do) {
  surroundings.free_bytes = 0;
  const auto findings = examine(config, surroundings);
  std::ostringstream out;
  print(findings, out);
  EXPECT_FALSE(all_sound(findings));
  EXPECT_NE(out.str().find("WRONG   disk: 0 MB are free.\n        → Make room"), std::string::npos)
      << out.str();
}

TEST_F(Doctor, looks_around_even_before_the_data_directory_is_there) {
  config.data /= "a/b";
  const auto found = look_around(config);
  EXPECT_GT(found.free_bytes, 0U);
  EXPECT_GE(found.sqlite_version, 3'037'000);
}

}  // namespace
}  // namespace touchstone::doctor
