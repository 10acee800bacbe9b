#pragma once
#include <chrono>
#include <cstdint>
#include <string_view>

namespace touchstone::signin {

// What a link that came by mail does, once.
enum class Purpose : std::uint8_t { sign_in, password, email };
std::string_view to_text(Purpose purpose);
Purpose purpose_from_text(std::string_view text);  // throws std::logic_error for anything else

// 15 minutes for signing in, an hour for the others.
std::chrono::minutes lifetime_of(Purpose purpose);

}  // namespace touchstone::signin
