#include "config.h"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <cstdlib>

namespace touchstone {
namespace {

Config read(const std::vector<std::string>& arguments) {
  Config config;
  CLI::App app;
  add_storage_options(app, config);
  add_server_options(app, config);
  app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  return config;
}

TEST(Config, is_sound_as_it_comes) {
  EXPECT_TRUE(complaints_about(Config{}).empty());
  EXPECT_TRUE(complaints_about(read({})).empty());
}

TEST(Config, comes_from_options_before_the_environment) {
  ::setenv("TOUCHSTONE_PUBLIC_URL", "https://from.environment", 1);
  EXPECT_EQ(read({}).public_url, "https://from.environment");
  EXPECT_EQ(read({"--public-url", "https://from.option"}).public_url, "https://from.option");
  ::unsetenv("TOUCHSTONE_PUBLIC_URL");
  EXPECT_EQ(read({}).public_url, "");
}

TEST(Config, names_every_setting_that_is_wrong) {
  Config config;
  config.data = "";
  config.database = "mysql://x";
  config.listen = "8080";
  config.public_url = "https://x/path";
  config.group_size = 0;
  config.workers = 5000;
  config.log_level = "loud";
  const auto complaints = complaints_about(config);
  EXPECT_EQ(complaints.size(), 7U);
  for (const auto* name : {"--data", "--database", "--listen", "--public-url", "--group-size",
                           "--workers", "--log-level"})
    EXPECT_FALSE(complaints.about(name).empty()) << name;
}

TEST(Config, takes_addresses_of_proxies_and_no_names_ports_or_networks) {
  const auto complaint = [](const std::string& proxy) {
    return complaints_about(read({"--trusted-proxy", proxy})).about("--trusted-proxy");
  };
  for (const auto* proxy : {"127.0.0.1", "::1", "10.1.2.3", "fd00::7"})
    EXPECT_EQ(complaint(proxy), "") << proxy;
  for (const auto* proxy : {"localhost", "127.0.0.1:8080", "10.0.0.0/8", "FD00::7", "127.1"})
    EXPECT_NE(complaint(proxy), "") << proxy;
}

TEST(Config, takes_a_host_and_a_port_apart) {
  EXPECT_EQ(host_and_port("[::1]:80")->host, "::1");
  EXPECT_EQ(host_and_port("localhost:0")->port, 0);
  EXPECT_EQ(host_and_port("0.0.0.0:65535")->port, 65535);
  for (const auto* text : {"", ":80", "x", "x:", "x:-1", "x:65536", "::1:80", "x:8o", "[]:80"})
    EXPECT_FALSE(host_and_port(text)) << text;
}

TEST(Config, knows_this_machine) {
  EXPECT_TRUE(is_loopback("127.0.0.2"));
  EXPECT_TRUE(is_loopback("::1"));
  EXPECT_FALSE(is_loopback("0.0.0.0"));
  EXPECT_FALSE(is_loopback("192.168.1.4"));
}

TEST(Config, gives_each_thread_that_reads_a_connection) {
  Config config;
  config.workers = 7;
  EXPECT_GE(database_settings(config).readers, 9);
  EXPECT_EQ(server_settings(config).workers, 7U);
  EXPECT_EQ(server_settings(config).port, 8080);
}

TEST(Config, of_a_bucket_says_where_it_is_and_who_asks) {
  EXPECT_TRUE(complaints_about(read({"--s3-endpoint", "https://s3.example", "--s3-bucket",
                                     "evidence", "--s3-access-key", "key"}))
                  .empty());
  const auto wrong = complaints_about(read({"--s3-endpoint", "s3.example"}));
  for (const auto* field : {"--s3-endpoint", "--s3-bucket", "--s3-access-key"})
    EXPECT_NE(wrong.about(field), "") << field;
  EXPECT_NE(complaints_about(read({"--file-quota", "-1"})).about("--file-quota"), "");
}

}  // namespace
}  // namespace touchstone
