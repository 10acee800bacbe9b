#include "platform/http/response.h"

#include <fmt/format.h>

#include <charconv>

#include "platform/http/body.h"
#include "platform/http/cookies.h"
#include "platform/http/csrf.h"
#include "platform/http/request.h"

namespace touchstone::http {
namespace {

constexpr std::size_t longest_next = 2000;

Response with_body(int status, std::string type, std::string body) {
  Response response;
  response.status = status;
  response.type = std::move(type);
  response.body = std::move(body);
  return response;
}

bool fit_for_file_names(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f &&
         std::string_view("\"*/:<>?\\|").find(c) == std::string_view::npos;
}

// The page of ours that a form stood on, as the browser says; empty when it does not.
std::string_view page_of_form(const Request& request) {
  auto referer = request.header("referer");
  const auto scheme = referer.find("://");
  if (scheme == referer.npos) return {};
  referer.remove_prefix(scheme + 3);
  const auto path = referer.find('/');
  if (path == referer.npos || referer.substr(0, path) != request.header("host")) return {};
  return referer.substr(path);
}

Url coming_back(address::Pattern<> pattern, std::string_view back) {
  const auto there = url(pattern);
  return back.empty() || back.size() > longest_next ? there : there.with("next", back);
}

// By what it said of itself, which was checked when it came.
bool is_large(const Request& request) {
  const auto said = request.header("content-length");
  std::size_t bytes = 0;
  std::from_chars(said.data(), said.data() + said.size(), bytes);
  return bytes > largest_kept_form;
}

constexpr std::string_view signed_out =
    "Sign in to save what you typed. It is kept on this page until then.";
constexpr std::string_view without_files =
    " Files do not come along: choose them again afterwards.";

bool is_kept(const std::optional<Fields>& typed) {
  if (!typed) return false;
  std::size_t bytes = 0;
  for (const auto& [name, value] : *typed) bytes += name.size() + (value ? value->size() : 0);
  return bytes > 0 && bytes <= largest_kept_form;
}

}  // namespace

Response page(Html html) {
  return page(200, std::move(html));
}

Response page(int status, Html html) {
  return with_body(status, "text/html; charset=utf-8", std::move(html).text());
}

Response json(std::string text) {
  return json(200, std::move(text));
}

Response json(int status, std::string text) {
  return with_body(status, "application/json", std::move(text));
}

void attach(Response& response, std::string_view file_name) {
  std::string plain;
  std::string encoded;
  for (const char c : file_name) {
    const char kept = fit_for_file_names(c) ? c : '-';
    const auto byte = static_cast<unsigned char>(kept);
    // One character of the plain name for each letter, however many bytes that has.
    if (byte < 0x80)
      plain += kept == '%' ? '-' : kept;
    else if (byte >= 0xc0)
      plain += '_';
    if (address::is_plain(kept))
      encoded += kept;
    else
      encoded += fmt::format("%{:02X}", byte);
  }
  response.headers.emplace_back(
      "Content-Disposition",
      fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain, encoded));
}

Response see_other(const Url& url) {
  Response response;
  response.status = 303;
  response.headers.emplace_back("Location", url.text());
  return response;
}

Response not_found() {
  return refused(
      404, "There is nothing here, or it is not yours to see. Check the address, or go back.");
}

Response forbidden(std::string_view sentence) {
  return refused(403, sentence);
}

Response refused(int status, std::string_view sentence) {
  Response response;
  response.status = status;
  response.refusal = Refusal{.sentence = std::string(sentence)};
  return response;
}

Response changed_meanwhile(std::string_view sentence, const Complaints& fields) {
  auto response = refused(409, sentence);
  response.refusal->complaints = fields;
  response.refusal->changed_meanwhile = true;
  return response;
}

Response refused(const Complaints& complaints) {
  auto response = refused(422, complaints.size() == 1 ? "There is a problem with one answer."
                                                      : "There are problems with some answers.");
  response.refusal->complaints = complaints;
  return response;
}

std::string next_of(const Fields& fields) {
  const auto next = fields.text("next");
  return next.size() > longest_next ? std::string() : std::string(next);
}

Response unsent(const Request& request, std::string_view why) {
  const bool had_files = request.files_left_out || !request.uploads.empty();
  auto response = forbidden(std::string(why) + std::string(had_files ? without_files : ""));
  auto& typed = response.refusal->typed;
  typed = typed_here(request);
  // Whoever sends the text again is asked for the files.
  if (had_files && is_kept(typed) && !typed->has(missing_files_field))
    typed->add(std::string(missing_files_field), "yes");
  return response;
}

Response unsent_signed_out(const Request& request) {
  auto response = unsent(request, signed_out);
  response.refusal->signed_out = true;
  return response;
}

Response sign_in_first(const Request& request) {
  if (request.json) {
    // RFC 9110 wants a challenge with a 401. There are sessions by cookie, and no tokens.
    auto response = refused(401, "Sign in first.");
    response.headers.emplace_back("WWW-Authenticate", "Cookie realm=\"Touchstone\"");
    return response;
  }
  if (request.method != Method::post) return see_other(coming_back("/sign-in", request.target));
  const auto back = page_of_form(request);
  if (!is_multipart(request) && request.target.size() <= longest_next && !is_large(request)) {
    auto response = see_other(coming_back("/sign-in/kept", back).with("to", request.target));
    response.status = 307;
    return response;
  }
  if (auto again = unsent_signed_out(request); is_kept(again.refusal->typed)) return again;
  auto response = see_other(coming_back("/sign-in", back));
  set_note(response, request, not_saved);
  return response;
}

}  // namespace touchstone::http
