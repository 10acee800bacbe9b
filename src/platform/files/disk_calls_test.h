#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::files::testing {

// What this program asked the disk for, in its order.
struct DiskCall {
  enum class Kind : std::uint8_t { make_folder, write_down, rename };
  Kind kind;
  std::filesystem::path path;
  std::filesystem::path to = {};  // of a rename
};

// While one of these lives, calls of mkdir, fsync and rename by any thread are noted. The nth fails
// as a broken disk would, when told so. One at a time.
class DiskCalls {
 public:
  explicit DiskCalls(std::optional<std::size_t> failing = {});
  ~DiskCalls();
  DiskCalls(const DiskCalls&) = delete;
  DiskCalls& operator=(const DiskCalls&) = delete;

  // Those that went well.
  std::vector<DiskCall> all() const;
};

}  // namespace touchstone::files::testing
