#include "platform/web_address.h"

#include "platform/text.h"

namespace touchstone {

std::string with_its_scheme(std::string_view address) {
  const bool bare = lowered_ascii(address.substr(0, 4)) == "www.";
  return bare ? std::string("https://").append(address) : std::string(address);
}

}  // namespace touchstone
