#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "platform/text.h"
#include "standard/case_package.h"
#include "standard/pack_tree.h"

// Whatever is handed in as a CASE package is either refused in words, or becomes a pack whose own
// CASE package is understood again and gives the same bytes.
namespace {

namespace standard = touchstone::standard;

void demand(bool kept) {
  if (!kept) std::abort();
}

std::optional<std::string> package_of(const standard::Pack& pack) {
  return standard::case_package(standard::tree_of(pack.canonical), touchstone::Moment{});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto pack = standard::read_case({reinterpret_cast<const char*>(data), size});
  if (!pack) {
    demand(!pack.error().empty());
    for (const auto& problem : pack.error()) {
      demand(problem.line >= 1 && !problem.message.empty());
      demand(touchstone::is_utf8(problem.message) && touchstone::is_utf8(problem.field));
    }
    return 0;
  }
  const auto package = package_of(*pack);
  demand(package.has_value());
  const auto again = standard::read_case(*package);
  demand(again && package_of(*again) == package);
  return 0;
}
