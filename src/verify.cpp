#include "verify.h"

#include <fmt/format.h>

#include <ostream>

#include "evidence/evidence.h"
#include "people/people.h"
#include "platform/text.h"
#include "self_assessment/self_assessment.h"

namespace touchstone {
namespace {

bool whole_history(sql::Database& database, std::vector<sql::Head> logged, Terminal& terminal) {
  const auto problems = problems_of_history(database, std::move(logged));
  print(problems, terminal.out);
  if (!problems.empty()) {
    terminal.err << counted(std::ssize(problems), "line", "lines")
                 << " of the history are not as they were written.\n";
    return false;
  }
  std::int64_t lines = 0;
  std::int64_t chains = 0;
  database.read([&](sql::Read& read) {
    for (const auto& head : sql::heads_of_history(read)) {
      lines += head.n;
      ++chains;
    }
  });
  terminal.out << "The history is whole: " << counted(lines, "line", "lines") << " in "
               << counted(chains, "workspace", "workspaces") << ".\n";
  return true;
}

bool true_counts(sql::Database& database, Terminal& terminal) {
  std::vector<std::string> problems;
  database.read([&](sql::Read& read) { problems = self_assessment::spread_problems(read); });
  for (const auto& problem : problems) terminal.out << problem << "\n";
  if (problems.empty()) return true;
  terminal.err << counted(std::ssize(problems), "count", "counts")
               << " of score sheets are not what the sheets come to.\n";
  return false;
}

// The list is made in one look, and the files are read after it: that may take hours.
bool whole_files(sql::Database& database, files::Storage& storage, Terminal& terminal) {
  std::vector<evidence::FileOfPiece> all;
  database.read([&](sql::Read& read) { all = evidence::all_files(read); });
  evidence::FilesRead files;
  try {
    files = evidence::read_all_files(all, storage);
  } catch (const files::StorageError& why) {
    terminal.err << "The files cannot be read: " << why.what() << ".\n";
    return false;
  }
  for (const auto& problem : files.problems) terminal.out << problem << "\n";
  if (!files.problems.empty()) {
    terminal.err << counted(std::ssize(files.problems), "file", "files")
                 << " of evidence are not as they came.\n";
    return false;
  }
  terminal.out << "As they came: " << counted(files.whole, "file", "files") << " of evidence.\n";
  return true;
}

}  // namespace

std::vector<sql::HistoryProblem> problems_of_history(sql::Database& database,
                                                     std::vector<sql::Head> logged) {
  sql::Expected expected{.logged = std::move(logged)};
  std::vector<sql::HistoryProblem> problems;
  database.read([&](sql::Read& read) {
    for (const auto& workspace : people::all_workspaces(read))
      expected.workspaces.push_back(workspace.id.value);
    problems = sql::verify_history(read, database.keys(), expected);
  });
  return problems;
}

void print(const std::vector<sql::HistoryProblem>& problems, std::ostream& out) {
  for (const auto& problem : problems)
    out << fmt::format("{} {}: {}\n", to_text(problem.workspace), problem.n, problem.what);
}

int verify(sql::Database& database, files::Storage& storage, Terminal& terminal,
           std::vector<sql::Head> logged) {
  bool whole = whole_history(database, std::move(logged), terminal);
  whole = true_counts(database, terminal) && whole;
  whole = whole_files(database, storage, terminal) && whole;
  return whole ? 0 : 1;
}

}  // namespace touchstone
