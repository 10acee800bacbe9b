#include "serve.h"

#include <fmt/format.h>
#include <pthread.h>
#include <signal.h>

#include <filesystem>
#include <ostream>
#include <thread>

#include "app.h"
#include "command_line.h"
#include "doctor.h"
#include "evidence/evidence.h"
#include "files_place.h"
#include "good_practice/good_practice.h"
#include "heads_jobs.h"
#include "look/layout.h"
#include "platform/control/control.h"
#include "platform/log/log.h"
#include "post.h"
#include "self_assessment/self_assessment.h"
#include "version.h"

namespace touchstone {
namespace {

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

// Before any other thread starts, so that all of them leave the signals to StopOnSignal.
void block_stop_signals() {
  const auto signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

// Stops the server when a signal asks for it.
class StopOnSignal {
 public:
  explicit StopOnSignal(http::Server& server)
      : thread_([&server] {
          const auto signals = stop_signals();
          int signal = 0;
          sigwait(&signals, &signal);
          server.stop();
        }) {}
  ~StopOnSignal() {
    pthread_kill(thread_.native_handle(), SIGTERM);  // NOLINT(bugprone-bad-signal-to-kill-thread)
    thread_.join();
  }
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

 private:
  std::thread thread_;
};

void set_log_level(std::string_view name) {
  using log::Level;
  log::set_level(name == "debug"     ? Level::debug
                 : name == "warning" ? Level::warning
                 : name == "error"   ? Level::error
                                     : Level::info);
}

// Whether anybody but this machine itself can reach it.
bool is_public(const Config& config) {
  const auto listens = host_and_port(config.listen);
  return !config.public_url.empty() || !listens || !is_loopback(listens->host);
}

bool may_serve(const Config& config, Terminal& terminal) {
  if (!is_public(config)) return true;
  const auto findings = doctor::examine(config, doctor::look_around(config));
  if (doctor::all_sound(findings)) return true;
  doctor::print(findings, terminal.err);
  if (doctor::may_serve(findings)) return true;
  terminal.err << "A public address is not served before this is set right.\n";
  return false;
}

// Empty where nobody needs one, or nothing can be written.
std::optional<std::string> set_up_secret(sql::Database& database) {
  try {
    return signin::offer_set_up(database);
  } catch (const sql::CannotWrite& why) {
    log::warning("no secret for setting up was made: {}", why.what());
    return std::nullopt;
  }
}

void say_where(const Config& config, std::uint16_t port, sql::Database& database,
               Terminal& terminal) {
  const auto host = host_and_port(config.listen).value_or(HostPort{}).host;
  const auto brackets = host.contains(':');
  const auto address =
      config.public_url.empty()
          ? fmt::format("http://{}{}{}:{}", brackets ? "[" : "", host, brackets ? "]" : "", port)
          : config.public_url;
  terminal.out << "Touchstone " << version << " answers at " << address << "\n";
  if (const auto secret = set_up_secret(database))
    terminal.out << "Nobody has an account yet. Set it up at " << address
                 << "/set-up with this secret: " << *secret << "\n";
  terminal.out.flush();
}

}  // namespace

int serve(const Config& config, Terminal& terminal) {
  block_stop_signals();
  set_log_level(config.log_level);
  std::filesystem::create_directories(config.data);
  if (!may_serve(config, terminal)) return 1;
  const auto database = sql::Database::open(database_settings(config));
  log::info("touchstone {} on {}", version, database->describe());
  if (const auto& why = database->why_not_write()) {
    terminal.err << *why << "\n";
    return 1;
  }
  log_heads(*database);
  look::set_contact(config.contact);
  mail::set_post(post_of(config, database->keys()));
  const auto files = files_place(config);
  clear_incoming_files(config);
  App app(*database, files);
  auto settings = server_settings(config);
  settings.uploads = incoming_files(config);
  settings.files = files;
  http::Server server(settings, app.routes, *database, app.hooks);
  const control::Listener listener(
      config.data, [&](const control::Call& call) { return run_on(*database, call); });
  plan_next_heads(*database);
  self_assessment::plan_next_emptying(*database);
  evidence::plan_next_tidying(*database);
  self_assessment::plan_next_reminding(*database);
  self_assessment::plan_next_showing(*database);
  good_practice::plan_next_trial_reminding(*database);
  good_practice::plan_next_digests(*database);
  good_practice::plan_next_tidying(*database);
  app.jobs.start();
  app.post_office.start();
  const StopOnSignal signals(server);
  say_where(config, server.port(), *database, terminal);
  server.run();
  log::info("stopped");
  return 0;
}

}  // namespace touchstone
