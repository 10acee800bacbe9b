#include "files_place.h"

#include "platform/files/folder_storage.h"

namespace touchstone {

files::Place files_place(const Config& config) {
  constexpr std::int64_t gigabyte = 1024LL * 1024 * 1024;
  return {.storage = std::make_shared<files::FolderStorage>(config.data / "files"),
          .quota = config.file_quota * gigabyte};
}

std::filesystem::path incoming_files(const Config& config) {
  return config.data / "incoming";
}

void clear_incoming_files(const Config& config) {
  std::error_code ignored;
  std::filesystem::remove_all(incoming_files(config), ignored);
}

}  // namespace touchstone
