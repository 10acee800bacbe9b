#pragma once
#include <functional>
#include <map>
#include <string>

#include "platform/html/url.h"
#include "platform/http/request.h"
#include "platform/sql/turn.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {

// What somebody did, and what it changed: evidence that a judgement may rest on (E-23).
struct ProvenIdea {
  std::string title{};
  Url where{};
  std::string how_far{};  // "A whole team"
  std::string changed{};
};
// By the themes of a standard.
using Proven = std::multimap<std::string, ProvenIdea, std::less<>>;

// Another room's knowledge; empty where it has none.
using Prove = Proven (*)(sql::Read& read, const http::Request& request,
                         const standard::Content& content);
// Registered when the program is put together; the last one counts.
void prove_with(Prove prove);
Proven proven_about(sql::Read& read, const http::Request& request,
                    const standard::Content& content);

}  // namespace touchstone::self_assessment
