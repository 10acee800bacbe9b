#include "commands.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

#include "backup.h"
#include "demo.h"
#include "doctor.h"
#include "files_place.h"
#include "heads_jobs.h"
#include "post.h"
#include "score.h"
#include "serve.h"
#include "signin/signin_command.h"
#include "staff_commands.h"
#include "standard/standard.h"
#include "verify.h"
#include "version.h"

namespace touchstone {
namespace {

void add_serve(CLI::App& app, Command& command) {
  auto* serve_command = app.add_subcommand("serve", "Serve the pages, until it is stopped.");
  add_storage_options(*serve_command, command.config);
  add_server_options(*serve_command, command.config);
  serve_command->callback([&command] {
    command.alone = [&command](Terminal& terminal) { return serve(command.config, terminal); };
  });
}

void add_demo(CLI::App& app, Command& command) {
  auto* demo = app.add_subcommand(
      "demo", "Fill an empty data directory with the demo, and list its people as JSON.");
  add_storage_options(*demo, command.config);
  demo->callback([&command] {
    command.alone = [&command](Terminal& terminal) { return make_demo(command.config, terminal); };
  });
}

void add_user_add(CLI::App& user, Command& command) {
  auto* add = user.add_subcommand("add", "Let somebody sign in; prints a one-time password.");
  add_storage_options(*add, command.config);
  auto asked = std::make_shared<signin::NewUser>();
  add->add_option("--email", asked->email, "What they sign in with.")->required();
  add->add_option("--name", asked->name, "Their name, as others see it.")->required();
  add->add_option("--workspace", asked->workspace,
                  "The organisation, as in its address; may be left out when there is one.");
  add->add_option("--role", asked->role,
                  "Their role on the whole organisation, for example staff_list_keeper.");
  add->add_flag("--password-stdin", asked->password_from_in,
                "Take the first line of standard input as the password.");
  add->add_flag(
      "--new-password", asked->new_password,
      "Give a new password to somebody who has an account already, and end its sessions.");
  add->callback([&command, asked] {
    command.reads_input = asked->password_from_in;
    command.on_database = [asked](sql::Database& database, Terminal& terminal) {
      return signin::add_user(database, *asked, terminal.in, terminal.out, terminal.err);
    };
  });
}

void add_user_list(CLI::App& user, Command& command) {
  auto* list = user.add_subcommand("list", "List who can sign in.");
  add_storage_options(*list, command.config);
  list->callback([&command] {
    command.on_database = [](sql::Database& database, Terminal& terminal) {
      return signin::list_users(database, terminal.out, terminal.err);
    };
  });
}

void add_user_disable(CLI::App& user, Command& command) {
  auto* disable = user.add_subcommand("disable", "Sign somebody out and let them in no more.");
  add_storage_options(*disable, command.config);
  auto email = std::make_shared<std::string>();
  disable->add_option("email", *email, "What they sign in with.")->required();
  disable->callback([&command, email] {
    command.on_database = [email](sql::Database& database, Terminal& terminal) {
      return signin::disable_user(database, *email, terminal.out, terminal.err);
    };
  });
}

void add_user(CLI::App& app, Command& command) {
  auto* user = app.add_subcommand("user", "Who can sign in.")->require_subcommand(1);
  add_user_add(*user, command);
  add_user_list(*user, command);
  add_user_disable(*user, command);
}

void add_standard_check(CLI::App& standard, Command& command) {
  auto* check = standard.add_subcommand("check", "Say what is wrong with packs, line by line.");
  auto packs = std::make_shared<std::vector<std::filesystem::path>>();
  check->add_option("file", *packs, "Packs: YAML or JSON.")->required();
  check->callback([&command, packs] {
    command.alone = [packs](Terminal& terminal) {
      for (auto& pack : *packs) pack = terminal.directory / pack;
      return standard::check_packs(*packs, terminal.out, terminal.err);
    };
  });
}

void add_standard_import(CLI::App& standard, Command& command) {
  auto* import = standard.add_subcommand("import", "Publish a pack in an organisation.");
  add_storage_options(*import, command.config);
  auto pack = std::make_shared<std::filesystem::path>();
  auto workspace = std::make_shared<std::string>();
  import->add_option("file", *pack, "The pack: YAML or JSON.")->required();
  import->add_option("--workspace", *workspace,
                     "The organisation, as in its address; may be left out when there is one.");
  import->callback([&command, pack, workspace] {
    command.on_database = [pack, workspace](sql::Database& database, Terminal& terminal) {
      return standard::import_pack(database, terminal.directory / *pack, *workspace, terminal.out,
                                   terminal.err);
    };
  });
}

void add_standard_export(CLI::App& standard, Command& command) {
  auto* give = standard.add_subcommand("export", "Write a pack to standard output.");
  add_storage_options(*give, command.config);
  auto address = std::make_shared<std::string>();
  auto workspace = std::make_shared<std::string>();
  auto as = std::make_shared<std::string>("yaml");
  give->add_option("standard", *address, "Key and version: personal-tutoring@1.0.")->required();
  give->add_option("--workspace", *workspace,
                   "The organisation, as in its address; may be left out when there is one.");
  give->add_option("--as", *as, "yaml, json or case (1EdTech CASE 1.1).")
      ->check(CLI::IsMember({"yaml", "json", "case"}));
  give->callback([&command, address, workspace, as] {
    command.on_database = [address, workspace, as](sql::Database& database, Terminal& terminal) {
      return standard::export_pack(database, *address, *workspace, *as, terminal.out, terminal.err);
    };
  });
}

void add_standard(CLI::App& app, Command& command) {
  auto* standard = app.add_subcommand("standard", "What people judge themselves against.")
                       ->require_subcommand(1);
  add_standard_check(*standard, command);
  add_standard_import(*standard, command);
  add_standard_export(*standard, command);
  auto* list = standard->add_subcommand("list", "List what is published or withdrawn, and where.");
  add_storage_options(*list, command.config);
  list->callback([&command] {
    command.on_database = [](sql::Database& database, Terminal& terminal) {
      return standard::list_standards(database, terminal.out, terminal.err);
    };
  });
}

void add_score(CLI::App& app, Command& command) {
  auto* score_command = app.add_subcommand("score", "Say what the answers of a sheet add up to.");
  auto asked = std::make_shared<Score>();
  score_command
      ->add_option("file", asked->file,
                   "Answers as JSON, {\"theme\": \"level\" or null, …}, a theme for one type of "
                   "provision as \"achievement@adult-learning\"; - reads standard input.")
      ->required();
  score_command
      ->add_option("--standard", asked->standard, "Key and version: personal-tutoring@1.0.")
      ->required();
  score_command->add_option("--subject", asked->subject, "person or institution.")->required();
  score_command->callback([&command, asked] {
    command.alone = [asked](Terminal& terminal) { return score(*asked, terminal); };
  });
}

void add_verify(CLI::App& app, Command& command) {
  auto* verify_command =
      app.add_subcommand("verify", "Prove that the history and the files are as they were kept.");
  add_storage_options(*verify_command, command.config);
  add_file_options(*verify_command, command.config);
  auto heads = std::make_shared<std::filesystem::path>();
  verify_command->add_option("--heads", *heads,
                             "A log of the server, kept elsewhere: what it says of the end of each "
                             "history must be there.");
  verify_command->callback([&command, heads] {
    command.on_database = [&command, heads](sql::Database& database, Terminal& terminal) {
      auto config = command.config;
      config.data = terminal.directory / config.data;
      const auto logged =
          heads->empty() ? std::vector<sql::Head>() : heads_in_log(terminal.directory / *heads);
      return verify(database, *files_place(config).storage, terminal, logged);
    };
  });
}

void add_backup(CLI::App& app, Command& command) {
  auto* backup = app.add_subcommand(
      "backup", "Copy the database, its keys and all files to another folder, while it serves.");
  add_storage_options(*backup, command.config);
  add_file_options(*backup, command.config);
  auto to = std::make_shared<std::filesystem::path>();
  backup
      ->add_option("--to", *to,
                   "The folder to make: a data directory that can be served. Its parent is there.")
      ->required();
  backup->callback([&command, to] {
    command.on_database = [&command, to](sql::Database& database, Terminal& terminal) {
      auto config = command.config;
      config.data = terminal.directory / config.data;
      return back_up(database, *files_place(config).storage, config.data, terminal.directory / *to,
                     terminal);
    };
  });
}

void add_doctor(CLI::App& app, Command& command) {
  auto* doctor_command = app.add_subcommand(
      "doctor", "Say whether it may be served like this; give it the options of `serve`.");
  add_storage_options(*doctor_command, command.config);
  add_server_options(*doctor_command, command.config);
  doctor_command->callback([&command] {
    command.alone = [&command](Terminal& terminal) {
      auto findings = doctor::examine(command.config, doctor::look_around(command.config));
      findings.push_back(doctor::mail_server(command.config));
      findings.push_back(doctor::documents());
      findings.push_back(doctor::file_storage(command.config));
      doctor::print(findings, terminal.out);
      return doctor::all_sound(findings) ? 0 : 1;
    };
  });
}

void add_version(CLI::App& app, Command& command) {
  app.add_subcommand("version", "Say which version this is.")->callback([&command] {
    command.alone = [](Terminal& terminal) {
      terminal.out << "touchstone " << version << "\n";
      return 0;
    };
  });
}

// The first word that stands where a command should and is none; empty when there is none. CLI11
// would only say that a command is missing.
std::string unknown_command(const CLI::App& app, const std::vector<std::string>& arguments) {
  const auto* at = &app;
  for (const auto& word : arguments) {
    const auto commands = at->get_subcommands({});
    if (word.starts_with('-') || commands.empty()) return {};
    const auto found = std::ranges::find(commands, word, &CLI::App::get_name);
    if (found == commands.end()) return word;
    at = *found;
  }
  return {};
}

}  // namespace

std::optional<int> parse(const std::vector<std::string>& arguments, Terminal& terminal,
                         Command& command) {
  CLI::App app("Touchstone: self-assessment that leads somewhere.", "touchstone");
  app.require_subcommand(1);
  add_serve(app, command);
  add_demo(app, command);
  add_user(app, command);
  add_staff(app, command);
  add_standard(app, command);
  add_score(app, command);
  add_verify(app, command);
  add_backup(app, command);
  add_doctor(app, command);
  add_version(app, command);
  if (const auto word = unknown_command(app, arguments); !word.empty()) {
    terminal.err << "There is no command " << word << "; touchstone --help lists them.\n";
    return 2;
  }
  try {
    // CLI11 takes them from the back.
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    return app.exit(error, terminal.out, terminal.err) == 0 ? 0 : 2;
  }
  return std::nullopt;
}

}  // namespace touchstone
