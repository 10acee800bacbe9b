#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/http/fields.h"
#include "platform/http/visitor.h"
#include "platform/secret.h"

namespace touchstone::files {
struct Place;
}

namespace touchstone::http {

enum class Method : std::uint8_t { get, head, post };

// A file that came with a form, already on disk in the server's temporary folder, deleted after the
// request.
struct Upload {
  std::string field;
  std::string name;  // as the sender called it: data, never a path
  std::string type;  // as the sender said
  std::string path;
  std::int64_t size = 0;
};

// The field, unseen, of a form that is sent again without the files that came with it before. Any
// form may have it.
inline constexpr std::string_view missing_files_field = "files_missing";

// One request, parsed and understood in one way only. Everything in it is valid UTF-8.
struct Request {
  std::string id;  // shown to the person when something breaks, and in the log
  Method method = Method::get;
  std::string target;                                           // as sent: path and query
  std::string path;                                             // without the query, not decoded
  std::vector<std::pair<std::string, std::string>> parameters;  // from the route's pattern, decoded
  Fields query;
  Fields fields;               // the body: form, multipart or JSON
  bool takes_nothing = false;  // and yet something came
  Complaints body_complaints;  // of what the route does not expect
  std::vector<Upload> uploads;
  bool files_left_out = false;  // files came, and were thrown away
  bool files_missing = false;   // files of an earlier attempt of this form did not come along
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string address;  // of the client, forwarded headers considered only from configured proxies
  bool json = false;    // the client asked for JSON (Accept), or sent it
  bool secure = false;  // came over TLS, as far as we are told
  std::string session_token;         // from the cookie; empty without one
  std::string csrf;                  // what a form must carry in the field `csrf`, signed in or not
  const Digest* csrf_key = nullptr;  // for csrf_of_session, where the answer begins a session
  const files::Place* files = nullptr;  // where uploads are kept; null: this server keeps none
  Visitor visitor;                      // filled before the handler runs

  std::string_view parameter(
      std::string_view name) const;                      // empty when the pattern has no such name
  std::string_view header(std::string_view name) const;  // lower case; empty when absent
  // The visitor, for a Write. Whatever else was sent, they are known by their session's cookie or
  // their remembered phone: so what they do comes by a page, in JSON too.
  sql::Actor actor() const;
};

}  // namespace touchstone::http
