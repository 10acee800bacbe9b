#include <algorithm>

#include "platform/html/url.h"
#include "platform/http/assets.h"
#include "platform/http/conditional.h"
#include "platform/http/dispatcher.h"
#include "platform/http/finish.h"
#include "platform/log/log.h"
#include "platform/secret.h"
#include "platform/sql/pulse.h"
#include "platform/text.h"

// What is answered without a route: files of the program, and how the server is.
namespace touchstone::http {
namespace {

bool takes(std::string_view accept_encoding, std::string_view coding) {
  for (const auto part : split(accept_encoding, ',')) {
    const auto range = trimmed(part);
    if (!range.starts_with(coding)) continue;
    const auto rest = range.substr(coding.size());
    if (rest.empty()) return true;
    if (rest.front() == ';' && !rest.ends_with("=0") && !rest.ends_with("=0.0")) return true;
  }
  return false;
}

Answer answer_asset(const Exchange& exchange, const Asset& asset) {
  const auto& request = exchange.request;
  Answer answer;
  std::vector<std::pair<std::string, std::string>> more{{"Vary", "Accept-Encoding"}};
  const auto accepted = request.header("accept-encoding");
  answer.borrowed = asset.plain;
  if (!asset.brotli.empty() && takes(accepted, "br")) {
    answer.borrowed = asset.brotli;
    more.emplace_back("Content-Encoding", "br");
  } else if (!asset.gzip.empty() && takes(accepted, "gzip")) {
    answer.borrowed = asset.gzip;
    more.emplace_back("Content-Encoding", "gzip");
  }
  const bool same = unchanged(request, asset.etag);
  answer.status = same ? 304 : 200;
  answer.close = !exchange.keep_alive;
  answer.head = write_head({.status = answer.status,
                            .type = asset.type,
                            .length = answer.borrowed.size(),
                            .request_id = request.id,
                            .cache = "public, max-age=31536000, immutable",
                            .etag = asset.etag,
                            .secure = request.secure,
                            .close = answer.close},
                           more);
  if (same || request.method == Method::head) without_body(answer);
  return answer;
}

bool may_see_metrics(const Request& request, const std::string& token) {
  const bool here = request.address == "127.0.0.1" || request.address == "::1";
  if (here && request.header("x-forwarded-for").empty()) return true;
  return !token.empty() && same_secret(request.header("authorization"), "Bearer " + token);
}

}  // namespace

void Dispatcher::check_ready(const Shared& exchange, const Done& done) {
  // Anybody may ask, and a commit waits for the disk: one a second proves enough.
  constexpr std::int64_t lasts = 1'000;
  const auto proved = [](const std::string& database) { return "ready: " + database + "\n"; };
  exchange->response.type = "text/plain; charset=utf-8";
  if (database_.can_write() && to_number(now()) - proved_ready_.load() < lasts) {
    exchange->response.body = proved(database_.describe());
    return complete(exchange, done);
  }
  try {
    database_.read(sql::read_pulse);
  } catch (const std::exception& why) {
    log::error("not ready: {}", why.what());
    exchange->response.status = 503;
    exchange->response.body = "cannot read: " + database_.describe() + "\n";
    return complete(exchange, done);
  }
  writing_.fetch_add(1);
  database_.write_later(
      [](sql::Turn& turn) {
        sql::Housekeeping housekeeping(turn);
        sql::write_pulse(housekeeping);
        return sql::Verdict::keep;
      },
      [this, exchange, done, proved](const std::exception_ptr& error) {
        writing_.fetch_sub(1);
        if (!error) proved_ready_ = to_number(now());
        exchange->response.status = error ? 503 : 200;
        exchange->response.body =
            error ? "cannot write: " + database_.describe() + "\n" : proved(database_.describe());
        complete(exchange, done);
      });
}

std::string Dispatcher::metrics_text() const {
  auto gauges = hooks_.figures ? hooks_.figures() : std::map<std::string, std::int64_t>();
  gauges["workers_waiting"] = static_cast<std::int64_t>(workers_.waiting());
  gauges["slow_waiting"] = static_cast<std::int64_t>(slow_.waiting());
  gauges["making_waiting"] = static_cast<std::int64_t>(making_.waiting());
  gauges["writes_waiting"] = static_cast<std::int64_t>(writing_.load());
  return metrics_.text(gauges);
}

bool Dispatcher::answer_without_route(Exchange& exchange, const Address& address) {
  auto& request = exchange.request;
  auto& response = exchange.response;
  const auto& segments = address.segments;
  if (segments.size() == 2 && segments[0] == "assets") {
    const auto* asset = find_asset(segments[1]);
    if (asset == nullptr) return false;
    exchange.pattern = "/assets/{name}";
    exchange.answer = answer_asset(exchange, *asset);
    return true;
  }
  if (segments.size() == 2 && segments[0] == "api" && segments[1] == "openapi.json") {
    exchange.new_form_secret.clear();
    exchange.pattern = "/api/openapi.json";
    response = json(openapi_);
    exchange.answer = finish(exchange, hooks_);
    return true;
  }
  const auto name = segments.size() == 1 ? std::string_view(segments[0]) : std::string_view();
  if (name != "healthz" && name != "readyz" && name != "metrics") return false;
  exchange.new_form_secret.clear();
  exchange.pattern = name == "healthz" ? "/healthz" : name == "readyz" ? "/readyz" : "/metrics";
  if (name == "readyz") return true;
  if (name == "healthz") {
    response.body = "alive\n";
    response.type = "text/plain; charset=utf-8";
  } else if (may_see_metrics(request, settings_.metrics_token)) {
    response.body = metrics_text();
    response.type = "text/plain; version=0.0.4; charset=utf-8";
  } else {
    response = not_found();
  }
  exchange.answer = finish(exchange, hooks_);
  return true;
}

// Each segment is written anew: what began as one of ours ("/\\elsewhere/") leads to nobody else.
bool Dispatcher::answer_where_it_is(Exchange& exchange, const std::vector<std::string>& segments) {
  const auto meant = router_.meant(segments);
  if (!meant) return false;
  std::string literal;
  for (std::size_t i = 0; i < meant->size(); ++i) literal += "/{}";
  auto location = make_url(literal, *meant).text();
  const std::string_view target = exchange.request.target;
  location += target.substr(std::min(target.find('?'), target.size()));
  exchange.new_form_secret.clear();
  exchange.pattern = "moved";
  exchange.response.status = 301;
  exchange.response.headers.emplace_back("Location", std::move(location));
  exchange.answer = finish(exchange, hooks_);
  return true;
}

}  // namespace touchstone::http
