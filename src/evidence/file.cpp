#include "evidence/file.h"

#include <fmt/format.h>

#include "platform/text.h"

namespace touchstone::evidence {

std::string file_name_of(std::string_view sent) {
  const auto folder = sent.find_last_of("/\\");
  auto name = cleaned(folder == std::string_view::npos ? sent : sent.substr(folder + 1));
  std::erase(name, '\n');
  if (name.empty()) return "file";
  if (characters(name) <= longest_file_name) return name;
  const auto dot = std::min(name.rfind('.'), name.size());
  const auto ending = std::string(first_characters(std::string_view(name).substr(dot), 20));
  return std::string(first_characters(name, longest_file_name - characters(ending))) + ending;
}

std::string stem_of(std::string_view file_name) {
  const auto dot = file_name.rfind('.');
  return std::string(dot == 0 ? file_name : file_name.substr(0, dot));
}

std::string size_in_words(std::int64_t bytes) {
  constexpr double step = 1024;
  const auto size = static_cast<double>(bytes);
  if (size < step) return counted(bytes, "byte", "bytes");
  if (size < step * step) return fmt::format("{:.0f} KB", size / step);
  if (size < step * step * step) return fmt::format("{:.1f} MB", size / step / step);
  return fmt::format("{:.1f} GB", size / step / step / step);
}

bool is_picture(const File& file) {
  return file.type == "image/png" || file.type == "image/jpeg" || file.type == "image/gif" ||
         file.type == "image/webp";
}

}  // namespace touchstone::evidence
