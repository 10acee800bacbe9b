#include "heads_jobs.h"

#include <fstream>
#include <optional>
#include <regex>

#include "platform/files/sha256.h"
#include "platform/jobs/daily.h"
#include "platform/log/log.h"
#include "platform/sql/history.h"
#include "platform/text.h"

namespace touchstone {
namespace {

constexpr std::string_view kind = "log_heads";

// They are logged however little else is: nothing else tells of a database that was put back.
log::Level quietest_wanted() {
  using log::Level;
  return log::wanted(Level::info)      ? Level::info
         : log::wanted(Level::warning) ? Level::warning
                                       : Level::error;
}

// "… history of WORKSPACE ends at N with MAC"; empty for any other line.
std::optional<sql::Head> head_in(const std::string& line) {
  static const std::regex form(
      R"(.* history of (\S+) ends at ([0-9]{1,18}) with ([0-9a-f]{64})\s*)");
  std::smatch found;
  if (!std::regex_match(line, found, form)) return std::nullopt;
  const auto workspace = uuid_from_text(found.str(1));
  const auto mac = files::digest_from_hex(found.str(3));
  if (!workspace || !mac) return std::nullopt;
  return sql::Head{*workspace, std::stoll(found.str(2)), *mac};
}

}  // namespace

void log_heads(sql::Database& database) {
  database.read([](sql::Read& read) {
    for (const auto& head : sql::heads_of_history(read))
      log::write(quietest_wanted(), "history of {} ends at {} with {}", to_text(head.workspace),
                 head.n, files::to_hex(head.mac));
  });
}

std::vector<sql::Head> heads_in_log(const std::filesystem::path& log) {
  std::ifstream lines(log);
  if (!lines) throw std::runtime_error("The log " + log.string() + " cannot be read.");
  std::vector<sql::Head> heads;
  for (std::string line; std::getline(lines, line);)
    if (const auto head = head_in(line)) heads.push_back(*head);
  if (heads.empty())
    throw std::runtime_error("The log " + log.string() + " does not say where a history ended.");
  return heads;
}

void log_heads_daily(jobs::Runner& runner) {
  jobs::every_day(runner, std::string(kind), log_heads);
}

void plan_next_heads(sql::Database& database) {
  jobs::plan_next_day(database, kind);
}

}  // namespace touchstone
