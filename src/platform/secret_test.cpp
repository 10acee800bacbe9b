#include "platform/secret.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <ctime>
#include <fstream>
#include <set>
#include <thread>

#include "platform/id.h"
#include "platform/text.h"

namespace touchstone {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class KeysFile : public ::testing::Test {
 protected:
  KeysFile() { fs::create_directories(folder); }
  ~KeysFile() override { fs::remove_all(folder); }
  std::string complaint() const {
    try {
      load_keys(folder);
      return "";
    } catch (const std::runtime_error& error) {
      return error.what();
    }
  }
  const fs::path folder = fs::temp_directory_path() / ("keys-" + to_text(new_uuid()));
  const fs::path file = folder / "secrets";
};

std::string hex(const Digest& digest) {
  return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

TEST(Digest, is_blake2b_of_256_bits) {
  EXPECT_EQ(hex(digest_of("")), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  EXPECT_EQ(hex(digest_of("abc")),
            "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(Mac, depends_on_the_key_and_on_every_byte) {
  const auto key = digest_of("key");
  EXPECT_NE(mac_of(key, "abc"), mac_of(digest_of("other key"), "abc"));
  EXPECT_NE(mac_of(key, "abc"), mac_of(key, "abd"));
  EXPECT_NE(mac_of(key, "abc"), digest_of("abc"));
  EXPECT_EQ(mac_of(key, "abc"), mac_of(key, "abc"));
}

TEST(Secret, is_compared_whole) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "ab"));
  EXPECT_FALSE(same_secret("", "a"));
}

TEST(Token, has_256_bits_and_is_never_the_same) {
  std::set<std::string> tokens;
  for (int i = 0; i < 1000; ++i) tokens.insert(random_token());
  EXPECT_EQ(tokens.size(), 1000U);
  EXPECT_EQ(tokens.begin()->size(), 43U);
  EXPECT_EQ(from_base64url(*tokens.begin())->size(), 32U);
}

TEST(Password, matches_its_own_hash_only) {
  const auto hash = hash_password("correct horse");
  EXPECT_THAT(hash, HasSubstr("$argon2id$v=19$m=65536,t=3,p=1$"));
  EXPECT_TRUE(password_matches(hash, "correct horse"));
  EXPECT_FALSE(password_matches(hash, "correct horsf"));
  EXPECT_FALSE(password_matches("", "correct horse"));
  EXPECT_FALSE(password_matches(std::string(500, 'x'), "correct horse"));
  EXPECT_NE(hash, hash_password("correct horse"));
}

TEST(Password, of_an_unknown_account_costs_the_same) {
  const auto hash = hash_password("correct horse");
  // Time on the processor, because a busy machine stretches the other kind.
  const auto clock = [](auto&& act) {
    const auto start = std::clock();
    for (int i = 0; i < 5; ++i) act();
    return static_cast<double>(std::clock() - start);
  };
  const auto real = clock([&] { password_matches(hash, "wrong"); });
  const auto pretended = clock([] { pretend_to_check_password("wrong"); });
  EXPECT_GT(pretended, real / 2);
  EXPECT_LT(pretended, real * 2);
}

TEST_F(KeysFile, is_made_once_for_the_owner_only_and_read_again) {
  const auto made = load_keys(folder);
  const auto read = load_keys(folder);
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(made.key_id, read.key_id);
  EXPECT_EQ(made.history, read.history);
  EXPECT_EQ(made.session, read.session);
  EXPECT_NE(made.history, made.session);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
}

TEST_F(KeysFile, is_refused_when_others_may_read_it) {
  load_keys(folder);
  fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
  EXPECT_THAT(complaint(), HasSubstr("may be read by others"));
  EXPECT_THAT(complaint(), HasSubstr(file.string()));
}

TEST_F(KeysFile, is_refused_when_it_is_damaged) {
  load_keys(folder);
  std::ofstream(file) << "key_id k\nhistory 00\nsession 00\n";
  EXPECT_THAT(complaint(), HasSubstr("history is no key"));
  std::ofstream(file) << "key_id k\n";
  EXPECT_THAT(complaint(), HasSubstr("has no history"));
}

TEST_F(KeysFile, is_accompanied_by_those_that_it_replaced) {
  const auto before = load_keys(folder);
  fs::create_directory(folder / "retired-secrets");
  fs::rename(file, folder / "retired-secrets" / "2026");
  const auto keys = load_keys(folder);
  EXPECT_NE(keys.key_id, before.key_id);
  EXPECT_EQ(keys.retired.at(before.key_id), before.history);
  std::ofstream(folder / "retired-secrets" / "2025") << "nothing";
  EXPECT_THAT(complaint(), HasSubstr("2025"));
}

TEST_F(KeysFile, is_no_link_to_elsewhere) {
  load_keys(folder);
  fs::rename(file, folder / "elsewhere");
  fs::create_symlink(folder / "elsewhere", file);
  EXPECT_THAT(complaint(), HasSubstr("cannot be read"));
}

TEST_F(KeysFile, made_by_two_at_once_is_the_same_for_both) {
  std::array<Keys, 8> keys;
  std::vector<std::jthread> threads;
  threads.reserve(keys.size());
  for (auto& mine : keys) threads.emplace_back([&mine, this] { mine = load_keys(folder); });
  threads.clear();
  for (const auto& mine : keys) EXPECT_EQ(mine.history, keys[0].history);
}

}  // namespace
}  // namespace touchstone
