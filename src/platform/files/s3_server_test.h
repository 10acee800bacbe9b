#pragma once
#include <fmt/format.h>
#include <signal.h>

#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>

#include "platform/files/s3_storage.h"
#include "platform/sql/testing.h"

namespace touchstone::files {

// A real S3-compatible server on this machine, with a bucket; ends with this.
class S3Server {
 public:
  S3Server() { start(); }
  ~S3Server() { end(); }
  S3Server(const S3Server&) = delete;
  S3Server& operator=(const S3Server&) = delete;

  S3Settings settings() const {
    return {.endpoint = "http://127.0.0.1:" + told("port"),
            .bucket = "evidence",
            .access_key = "S3RVER",
            .secret_key = "S3RVER"};
  }
  // Where it keeps what it has under that key.
  std::filesystem::path kept(const std::string& key) const {
    return folder_.path() / "kept/evidence" / (key + "._S3rver_object");
  }
  // In the middle of whatever it does.
  void kill() const { ::kill(std::stoi(told("pid")), SIGKILL); }
  // With what it kept, on another port.
  void start_again() {
    end();
    start();
  }

 private:
  void start() {
    std::filesystem::remove(folder_.path() / "port");
    const auto command = fmt::format(
        "cd '{0}' && exec node --openssl-legacy-provider --no-warnings "
        "src/platform/files/testing_s3.mjs '{1}'",
        TOUCHSTONE_SOURCE, folder_.path().string());
    process_ = ::popen(command.c_str(), "w");
    for (int tries = 0; tries < 3'000 && !std::filesystem::exists(folder_.path() / "port"); ++tries)
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    if (process_ == nullptr || told("port").empty())
      throw std::runtime_error("The S3 server of the tests does not start: has npm installed it?");
  }
  void end() {
    if (process_ != nullptr) ::pclose(process_);
    process_ = nullptr;
  }
  std::string told(const char* name) const {
    std::string text;
    std::getline(std::ifstream(folder_.path() / name), text);
    return text;
  }

  sql::testing::Folder folder_;
  std::FILE* process_ = nullptr;
};

}  // namespace touchstone::files
