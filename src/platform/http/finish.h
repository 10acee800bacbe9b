#pragma once
#include "platform/http/exchange.h"
#include "platform/http/server.h"

namespace touchstone::http {

// Turns the exchange's response into the bytes to send: gives a refusal the form the client asked
// for, and adds what every answer carries. The response is used up. Never throws.
Answer finish(Exchange& exchange, const Hooks& hooks);

// RFC 9457, with the complaints and the request's id.
std::string problem_json(int status, const Refusal& refusal, std::string_view request_id);

}  // namespace touchstone::http
