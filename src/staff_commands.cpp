#include "staff_commands.h"

#include <memory>

#include "staff/staff_command.h"

namespace touchstone {
namespace {

void add_staff_import(CLI::App& staff, Command& command) {
  auto* import = staff.add_subcommand(
      "import", "Take people from a CSV file: name, email, team, role, line manager.");
  add_storage_options(*import, command.config);
  auto asked = std::make_shared<staff::StaffListImport>();
  import->add_option("file", asked->file, "The table; its first line names the columns.")
      ->required();
  import->add_option("--workspace", asked->workspace,
                     "The organisation, as in its address; may be left out when there is one.");
  import->add_flag("--dry-run", asked->dry_run, "Only say what would change.");
  import->callback([&command, asked] {
    command.on_database = [asked](sql::Database& database, Terminal& terminal) {
      asked->file = terminal.directory / asked->file;
      return staff::import_staff_list(database, *asked, terminal.out, terminal.err);
    };
  });
}

}  // namespace

void add_staff(CLI::App& app, Command& command) {
  auto* staff = app.add_subcommand("staff", "Who is on the staff list.")->require_subcommand(1);
  add_staff_import(*staff, command);
}

}  // namespace touchstone
