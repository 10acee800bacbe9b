#include "platform/http/server.h"

#include "platform/http/dispatcher.h"
#include "platform/http/loop.h"

namespace touchstone::http {

// The dispatcher goes first: it waits for what is under way, which reports to the loop.
class Server::Impl {
 public:
  Impl(const ServerSettings& settings, const Routes& routes, sql::Database& database, Hooks hooks)
      : loop(settings), dispatcher(settings, loop.port(), routes, database, std::move(hooks)) {}
  Loop loop;
  Dispatcher dispatcher;
};

Server::Server(const ServerSettings& settings, const Routes& routes, sql::Database& database,
               Hooks hooks)
    : impl_(std::make_unique<Impl>(settings, routes, database, std::move(hooks))) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
  return impl_->loop.port();
}

void Server::run() {
  impl_->loop.run(impl_->dispatcher);
}

void Server::stop() {
  impl_->loop.stop();
}

}  // namespace touchstone::http
