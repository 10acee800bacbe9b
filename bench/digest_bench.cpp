// Whether pages wait while the digest of a month goes to 5,000 people by mail, measured from
// outside.
//   digest_bench [--json FILE] [--seconds N] [--postgres URL]
// The mail server is that of the tests, on this machine. One person asks for a page again and
// again, over one connection, while another has the digest sent.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <utility>

#include "demo.h"
#include "good_practice/digest_store.h"
#include "options.h"
#include "platform/sql/database.h"
#include "staff_file.h"

namespace {

using namespace touchstone::bench;
using namespace std::chrono_literals;

constexpr std::size_t more_people = 5'000;

// Takes every mail, until this ends.
class MailSink {
 public:
  explicit MailSink(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    const auto script =
        std::filesystem::path(TOUCHSTONE_SOURCE) / "src/platform/mail/testing_smtp.py";
    const auto command =
        fmt::format("exec /usr/bin/python3 '{}' '{}'", script.string(), folder.string());
    process_ = ::popen(command.c_str(), "w");
    for (int tries = 0; tries < 500 && port_.empty(); ++tries) {
      std::this_thread::sleep_for(20ms);
      std::getline(std::ifstream(folder / "port"), port_);
    }
    if (process_ == nullptr || port_.empty()) throw std::runtime_error("no mail server starts");
  }
  ~MailSink() {
    if (process_ != nullptr) ::pclose(process_);
  }
  MailSink(const MailSink&) = delete;
  MailSink& operator=(const MailSink&) = delete;
  std::string url() const { return "smtp://127.0.0.1:" + port_; }

 private:
  std::FILE* process_ = nullptr;
  std::string port_;
};

double metric(Clients& client, std::string_view name) {
  const auto asked = request("GET", "/metrics", client.port(), "");
  const auto reply = client.ask(asked);
  const auto line = "\ntouchstone_" + std::string(name) + " ";
  const auto at = reply.body.find(line);
  if (at == reply.body.npos) throw std::runtime_error("no figure " + std::string(name));
  return std::stod(std::string(reply.body.substr(at + line.size(), 20)));
}

// Everybody on the staff list asks for the digest.
void all_want_it(const Demo& demo, const std::string& postgres) {
  touchstone::sql::Settings settings;
  settings.directory = demo.data();
  settings.url = postgres;
  const auto database = touchstone::sql::Database::open(settings);
  database->write([&](touchstone::sql::Turn& turn) {
    touchstone::sql::Read read(turn);
    const auto here = touchstone::people::workspace_by_slug(read, "eastmere").value().id;
    touchstone::sql::Write write(
        turn, {.workspace = here.value, .channel = touchstone::sql::Channel::set_up});
    for (const auto& person : touchstone::people::persons(write, here))
      touchstone::good_practice::want_digest(write, person.id, true, touchstone::now());
    write.finish(database->keys());
    return touchstone::sql::Verdict::keep;
  });
}

void send_digest(Clients& client, const Visit& visit) {
  const auto asked = request(
      "POST", "/eastmere/ideas/digest", client.port(),
      visit.cookie + visit.proof + "Accept: application/json\r\nContent-Type: application/json\r\n",
      R"({"month": "2026-11"})");
  const auto reply = client.ask(asked);
  if (reply.status >= 300)
    throw std::runtime_error("the digest was refused: " + std::string(reply.body));
}

}  // namespace

int main(int count, char** words) try {
  const auto options = read_options(count, words);
  const Demo demo(options.postgres);
  const auto file = demo.folder() / "staff.csv";
  write_staff_file(file, more_people, 1);
  output_of(demo.words({"staff", "import", file.string(), "--workspace", "eastmere"}));
  all_want_it(demo, options.postgres);
  const MailSink sink(demo.folder() / "mail");
  auto serving = demo.serving();
  serving.insert(serving.end(), {"--smtp", sink.url(), "--mail-from", "digest@eastmere.example"});
  const Program server(serving);
  Clients client(server.port(), 1);
  const auto reader = demo.sign_in_as(client, "hannah");
  Clients other(server.port(), 1);
  const auto sender = demo.sign_in_as(other, "priya.raman");
  Figures figures;
  const auto page = [&](const char* name, const char* target) {
    measure_page(figures, server, client, reader, name, "/eastmere", options.seconds, target);
  };
  page("a page, no mail going out", "");
  std::exception_ptr failed;
  double asked = 0;
  const auto begin = std::chrono::steady_clock::now();
  std::thread sending([&] {
    try {
      send_digest(other, sender);
      asked = milliseconds_since(begin);
    } catch (...) {
      failed = std::current_exception();
    }
  });
  page("a page, while the digest goes out", "at most 50");
  sending.join();
  if (failed) std::rethrow_exception(failed);
  figures.add("the digest asked for", asked, "ms");
  // Those that wait are counted anew only between rounds, so the end is when no more is sent.
  auto sent = metric(client, "mail_sent");
  auto ended = milliseconds_since(begin);
  for (double before = -1; before < sent;) {
    ended = milliseconds_since(begin);
    std::this_thread::sleep_for(2s);
    before = std::exchange(sent, metric(client, "mail_sent"));
  }
  figures.add("mails sent", sent, "mails");
  figures.add("all of them within", ended / 1000, "s");
  figures.write_to(options.json);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "digest_bench: %s\n", problem.what());
  return 1;
}
