#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/complaint.h"
#include "platform/descriptor.h"
#include "platform/html/html.h"
#include "platform/html/url.h"
#include "platform/http/fields.h"

namespace touchstone::sql {
class Write;
}

namespace touchstone::http {

struct Request;

// Why something was not done. The server gives it the form that the client asked for: a page in
// plain words, or application/problem+json (RFC 9457).
struct Refusal {
  std::string sentence;
  Complaints complaints{};
  // What was typed, where its sender may look at it and send it to the same address again.
  std::optional<Fields> typed{};
  // The page that the refused address belongs to, where there is one; otherwise the start page.
  std::optional<Url> instead{};
  bool changed_meanwhile = false;  // a 409 because of what somebody else did
  bool signed_out = false;         // a 403 until they sign in again; `typed` leads there
};

// An open file that is sent a piece at a time.
struct FileBody {
  std::shared_ptr<const Descriptor> file;
  std::int64_t size = 0;  // bytes
  std::string tag;        // names these bytes and no others (RFC 9110, 8.8.1), without quotes
};

// What goes back. A status of 400 or more rolls a write turn back, unless `keep` is set.
struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  bool secret = false;  // must not be kept anywhere: no-store instead of no-cache with an ETag
  bool keep = false;    // a refusal that leaves a trace: a wrong password is counted
  std::optional<Refusal> refusal;  // instead of a body
  // Of what anybody may read: whoever passes it on may keep it for so long. Never with a cookie.
  std::chrono::seconds kept_by_anybody{0};
  // Of an answer of 200 to a GET, instead of a body. Part of it is sent when the client asks for
  // that (Range, If-Range: RFC 9110, 14), with a policy that lets nothing in it run.
  std::optional<FileBody> file{};
  // What a page leaves behind that was looked at: a turn of its own, in the visitor's name, which
  // the answer does not wait for. Lost, with a line in the log, when nothing can be written.
  std::function<void(sql::Write&)> afterwards{};
  // A GET only: the rest of the answer, where it is slow (a file that other programs make). Called
  // once, after the turn, on a few threads kept for it; what it gives takes the place of this
  // response. When too many wait already the visitor is told so with a 503.
  std::function<Response()> slowly{};
  bool fetched = false;  // slow because another machine has it: on threads kept for that
};

Response page(Html html);
Response page(int status, Html html);  // 422 for a form shown again with its complaints
Response json(std::string text);
Response json(int status, std::string text);
// Says that the body is a file to be kept. The name may hold any letters; what a file system would
// not take becomes a hyphen.
void attach(Response& response, std::string_view file_name);
// 303 to an address of ours.
Response see_other(const Url& url);

Response not_found();                                     // 404: not there, or not yours to see
Response forbidden(std::string_view sentence);            // 403: you may see it, but not do this
Response refused(int status, std::string_view sentence);  // 400, 409, 422, 429, 503 …
Response refused(const Complaints& complaints);           // 422
// 409: what was sent rests on what is no longer so; `fields`: what it reads now.
Response changed_meanwhile(std::string_view sentence, const Complaints& fields = {});
// 403 for a form of ours that cannot be taken as it came: what was typed comes back, without its
// files, to be sent again.
Response unsent(const Request& request, std::string_view why);
// The same, because whoever sent it was signed out meanwhile.
Response unsent_signed_out(const Request& request);
// For a resolver whose visitor must sign in first. A page: 303 to the sign-in page, from where they
// come back to it. A form: 307, so that the browser hands what was typed to the sign-in page
// (`POST /sign-in/kept?to=…&next=…`: the form's address and the page it stood on), from where it is
// sent again. A form with files that came without them: 403, with what was typed, to send it that
// way. One of more bytes than largest_kept_form: 303, with the note `not_saved`. JSON: 401.
inline constexpr std::size_t largest_kept_form = std::size_t{256} * 1024;
inline constexpr std::string_view not_saved = "not-saved";
Response sign_in_first(const Request& request);
// Where its sender wanted to go: the field "next". Empty when absent or longer than any address of
// ours.
std::string next_of(const Fields& fields);

}  // namespace touchstone::http
