#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/request.h"
#include "platform/http/response.h"

// What somebody just did, told on the next page that they see. A page in a workspace must depend on
// nothing else (conditional.h): so the page that tells it is made for this once and kept nowhere.
namespace touchstone::http {

struct Deed {
  std::string sentence{};     // empty: nothing is told
  std::optional<Url> undo{};  // what is posted to have it undone
};

// The answer to a form that leads to another page, which then tells that sentence. Sealed for this
// session, so nobody can make up what we say. It leads to the top of that page, where it is told,
// and not to an element further down. In answers of other kinds nothing changes.
Response said(Response response, const Request& request, std::string_view sentence,
              const Url& undo = {});

// What such an answer hands to the browser, and how another hands over the same; empty: nothing.
std::string deed_told_by(const Response& response);
void tell(Response& response, std::string handed_over);

// Whether something waits to be told, by the cookie that is there.
bool waits_to_be_told(const Request& request);
// What it is; without a sentence: nothing, or it was not meant for this session.
Deed deed_of(const Request& request);
// The page that was made has told it.
void told(Response& response, const Request& request);

}  // namespace touchstone::http
