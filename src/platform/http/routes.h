#pragma once
#include <any>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "platform/http/body_fields.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/sql/turn.h"

namespace touchstone::http {

// A right and the function that finds the object and proves the right, as one act. The resolver is
//   std::expected<Proof, Response> resolver(sql::Read&, const Request&, Verb)
// and its Proof is handed to the handler. Proofs are move-only and can be made by resolvers only.
template <class Resolver>
struct May {
  Verb verb;
  Resolver resolver;
};
template <class Resolver>
May<Resolver*> may(Verb verb, Resolver& resolver) {
  return {verb, &resolver};
}

enum class Kind : std::uint8_t { read, housekeeping, write };

// How a route is run and limited.
struct Limits {
  std::size_t body = 64 * 1024;  // bytes; held in memory
  std::size_t files = 0;         // bytes of a form with files, streamed to disk; 0: it takes none
};

// json::schema_of some type, with what it refers to.
using Schema = std::string (*)(std::map<std::string, std::string, std::less<>>& components);

// What is left of a prepare step when its read turn has ended; gives what it prepared, once.
using Rest = std::function<std::any()>;
// The same, of a known type.
template <class Prepared>
using Later = std::function<Prepared()>;

struct Route {
  Method method;
  std::string pattern;  // "/{workspace}/self-assessments/{sheet}"
  Verb verb;
  Kind kind;
  Limits limits{};
  // Why the visitor may not come, if so.
  std::function<std::optional<Response>(sql::Read&, const Request&)> turned_away{};
  // Slow work before the turn (a password hash), on a small pool of its own; empty: none.
  std::function<Rest(sql::Read&, const Request&)> prepare{};
  // One of these, by kind.
  std::function<Response(sql::Read&, const Request&)> read{};
  std::function<Response(sql::Housekeeping&, const Request&, const std::any&)> housekeeping{};
  std::function<Response(sql::Write&, const Request&, const std::any&)> write{};
  // Answers when nothing of the turn was kept, as on a full disk; empty: a plain 503.
  std::function<Response(sql::Read&, const Request&, const std::any&)> when_nothing_is_kept{};
  std::optional<BodyFields> takes = BodyFields{};  // of a POST; empty: whatever comes
  Schema answer = nullptr;                         // null: no JSON
  std::vector<std::string_view> files{};           // media types of what it answers besides
  bool begins_once = false;
  bool lets_begin_again = false;
};

// Every address of the program. A handler says by its first parameter what it needs:
//   Response show(sql::Read&, const Request&, const Proof&)
//   Response save(sql::Write&, const Request&, const Proof&)
//   Response sign_out(sql::Housekeeping&, const Request&, const Proof&)
// With a prepare step its result comes last:
//   Hashed hash_it(sql::Read&, const Request&);  Response set(sql::Write&, const Request&, const
//   Proof&, const Hashed&)
// A prepare step that takes long gives back what it does after its read turn:
//   Later<Files> look_into(sql::Read&, const Request&)
class Routes {
 public:
  template <class Resolver, class Proof>
  void get(const std::string& pattern, May<Resolver> may,
           Response (*handler)(sql::Read&, const Request&, const Proof&)) {
    Route route{.method = Method::get, .pattern = pattern, .verb = may.verb, .kind = Kind::read};
    route.read = [may, handler](sql::Read& read, const Request& request) {
      auto proof = may.resolver(read, request, may.verb);
      return proof ? handler(read, request, *proof) : std::move(proof.error());
    };
    add(std::move(route));
  }

  template <class Resolver, class Turn, class Proof>
  void post(const std::string& pattern, May<Resolver> may,
            Response (*handler)(Turn&, const Request&, const Proof&), Limits limits = {}) {
    auto route = writing<Turn>(pattern, may, limits);
    slot<Turn>(route) = [may, handler](Turn& turn, const Request& request, const std::any&) {
      auto proof = may.resolver(turn, request, may.verb);
      if (!proof) return std::move(proof.error());
      return request.takes_nothing ? refused(request.body_complaints)
                                   : handler(turn, request, *proof);
    };
    add(std::move(route));
  }

