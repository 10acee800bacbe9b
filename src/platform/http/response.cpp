#include "platform/http/response.h"

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
  response.refusal = Refusal{std::string(sentence), {}};
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

Response sign_in_first(const Request& request) {
  if (!request.json) {
    const auto sign_in = url("/sign-in");
    const bool comes_back = request.method != Method::post && request.target.size() <= longest_next;
    return see_other(comes_back ? sign_in.with("next", request.target) : sign_in);
  }
  auto response = refused(401, "Sign in first.");
  response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

}  // namespace touchstone::http
