#include "platform/http/body.h"

#include <algorithm>

#include "platform/http/form.h"
#include "platform/http/multipart.h"
#include "platform/json/flatten.h"
#include "platform/text.h"

namespace touchstone::http {
namespace {

std::string media_type(std::string_view value) {
  return lowered_ascii(trimmed(value.substr(0, std::min(value.find(';'), value.size()))));
}

// The weight of one media range: "text/html;q=0.8" weighs 800.
int weight_of(std::string_view range) {
  const auto q = range.find("q=");
  if (q == std::string_view::npos) return 1000;
  int weight = 0;
  int unit = 1000;
  for (const char c : range.substr(q + 2)) {
    if (c == '.') continue;
    if (c < '0' || c > '9' || unit == 0) break;
    weight += (c - '0') * unit;
    unit /= 10;
  }
  return std::min(weight, 1000);
}

Unreadable read_multipart(std::string_view body, Request& request) {
  const auto boundary = boundary_of(request.header("content-type"));
  if (!boundary) return {400, "The form's parts cannot be told apart."};
  Multipart multipart(*boundary, {});
  if (!multipart.feed(body) || !multipart.finish())
    return {400, "The form could not be read, or it holds a file where none is expected."};
  request.fields = std::move(multipart.fields);
  return {};
}

Unreadable read_json(std::string_view body, Request& request) {
  if (!is_utf8(body)) return {400, "The JSON is not valid UTF-8."};
  json::flatten(
      body,
      [&](std::string name, std::optional<std::string> value) {
        request.fields.add(std::move(name), std::move(value));
      },
      request.body_complaints, most_form_fields);
  if (!request.body_complaints.empty()) return {400, "The JSON could not be read."};
  return {};
}

}  // namespace

bool is_multipart(const Request& request) {
  return media_type(request.header("content-type")) == "multipart/form-data";
}

Unreadable read_body(std::string_view body, Request& request) {
  const auto coding = request.header("content-encoding");
  if (!coding.empty() && coding != "identity") return {415, "Send the body without compression."};
  const auto type = media_type(request.header("content-type"));
  if (type == "application/x-www-form-urlencoded")
    return add_form(body, request.fields) ? Unreadable{}
                                          : Unreadable{400, "The form could not be read."};
  if (type == "multipart/form-data") return read_multipart(body, request);
  if (type == "application/json") return read_json(body, request);
  if (type.empty() && body.empty()) return {};
  return {415, "Send a form or JSON."};
}

bool prefers_json(std::string_view accept) {
  int html = 0;
  int json = 0;
  for (const auto range : split(accept, ',')) {
    const auto type = media_type(range);
    const int weight = weight_of(range);
    if (type == "application/json" || type == "application/problem+json")
      json = std::max(json, weight);
    if (type == "text/html" || type == "application/xhtml+xml") html = std::max(html, weight);
  }
  return json > html;
}

}  // namespace touchstone::http
