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
  // Empty when it is no ZIP file, a broken one, or one of more than 2,000 parts.
  static std::optional<Zipped> open(const std::filesystem::path& file);

  std::vector<std::string> names() const;
  // A part by its name, unpacked. Empty when there is none, when it is broken or when it has more
  // than `at_most` bytes, whatever the file says of its size; and when all parts so far have more
  // than 200 MB.
  std::optional<std::string> part(const std::string& name, std::size_t at_most);
  // The same, but of a larger part its first `at_most` bytes.
  std::optional<std::string> beginning(const std::string& name, std::size_t at_most);

 private:
  struct Close {
    void operator()(void* archive) const;
  };
  using Handle = std::unique_ptr<void, Close>;
  explicit Zipped(Handle archive) : archive_(std::move(archive)) {}
  Handle archive_;
  std::size_t unpacked_ = 0;  // bytes
};

}  // namespace touchstone::files
