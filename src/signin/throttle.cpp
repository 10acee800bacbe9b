#include "signin/throttle.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "people/people.h"
#include "platform/text.h"

namespace touchstone::signin {

namespace {

using Address = std::array<unsigned char, 16>;
constexpr std::array<unsigned char, 12> ipv4_inside{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

std::string hex_of(const unsigned char* bytes, std::size_t count) {
  return to_hex({reinterpret_cast<const char*>(bytes), count});
}

}  // namespace

std::string network_of(std::string_view address) {
  std::string text(address);
  std::array<unsigned char, 4> four{};
  if (inet_pton(AF_INET, text.c_str(), four.data()) == 1) return "4:" + hex_of(four.data(), 3);
  Address six{};
  if (inet_pton(AF_INET6, text.c_str(), six.data()) != 1) return text;
  if (std::equal(ipv4_inside.begin(), ipv4_inside.end(), six.begin()))
    return "4:" + hex_of(six.data() + ipv4_inside.size(), 3);
  return "6:" + hex_of(six.data(), 8);
}

Tally network_tally(std::string_view address) {
  return {digest_of("network " + network_of(address)), network_failure_limit};
}

std::vector<Tally> counted_against(std::string_view email, std::string_view address) {
  return {{digest_of("email " + people::email_key(email))}, network_tally(address)};
}

}  // namespace touchstone::signin
