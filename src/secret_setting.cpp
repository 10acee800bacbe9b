#include "secret_setting.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace touchstone {

std::string secret_setting(const std::filesystem::path& file, const char* environment,
                           std::string_view what) {
  if (file.empty()) {
    const char* given = std::getenv(environment);
    return given == nullptr ? "" : given;
  }
  const auto name = file.string();
  struct stat about{};
  if (::stat(name.c_str(), &about) == 0 && (about.st_mode & 077) != 0)
    throw std::runtime_error(fmt::format("Other users may read {}: chmod 600 {}", name, name));
  std::ifstream in(file);
  std::string secret;
  if (!std::getline(in, secret) || secret.empty())
    throw std::runtime_error(fmt::format("{} cannot be read from {}.", what, name));
  return secret;
}

}  // namespace touchstone
