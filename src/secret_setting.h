#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace touchstone {

// A secret of the settings: the first line of that file; without a file, what the environment says
// under that name, or nothing. Throws std::runtime_error, with a sentence that begins with `what`,
// for a file that cannot be read or that others may read.
std::string secret_setting(const std::filesystem::path& file, const char* environment,
                           std::string_view what);

}  // namespace touchstone
