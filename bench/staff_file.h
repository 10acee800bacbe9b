#pragma once
#include <cstddef>
#include <filesystem>

namespace touchstone::bench {

// A staff list for `touchstone staff import`: so many people of Eastmere, names with repeats and
// accents; each tenth is whom the nine after answer to,
// and one in `writers` may write self-assessments.
void write_staff_file(const std::filesystem::path& path, std::size_t people, std::size_t writers);

// The same people, each answering to the one before: as long as a line of managers can be.
void write_line_of_managers(const std::filesystem::path& path, std::size_t people);

}  // namespace touchstone::bench
