#include "platform/log/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <string>

namespace touchstone::log {
namespace {

spdlog::logger& logger() {
  static spdlog::logger only = [] {
    spdlog::logger made("touchstone", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made.set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    made.flush_on(spdlog::level::trace);
    return made;
  }();
  return only;
}

constexpr std::array levels = {spdlog::level::debug, spdlog::level::info, spdlog::level::warn,
                               spdlog::level::err};

spdlog::level::level_enum named(Level level) {
  return levels.at(static_cast<std::size_t>(level));
}

bool control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

std::string on_one_line(std::string_view line) {
  std::string text;
  text.reserve(line.size());
  for (const char c : line)
    if (control(c))
      text += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    else
      text += c;
  return text;
}

}  // namespace

void set_level(Level level) {
  logger().set_level(named(level));
}

bool wanted(Level level) {
  return logger().should_log(named(level));
}

void write(Level level, std::string_view line) {
  if (wanted(level)) logger().log(named(level), "{}", on_one_line(line));
}

}  // namespace touchstone::log
