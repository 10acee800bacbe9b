#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "platform/secret.h"

namespace touchstone::evidence {

// A file that somebody sent. Its bytes lie in the storage of files, under their hash.
struct File {
  Digest hash{};          // SHA-256
  std::string name{};     // as its sender called it: data, never a path
  std::string type{};     // as what it is sent: "application/pdf"
  std::int64_t size = 0;  // bytes

  bool operator==(const File&) const = default;
};

inline constexpr std::size_t longest_file_name = 200;  // characters

// What the sender called it, without folders and controls, its ending whole. "file" for nothing.
std::string file_name_of(std::string_view sent);
// "lesson plan" of "lesson plan.docx".
std::string stem_of(std::string_view file_name);
// "640 bytes", "12 KB", "3.4 MB"
std::string size_in_words(std::int64_t bytes);
// Whether browsers show it as a picture.
bool is_picture(const File& file);

}  // namespace touchstone::evidence
