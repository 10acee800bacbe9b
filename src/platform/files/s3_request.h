#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/date.h"
#include "platform/descriptor.h"
#include "platform/files/s3_settings.h"

namespace touchstone::files {

// One request to an S3-compatible server, signed by libcurl (AWS Signature Version 4).
class S3Request {
 public:
  struct Parts;  // of this request's own file
  // `path` begins behind the bucket: "" or "/key", and a query that is encoded and in the order of
  // its names, since it is signed as it stands.
  S3Request(const S3Settings& settings, const std::string& method, std::string_view path);
  ~S3Request();
  S3Request(const S3Request&) = delete;
  S3Request& operator=(const S3Request&) = delete;

  void header(const std::string& line);
  // The file becomes the body; `sha256` is that of its bytes, in hex.
  void body(const Descriptor& file, std::int64_t size, const std::string& sha256);
  // Gets the body of an answer of 200, a part at a time; false stops it.
  void pour_into(std::function<bool(std::string_view)> sink);

  // The status of the answer. Throws StorageError when there is none: no connection, a line too
  // slow, a sink that stopped it.
  long send();
  // What the answer said, without a sink or of another status than 200; 10 MB at the most.
  const std::string& text() const;
  // The answer's Last-Modified; empty when it has none.
  std::optional<Moment> last_modified() const;

 private:
  std::unique_ptr<Parts> parts_;
};

}  // namespace touchstone::files
