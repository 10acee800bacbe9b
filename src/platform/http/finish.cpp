#include "platform/http/finish.h"

#include <algorithm>
#include <exception>

#include "platform/http/conditional.h"
#include "platform/http/cookies.h"
#include "platform/http/deed.h"
#include "platform/http/file_part.h"
#include "platform/json/writer.h"
#include "platform/log/log.h"

namespace touchstone::http {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

bool has(const Headers& headers, std::string_view name) {
  return std::ranges::any_of(headers, [&](const auto& header) { return header.first == name; });
}

bool is_for_anybody(const Response& response) {
  return response.kept_by_anybody.count() > 0 && !response.secret && response.status < 400;
}

std::string cache_of(const Exchange& exchange, const Response& response) {
  if (is_for_anybody(response))
    return "public, max-age=" + std::to_string(response.kept_by_anybody.count());
  if (response.secret || !exchange.request.visitor.signed_in()) return "no-store";
  return "private, no-cache";
}

void write_refusal(const Exchange& exchange, const Hooks& hooks, Response& response) {
  const auto& request = exchange.request;
  const auto refusal = std::move(*response.refusal);
  if (request.json) {
    response.type = "application/problem+json";
    response.body = problem_json(response.status, refusal, request.id);
  } else {
    response.type = "text/html; charset=utf-8";
    response.body = hooks.refusal_page(request, response.status, refusal).text();
  }
  if (response.status == 503 && !has(response.headers, "Retry-After"))
    response.headers.emplace_back("Retry-After", "5");
}

void add_form_secret(const Exchange& exchange, Response& response) {
  if (exchange.new_form_secret.empty() || response.status >= 500 || is_for_anybody(response))
    return;
  const bool secure = exchange.request.secure;
  response.headers.emplace_back(
      "Set-Cookie", std::string(form_cookie(secure)) + "=" + exchange.new_form_secret +
                        "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : ""));
}

std::string tag_of(const Exchange& exchange, Response& response) {
  const auto& request = exchange.request;
  if (response.secret || request.method == Method::post) return {};
  if (!request.visitor.signed_in() && !is_for_anybody(response)) return {};
  if (response.status == 304) return exchange.etag;
  if (response.status != 200) return {};
  if (!exchange.etag.empty()) return exchange.etag;
  auto tag = etag_of(std::string_view(response.body));
  if (unchanged(request, tag)) {
    response.status = 304;
    response.body.clear();
  }
  return tag;
}

Answer assemble(const Exchange& exchange, Response response) {
  add_form_secret(exchange, response);
  auto rest = response.file ? rest_asked_for(exchange.request, response) : nullptr;
  const auto tag = response.file ? quoted_tag(*response.file) : tag_of(exchange, response);
  const auto cache = cache_of(exchange, response);
  if (!has(response.headers, "Vary")) response.headers.emplace_back("Vary", "Accept");
  Answer answer;
  answer.status = response.status;
  answer.close = !exchange.keep_alive;
  answer.head =
      write_head({.status = response.status,
                  .type = response.body.empty() && !rest ? std::string_view() : response.type,
                  .length = rest ? static_cast<std::size_t>(rest->left) : response.body.size(),
                  .request_id = exchange.request.id,
                  .cache = cache,
                  .etag = tag,
                  .secure = exchange.request.secure,
                  .file = response.file.has_value(),
                  .close = answer.close},
                 response.headers);
  answer.body = std::move(response.body);
  answer.rest = std::move(rest);
  if (exchange.request.method == Method::head) without_body(answer);
  return answer;
}

}  // namespace

std::string problem_json(int status, const Refusal& refusal, std::string_view request_id) {
  json::Writer writer;
  writer.begin_object();
  writer.name("type");
  writer.text("about:blank");
  writer.name("title");
  writer.text(reason_phrase(status));
  writer.name("status");
  writer.number(std::int64_t{status});
  writer.name("detail");
  writer.text(refusal.sentence);
  writer.name("complaints");
  writer.begin_list();
  for (const auto& [field, message] : refusal.complaints) {
    writer.begin_object();
    writer.name("field");
    writer.text(field);
    writer.name("message");
    writer.text(message);
    writer.end_object();
  }
  writer.end_list();
  writer.name("request");
  writer.text(request_id);
  writer.end_object();
  return writer.take();
}

Answer finish(Exchange& exchange, const Hooks& hooks) {
  try {
    auto response = std::move(exchange.response);
    if (response.refusal) write_refusal(exchange, hooks, response);
    if (waits_to_be_told(exchange.request)) told(response, exchange.request);
    return assemble(exchange, std::move(response));
  } catch (const std::exception& error) {
    log::error("request {}: the answer could not be written: {}", exchange.request.id,
               error.what());
    return plain_answer(500, "Something broke here. It was not your doing.", exchange.request.id,
                        exchange.request.secure);
  }
}

}  // namespace touchstone::http
