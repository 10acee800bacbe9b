#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::files {

// What lies in a ZIP file, read part by part and never unpacked to a disk.
class Zipped {
 public:
  // Empty when it is no ZIP file, or a broken one.
  static std::optional<Zipped> open(const std::filesystem::path& file);

  std::vector<std::string> names() const;  // the first 10,000
  // A part by its name, unpacked. Empty when there is none, when it is broken or when it has more
  // than `at_most` bytes, whatever the file says of its size.
  std::optional<std::string> part(const std::string& name, std::size_t at_most) const;

 private:
  struct Close {
    void operator()(void* archive) const;
  };
  using Handle = std::unique_ptr<void, Close>;
  explicit Zipped(Handle archive) : archive_(std::move(archive)) {}
  Handle archive_;
};

}  // namespace touchstone::files
