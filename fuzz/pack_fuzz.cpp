#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "platform/text.h"
#include "standard/pack.h"

// Whatever is handed in as a pack is either refused in words with a place, or understood in one way
// only: its canonical form is a pack with the same hash.
namespace {

using touchstone::standard::Pack;
using touchstone::standard::PackProblem;

void demand(bool kept) {
  if (!kept) std::abort();
}

void look_at(const PackProblem& problem) {
  demand(problem.line >= 1);
  demand(!problem.message.empty());
  demand(touchstone::is_utf8(problem.message) && touchstone::is_utf8(problem.field));
}

void look_at(const Pack& pack) {
  demand(pack.content && !pack.content->key.empty());
  demand(touchstone::digest_of(pack.canonical) == pack.hash);
  demand(touchstone::standard::content_from_canonical(pack.canonical)->address() ==
         pack.content->address());
  const auto again = touchstone::standard::read_pack(pack.canonical);
  demand(again && again->hash == pack.hash);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto pack = touchstone::standard::read_pack({reinterpret_cast<const char*>(data), size});
  if (pack) {
    look_at(*pack);
  } else {
    demand(!pack.error().empty());
    for (const auto& problem : pack.error()) look_at(problem);
  }
  return 0;
}
