#include "standard/standard_store.h"

#include <fmt/format.h>

#include <boost/describe.hpp>
#include <stdexcept>

#include "platform/json/described.h"
#include "platform/text.h"
#include "standard/box.h"
#include "standard/comparable.h"
#include "standard/content_cache.h"

namespace touchstone::standard {
namespace {

struct Publication {
  std::string address;
  std::string content_hash;
};
BOOST_DESCRIBE_STRUCT(Publication, (), (address, content_hash))
struct ChangeOfState {
  std::string address;
};
BOOST_DESCRIBE_STRUCT(ChangeOfState, (), (address))

struct Row {
  Id<Version> id{};
  Digest hash{};
  bool withdrawn = false;
  Moment published_at{};
};

struct Address {
  std::string_view key;
  std::string_view label;
};

Address parts_of(std::string_view address) {
  const auto at = address.find('@');
  if (at == address.npos) return {address, {}};
  return {address.substr(0, at), address.substr(at + 1)};
}

std::optional<Row> row_at(sql::Read& read, const Uuid& workspace, std::string_view address) {
  const auto [key, label] = parts_of(address);
  for (const auto& row :
       read.rows("SELECT version.id, version.content_hash, version.state, version.published_at "
                 "FROM standard_version AS version "
                 "JOIN standard ON standard.ws = version.ws AND standard.id = version.standard "
                 "WHERE version.ws = ? AND standard.key = ? AND version.label = ?",
                 workspace, key, label))
    return Row{row.get<Id<Version>>(0), row.get<Digest>(1), row.text(2) == "withdrawn",
               row.get<Moment>(3)};
  return std::nullopt;
}

std::string text_of(sql::Read& read, const Uuid& workspace, Id<Version> version) {
  for (const auto& row : read.rows("SELECT content FROM standard_version WHERE ws = ? AND id = ?",
                                   workspace, version))
    return row.get<std::string>(0);
  throw std::runtime_error("no such version of a standard: " + to_text(version));
}

// The content of a row, read and parsed when this process has not met it yet.
std::shared_ptr<const Content> content_of(sql::Read& read, const Uuid& workspace, const Row& row) {
  auto content = content_cache::with_hash(row.hash);
  if (!content) {
    const auto text = text_of(read, workspace, row.id);
    if (digest_of(text) != row.hash)
      throw std::runtime_error("a published standard was changed in the database: " +
                               to_text(row.id));
    content = content_from_canonical(text);
    content_cache::keep(row.hash, content);
  }
  content_cache::keep(workspace, row.id.value, content);
  return content;
}

struct Standard;

std::optional<Id<Standard>> standard_with(sql::Read& read, const Uuid& workspace,
                                          const std::string& key) {
  for (const auto& row :
       read.rows("SELECT id FROM standard WHERE ws = ? AND key = ?", workspace, key))
    return row.get<Id<Standard>>(0);
  return std::nullopt;
}

// The standard that the pack is a version of, made or brought to today's title and owner.
Id<Standard> shelve(sql::Write& write, const Content& content) {
  const auto& workspace = write.actor().workspace;
  const auto order = sort_key(content.title);
  if (const auto known = standard_with(write, workspace, content.key)) {
    write.execute("UPDATE standard SET title = ?, sort_key = ?, owner = ? WHERE ws = ? AND id = ?",
                  content.title, order, content.owner, workspace, *known);
    return *known;
  }
  const auto id = Id<Standard>::fresh();
  write.execute(
      "INSERT INTO standard (ws, id, key, title, sort_key, owner) VALUES (?, ?, ?, ?, ?, ?)",
      workspace, id, content.key, content.title, order, content.owner);
  return id;
}

Id<Version> publish(sql::Write& write, const Pack& pack) {
  const auto& actor = write.actor();
  const auto id = Id<Version>::fresh();
  const auto standard = shelve(write, *pack.content);
  const auto by = actor.person.empty() ? std::nullopt : std::optional(actor.person);
  write.execute(
      "INSERT INTO standard_version (ws, id, standard, label, state, content_hash, content, "
      "published_at, published_by) VALUES (?, ?, ?, ?, 'published', ?, ?, ?, ?)",
      actor.workspace, id, standard, pack.content->version, pack.hash, pack.canonical, now(), by);
  write.record({"standard_version", id.value, "published",
                json::text_of(Publication{
                    pack.content->address(),
                    to_hex({reinterpret_cast<const char*>(pack.hash.data()), pack.hash.size()})})});
  return id;
}

void change_state(sql::Write& write, Id<Version> version, std::string_view from,
                  std::string_view to, std::string_view what) {
  const auto& workspace = write.actor().workspace;
  const auto changed =
      write.execute("UPDATE standard_version SET state = ? WHERE ws = ? AND id = ? AND state = ?",
                    to, workspace, version, from);
  if (changed == 0) return;
  const auto content = content_of(write, workspace, version);
  write.record(
      {"standard_version", version.value, what, json::text_of(ChangeOfState{content->address()})});
}

}  // namespace

std::shared_ptr<const Content> content_of(sql::Read& read, const Uuid& workspace,
                                          Id<Version> version) {
  if (auto content = content_cache::of_version(workspace, version.value)) return content;
  std::optional<Row> found;
  for (const auto& row : read.rows(
           "SELECT content_hash FROM standard_version WHERE ws = ? AND id = ?", workspace, version))
    found = Row{.id = version, .hash = row.get<Digest>(0)};
  if (!found) throw std::runtime_error("no such version of a standard: " + to_text(version));
  return content_of(read, workspace, *found);
}

std::vector<Published> published(sql::Read& read, const Uuid& workspace) {
  std::vector<Row> rows;
  for (const auto& row : read.rows(
           "SELECT version.id, version.content_hash FROM standard_version AS version "
           "JOIN standard ON standard.ws = version.ws AND standard.id = version.standard "
           "WHERE version.ws = ? AND version.state = 'published' "
           "ORDER BY standard.sort_key, standard.id, version.published_at DESC, version.id DESC",
           workspace))
    rows.push_back({.id = row.get<Id<Version>>(0), .hash = row.get<Digest>(1)});
  std::vector<Published> all;
  all.reserve(rows.size());
  for (const auto& row : rows) all.push_back({row.id, content_of(read, workspace, row)});
  return all;
}

std::optional<Published> version_at(sql::Read& read, const Uuid& workspace,
                                    std::string_view address) {
  const auto row = row_at(read, workspace, address);
  if (!row || row->withdrawn) return std::nullopt;
  return Published{row->id, content_of(read, workspace, *row)};
}

std::optional<Kept> kept_at(sql::Read& read, const Uuid& workspace, std::string_view address) {
  const auto row = row_at(read, workspace, address);
  if (!row) return std::nullopt;
  return Kept{row->id, content_of(read, workspace, *row), row->withdrawn, row->published_at,
              row->hash};
}

std::vector<Id<Version>> related_versions(sql::Read& read, const Uuid& workspace,
                                          Id<Version> version) {
  const auto one = content_of(read, workspace, version);
  std::vector<Row> rows;
  for (const auto& row :
       read.rows("SELECT id, content_hash FROM standard_version WHERE ws = ?", workspace))
    rows.push_back({.id = row.get<Id<Version>>(0), .hash = row.get<Digest>(1)});
  std::vector<Id<Version>> related;
  for (const auto& row : rows)
    if (are_related(*one, *content_of(read, workspace, row))) related.push_back(row.id);
  return related;
}

std::optional<std::string> canonical_at(sql::Read& read, const Uuid& workspace,
                                        std::string_view address) {
  const auto row = row_at(read, workspace, address);
  if (!row) return std::nullopt;
  return text_of(read, workspace, row->id);
}

std::vector<Shelved> shelved(sql::Read& read, const Uuid& workspace) {
  std::vector<Shelved> all;
  for (const auto& row : read.rows(
           "SELECT standard.key, version.label, version.state, version.published_at, "
           "version.content_hash FROM standard_version AS version "
           "JOIN standard ON standard.ws = version.ws AND standard.id = version.standard "
           "WHERE version.ws = ? "
           "ORDER BY standard.sort_key, standard.id, version.published_at DESC, version.id DESC",
           workspace))
    all.push_back({fmt::format("{}@{}", row.text(0), row.text(1)), row.text(2) == "withdrawn",
                   row.get<Moment>(3), row.get<Digest>(4)});
  return all;
}

void withdraw(sql::Write& write, Id<Version> version) {
  change_state(write, version, "published", "withdrawn", "withdrawn");
}

void put_back(sql::Write& write, Id<Version> version) {
  change_state(write, version, "withdrawn", "published", "put back");
}

std::expected<Id<Version>, std::string> import(sql::Write& write, const Pack& pack) {
  const auto there = row_at(write, write.actor().workspace, pack.content->address());
  if (!there) return publish(write, pack);
  if (there->hash == pack.hash) return there->id;
  return std::unexpected(
      fmt::format("{} is published here with other content, and a published version never changes. "
                  "Give the pack a new version.",
                  pack.content->address()));
}

void import_the_box(sql::Write& write) {
  for (const auto& pack : box())
    if (const auto imported = import(write, pack); !imported)
      throw std::runtime_error(imported.error());
}

}  // namespace touchstone::standard
