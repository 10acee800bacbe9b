#include "command_line.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <istream>
#include <iterator>
#include <optional>
#include <ostream>
#include <sstream>

#include "commands.h"

namespace touchstone {
namespace {

std::string all_of(std::istream& in) {
  return {std::istreambuf_iterator(in), {}};
}

// The exit code, when the arguments are wrong or ask for help only.
std::optional<int> told(const Command& command, Terminal& terminal) {
  const auto complaints = complaints_about(command.config);
  for (const auto& complaint : complaints)
    terminal.err << complaint.field << ": " << complaint.message << "\n";
  if (!complaints.empty()) return 2;
  return std::nullopt;
}

int run_over_there(const Command& command, const std::vector<std::string>& arguments,
                   Terminal& terminal) {
  const control::Call call{arguments, terminal.directory.string(),
                           command.reads_input ? all_of(terminal.in) : std::string()};
  const auto outcome = control::call(command.config.data, call);
  if (!outcome) {
    terminal.err << "Another process holds the data directory " << command.config.data.string()
                 << " and takes no commands; wait until it is done, or stop it.\n";
    return 1;
  }
  terminal.out << outcome->out;
  terminal.err << outcome->err;
  return outcome->code;
}

int run_on_database(const Command& command, const std::vector<std::string>& arguments,
                    Terminal& terminal) {
  if (!std::filesystem::is_directory(command.config.data)) {
    terminal.err << "--data: There is no directory " << command.config.data.string() << ".\n";
    return 2;
  }
  std::unique_ptr<sql::Database> database;
  try {
    database = sql::Database::open(database_settings(command.config));
  } catch (const sql::Locked&) {
    return run_over_there(command, arguments, terminal);
  }
  return command.on_database(*database, terminal);
}

}  // namespace

int run(const std::vector<std::string>& arguments, Terminal& terminal) {
  Command command;
  if (const auto code = parse(arguments, terminal, command)) return *code;
  if (const auto code = told(command, terminal)) return *code;
  try {
    return command.alone ? command.alone(terminal) : run_on_database(command, arguments, terminal);
  } catch (const std::exception& error) {
    terminal.err << error.what() << "\n";
    return 1;
  }
}

control::Outcome run_on(sql::Database& database, const control::Call& call) {
  std::istringstream in(call.input);
  std::ostringstream out;
  std::ostringstream err;
  Terminal terminal{in, out, err, call.directory};
  Command command;
  int code = 0;
  if (const auto told_code = parse(call.arguments, terminal, command))
    code = *told_code;
  else if (command.on_database)
    code = command.on_database(database, terminal);
  else
    code = 2;
  return {code, out.str(), err.str()};
}

}  // namespace touchstone
