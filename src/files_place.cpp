#include "files_place.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "platform/files/folder_storage.h"
#include "platform/files/s3_storage.h"
#include "platform/files/sha256.h"
#include "secret_setting.h"

namespace touchstone {
namespace {

std::shared_ptr<files::Storage> storage_of(const Config& config) {
  if (config.s3_endpoint.empty())
    return std::make_shared<files::FolderStorage>(config.data / "files");
  return std::make_shared<files::S3Storage>(
      files::S3Settings{
          .endpoint = config.s3_endpoint,
          .bucket = config.s3_bucket,
          .region = config.s3_region,
          .access_key = config.s3_access_key,
          .secret_key = secret_setting(config.s3_secret_key_file, "TOUCHSTONE_S3_SECRET_KEY",
                                       "The secret of the S3 server")},
      incoming_files(config));
}

}  // namespace

files::Place files_place(const Config& config) {
  constexpr std::int64_t gigabyte = 1024LL * 1024 * 1024;
  return {.storage = storage_of(config), .quota = config.file_quota * gigabyte};
}

doctor::Finding doctor::file_storage(const Config& config) {
  const std::string subject = "files";
  const auto where = config.s3_endpoint.empty() ? (config.data / "files").string()
                                                : config.s3_endpoint + "/" + config.s3_bucket;
  // What is made there would be ours, and in the way of whoever serves.
  struct stat about{};
  if (::stat(config.data.c_str(), &about) != 0 || about.st_uid != ::geteuid())
    return {false, subject, "Not tried: the data directory is missing, or belongs to another user.",
            "Run as the user that serves."};
  try {
    const auto storage = storage_of(config);
    const auto probe = incoming_files(config) / ("doctor-" + random_token());
    std::filesystem::create_directories(probe.parent_path());
    std::ofstream(probe) << probe.string();
    const auto hash = files::sha256_of(probe);
    storage->keep(hash, probe);
    const bool came_back = storage->open(hash).has_value();
    storage->remove(hash, now() + std::chrono::hours(1));
    if (came_back) return {true, subject, fmt::format("{} keeps files.", where), ""};
  } catch (const std::exception& error) {
    return {false, subject, fmt::format("{} keeps no files: {}.", where, error.what()),
            "Look at the rights on the data directory, or at the options --s3-…."};
  }
  return {false, subject, fmt::format("{} loses files.", where), "Keep them somewhere else."};
}

std::filesystem::path incoming_files(const Config& config) {
  return config.data / "incoming";
}

void clear_incoming_files(const Config& config) {
  std::error_code ignored;
  std::filesystem::remove_all(incoming_files(config), ignored);
}

}  // namespace touchstone