  template <class Resolver, class Turn, class Proof, class Prepared>
  void post(const std::string& pattern, May<Resolver> may,
            Prepared (*prepare)(sql::Read&, const Request&),
            Response (*handler)(Turn&, const Request&, const Proof&, const Prepared&),
            Limits limits = {}) {
    const auto at_once = [prepare](sql::Read& read, const Request& request) -> Rest {
      // Handed on and never copied: it may be all of a large file.
      return [prepared = std::make_shared<std::any>(prepare(read, request))] {
        return std::move(*prepared);
      };
    };
    add_prepared(pattern, may, at_once, handler, limits);
  }

  template <class Resolver, class Turn, class Proof, class Prepared>
  void post(const std::string& pattern, May<Resolver> may,
            Later<Prepared> (*prepare)(sql::Read&, const Request&),
            Response (*handler)(Turn&, const Request&, const Proof&, const Prepared&),
            Limits limits = {}) {
    const auto later = [prepare](sql::Read& read, const Request& request) -> Rest {
      return [later = prepare(read, request)] { return std::any(later()); };
    };
    add_prepared(pattern, may, later, handler, limits);
  }

  // Another answer than 503 for the POST route added last, when its turn could not be kept.
  template <class Prepared>
  void when_nothing_is_kept(Response (*handler)(sql::Read&, const Request&, const Prepared&)) {
    routes_.back().when_nothing_is_kept = [handler](sql::Read& read, const Request& request,
                                                    const std::any& prepared) {
      return handler(read, request, std::any_cast<const Prepared&>(prepared));
    };
  }

  // The same for a route without a prepare step.
  void when_nothing_is_kept(Response (*handler)(sql::Read&, const Request&)) {
    routes_.back().when_nothing_is_kept = [handler](sql::Read& read, const Request& request,
                                                    const std::any&) {
      return handler(read, request);
    };
  }

  // What the body of the POST route added last may have; /api/openapi.json says so. Anything else
  // is in the request's body_complaints, with which the handler's own begin. A route that is not
  // told takes nothing, and its handler is not called with more.
  void takes(BodyFields fields) { routes_.back().takes = std::move(fields); }
  // It takes whatever comes, as a form does that carries the fields of others.
  void takes_anything() { routes_.back().takes.reset(); }

  // Its form begins something: pressed twice, it begins it once (sent_form_store.h).
  void begins_once() { routes_.back().begins_once = true; }
  // It throws away what was begun, so the same may be begun anew at once.
  void lets_begin_again() { routes_.back().lets_begin_again = true; }

  // What the route added last answers in JSON when all is well; said by /api/openapi.json.
  void answers(Schema schema) { routes_.back().answer = schema; }
  // What it answers in place of JSON, or beside it: "text/csv"; "*/*" for whatever somebody put in.
  void answers_as(std::vector<std::string_view> media_types) {
    routes_.back().files = std::move(media_types);
  }

  const std::vector<Route>& all() const { return routes_; }

 private:
  template <class Turn, class Resolver>
  static Route writing(const std::string& pattern, May<Resolver> may, Limits limits) {
    Route route{.method = Method::post,
                .pattern = pattern,
                .verb = may.verb,
                .kind = std::is_same_v<Turn, sql::Write> ? Kind::write : Kind::housekeeping,
                .limits = limits};
    route.turned_away = [may](sql::Read& read, const Request& request) -> std::optional<Response> {
      auto proof = may.resolver(read, request, may.verb);
      return proof ? std::nullopt : std::optional(std::move(proof.error()));
    };
    return route;
  }
  template <class Resolver, class Turn, class Proof, class Prepared>
  void add_prepared(const std::string& pattern, May<Resolver> may,
                    std::function<Rest(sql::Read&, const Request&)> prepare,
                    Response (*handler)(Turn&, const Request&, const Proof&, const Prepared&),
                    Limits limits) {
    auto route = writing<Turn>(pattern, may, limits);
    route.prepare = std::move(prepare);
    slot<Turn>(route) = [may, handler](Turn& turn, const Request& request,
                                       const std::any& prepared) {
      auto proof = may.resolver(turn, request, may.verb);
      return proof ? handler(turn, request, *proof, std::any_cast<const Prepared&>(prepared))
                   : std::move(proof.error());
    };
    add(std::move(route));
  }
  template <class Turn>
  static auto& slot(Route& route) {
    if constexpr (std::is_same_v<Turn, sql::Write>)
      return route.write;
    else
      return route.housekeeping;
  }
  // Throws std::logic_error for two routes that could match the same address.
  void add(Route route);

  std::vector<Route> routes_;
};

}  // namespace touchstone::http
