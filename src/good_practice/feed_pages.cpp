#include "good_practice/digest_pages.h"
#include "good_practice/feed_view.h"
#include "people/people.h"

// The part of digest_pages.h that anybody reads.
namespace touchstone::good_practice {
namespace {

constexpr std::int64_t most_in_feed = 50;
constexpr std::chrono::minutes kept_by_readers{15};
constexpr signin::Turnstile::Limits readings{};

Feed feed_of(const http::Request& request, const people::Workspace& workspace,
             const std::vector<Listed>& items) {
  Feed feed{.id = workspace.id.value,
            .title = "Ideas that work at " + workspace.name,
            .author = workspace.name,
            .self = signin::site_of(request) + request.path};
  for (const auto& item : items) {
    const auto& practice = item.practice();
    feed.entries.push_back({.id = practice.id.value,
                            .title = practice.title,
                            .text = practice.did + "\n\n" + practice.changed,
                            .published = practice.recorded_at,
                            .updated = practice.changed_at});
  }
  return feed;
}

http::Response too_often() {
  auto response = http::refused(
      429, "This feed was read too often from where you are. Read it again in 5 minutes.");
  response.headers.emplace_back("Retry-After",
                                std::to_string(std::chrono::seconds(readings.window).count()));
  return response;
}

}  // namespace

http::Response show_feed(sql::Read& read, const http::Request& request, const signin::Anyone&) {
  const auto workspace = people::workspace_by_slug(read, request.parameter("workspace"));
  if (!workspace) return http::not_found();
  static signin::Turnstile turnstile(readings);
  if (!turnstile.lets_in(workspace->id.value, request.address, now())) return too_often();
  const auto items =
      listed_items(read, workspace->id.value, {.open_to_all = true, .at_most = most_in_feed});
  if (items.empty()) return http::not_found();
  http::Response feed;
  feed.type = "application/atom+xml; charset=utf-8";
  feed.body = atom_of(feed_of(request, *workspace, items));
  feed.kept_by_anybody = kept_by_readers;
  return feed;
}

}  // namespace touchstone::good_practice
