#pragma once
#include <cstdint>
#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace touchstone::files {

inline constexpr std::int64_t largest_document = 25LL * 1024 * 1024;  // bytes
inline constexpr std::int64_t largest_media = 1024LL * 1024 * 1024;   // bytes

enum class Family : std::uint8_t { document, table, picture, sound, film };

// One of the kinds of files that are taken: what its name ends in, and as what it is sent.
struct FileKind {
  std::string_view ending;  // ".pdf"
  std::string_view type;    // "application/pdf"
  Family family = Family::document;
};
std::span<const FileKind> file_kinds();

// What the file at `path` is, which somebody calls `name`: the kind that its ending names, if what
// is in it is of that kind (as libmagic tells) and can hold no program. Otherwise a sentence that
// says what to do. Nobody should keep the file open for writing meanwhile.
std::expected<FileKind, std::string> kind_of_file(const std::filesystem::path& path,
                                                  std::string_view name);

}  // namespace touchstone::files
