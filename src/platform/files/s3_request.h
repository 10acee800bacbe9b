#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/date.h"
#include "platform/files/s3_download.h"

namespace touchstone::files {

// In hex, of an empty body.
inline constexpr const char* sha256_of_nothing =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

// Where the bucket is, and with whose keys one may use it.
struct S3Settings {
  std::string endpoint;  // "https://s3.example", perhaps with a port or a path
  std::string bucket;
  std::string region;
  std::string access_key;
  std::string secret_key;
};

// Empty when a server could be reached with these; whether there is one is another question. Never
// names a key.
std::string complaint_about_s3(const S3Settings& settings);

// The body of a PUT, from the start of a file.
struct S3Upload {
  int file = -1;  // stays the caller's; none when the body is empty
  std::int64_t size = 0;
  std::string sha256 = sha256_of_nothing;  // in hex
};

// GET, HEAD, DELETE, or a PUT with an upload.
struct S3Request {
  std::string method;
  std::string path;        // after the endpoint: "/bucket/key"
  std::string query = {};  // percent-encoded and sorted by name, since both are signed
  std::vector<std::string> headers = {};  // "x-amz-…: …"
  std::optional<S3Upload> upload = {};
  S3Download* download = nullptr;        // takes the body of a 200
  std::size_t longest_text = 64 * 1024;  // bytes; of any other body
  int tries = 3;                         // at most
};

// What came back; a body that went into a download is not in the text.
struct S3Answer {
  long status = 0;
  std::string text;
  std::optional<Moment> last_modified;  // by the server's clock, in whole seconds
};

// Asks, and asks again when the server cannot be reached, hangs up or answers with 5xx. What comes
// back has a status below 500. Waits 5 s at most for a connection, and gives up when less than
// 1 kB/s came or went for 30 s. Follows no redirect. Throws StorageError, whose text has no key.
S3Answer ask(const S3Settings& settings, const S3Request& request);

// Throws StorageError: what was asked, and the status and the error code that came back.
[[noreturn]] void refuse(const S3Request& request, const S3Answer& answer);

// What the server calls its error, "NoSuchKey"; empty when it does not say so in XML.
std::string error_code_of(const S3Answer& answer);

}  // namespace touchstone::files
