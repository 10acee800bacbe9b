#include "config.h"

#include <arpa/inet.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <thread>

#include "platform/mail/mail.h"

namespace touchstone {
namespace {

constexpr std::array<std::string_view, 4> log_levels = {"debug", "info", "warning", "error"};

std::string environment_name(std::string_view option) {
  std::string name = "TOUCHSTONE_";
  for (const char c : option.substr(2))
    name += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return name;
}

template <class T>
void add(CLI::App& command, const std::string& name, T& value, const std::string& sentence) {
  command.add_option(name, value, sentence)->envname(environment_name(name))->capture_default_str();
}

// "https://touchstone.example" or with a port; no path, no user.
bool is_public_url(std::string_view url) {
  const auto scheme = url.starts_with("https://") ? 8U : url.starts_with("http://") ? 7U : 0U;
  const auto rest = url.substr(scheme);
  return scheme != 0 && !rest.empty() &&
         rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-:[]") ==
             std::string_view::npos;
}

// As a connection's other end is written, since that is what it is compared with.
bool is_ip_address(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  std::array<char, INET6_ADDRSTRLEN> written{};
  const int family = text.contains(':') ? AF_INET6 : AF_INET;
  return ::inet_pton(family, text.c_str(), bytes.data()) == 1 &&
         ::inet_ntop(family, bytes.data(), written.data(), written.size()) != nullptr &&
         text == written.data();
}

unsigned workers_of(const Config& config) {
  return config.workers != 0 ? config.workers : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

void add_storage_options(CLI::App& command, Config& config) {
  add(command, "--data", config.data, "The data directory.");
  add(command, "--database", config.database,
      "A PostgreSQL database, as postgresql://…; empty: SQLite in the data directory.");
}

void add_file_options(CLI::App& command, Config& config) {
  add(command, "--s3-endpoint", config.s3_endpoint,
      "An S3-compatible server to keep files on, as https://HOST; empty: the data directory.");
  add(command, "--s3-bucket", config.s3_bucket, "The bucket there, which must exist.");
  add(command, "--s3-region", config.s3_region, "The region that requests are signed for.");
  add(command, "--s3-access-key", config.s3_access_key,
      "Whom that server knows us as; the secret is in --s3-secret-key-file or in the environment, "
      "TOUCHSTONE_S3_SECRET_KEY.");
  add(command, "--s3-secret-key-file", config.s3_secret_key_file,
      "A file that only its owner may read, with the secret as its first line.");
}

void add_server_options(CLI::App& command, Config& config) {
  add_file_options(command, config);
  add(command, "--listen", config.listen, "The address to listen on, as HOST:PORT.");
  add(command, "--public-url", config.public_url,
      "The address that people type, as https://HOST; empty: this machine only, without TLS.");
  add(command, "--host", config.hosts,
      "Another name that requests may ask for, besides those of --listen and --public-url.");
  add(command, "--trusted-proxy", config.trusted_proxies,
      "The address of a proxy in front, whose X-Forwarded-For and X-Forwarded-Proto count.");
  add(command, "--metrics-token", config.metrics_token,
      "What /metrics asks for; empty: it answers this machine only. Better set in the "
      "environment.");
  add(command, "--contact", config.contact,
      "Whom people may ask who are not signed in: a name and an e-mail address or telephone "
      "number, shown on every page.");
  add(command, "--smtp", config.smtp,
      "The mail server, as smtps://HOST or smtp://HOST:587 (with STARTTLS); empty: no mail is "
      "sent.");
  add(command, "--smtp-user", config.smtp_user,
      "Whom the mail server knows us as; its password is in --smtp-password-file or in the "
      "environment, TOUCHSTONE_SMTP_PASSWORD.");
  add(command, "--smtp-password-file", config.smtp_password_file,
      "A file that only its owner may read, with the password as its first line.");
  add(command, "--mail-from", config.mail_from,
      "Who our mail is from: an address, or NAME <ADDRESS>.");
  add(command, "--file-quota", config.file_quota,
      "How many GB of files one organisation may keep as evidence.");
  add(command, "--group-size", config.group_size,
      "How many waiting writes SQLite keeps with one commit.");
  add(command, "--workers", config.workers, "How many threads answer; 0: one for each core.");
  add(command, "--log-level", config.log_level, "debug, info, warning or error.");
}

std::optional<HostPort> host_and_port(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  auto host = text.substr(0, colon);
  const auto digits = text.substr(colon + 1);
  if (host.starts_with('[') && host.ends_with(']'))
    host = host.substr(1, host.size() - 2);
  else if (host.contains(':'))
    return std::nullopt;
  HostPort found{std::string(host), 0};
  const auto* end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, found.port);
  if (error != std::errc() || stopped != end || host.empty()) return std::nullopt;
  return found;
}

bool is_loopback(std::string_view host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

Complaints complaints_about(const Config& config) {
  Complaints complaints;
  if (config.data.empty()) complaints.add("--data", "Name the data directory.");
  if (!config.database.empty() && !config.database.starts_with("postgresql://") &&
      !config.database.starts_with("postgres://"))
    complaints.add("--database", "Give an address that starts with postgresql://.");
  if (!host_and_port(config.listen))
    complaints.add("--listen", "Give HOST:PORT, for example 127.0.0.1:8080.");
  if (!config.public_url.empty() && !is_public_url(config.public_url))
    complaints.add("--public-url", "Give https://HOST in lower case, without a path.");
  for (const auto& proxy : config.trusted_proxies)
    if (!is_ip_address(proxy))
      complaints.add("--trusted-proxy",
                     proxy + " is no IP address; give each proxy's own, as 127.0.0.1 or ::1.");
  if (!config.smtp.empty()) {
    if (const auto wrong = mail::complaint_about_smtp(config.smtp); !wrong.empty())
      complaints.add("--smtp", wrong);
    if (!mail::sender_from(config.mail_from))
      complaints.add("--mail-from", "Give an address, or NAME <ADDRESS>.");
  }
  if (!config.s3_endpoint.empty()) {
    if (!is_public_url(config.s3_endpoint))
      complaints.add("--s3-endpoint", "Give https://HOST in lower case, without a path.");
    if (config.s3_bucket.empty()) complaints.add("--s3-bucket", "Name the bucket.");
    if (config.s3_access_key.empty()) complaints.add("--s3-access-key", "Give the access key.");
  }
  if (config.file_quota < 0 || config.file_quota > 1'000'000)
    complaints.add("--file-quota", "Give a number from 0 to 1000000.");
  if (config.group_size < 1 || config.group_size > 10'000)
    complaints.add("--group-size", "Give a number from 1 to 10000.");
  if (config.workers > 1'000) complaints.add("--workers", "Give a number from 0 to 1000.");
  if (std::ranges::find(log_levels, config.log_level) == log_levels.end())
    complaints.add("--log-level", "Give debug, info, warning or error.");
  return complaints;
}

sql::Settings database_settings(const Config& config) {
  // One for each worker, for each of the two threads that hash passwords, for jobs, for mail and
  // for control.
  const int readers = static_cast<int>(workers_of(config)) + 5;
  return {.directory = config.data,
          .url = config.database,
          .readers = readers,
          .group = config.group_size};
}

http::ServerSettings server_settings(const Config& config) {
  const auto address = host_and_port(config.listen).value_or(HostPort{});
  http::ServerSettings settings;
  settings.host = address.host;
  settings.port = address.port;
  settings.public_url = config.public_url;
  settings.hosts = config.hosts;
  settings.trusted_proxies = config.trusted_proxies;
  settings.workers = workers_of(config);
  settings.metrics_token = config.metrics_token;
  return settings;
}

}  // namespace touchstone
