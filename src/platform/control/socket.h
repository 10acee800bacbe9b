#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "platform/descriptor.h"

namespace touchstone::control {

// The socket `control` of a directory. Throws std::runtime_error.
Descriptor listen_in(const std::filesystem::path& directory);
// Not open when nobody listens there.
Descriptor connect_in(const std::filesystem::path& directory);
Descriptor accept_from(const Descriptor& listener);
bool may_call(const Descriptor& connection);  // the same user as ours, or root

// A message is its length in four bytes, the highest first, and as many bytes; 16 MiB at the most.
// These throw std::runtime_error for a longer one, and when the other side goes away or is silent
// for so many seconds.
void limit_silence(const Descriptor& connection, int seconds);
void send(const Descriptor& connection, std::string_view message);
std::string receive(const Descriptor& connection);

}  // namespace touchstone::control
