#pragma once
#include <string>
#include <string_view>

namespace touchstone::document {

// A ZIP file of parts, in their order, not compressed. For a few small parts with short names.
class Zip {
 public:
  void add(std::string_view name, std::string_view bytes);
  std::string finish();  // once, after the last part

 private:
  std::string parts_;
  std::string directory_;
  unsigned count_ = 0;
};

}  // namespace touchstone::document
