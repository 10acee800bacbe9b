// Whatever people write, the feed is XML that says exactly that. The first line is the title.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <pugixml.hpp>
#include <string>

#include "good_practice/feed_view.h"
#include "platform/text.h"

namespace {

void demand(bool kept) {
  if (!kept) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace touchstone;
  const std::string_view typed(reinterpret_cast<const char*>(data), size);
  if (!is_utf8(typed)) return 0;  // no form lets that through
  const auto text = cleaned(typed);
  const auto title = text.substr(0, text.find('\n'));
  good_practice::Feed feed{.title = title, .author = title, .self = "https://example.org/" + title};
  feed.entries.push_back({.title = title, .text = text});
  const auto atom = good_practice::atom_of(feed);
  pugi::xml_document document;
  demand(static_cast<bool>(document.load_buffer(atom.data(), atom.size())));
  const auto root = document.child("feed");
  demand(!root.next_sibling() && !root.child("entry").next_sibling());
  if (trimmed(text).empty()) return 0;  // the parser leaves out what is only space
  demand(root.child("entry").child_value("content") == text);
  demand(trimmed(title).empty() || root.child("entry").child_value("title") == title);
  return 0;
}
