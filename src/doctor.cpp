#include "doctor.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <ostream>
#include <set>

#include "platform/document/document.h"
#include "platform/secret.h"

namespace touchstone::doctor {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::uint64_t least_free_bytes = 512ULL * 1024 * 1024;
constexpr auto year_of_this_program = 2026y;

Finding sound(std::string subject, std::string what) {
  return {true, std::move(subject), std::move(what), ""};
}
Finding wrong(std::string subject, std::string what, std::string remedy) {
  return {false, std::move(subject), std::move(what), std::move(remedy)};
}

Finding data_directory(const Config& config) {
  const std::string subject = "data directory";
  const auto name = config.data.string();
  struct stat about{};
  if (::stat(config.data.c_str(), &about) != 0 || !S_ISDIR(about.st_mode))
    return wrong(subject, fmt::format("{} is not there.", name),
                 "Name the directory with --data; `serve` makes it.");
  if (about.st_uid != ::geteuid())
    return wrong(subject, fmt::format("{} belongs to another user.", name),
                 fmt::format("Run as that user, or: chown -R {} {}", ::geteuid(), name));
  if ((about.st_mode & 077) != 0)
    return wrong(subject, fmt::format("Other users may look into {}.", name),
                 fmt::format("chmod 700 {}", name));
  return sound(subject, fmt::format("{} is its owner's only.", name));
}

Finding file_system(const Config& config) {
  const std::string subject = "file system";
  static const std::set<std::uint32_t> networked = {0x6969, 0x517b, 0xff534d42, 0xfe534d42};
  struct statfs about{};
  if (config.database.empty() && ::statfs(config.data.c_str(), &about) == 0 &&
      networked.contains(static_cast<std::uint32_t>(about.f_type)))
    return wrong(subject, "The data directory is on a network file system, where SQLite is unsafe.",
                 "Move it to a local disk, or use PostgreSQL (--database).");
  return sound(subject, "Safe for the database.");
}

bool weak(const Digest& key) {
  return std::set<std::uint8_t>(key.begin(), key.end()).size() < 8;
}

Finding keys(const Config& config) {
  const std::string subject = "keys";
  if (!fs::exists(config.data / "secrets"))
    return sound(subject, "Made when it serves for the first time.");
  try {
    const auto found = load_keys(config.data);
    if (weak(found.history) || weak(found.session) || found.history == found.session)
      return wrong(subject, "The keys in the file `secrets` are not random.",
                   "Restore the file from a backup.");
  } catch (const std::runtime_error& error) {
    return wrong(subject, error.what(), "Set the file right before anybody signs in.");
  }
  return sound(subject, "Random, and their owner's only.");
}

Finding address(const Config& config) {
  const std::string subject = "address";
  const auto host = host_and_port(config.listen).value_or(HostPort{}).host;
  if (config.public_url.starts_with("https://"))
    return sound(subject, fmt::format("People come by {}.", config.public_url));
  if (!config.public_url.empty())
    return wrong(subject, fmt::format("{} is not protected by TLS.", config.public_url),
                 "Put nginx with a certificate in front, and give --public-url https://…");
  if (!is_loopback(host))
    return wrong(subject, fmt::format("{} can be reached from other machines, without TLS.", host),
                 "Listen on 127.0.0.1 behind nginx, and give --public-url https://…");
  return sound(subject, "Only this machine can reach it.");
}

// Behind a proxy that is not known as one, everybody has the same address: shares and the throttle
// of passwords would then count all people as one.
Finding proxy(const Config& config) {
  const std::string subject = "proxy";
  const auto host = host_and_port(config.listen).value_or(HostPort{}).host;
  if (!config.trusted_proxies.empty())
    return sound(subject, "It tells who asks; let nobody else reach " + config.listen + ".");
  if (!config.public_url.empty() && is_loopback(host))
    return wrong(subject, "Everybody would come from the address of the proxy in front.",
                 fmt::format("Give --trusted-proxy {}.", host == "::1" ? host : "127.0.0.1"));
  return sound(subject, "None is trusted to say who asks.");
}

Finding build(const Surroundings& surroundings) {
  if (surroundings.release_build) return sound("build", "For release.");
  return wrong("build", "This is a debug build: slow, and it stops at the first surprise.",
               "cmake --preset release && cmake --build --preset release");
}

Finding clock(const Config& config, const Surroundings& surroundings) {
  const std::string remedy = "Set the clock, and keep it right with NTP.";
  const auto today = date_in(surroundings.now, "UTC");
  if (today.year() < year_of_this_program)
    return wrong("clock", fmt::format("It says {}.", to_words(today)), remedy);
  std::error_code none;
  const auto changed = fs::last_write_time(config.data, none);
  const auto then =
      std::chrono::floor<std::chrono::milliseconds>(std::chrono::file_clock::to_sys(changed));
  if (!none && then > surroundings.now + 1h)
    return wrong("clock", "The data directory was changed in what it says is the future.", remedy);
  return sound("clock", fmt::format("It says {}.", to_words(today)));
}

Finding disk(const Surroundings& surroundings) {
  const auto free = fmt::format("{} MB are free.", surroundings.free_bytes / 1'000'000);
  if (surroundings.free_bytes < least_free_bytes)
    // Reading and signing in go on while nothing can be saved, after a new start too.
    return {false, "disk", free, "Make room; below that, nothing can be saved safely.", false};
  return sound("disk", free);
}

Finding sqlite(const Surroundings& surroundings) {
  const int version = surroundings.sqlite_version;
  const auto name =
      fmt::format("SQLite {}.{}.{}", version / 1'000'000, version / 1'000 % 1'000, version % 1'000);
  if (version < 3'037'000)
    return wrong("SQLite", name + " is too old.", "Install 3.37 or newer; Debian 12 has 3.40.");
  if (version <= 3'051'002)
    return sound("SQLite", name +
                               " has a bug that needs two connections that write; there is only "
                               "one here.");
  return sound("SQLite", name + ".");
}

}  // namespace

Surroundings look_around(const Config& config) {
  Surroundings found;
  found.now = now();
  std::error_code none;
  auto place = fs::absolute(config.data, none);
  while (!fs::exists(place, none) && place.has_relative_path()) place = place.parent_path();
  found.free_bytes = fs::space(place, none).available;
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  found.release_build = true;
#endif
  found.sqlite_version = sqlite3_libversion_number();
  return found;
}

std::vector<Finding> examine(const Config& config, const Surroundings& surroundings) {
  return {data_directory(config),
          file_system(config),
          keys(config),
          address(config),
          proxy(config),
          build(surroundings),
          clock(config, surroundings),
          disk(surroundings),
          sqlite(surroundings)};
}

Finding documents() {
  const std::string subject = "documents";
  if (auto found = document::hindrance())
    return wrong(subject, std::move(found->what), std::move(found->remedy));
  return sound(subject, "Word and PDF files can be made, by programs that are locked in.");
}

bool all_sound(const std::vector<Finding>& findings) {
  return std::ranges::all_of(findings, &Finding::sound);
}

bool may_serve(const std::vector<Finding>& findings) {
  return std::ranges::none_of(findings, &Finding::hinders);
}

void print(const std::vector<Finding>& findings, std::ostream& out) {
  for (const auto& finding : findings) {
    out << fmt::format("{:7} {}: {}\n", finding.sound ? "ok" : "WRONG", finding.subject,
                       finding.what);
    if (!finding.sound) out << fmt::format("{:7} → {}\n", "", finding.remedy);
  }
}

}  // namespace touchstone::doctor
