#include "platform/http/dispatcher.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/http/body.h"
#include "platform/http/cookies.h"
#include "platform/http/csrf.h"
#include "platform/http/finish.h"
#include "platform/http/openapi.h"
#include "platform/text.h"

namespace touchstone::http {
namespace {

constexpr std::size_t most_waiting = 1024;
constexpr std::size_t most_slow_waiting = 32;
// Each conversion takes a second or two and some 100 MB.
constexpr unsigned makers = 2;
constexpr std::size_t most_making_waiting = 12;
constexpr unsigned fetchers = 4;
constexpr std::size_t most_fetching_waiting = 64;
// Of bodies: what anybody may send unasked, and what is so small that nobody counts it.
constexpr std::size_t most_unasked = 64 * 1024;
constexpr std::size_t uncounted = 4 * 1024;
constexpr std::size_t megabyte = std::size_t{1024} * 1024;
constexpr std::size_t most_held_of_each = 24 * megabyte;
constexpr std::size_t most_held = 192 * megabyte;
// Of files that go: somebody takes a sheet as Word and as PDF; a browser fetches a page's photos.
constexpr std::size_t most_made_of_each = 3;
constexpr std::size_t most_fetched_of_each = 32;
// Of these, how many are on their way at once: the threads that fetch are few, and a film takes
// long.
constexpr std::size_t most_fetching_of_each = 2;

unsigned worker_count(unsigned wanted) {
  return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

ServerSettings with_folder(ServerSettings settings) {
  if (settings.uploads.empty()) settings.uploads = std::filesystem::temp_directory_path();
  return settings;
}

std::set<std::string, std::less<>> hosts_of(const ServerSettings& settings, std::uint16_t port) {
  auto names = settings.hosts;
  names.insert(names.end(), {settings.host, "localhost", "127.0.0.1", "[::1]"});
  if (const auto at = settings.public_url.find("://"); at != std::string::npos)
    names.push_back(settings.public_url.substr(at + 3));
  std::set<std::string, std::less<>> hosts;
  for (const auto& name : names) {
    hosts.insert(lowered_ascii(name));
    hosts.insert(lowered_ascii(name) + ":" + std::to_string(port));
  }
  return hosts;
}

// Whether a cookie may be one of our tokens: 43 characters of base64url.
bool is_token(std::string_view text) {
  return text.size() == 43 && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '-' || c == '_';
         });
}

// The client behind our own proxies: the last address in the list that is not one of them.
std::string_view forwarded_for(std::string_view list,
                               const std::set<std::string, std::less<>>& proxies,
                               std::string_view peer) {
  const auto addresses = split(list, ',');
  for (auto at = addresses.rbegin(); at != addresses.rend(); ++at)
    if (const auto address = trimmed(*at); !address.empty() && !proxies.contains(address))
      return address;
  return peer;
}

void set_refusal(Exchange& exchange, int status, std::string_view sentence) {
  exchange.response = refused(status, sentence);
}

// All lines of that name, in order: what each proxy added to (RFC 9110, 5.3).
std::string lines_of(const Request& request, std::string_view name) {
  std::string all;
  for (const auto& [each, value] : request.headers)
    if (each == name) all += (all.empty() ? "" : ", ") + value;
  return all;
}

}  // namespace

Dispatcher::Dispatcher(const ServerSettings& settings, std::uint16_t port, const Routes& routes,
                       sql::Database& database, Hooks hooks)
    : settings_(with_folder(settings)),
      secure_(settings.public_url.starts_with("https://")),
      hosts_(hosts_of(settings, port)),
      proxies_(settings.trusted_proxies.begin(), settings.trusted_proxies.end()),
      router_(routes),
      openapi_(openapi(routes)),
      database_(database),
      hooks_(std::move(hooks)),
      held_(most_held_of_each, most_held),
      coming_(settings_.files_of_each, SIZE_MAX),
      made_(most_made_of_each, SIZE_MAX),
      fetched_(most_fetched_of_each, fetchers + most_fetching_waiting),
      workers_(worker_count(settings.workers), most_waiting),
      slow_(2, most_slow_waiting),
      filing_(2, most_slow_waiting),
      making_(makers, most_making_waiting),
      fetching_(fetchers, most_fetching_waiting, most_fetching_of_each) {}

