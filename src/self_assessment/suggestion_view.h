#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/html/url.h"
#include "platform/http/request.h"
#include "platform/sql/turn.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {

// What colleagues know about a theme that somebody finds hard (C-32).
struct Suggestion {
  std::string sentence{};  // "2 colleagues wrote down what works for them."
  Url where{};
};

// Another room's knowledge; empty where it has none.
using Suggest = std::optional<Suggestion> (*)(sql::Read& read, const http::Request& request,
                                              const standard::Content& content,
                                              std::string_view theme);
// Registered when the program is put together; the last one counts.
void suggest_with(Suggest suggest);
std::optional<Suggestion> suggestion_for(sql::Read& read, const http::Request& request,
                                         const standard::Content& content, std::string_view theme);

}  // namespace touchstone::self_assessment
