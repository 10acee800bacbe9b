#pragma once
#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "platform/http/allowance.h"
#include "platform/http/exchange.h"
#include "platform/http/head.h"
#include "platform/http/lanes.h"
#include "platform/http/metrics.h"
#include "platform/http/pool.h"
#include "platform/http/router.h"
#include "platform/http/server.h"
#include "platform/sql/database.h"

namespace touchstone::http {

using Shared = std::shared_ptr<Exchange>;

// Takes requests through the threads: workers for pages, the database's writer for changes, small
// pools for what is slow before them: passwords, files that come, files that are made. Knows no
// sockets.
class Dispatcher {
 public:
  // Called once for each run(), with `answer` set, on any thread.
  using Done = std::function<void(const Shared&)>;
  static constexpr std::string_view busy =
      "Too much is going on at once. Try again in a few seconds.";

  Dispatcher(const ServerSettings& settings, std::uint16_t port, const Routes& routes,
             sql::Database& database, Hooks hooks);
  // Waits for what is under way.
  ~Dispatcher();
  Dispatcher(const Dispatcher&) = delete;
  Dispatcher& operator=(const Dispatcher&) = delete;

  // For the I/O thread: neither waits nor touches a database or a file. `answer` is set when
  // nothing more is needed; a body that is still to come is then not wanted.
  Shared begin(Head head, std::string_view peer);
  // Whether the visitor may send a large body that has only begun to come, and there is room for
  // its files; Done comes with an answer when not.
  void admit(const Shared& exchange, const Done& done);
  // A piece of an upload's body, in order; the next only after Done, which here comes without an
  // answer. False when the server is too busy.
  bool feed(const Shared& exchange, std::string bytes, Done done);
  // The next piece of a file's rest; Done comes without an answer.
  void fetch(const Shared& exchange, const std::shared_ptr<FileRest>& rest, Done done);
  // The body is there.
  void run(const Shared& exchange, const Done& done);
  // Throws away what is left of a request, without making the caller wait for a disk.
  void discard(Shared exchange);

  // An answer to what never became a request.
  Answer refuse(int status, std::string_view sentence) const;

  bool trusts(std::string_view peer) const { return proxies_.contains(peer); }
  Metrics& metrics() { return metrics_; }

 private:
  class Pending;
  void understand(Exchange& exchange, Head head, std::string_view peer);
  void find_secrets(Exchange& exchange);
  void find_route(const Shared& exchange);
  void admit_body(Exchange& exchange);
  bool answer_without_route(Exchange& exchange, const Address& address);
  bool answer_where_it_is(Exchange& exchange, const std::vector<std::string>& segments);
  std::optional<Url> page_for(std::string_view target, std::vector<std::string> segments) const;
  void refuse_too_large(Exchange& exchange, std::size_t most);  // bytes
  void refuse_early(Exchange& exchange, int status, std::string_view sentence);

  void ask_whether_it_may_come(Exchange& exchange);
  void hold_room(Exchange& exchange);
  void work(const Shared& exchange, const Done& done);
  bool is_signed_out(Exchange& exchange);
  bool read_fields(Exchange& exchange);
  void read(Exchange& exchange);
  void leave_behind(Exchange& exchange);
  void make(const Shared& exchange, const Done& done);
  void prepare(const Shared& exchange, const Done& done);
  void write(const Shared& exchange, const std::shared_ptr<std::any>& prepared, const Done& done);
  void not_written(Exchange& exchange, const std::any& prepared, const std::exception_ptr& error);
  sql::Verdict run_body(Exchange& exchange, const std::any& prepared, sql::Turn& turn);
  void check_ready(const Shared& exchange, const Done& done);
  void failed(Exchange& exchange, const std::exception_ptr& error);
  void complete(const Shared& exchange, const Done& done);
  std::string metrics_text() const;

  const ServerSettings settings_;
  const bool secure_;
  std::set<std::string, std::less<>> hosts_;
  std::set<std::string, std::less<>> proxies_;
  Router router_;
  const std::string openapi_;
  sql::Database& database_;
  const Hooks hooks_;
  Metrics metrics_;
  std::atomic<std::size_t> under_way_ = 0;      // run and not yet done
  std::atomic<std::size_t> writing_ = 0;        // handed to the database and not yet back
  std::atomic<std::int64_t> proved_ready_ = 0;  // when a row was last changed for /readyz
  Allowance held_;                              // bytes of bodies in memory, for each address
  Allowance coming_;  // bytes of forms with files that were admitted and are not gone yet
  Allowance made_;    // files that are made, or wait for it
  Allowance fetched_;
  Pool workers_;
  Pool slow_;    // passwords
  Pool filing_;  // what came as files is looked into and kept
  Pool making_;
  Lanes fetching_;  // files that another machine keeps
};

}  // namespace touchstone::http
