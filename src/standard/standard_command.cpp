#include "standard/standard_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <optional>
#include <ostream>
#include <sstream>

#include "people/people.h"
#include "platform/text.h"
#include "standard/case_package.h"
#include "standard/node_builder.h"
#include "standard/pack.h"
#include "standard/pack_tree.h"
#include "standard/standard_store.h"

namespace touchstone::standard {
namespace {

constexpr int done = 0;
constexpr int refused = 1;
constexpr int not_there = 2;

// One byte more than any may have tells that it is too large.
std::optional<std::string> text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::error_code unknown;
  const auto size = std::filesystem::file_size(file, unknown);
  if (!in || std::filesystem::is_directory(file)) return std::nullopt;
  std::string text(unknown ? longest_case + 1 : std::min<std::uintmax_t>(size, longest_case + 1),
                   '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

// The pack in the file, or the exit status after saying why there is none.
std::expected<Pack, int> pack_in(const std::filesystem::path& file, std::ostream& err) {
  const auto text = text_of(file);
  if (!text) {
    err << fmt::format("{} cannot be read.\n", file.string());
    return std::unexpected(not_there);
  }
  auto pack = read_any_pack(*text);
  if (pack) return std::move(*pack);
  for (const auto& problem : pack.error())
    err << to_text(file.filename().string(), problem) << "\n";
  return std::unexpected(refused);
}

std::string hex(const Digest& hash) {
  return to_hex({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

std::optional<people::Workspace> workspace_called(sql::Read& read, const std::string& slug) {
  if (!slug.empty()) return people::workspace_by_slug(read, slug);
  auto all = people::all_workspaces(read);
  return all.size() == 1 ? std::optional(all.front()) : std::nullopt;
}

int no_workspace(const std::string& slug, std::ostream& err) {
  err << (slug.empty() ? "Name the organisation with --workspace, as in its address.\n"
                       : fmt::format("There is no organisation called “{}” here.\n", slug));
  return not_there;
}

}  // namespace

int check_packs(const std::vector<std::filesystem::path>& packs, std::ostream& out,
                std::ostream& err) {
  int status = done;
  for (const auto& file : packs) {
    const auto pack = pack_in(file, err);
    if (pack)
      out << fmt::format("{}: sound; {}, content {}.\n", file.filename().string(),
                         pack->content->address(), hex(pack->hash));
    else
      status = std::max(status, pack.error());
  }
  return status;
}

int import_pack(sql::Database& database, const std::filesystem::path& file, const std::string& slug,
                std::ostream& out, std::ostream& err) {
  const auto pack = pack_in(file, err);
  if (!pack) return pack.error();
  std::optional<people::Workspace> workspace;
  database.read([&](sql::Read& read) { workspace = workspace_called(read, slug); });
  if (!workspace) return no_workspace(slug, err);
  std::expected<Id<Version>, std::string> imported;
  database.write([&](sql::Turn& turn) {
    sql::Write write(turn,
                     {.workspace = workspace->id.value, .channel = sql::Channel::command_line});
    imported = import(write, *pack);
    if (!imported) return sql::Verdict::undo;
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
  if (!imported) {
    err << imported.error() << "\n";
    return refused;
  }
  out << fmt::format("{} is published in {}.\n", pack->content->address(), workspace->name);
  return done;
}

int export_pack(sql::Database& database, const std::string& address, const std::string& slug,
                const std::string& as, std::ostream& out, std::ostream& err) {
  std::optional<people::Workspace> workspace;
  std::optional<Kept> kept;
  std::string canonical;
  database.read([&](sql::Read& read) {
    workspace = workspace_called(read, slug);
    if (workspace) kept = kept_at(read, workspace->id.value, address);
    if (kept) canonical = canonical_at(read, workspace->id.value, address).value();
  });
  if (!workspace) return no_workspace(slug, err);
  if (!kept) {
    err << fmt::format("There is no standard {} in {}.\n", address, workspace->name);
    return not_there;
  }
  const auto written = in_form(as, canonical, kept->published_at);
  if (!written) {
    err << too_large_for_case << "\n";
    return refused;
  }
  out << *written;
  return done;
}

int list_standards(sql::Database& database, std::ostream& out, std::ostream&) {
  database.read([&](sql::Read& read) {
    for (const auto& workspace : people::all_workspaces(read))
      for (const auto& one : shelved(read, workspace.id.value)) {
        const auto kept = kept_at(read, workspace.id.value, one.address).value();
        out << fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", workspace.slug, one.address,
                           kept.content->title, to_rfc3339(one.published_at), hex(one.hash),
                           one.withdrawn ? "withdrawn" : "published");
      }
  });
  return done;
}

}  // namespace touchstone::standard
