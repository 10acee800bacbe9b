#include "verify.h"

#include <fmt/format.h>

#include <ostream>

#include "evidence/evidence.h"
#include "people/people.h"
#include "platform/sql/history.h"
#include "platform/text.h"
#include "self_assessment/self_assessment.h"

namespace touchstone {

int verify(sql::Database& database, files::Storage& storage, Terminal& terminal) {
  std::vector<sql::HistoryProblem> problems;
  std::vector<sql::Head> heads;
  std::vector<std::string> counts;
  evidence::FilesRead files;
  database.read([&](sql::Read& read) {
    sql::Expected expected;
    for (const auto& workspace : people::all_workspaces(read))
      expected.workspaces.push_back(workspace.id.value);
    problems = sql::verify_history(read, database.keys(), expected);
    heads = sql::heads_of_history(read);
    counts = self_assessment::spread_problems(read);
    files = evidence::read_all_files(read, storage);
  });
  for (const auto& problem : problems)
    terminal.out << fmt::format("{} {}: {}\n", to_text(problem.workspace), problem.n, problem.what);
  if (!problems.empty()) {
    terminal.err << counted(std::ssize(problems), "line", "lines")
                 << " of the history are not as they were written.\n";
    return 1;
  }
  for (const auto& problem : counts) terminal.out << problem << "\n";
  if (!counts.empty()) {
    terminal.err << counted(std::ssize(counts), "count", "counts")
                 << " of score sheets are not what the sheets come to.\n";
    return 1;
  }
  for (const auto& problem : files.problems) terminal.out << problem << "\n";
  if (!files.problems.empty()) {
    terminal.err << counted(std::ssize(files.problems), "file", "files")
                 << " of evidence are not as they came.\n";
    return 1;
  }
  std::int64_t lines = 0;
  for (const auto& head : heads) lines += head.n;
  terminal.out << "The history is whole: " << counted(lines, "line", "lines") << " in "
               << counted(std::ssize(heads), "workspace", "workspaces")
               << ".\nAs they came: " << counted(files.whole, "file", "files") << " of evidence.\n";
  return 0;
}

}  // namespace touchstone
