#pragma once
#include <optional>
#include <vector>

#include "platform/secret.h"
#include "platform/sql/turn.h"
#include "signin/device.h"

namespace touchstone::signin {

void remember(sql::Housekeeping& housekeeping, const Device& device, const Digest& token_hash);
// Empty when nobody is remembered there, or no longer.
std::optional<Device> device_of(sql::Read& read, const Digest& token_hash, Moment now);
// Those that still work, the newest first.
std::vector<Device> devices_of(sql::Read& read, Id<people::Account> account, Moment now);

// Somebody else's is left as it is.
void forget(sql::Housekeeping& housekeeping, Id<people::Account> account, Id<Device> device);
void forget(sql::Housekeeping& housekeeping, const Digest& token_hash);
void forget_all(sql::Housekeeping& housekeeping, Id<people::Account> account);
void note_device_seen(sql::Housekeeping& housekeeping, const Digest& token_hash, Moment seen);
// Forgets those whose time is over.
void sweep_devices(sql::Housekeeping& housekeeping, Moment now);

}  // namespace touchstone::signin
