#include "staff/staff_command.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <ostream>

#include "staff/staff_import_json.h"
#include "staff/staff_import_page.h"
#include "staff/staff_import_store.h"

namespace touchstone::staff {
namespace {

std::optional<people::Workspace> workspace_asked(sql::Read& read, const std::string& slug,
                                                 std::ostream& err) {
  const auto all = people::all_workspaces(read);
  if (slug.empty() && all.size() == 1) return all.front();
  const auto found = std::ranges::find(all, slug, &people::Workspace::slug);
  if (found != all.end()) return *found;
  if (slug.empty())
    err << "Name the organisation with --workspace: there are "
        << (all.empty() ? "none yet" : "several") << ".\n";
  else
    err << "There is no organisation called “" << slug << "”.\n";
  return std::nullopt;
}

void tell_problems(const std::vector<FileProblem>& problems, std::ostream& err) {
  for (const auto& problem : problems)
    err << "Line " << problem.line << (problem.column.empty() ? "" : ", ") << problem.column << ": "
        << problem.message << '\n';
}

void tell_lines(const StaffImport& import, std::ostream& out) {
  for (const auto& line : import.lines) {
    if (line.changes.empty()) continue;
    out << shape::to_text(line.outcome) << '\t' << line.person.name << '\t' << line.person.email;
    for (const auto& change : line.changes) out << '\t' << change;
    out << '\n';
  }
}

std::optional<std::string> bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

int import_read(sql::Database& database, const StaffListImport& asked, const StaffFile& file,
                std::ostream& out, std::ostream& err) {
  StaffImport import;
  std::optional<people::Workspace> workspace;
  database.read([&](sql::Read& read) { workspace = workspace_asked(read, asked.workspace, err); });
  if (!workspace) return 2;
  const people::Keeper keeper{
      .workspace = workspace->id, .on = people::today(*workspace, now()), .at_the_machine = true};
  const auto plan = [&](sql::Read& read) {
    import = plan_import(file, people::roster(read, keeper), {.words = workspace->words});
  };
  if (asked.dry_run) {
    database.read(plan);
  } else {
    database.write([&](sql::Turn& turn) {
      sql::Write write(
          turn,
          {.workspace = workspace->id.value, .channel = sql::Channel::command_line, .request = {}});
      plan(write);
      if (!import.may_be_applied() || !import.changes_something()) return sql::Verdict::undo;
      apply_import(write, import, keeper.on);
      write.finish(database.keys());
      return sql::Verdict::keep;
    });
  }
  tell_problems(import.problems, err);
  if (!import.may_be_applied()) return 2;
  tell_lines(import, out);
  out << (asked.dry_run ? "If this were done: " : "") << import_in_words(import) << '\n';
  return 0;
}

}  // namespace

int import_staff_list(sql::Database& database, const StaffListImport& asked, std::ostream& out,
                      std::ostream& err) {
  const auto bytes = bytes_of(asked.file);
  if (!bytes) {
    err << "The file " << asked.file.string() << " cannot be read.\n";
    return 2;
  }
  const auto file = read_staff_file(*bytes);
  if (file) return import_read(database, asked, *file, out, err);
  tell_problems(file.error(), err);
  return 2;
}

}  // namespace touchstone::staff
