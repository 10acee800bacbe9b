#include "good_practice/digest_pages.h"
#include "people/people.h"
#include "platform/html/escape.h"

// The part of digest_pages.h that anybody reads.
namespace touchstone::good_practice {
namespace {

constexpr std::int64_t most_in_feed = 50;

std::string feed_element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + escaped(text) + "</" + std::string(name) + ">\n";
}

// RFC 9562 ids make addresses that stay (RFC 4287, section 4.2.6).
std::string feed_id(const Uuid& id) {
  return feed_element("id", "urn:touchstone:practice:" + to_text(id));
}

std::string feed_entry(const Listed& item) {
  const auto& practice = item.practice();
  const auto text = practice.did + "\n\n" + practice.changed;
  return "<entry>\n" + feed_id(practice.id.value) + feed_element("title", practice.title) +
         feed_element("updated", to_rfc3339(practice.recorded_at)) + "<content type=\"text\">" +
         escaped(text) + "</content>\n</entry>\n";
}

std::string feed_of(const http::Request& request, const people::Workspace& workspace,
                    const std::vector<Listed>& items) {
  const auto here = signin::site_of(request) + request.path;
  std::string feed =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  feed += feed_id(workspace.id.value) +
          feed_element("title", "Ideas that work at " + workspace.name) +
          feed_element("updated", to_rfc3339(items.front().practice().recorded_at)) + "<author>" +
          feed_element("name", workspace.name) + "</author>\n<link rel=\"self\" href=\"" +
          escaped(here) + "\"/>\n";
  for (const auto& item : items) feed += feed_entry(item);
  return feed + "</feed>\n";
}

}  // namespace

http::Response show_feed(sql::Read& read, const http::Request& request, const signin::Anyone&) {
  const auto workspace = people::workspace_by_slug(read, request.parameter("workspace"));
  if (!workspace) return http::not_found();
  const auto items =
      listed_items(read, workspace->id.value, {.open_to_all = true, .at_most = most_in_feed});
  if (items.empty()) return http::not_found();
  http::Response feed;
  feed.type = "application/atom+xml; charset=utf-8";
  feed.body = feed_of(request, *workspace, items);
  return feed;
}

}  // namespace touchstone::good_practice
