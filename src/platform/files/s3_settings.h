#pragma once
#include <string>

namespace touchstone::files {

// A bucket of an S3-compatible server.
struct S3Settings {
  std::string endpoint{};  // "https://s3.example"; the bucket follows in the path
  std::string bucket{};
  std::string region = "us-east-1";
  std::string access_key{};
  std::string secret_key{};
};

}  // namespace touchstone::files
