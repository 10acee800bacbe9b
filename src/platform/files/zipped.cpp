#include "platform/files/zipped.h"

#include <zip.h>

#include <algorithm>

namespace touchstone::files {
namespace {

constexpr zip_int64_t most_names = 2'000;
constexpr std::size_t most_unpacked = std::size_t{200} * 1024 * 1024;  // bytes of all parts

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

zip_t* archive_of(void* handle) {
  return static_cast<zip_t*>(handle);
}

}  // namespace

void Zipped::Close::operator()(void* archive) const {
  zip_discard(archive_of(archive));
}

std::optional<Zipped> Zipped::open(const std::filesystem::path& file) {
  int error = 0;
  Handle archive(zip_open(file.c_str(), ZIP_RDONLY, &error));
  if (!archive) return std::nullopt;
  if (zip_get_num_entries(archive_of(archive.get()), 0) > most_names) return std::nullopt;
  return Zipped(std::move(archive));
}

std::vector<std::string> Zipped::names() const {
  auto* archive = archive_of(archive_.get());
  const auto count = zip_get_num_entries(archive, 0);
  std::vector<std::string> names;
  for (zip_int64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(archive, static_cast<zip_uint64_t>(i), 0))
      names.emplace_back(name);
  return names;
}

std::optional<std::string> Zipped::part(const std::string& name, std::size_t at_most) {
  auto bytes = beginning(name, at_most + 1);
  if (bytes && bytes->size() > at_most) bytes.reset();
  return bytes;
}

std::optional<std::string> Zipped::beginning(const std::string& name, std::size_t at_most) {
  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen(archive_of(archive_.get()), name.c_str(), 0));
  if (!file) return std::nullopt;
  constexpr std::size_t step = 64 * 1024;
  std::string bytes;
  zip_int64_t got = 1;
  while (got > 0 && bytes.size() < at_most) {
    const auto had = bytes.size();
    const auto wanted = std::min(step, at_most - had);
    bytes.resize(had + wanted);
    got = zip_fread(file.get(), bytes.data() + had, wanted);
    bytes.resize(had + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
    unpacked_ += static_cast<std::size_t>(std::max<zip_int64_t>(got, 0));
    if (got < 0 || unpacked_ > most_unpacked) return std::nullopt;
  }
  return bytes;
}

}  // namespace touchstone::files
