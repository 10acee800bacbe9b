#include <pugixml.hpp>

#include "good_practice/feed_view.h"
#include "good_practice/ideas_world_test.h"

namespace touchstone::good_practice {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

// What RFC 4287 asks of a feed and of its entries; empty when it is well.
std::string not_atom(const std::string& text) {
  pugi::xml_document document;
  if (const auto parsed = document.load_buffer(text.data(), text.size()); !parsed)
    return parsed.description();
  const auto feed = document.child("feed");
  if (std::string(feed.attribute("xmlns").value()) != "http://www.w3.org/2005/Atom")
    return "another namespace";
  const auto once = [](const pugi::xml_node& node, const char* name) {
    const auto child = node.child(name);
    return child && !child.next_sibling(name) && *child.child_value() != 0;
  };
  const auto is_moment = [](const std::string& moment) {
    return moment.size() == 20 && moment[10] == 'T' && moment.back() == 'Z' &&
           date_from_iso(moment.substr(0, 10));
  };
  for (const auto* name : {"id", "title", "updated"})
    if (!once(feed, name)) return std::string("a feed without one ") + name;
  if (!once(feed.child("author"), "name")) return "no author";
  if (std::string(feed.child("link").attribute("rel").value()) != "self") return "no self";
  const std::string updated = feed.child_value("updated");
  for (const auto& entry : feed.children("entry")) {
    for (const auto* name : {"id", "title", "updated", "published", "content"})
      if (!once(entry, name)) return std::string("an entry without one ") + name;
    if (!is_moment(entry.child_value("updated"))) return "no moment";
    if (updated < entry.child_value("updated")) return "older than an entry";
  }
  return is_moment(updated) ? "" : "no moment";
}

TEST(Feed, is_atom_whatever_stands_in_it) {
  const Moment at = std::chrono::sys_days(2027y / 1 / 19) + 10h;
  Feed feed{.title = "Ideas <&> \"ours\"", .author = "]]>", .self = "https://x.example/?a=1&b='2'"};
  feed.entries.push_back({.title = "<b>", .text = "a & b", .published = at, .updated = at + 1h});
  feed.entries.push_back({.title = "y", .text = "]]>", .published = at + 2h, .updated = at + 2h});
  EXPECT_EQ(not_atom(atom_of(feed)), "");
  pugi::xml_document document;
  const auto atom = atom_of(feed);
  ASSERT_TRUE(document.load_buffer(atom.data(), atom.size()));
  EXPECT_STREQ(document.child("feed").child("entry").child_value("title"), "<b>");
  EXPECT_STREQ(document.child("feed").child_value("updated"), "2027-01-19T12:00:00Z");
}

class PublicFeed : public IdeasWorld {};
INSTANTIATE_ON_BOTH_DATABASES(PublicFeed);

TEST_P(PublicFeed, E_9_has_what_was_put_there_and_never_a_name) {
  auto nobody = running_->client();
  const auto item = listed("oak <b>", {{"named", "yes"}});
  EXPECT_EQ(nobody.get("/eastmere/ideas/feed").status, 404);
  EXPECT_EQ(client_of(hannah).post_form(item + "/publicity", {{"public", "yes"}}).status, 403);
  client_of(priya).post_form(item + "/publicity", {{"public", "yes"}});
  const auto feed = nobody.get("/eastmere/ideas/feed");
  EXPECT_EQ(feed.status, 200);
  EXPECT_EQ(not_atom(feed.body), "");
  EXPECT_THAT(feed.body, HasSubstr("oak &lt;b&gt; was done"));
  EXPECT_THAT(feed.body, Not(HasSubstr("Hannah")));
  EXPECT_EQ(nobody.get("/nowhere/ideas/feed").status, 404);
  client_of(priya).post_form(item + "/publicity", {{"public", "no"}});
  EXPECT_EQ(nobody.get("/eastmere/ideas/feed").status, 404);
}

TEST_P(PublicFeed, is_kept_by_readers_for_a_while_and_not_sent_again_unchanged) {
  const auto item = listed("oak");
  client_of(priya).post_form(item + "/publicity", {{"public", "yes"}});
  auto nobody = running_->client();
  const auto feed = nobody.get("/eastmere/ideas/feed");
  EXPECT_EQ(feed.header("cache-control"), "public, max-age=900");
  EXPECT_EQ(feed.header("set-cookie"), "");
  const std::string tag(feed.header("etag"));
  ASSERT_NE(tag, "");
  EXPECT_EQ(nobody.get("/eastmere/ideas/feed", {{"If-None-Match", tag}}).status, 304);
  const auto other = listed("elm");
  client_of(priya).post_form(other + "/publicity", {{"public", "yes"}});
  EXPECT_EQ(nobody.get("/eastmere/ideas/feed", {{"If-None-Match", tag}}).status, 200);
}

TEST_P(PublicFeed, is_not_read_without_end_from_one_network) {
  const auto item = listed("oak");
  client_of(priya).post_form(item + "/publicity", {{"public", "yes"}});
  auto nobody = running_->client();
  int read = 0;
  while (read < 100 && nobody.get("/eastmere/ideas/feed").status == 200) ++read;
  EXPECT_EQ(read, 60);
  const auto refused = nobody.get("/eastmere/ideas/feed");
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.header("retry-after"), "300");
}

TEST_P(PublicFeed, says_when_an_entry_changed_and_not_when_it_was_recorded) {
  const auto item = listed("oak");
  write_in(demo_.eastmere, [&](sql::Write& write) {
    write.execute("UPDATE practice SET recorded_at = 0 WHERE ws = ?", demo_.eastmere);
    write.record({"practice", demo_.eastmere.value, "dated", "{}"});
  });
  client_of(priya).post_form(item + "/publicity", {{"public", "yes"}});
  const auto feed = running_->client().get("/eastmere/ideas/feed").body;
  EXPECT_THAT(feed, HasSubstr("<published>1970-01-01T00:00:00Z"));
  EXPECT_THAT(feed, HasSubstr("<updated>2027-01-19T")) << "by the clock of the organisation";
}

}  // namespace
}  // namespace touchstone::good_practice
