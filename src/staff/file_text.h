#pragma once
#include <expected>
#include <string>
#include <string_view>

namespace touchstone::staff {

// What a file says, as UTF-8 with \n at the end of each line.
struct FileText {
  std::string text{};
  bool from_windows = false;  // was Windows-1252, as older spreadsheets save
};

// Takes UTF-8 with or without a byte order mark, and Windows-1252. For anything else, a sentence
// that says how to save the file.
std::expected<FileText, std::string> text_of_file(std::string_view bytes);

}  // namespace touchstone::staff
