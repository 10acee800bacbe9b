// What every Storage promises, tried with each of them.
#include "platform/files/storage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <memory>
#include <set>
#include <thread>
#include <vector>

#include "platform/files/folder_storage.h"
#include "platform/files/s3_storage.h"
#include "platform/files/sha256.h"
#include "platform/files/testing_server.h"

namespace touchstone::files {
namespace {

using sql::testing::Folder;
using testing::letters;
using testing::make_file;

struct InAFolder {
  Folder folder;
  FolderStorage storage{folder.path() / "files"};
};

struct OnAServer {
  testing::S3Server server;
  Folder folder;
  S3Storage storage{server.settings(), folder.path()};
};

template <class Place>
class EveryStorage : public ::testing::Test {
 protected:
  Digest keep(std::string_view bytes) {
    const auto made = make_file(here_.path(), bytes);
    storage().keep(made.hash, made.path);
    return made.hash;
  }
  // Nothing when there is no such file.
  std::optional<std::string> bytes_of(const Digest& hash) {
    const auto found = storage().open(hash);
    if (!found) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(found->size) + 1, '\0');
    std::size_t length = 0;
    ssize_t got = 0;
    while ((got = ::read(found->file->number(), bytes.data() + length, bytes.size() - length)) > 0)
      length += static_cast<std::size_t>(got);
    EXPECT_EQ(static_cast<std::int64_t>(length), found->size);
    return bytes.substr(0, length);
  }
  std::multiset<Digest> all() {
    std::multiset<Digest> hashes;
    storage().each([&](const Digest& hash) { hashes.insert(hash); });
    return hashes;
  }
  Storage& storage() { return place_.storage; }
  const Folder& here() const { return here_; }

 private:
  Place place_;
  Folder here_;
};

using Places = ::testing::Types<InAFolder, OnAServer>;
TYPED_TEST_SUITE(EveryStorage, Places);

constexpr auto hour = std::chrono::hours(1);
constexpr Digest unknown{1, 2, 3};

TYPED_TEST(EveryStorage, what_was_kept_comes_back_byte_for_byte) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{5'000'000}}) {
    const auto bytes = letters(size, 1);
    // Not EXPECT_EQ, which would print megabytes.
    EXPECT_TRUE(this->bytes_of(this->keep(bytes)) == bytes) << size;
  }
}

TYPED_TEST(EveryStorage, the_same_file_twice_lies_there_once) {
  const auto hash = this->keep("once");
  EXPECT_EQ(this->keep("once"), hash);
  EXPECT_EQ(this->all(), std::multiset<Digest>{hash});
  EXPECT_EQ(this->bytes_of(hash), "once");
}

TYPED_TEST(EveryStorage, what_is_unknown_is_not_there) {
  this->keep("another");
  EXPECT_FALSE(this->storage().open(unknown));
  EXPECT_FALSE(this->storage().keep_on(unknown));
  EXPECT_FALSE(this->storage().remove(unknown, now() + hour));
}

TYPED_TEST(EveryStorage, each_finds_what_there_is) {
  EXPECT_TRUE(this->all().empty());
  const std::multiset<Digest> kept{this->keep("one"), this->keep("two"), this->keep("three")};
  EXPECT_EQ(this->all(), kept);
}

TYPED_TEST(EveryStorage, only_what_is_old_is_removed) {
  const auto hash = this->keep("a while");
  EXPECT_FALSE(this->storage().remove(hash, now() - hour));
  EXPECT_EQ(this->bytes_of(hash), "a while");
  EXPECT_TRUE(this->storage().remove(hash, now() + hour));
  EXPECT_FALSE(this->storage().open(hash));
  EXPECT_TRUE(this->all().empty());
  EXPECT_FALSE(this->storage().remove(hash, now() + hour));
}

TYPED_TEST(EveryStorage, what_is_kept_on_or_kept_again_is_not_old) {
  const auto old = this->keep("old");
  const auto kept_on = this->keep("kept on");
  const auto kept_again = this->keep("kept again");
  std::this_thread::sleep_for(std::chrono::milliseconds(2'100));
  const auto then = now();
  // The clock that stamps files is some milliseconds behind.
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_TRUE(this->storage().keep_on(kept_on));
  this->keep("kept again");
  EXPECT_FALSE(this->storage().remove(kept_on, then));
  EXPECT_FALSE(this->storage().remove(kept_again, then));
  EXPECT_TRUE(this->storage().remove(old, then));
  EXPECT_EQ(this->bytes_of(kept_on), "kept on");
  EXPECT_EQ(this->bytes_of(kept_again), "kept again");
}

TYPED_TEST(EveryStorage, a_file_that_is_open_stays_whole_when_it_is_removed) {
  const auto hash = this->keep("still read");
  const auto found = this->storage().open(hash);
  ASSERT_TRUE(found);
  ASSERT_TRUE(this->storage().remove(hash, now() + hour));
  std::string bytes(20, '\0');
  bytes.resize(static_cast<std::size_t>(::read(found->file->number(), bytes.data(), bytes.size())));
  EXPECT_EQ(bytes, "still read");
}

TYPED_TEST(EveryStorage, a_file_that_is_not_there_cannot_be_kept) {
  EXPECT_THROW(this->storage().keep(unknown, this->here().path() / "nothing"), StorageError);
  EXPECT_TRUE(this->all().empty());
}

TYPED_TEST(EveryStorage, several_threads_may_use_it) {
  std::atomic<int> whole = 0;
  std::vector<std::jthread> threads;
  threads.reserve(4);
  for (unsigned n = 0; n < 4; ++n)
    threads.emplace_back([this, n, &whole] {
      for (unsigned turn = 0; turn < 5; ++turn) {
        const auto bytes = letters(50'000, n * 10 + turn);
        const auto hash = this->keep(bytes);
        if (this->storage().keep_on(hash) && this->bytes_of(hash) == bytes) ++whole;
      }
    });
  threads.clear();
  EXPECT_EQ(whole, 20);
  EXPECT_EQ(this->all().size(), 20U);
}

}  // namespace
}  // namespace touchstone::files
