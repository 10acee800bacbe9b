#pragma once
#include "config.h"
#include "terminal.h"

namespace touchstone {

// Serves until SIGTERM or SIGINT, then finishes what is under way. Says on `out` where it listens,
// and on first run the secret for setting up. Refuses a public address while the doctor finds
// something wrong. Call it before other threads are started, because it blocks those signals.
int serve(const Config& config, Terminal& terminal);

}  // namespace touchstone
