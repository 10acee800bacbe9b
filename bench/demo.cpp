#include "demo.h"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "paced.h"
#include "platform/id.h"

namespace touchstone::bench {

namespace fs = std::filesystem;

namespace {

constexpr std::array who{"learners", "employers", "tutors",    "governors",
                         "parents",  "mentors",   "inspectors"};
constexpr std::array what{"attendance", "feedback",       "retention", "progress",
                          "confidence", "safety",         "reading",   "numeracy",
                          "workshop",   "apprenticeship", "enrolment"};

}  // namespace

double milliseconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

Folder::Folder() : path_(fs::current_path() / ("bench-" + to_text(new_uuid()))) {
  fs::create_directories(path_);
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Demo::Demo(std::string postgres)
    : program_(fs::read_symlink("/proc/self/exe").parent_path().parent_path() / "touchstone"),
      postgres_(std::move(postgres)) {
  const auto printed = output_of(words({"demo"}));
  emails_ = members(printed, "people.email");
  roles_ = members(printed, "people.role");
  passwords_ = members(printed, "people.password");
}

std::vector<std::string> Demo::words(std::vector<std::string> more) const {
  return words_over(data(), std::move(more));
}

std::vector<std::string> Demo::words_over(const fs::path& data,
                                          std::vector<std::string> more) const {
  more.insert(more.begin(), program_.string());
  more.insert(more.end(), {"--data", data.string()});
  if (!postgres_.empty()) more.insert(more.end(), {"--database", postgres_});
  return more;
}

std::vector<std::string> Demo::serving() const {
  return words({"serve", "--listen", "127.0.0.1:0", "--log-level", "warning"});
}

std::vector<std::string> Demo::emails_of(std::string_view role_begins) const {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < emails_.size(); ++i)
    if (roles_.at(i).starts_with(role_begins)) found.push_back(emails_[i]);
  return found;
}

Visit Demo::sign_in_as(Clients& client, std::string_view email_begins) const {
  for (std::size_t i = 0; i < emails_.size(); ++i)
    if (emails_[i].starts_with(email_begins)) return sign_in(client, emails_[i], passwords_.at(i));
  throw std::out_of_range("nobody of the demo has that address");
}

std::string title_of(int n) {
  const auto index = static_cast<std::size_t>(n);
  return fmt::format("{} of {} {}", what.at(index % what.size()), who.at(index % who.size()), n);
}

std::string sentence_of(int n, std::string_view told) {
  const auto index = static_cast<std::size_t>(n);
  return fmt::format("In week {} the {} {} about {}, case {}.", n % 52,
                     who.at(index / 7 % who.size()), told, what.at(index / 11 % what.size()), n);
}

void measure_page(Figures& figures, const Program& server, Clients& client, const Visit& visit,
                  const std::string& name, const std::string& address, double seconds,
                  const char* target) {
  const auto page = ask_again(server, client, page_request(client.port(), visit, address), seconds);
  figures.add(name + ", half within", page.half_ms, "ms", target);
  figures.add(name + ", 99 in 100 within", page.most_ms, "ms");
}

}  // namespace touchstone::bench