Dispatcher::~Dispatcher() {
  while (under_way_.load() != 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

Shared Dispatcher::begin(Head head, std::string_view peer) {
  auto exchange = std::make_shared<Exchange>();
  understand(*exchange, std::move(head), peer);
  if (!hosts_.contains(lowered_ascii(exchange->request.header("host"))))
    refuse_early(*exchange, 421, "This server does not answer under that name.");
  else
    find_route(exchange);
  return exchange;
}

void Dispatcher::understand(Exchange& exchange, Head head, std::string_view peer) {
  auto& request = exchange.request;
  request.id = to_text(new_uuid());
  request.files = settings_.files ? &*settings_.files : nullptr;
  request.method = head.method;
  request.target = std::move(head.target);
  request.headers = std::move(head.headers);
  exchange.length = head.length;
  exchange.keep_alive = head.keep_alive;
  exchange.waits = head.waits;
  const bool forwarded = proxies_.contains(peer);
  request.address =
      forwarded ? forwarded_for(lines_of(request, "x-forwarded-for"), proxies_, peer) : peer;
  request.secure = secure_ || (forwarded && lines_of(request, "x-forwarded-proto") == "https");
  request.json = prefers_json(request.header("accept")) ||
                 request.header("content-type").starts_with("application/json");
  find_secrets(exchange);
}

void Dispatcher::find_secrets(Exchange& exchange) {
  auto& request = exchange.request;
  request.csrf_key = &database_.keys().session;
  const auto cookies = request.header("cookie");
  const auto session = cookie(cookies, session_cookie(request.secure));
  if (is_token(session)) {
    request.session_token = std::string(session);
    request.csrf = csrf_of_session(database_.keys().session, session);
    return;
  }
  auto secret = std::string(cookie(cookies, form_cookie(request.secure)));
  if (!is_token(secret)) {
    if (request.method != Method::get || !request.header("authorization").empty()) return;
    secret = exchange.new_form_secret = random_token();
  }
  request.csrf = csrf_of_form(database_.keys().session, secret);
}

void Dispatcher::refuse_early(Exchange& exchange, int status, std::string_view sentence) {
  if (exchange.length > 0 || status == 400 || status == 421) exchange.keep_alive = false;
  set_refusal(exchange, status, sentence);
  exchange.answer = finish(exchange, hooks_);
}

void Dispatcher::find_route(const Shared& shared) {
  auto& exchange = *shared;
  auto& request = exchange.request;
  auto address = parse_target(request.target);
  if (!address) {
    refuse_early(exchange, 400, "This address cannot be understood.");
    return;
  }
  if (request.method != Method::post &&
      (answer_without_route(exchange, *address) || answer_where_it_is(exchange, address->segments)))
    return;
  request.path = std::move(address->path);
  request.query = std::move(address->query);
  auto match = router_.match(request.method, address->segments);
  if (match.route == nullptr) {
    exchange.new_form_secret.clear();
    const int status = match.other_methods ? 405 : 404;
    if (match.other_methods) {
      set_refusal(exchange, status, "That cannot be done at this address.");
      exchange.response.refusal->instead = page_for(request.target, address->segments);
      exchange.response.headers.emplace_back("Allow", match.allow);
      if (exchange.length > 0) exchange.keep_alive = false;
      exchange.answer = finish(exchange, hooks_);
    } else {
      refuse_early(exchange, status, not_found().refusal->sentence);
    }
    return;
  }
  exchange.route = match.route;
  exchange.pattern = match.route->pattern;
  request.parameters = std::move(match.parameters);
  admit_body(exchange);
}

// What answers a GET there, or nearest above it. A segment of the target never holds a slash.
std::optional<Url> Dispatcher::page_for(std::string_view target,
                                        std::vector<std::string> segments) const {
  auto path = target.substr(0, target.find('?'));
  while (!segments.empty()) {
    if (router_.match(Method::get, segments).route != nullptr) return Url::ours(path);
    segments.pop_back();
    path = path.substr(0, path.rfind('/'));
  }
  return {};
}

void Dispatcher::refuse_too_large(Exchange& exchange, std::size_t most) {
  constexpr std::size_t kilobyte = 1024;
  const auto megabytes = most / (kilobyte * kilobyte);
  exchange.keep_alive = false;
  set_refusal(exchange, 413,
              fmt::format("At most {} can be taken in here at once, and nothing was kept.",
                          megabytes > 0 ? fmt::format("{} MB", megabytes)
                                        : fmt::format("{} kB", most / kilobyte)));
  if (auto address = parse_target(exchange.request.target))
    exchange.response.refusal->instead =
        page_for(exchange.request.target, std::move(address->segments));
  exchange.answer = finish(exchange, hooks_);
}

void Dispatcher::admit_body(Exchange& exchange) {
  const auto& limits = exchange.route->limits;
  const bool streamed = limits.files > 0 && is_multipart(exchange.request);
  if (exchange.length > (streamed ? limits.files : limits.body)) {
    refuse_too_large(exchange, streamed ? limits.files : limits.body);
    return;
  }
  exchange.must_ask = streamed || exchange.length > most_unasked;
  if (!streamed) {
    if (exchange.length <= uncounted) return;
    if (auto memory = held_.take(exchange.request.address, exchange.length))
      exchange.memory = std::move(*memory);
    else
      refuse_early(exchange, 503, busy);
    return;
  }
  auto boundary = boundary_of(exchange.request.header("content-type"));
  if (!boundary) {
    refuse_early(exchange, 400, "The form's parts cannot be told apart.");
    return;
  }
  exchange.multipart = std::make_unique<Multipart>(std::move(*boundary), settings_.uploads);
}

Answer Dispatcher::refuse(int status, std::string_view sentence) const {
  return plain_answer(status, sentence, to_text(new_uuid()), secure_);
}

void Dispatcher::discard(Shared exchange) {
  if (exchange && exchange->multipart)
    workers_.run_surely(
        [exchange = std::move(exchange)]() mutable { exchange->multipart.reset(); });
}

// Whether the only way on is to sign in: nobody is, and the route is for those who are.
bool Dispatcher::is_signed_out(Exchange& exchange) {
  std::optional<Response> why;
  database_.read([&](sql::Read& read) {
    exchange.request.visitor = {};
    hooks_.identify(read, exchange.request);
    if (!exchange.request.visitor.signed_in())
      why = exchange.route->turned_away(read, exchange.request);
  });
  return why && (why->status == 307 || (why->refusal && why->refusal->signed_out));
}

}  // namespace touchstone::http
