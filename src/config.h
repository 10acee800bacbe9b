#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/complaint.h"
#include "platform/http/server.h"
#include "platform/sql/database.h"

namespace CLI {
class App;
}

namespace touchstone {

// Every setting with its default. Each is an option of the command line, and an environment
// variable: --public-url is TOUCHSTONE_PUBLIC_URL.
struct Config {
  std::filesystem::path data = "data";
  std::string database;
  std::string listen = "127.0.0.1:8080";
  std::string public_url;
  std::vector<std::string> hosts;
  std::vector<std::string> trusted_proxies;
  std::string metrics_token;
  std::string contact;
  std::string smtp;       // "smtps://HOST"; empty: no mail is sent
  std::string smtp_user;  // empty: none is asked for
  std::filesystem::path smtp_password_file;
  std::string mail_from;
  std::string s3_endpoint;  // "https://s3.example"; empty: files are kept in the data directory
  std::string s3_bucket;
  std::string s3_region = "us-east-1";
  std::string s3_access_key;
  std::filesystem::path s3_secret_key_file;
  std::int64_t file_quota = 50;  // GB of files, of one organisation
  int group_size = 64;
  unsigned workers = 0;
  std::string log_level = "info";
};

// Where the data is: what every command needs that looks at it.
void add_storage_options(CLI::App& command, Config& config);
// Where files are kept, for the commands that look at these too.
void add_file_options(CLI::App& command, Config& config);
// The rest, for the commands that serve or judge how it would be served.
void add_server_options(CLI::App& command, Config& config);

struct HostPort {
  std::string host;
  std::uint16_t port = 0;
};
// "127.0.0.1:8080", "[::1]:8080", "localhost:0"; empty for anything else.
std::optional<HostPort> host_and_port(std::string_view text);
bool is_loopback(std::string_view host);

// Each field is the name of an option.
Complaints complaints_about(const Config& config);

// For a config without complaints.
sql::Settings database_settings(const Config& config);
http::ServerSettings server_settings(const Config& config);

}  // namespace touchstone
