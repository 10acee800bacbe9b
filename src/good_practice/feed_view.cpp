#include "good_practice/feed_view.h"

#include <algorithm>

#include "platform/html/escape.h"

namespace touchstone::good_practice {
namespace {

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + escaped(text) + "</" + std::string(name) + ">\n";
}

std::string id_element(const Uuid& id) {
  return element("id", "urn:touchstone:practice:" + to_text(id));
}

std::string entry_element(const FeedEntry& entry) {
  return "<entry>\n" + id_element(entry.id) + element("title", entry.title) +
         element("published", to_rfc3339(entry.published)) +
         element("updated", to_rfc3339(entry.updated)) + "<content type=\"text\">" +
         escaped(entry.text) + "</content>\n</entry>\n";
}

}  // namespace

std::string atom_of(const Feed& feed) {
  Moment updated{};
  for (const auto& entry : feed.entries) updated = std::max(updated, entry.updated);
  std::string atom =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  atom += id_element(feed.id) + element("title", feed.title) +
          element("updated", to_rfc3339(updated)) + "<author>" + element("name", feed.author) +
          "</author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"" +
          escaped(feed.self) + "\"/>\n";
  for (const auto& entry : feed.entries) atom += entry_element(entry);
  return atom + "</feed>\n";
}

}  // namespace touchstone::good_practice
