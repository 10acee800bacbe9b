#pragma once
#include <optional>
#include <string>
#include <vector>

#include "evidence/use.h"
#include "platform/html/url.h"
#include "platform/http/request.h"
#include "platform/sql/turn.h"

namespace touchstone::evidence {

// Where a piece is used, for somebody who may know.
struct UseLine {
  std::string words{};  // "Spring 2027: Coaching"
  Url href{};
  bool shows_it = false;  // whoever may open that sees the piece there, private or not
};
// Empty for a visitor who must not know of it.
using TellUse = std::optional<UseLine> (*)(sql::Read& read, const http::Request& request,
                                           const Use& use);

// How uses for that noun are told. Registered when the program is put together; uses for any other
// noun are told to nobody.
void tell_uses_with(std::string_view noun, TellUse tell);

std::vector<UseLine> use_lines(sql::Read& read, const http::Request& request,
                               const std::vector<Use>& uses);

}  // namespace touchstone::evidence
