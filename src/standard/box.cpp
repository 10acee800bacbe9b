#include "standard/box.h"

#include <algorithm>
#include <stdexcept>

#include "platform/embedded.h"
#include "platform/text.h"

namespace touchstone::standard {
namespace {

std::vector<Pack> unpacked() {
  std::vector<Pack> packs;
  for (const auto& file : embedded::standards) {
    if (!file.name.ends_with(".yaml")) continue;
    auto pack = read_pack(file.bytes);
    if (!pack) throw std::logic_error(to_text(file.name, pack.error().front()));
    packs.push_back(std::move(*pack));
  }
  std::ranges::sort(packs, {}, [](const Pack& pack) { return sort_key(pack.content->title); });
  return packs;
}

}  // namespace

const std::vector<Pack>& box() {
  static const auto packs = unpacked();
  return packs;
}

std::shared_ptr<const Content> in_the_box(std::string_view address) {
  for (const auto& pack : box())
    if (pack.content->address() == address) return pack.content;
  return nullptr;
}

}  // namespace touchstone::standard
