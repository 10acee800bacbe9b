#include "sharing/share_store.h"

#include <boost/describe.hpp>

#include "platform/json/described.h"

namespace touchstone::sharing {
namespace {

struct KeptShare {
  std::string noun;
  std::string object;
  std::string part;
  std::string audience;
};
BOOST_DESCRIBE_STRUCT(KeptShare, (), (noun, object, part, audience))

struct KeptComment {
  std::string share;
  std::string part;
};
BOOST_DESCRIBE_STRUCT(KeptComment, (), (share, part))

Share share_from(const sql::Row& row) {
  return {.id = row.get<Id<Share>>(0),
          .thing = {row.get<std::string>(1), row.uuid(2)},
          .part = row.get<std::string>(3),
          .made_by = row.get<Id<people::Person>>(4),
          .audience = row.get<Id<people::Person>>(5),
          .at = row.get<Moment>(6),
          .looked_at = row.get<std::optional<Moment>>(7),
          .put_away_at = row.get<std::optional<Moment>>(8),
          .answered = row.integer(9) > 0};
}

std::vector<Share> shares_from(sql::Rows rows) {
  std::vector<Share> shares;
  for (const auto& row : rows) shares.push_back(share_from(row));
  return shares;
}

void record(sql::Write& write, const Share& share, std::string_view verb) {
  write.record({"share", share.id.value, verb,
                json::text_of(KeptShare{share.thing.noun, to_text(share.thing.object), share.part,
                                        to_text(share.audience)})});
}

}  // namespace

std::optional<Share> share(sql::Read& read, const Uuid& workspace, Id<Share> id) {
  auto found = shares_from(
      read.rows("SELECT s.id, s.noun, s.object, s.part, s.made_by, s.audience, s.at, l.last_at, "
                "s.put_away_at, (SELECT COUNT(*) FROM share_comment c WHERE c.ws = s.ws "
                "AND c.share = s.id AND c.made_by = s.audience) "
                "FROM share s LEFT JOIN share_look l ON l.ws = s.ws AND l.share = s.id "
                "WHERE s.ws = ? AND s.id = ? AND s.withdrawn_at IS NULL",
                workspace, id));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Share> shares_of(sql::Read& read, const Uuid& workspace, const Thing& thing) {
  return shares_from(
      read.rows("SELECT s.id, s.noun, s.object, s.part, s.made_by, s.audience, s.at, l.last_at, "
                "s.put_away_at, (SELECT COUNT(*) FROM share_comment c WHERE c.ws = s.ws "
                "AND c.share = s.id AND c.made_by = s.audience) "
                "FROM share s LEFT JOIN share_look l ON l.ws = s.ws AND l.share = s.id "
                "WHERE s.ws = ? AND s.noun = ? AND s.object = ? AND s.withdrawn_at IS NULL "
                "ORDER BY s.at, s.id",
                workspace, thing.noun, thing.object));
}

std::size_t count_of(sql::Read& read, const Uuid& workspace, const Thing& thing) {
  auto rows = read.rows(
      "SELECT COUNT(*) FROM share WHERE ws = ? AND noun = ? AND object = ? "
      "AND withdrawn_at IS NULL",
      workspace, thing.noun, thing.object);
  return static_cast<std::size_t>(rows.next()->integer(0));
}

SharePage shares_with(sql::Read& read, const Uuid& workspace, Id<people::Person> audience,
                      std::string_view noun, const std::optional<ShareEnd>& after) {
  constexpr const char* first =
      "SELECT s.id, s.noun, s.object, s.part, s.made_by, s.audience, s.at, l.last_at, "
      "s.put_away_at, (SELECT COUNT(*) FROM share_comment c WHERE c.ws = s.ws "
      "AND c.share = s.id AND c.made_by = s.audience) "
      "FROM share s LEFT JOIN share_look l ON l.ws = s.ws AND l.share = s.id "
      "WHERE s.ws = ? AND s.audience = ? AND s.noun = ? AND s.withdrawn_at IS NULL "
      "ORDER BY s.at DESC, s.id DESC LIMIT 51";
  constexpr const char* later =
      "SELECT s.id, s.noun, s.object, s.part, s.made_by, s.audience, s.at, l.last_at, "
      "s.put_away_at, (SELECT COUNT(*) FROM share_comment c WHERE c.ws = s.ws "
      "AND c.share = s.id AND c.made_by = s.audience) "
      "FROM share s LEFT JOIN share_look l ON l.ws = s.ws AND l.share = s.id "
      "WHERE s.ws = ? AND s.audience = ? AND s.noun = ? AND s.withdrawn_at IS NULL "
      "AND (s.at, s.id) < (?, ?) ORDER BY s.at DESC, s.id DESC LIMIT 51";
  SharePage page;
  page.shares =
      shares_from(after ? read.rows(later, workspace, audience, noun, after->at, after->share)
                        : read.rows(first, workspace, audience, noun));
  if (page.shares.size() <= share_page_size) return page;
  page.shares.resize(share_page_size);
  page.next = ShareEnd{page.shares.back().at, page.shares.back().id};
  return page;
}

std::vector<Share> shares_waiting_for(sql::Read& read, const Uuid& workspace,
                                      Id<people::Person> audience, std::string_view noun) {
  return shares_from(
      read.rows("SELECT s.id, s.noun, s.object, s.part, s.made_by, s.audience, s.at, l.last_at, "
                "s.put_away_at, 0 FROM share s "
                "LEFT JOIN share_look l ON l.ws = s.ws AND l.share = s.id "
                "WHERE s.ws = ? AND s.audience = ? AND s.noun = ? AND s.withdrawn_at IS NULL "
                "AND s.put_away_at IS NULL AND NOT EXISTS (SELECT 1 FROM share_comment c "
                "WHERE c.ws = s.ws AND c.share = s.id AND c.made_by = s.audience) "
                "ORDER BY s.at DESC, s.id DESC",
                workspace, audience, noun));
}

std::vector<Share> shares_by(sql::Read& read, const Uuid& workspace, Id<people::Person> maker,
                             std::string_view noun) {
  return shares_from(
      read.rows("SELECT s.id, s.noun, s.object, s.part, s.made_by, s.audience, s.at, l.last_at, "
                "s.put_away_at, (SELECT COUNT(*) FROM share_comment c WHERE c.ws = s.ws "
                "AND c.share = s.id AND c.made_by = s.audience) "
                "FROM share s LEFT JOIN share_look l ON l.ws = s.ws AND l.share = s.id "
                "WHERE s.ws = ? AND s.made_by = ? AND s.noun = ? AND s.withdrawn_at IS NULL "
                "ORDER BY s.at, s.id",
                workspace, maker, noun));
}

bool was_shown(sql::Read& read, const Uuid& workspace, const Thing& thing,
               Id<people::Person> audience) {
  auto rows = read.rows(
      "SELECT 1 FROM share WHERE ws = ? AND noun = ? AND object = ? AND audience = ? LIMIT 1",
      workspace, thing.noun, thing.object, audience);
  return rows.next() != nullptr;
}

void begin(sql::Write& write, const Share& share) {
  if (write.execute("INSERT INTO share (ws, id, noun, object, part, made_by, audience, at) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    write.actor().workspace, share.id, share.thing.noun, share.thing.object,
                    share.part, share.made_by, share.audience, share.at) > 0)
    record(write, share, "begun");
}

bool withdraw(sql::Write& write, const Thing& thing, Id<Share> id, Moment at) {
  const auto& workspace = write.actor().workspace;
  const auto live = share(write, workspace, id);
  if (live && live->thing.noun == thing.noun && live->thing.object == thing.object) {
    write.execute("UPDATE share SET withdrawn_at = ? WHERE ws = ? AND id = ?", at, workspace, id);
    record(write, *live, "withdrawn");
    return true;
  }
  return write
             .rows("SELECT 1 FROM share WHERE ws = ? AND id = ? AND noun = ? AND object = ?",
                   workspace, id, thing.noun, thing.object)
             .next() != nullptr;
}

void note_look(sql::Write& write, const Share& share, Moment at) {
  write.execute(
      "INSERT INTO share_look (ws, share, first_at, last_at) VALUES (?, ?, ?, ?) "
      "ON CONFLICT (ws, share) DO UPDATE SET last_at = excluded.last_at",
      write.actor().workspace, share.id, at, at);
  record(write, share, "looked at");
}

void put_away(sql::Write& write, const Share& share, Moment at) {
  if (write.execute("UPDATE share SET put_away_at = ? WHERE ws = ? AND id = ? "
                    "AND put_away_at IS NULL",
                    at, write.actor().workspace, share.id) > 0)
    record(write, share, "put away");
}

std::vector<Unread> unread_by(sql::Read& read, const Uuid& workspace, Id<people::Person> maker,
                              std::string_view noun) {
  std::vector<Unread> unread;
  for (const auto& row :
       read.rows("SELECT s.id, s.object, s.part, s.audience, s.at, COUNT(*) FROM share s "
                 "JOIN share_comment c ON c.ws = s.ws AND c.share = s.id "
                 "AND c.made_by = s.audience "
                 "AND (s.comments_read_at IS NULL OR c.at > s.comments_read_at) "
                 "WHERE s.ws = ? AND s.made_by = ? AND s.noun = ? AND s.withdrawn_at IS NULL "
                 "GROUP BY s.id, s.object, s.part, s.audience, s.at ORDER BY MAX(c.at)",
                 workspace, maker, noun))
    unread.push_back({{.id = row.get<Id<Share>>(0),
                       .thing = {std::string(noun), row.uuid(1)},
                       .part = row.get<std::string>(2),
                       .made_by = maker,
                       .audience = row.get<Id<people::Person>>(3),
                       .at = row.get<Moment>(4)},
                      row.integer(5)});
  return unread;
}

void note_reading(sql::Write& write, const Share& share, Moment at) {
  write.execute("UPDATE share SET comments_read_at = ? WHERE ws = ? AND id = ?", at,
                write.actor().workspace, share.id);
  record(write, share, "comments read");
}

std::vector<Comment> comments_on(sql::Read& read, const Uuid& workspace, Id<Share> share) {
  std::vector<Comment> comments;
  for (const auto& row : read.rows("SELECT id, part, made_by, at, text FROM share_comment "
                                   "WHERE ws = ? AND share = ? ORDER BY at, id",
                                   workspace, share))
    comments.push_back({row.get<Id<Comment>>(0), row.get<std::string>(1),
                        row.get<Id<people::Person>>(2), row.get<Moment>(3),
                        row.get<std::string>(4)});
  return comments;
}

void add(sql::Write& write, Id<Share> share, const Comment& comment) {
  write.execute(
      "INSERT INTO share_comment (ws, id, share, part, made_by, at, text) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      write.actor().workspace, comment.id, share, comment.part, comment.made_by, comment.at,
      comment.text);
  write.record({"share_comment", comment.id.value, "written",
                json::text_of(KeptComment{to_text(share), comment.part})});
}

void remove_all(sql::Write& write, const Thing& thing) {
  const auto& workspace = write.actor().workspace;
  write.execute(
      "DELETE FROM share_comment WHERE ws = ? AND share IN "
      "(SELECT id FROM share WHERE ws = ? AND noun = ? AND object = ?)",
      workspace, workspace, thing.noun, thing.object);
  write.execute(
      "DELETE FROM share_look WHERE ws = ? AND share IN "
      "(SELECT id FROM share WHERE ws = ? AND noun = ? AND object = ?)",
      workspace, workspace, thing.noun, thing.object);
  write.execute("DELETE FROM share WHERE ws = ? AND noun = ? AND object = ?", workspace, thing.noun,
                thing.object);
}

}  // namespace touchstone::sharing
