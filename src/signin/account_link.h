#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>

namespace touchstone::signin {

// What a link does, once: those that come by mail, and the one on a slip that its owner printed for
// next time, which signs in too.
enum class Purpose : std::uint8_t { sign_in, password, email, slip };
inline constexpr std::array every_purpose{Purpose::sign_in, Purpose::password, Purpose::email,
                                          Purpose::slip};
std::string_view to_text(Purpose purpose);
Purpose purpose_from_text(std::string_view text);  // throws std::logic_error for anything else

// 15 minutes for signing in by mail, 200 days for a slip, an hour for the others.
std::chrono::minutes lifetime_of(Purpose purpose);

}  // namespace touchstone::signin
