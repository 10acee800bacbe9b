#pragma once
#include <fmt/core.h>

#include <cstdint>
#include <string_view>
#include <utility>

// One line an event on standard error: "2026-11-22T10:42:07.123Z info listening on 127.0.0.1:8080".
// Control characters are written as \xNN, so that no text of a stranger can forge a line. Never log
// a secret, a token or what people wrote.
namespace touchstone::log {

enum class Level : std::uint8_t { debug, info, warning, error };

void set_level(Level level);  // info, until told otherwise
bool wanted(Level level);
// From any thread.
void write(Level level, std::string_view line);

template <class... Args>
void write(Level level, fmt::format_string<Args...> text, Args&&... args) {
  if (wanted(level)) write(level, std::string_view(fmt::format(text, std::forward<Args>(args)...)));
}
template <class... Args>
void debug(fmt::format_string<Args...> text, Args&&... args) {
  write(Level::debug, text, std::forward<Args>(args)...);
}
template <class... Args>
void info(fmt::format_string<Args...> text, Args&&... args) {
  write(Level::info, text, std::forward<Args>(args)...);
}
template <class... Args>
void warning(fmt::format_string<Args...> text, Args&&... args) {
  write(Level::warning, text, std::forward<Args>(args)...);
}
template <class... Args>
void error(fmt::format_string<Args...> text, Args&&... args) {
  write(Level::error, text, std::forward<Args>(args)...);
}

}  // namespace touchstone::log
