#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "platform/files/s3_request.h"
#include "platform/secret.h"
#include "platform/sql/testing.h"

// For tests of whatever keeps files: an S3 server on this machine. Link platform_files_testing.
namespace touchstone::files::testing {

// A file of those bytes with a name that no other has, and what they hash to.
struct Made {
  std::filesystem::path path;
  Digest hash{};
};
Made make_file(const std::filesystem::path& folder, std::string_view bytes);
// Letters without a pattern; the same for the same seed.
std::string letters(std::size_t n, unsigned seed);

// s3rver, as testing_s3.mjs starts it; ends when this does.
class S3Server {
 public:
  S3Server();
  ~S3Server();
  S3Server(const S3Server&) = delete;
  S3Server& operator=(const S3Server&) = delete;

  S3Settings settings() const;
  // Ends it as a power cut would.
  void kill();
  // Begins again over what it holds, on another port.
  void start();
  // Answers so many requests with that.
  void answer_instead(int times, int status, std::string_view body, std::string_view location = {});
  // Whether there were fewer requests than answer_instead() was told.
  bool still_answers_instead() const;
  // Where it keeps the bytes of that key.
  std::filesystem::path object(std::string_view key) const;

 private:
  sql::testing::Folder folder_;
  pid_t process_ = 0;
  std::string port_;
};

}  // namespace touchstone::files::testing
