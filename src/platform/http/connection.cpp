#include "platform/http/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

#include "platform/http/loop.h"
#include "platform/log/log.h"

namespace touchstone::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::size_t most_drained = 256 * 1024;
constexpr auto longest_drain = std::chrono::seconds(2);
constexpr auto for_ever = std::chrono::hours(24);
constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

Connection::Connection(Loop& loop, tcp::socket socket, std::string peer)
    : loop_(loop), socket_(std::move(socket)), peer_(std::move(peer)) {}

void Connection::start() {
  enter(State::idle, loop_.settings().idle);
  wait_to_read();
}

void Connection::enter(State state, Clock::duration time) {
  state_ = state;
  deadline_ = Clock::now() + time;
}

// The whole must be there in time, and so must each part of it: who announces a gigabyte does not
// hold room for it for hours by sending nothing.
void Connection::enter_body() {
  const auto& settings = loop_.settings();
  state_ = State::body;
  const auto whole = std::chrono::seconds(exchange_->length / settings.slowest);
  deadline_ = std::min(
      pace_.since + settings.body_grace + whole,
      pace_.latest(std::max(settings.body_grace, settings.body_silence), settings.slowest));
}

void Connection::enter_writing() {
  const auto& settings = loop_.settings();
  state_ = State::writing;
  deadline_ = std::min(Clock::now() + settings.write_stall,
                       pace_.latest(settings.write_stall, settings.slowest));
}

bool Connection::late(Clock::time_point now) const {
  return deadline_ < now && !with_worker();
}

void Connection::expire() {
  if (state_ == State::head || state_ == State::body)
    refuse(408, "The request took too long to come.");
  else
    close();
}

void Connection::wind_down() {
  winding_down_ = true;
  if (state_ == State::idle) close();
}

void Connection::close() {
  if (state_ == State::closed) return;
  // While a worker has the exchange it is the worker's: with its files, until it is done with it.
  if (!with_worker()) loop_.dispatcher().discard(std::move(exchange_));
  exchange_.reset();
  state_ = State::closed;
  error_code ignored;
  socket_.close(ignored);
  loop_.forget(shared_from_this());
}

void Connection::wait_to_read() {
  socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](error_code error) {
    if (self->state_ == State::closed) return;
    if (error)
      self->close();
    else
      self->on_readable();
  });
}

void Connection::on_readable() {
  auto& scratch = loop_.scratch();
  error_code error;
  const auto got = socket_.read_some(asio::buffer(scratch), error);
  if (error == asio::error::would_block) return wait_to_read();
  if (error) return close();
  if (state_ == State::draining) {
    left_ -= std::min(left_, got);
    return left_ == 0 ? close() : wait_to_read();
  }
  in_.append(scratch.data(), got);
  if (state_ == State::body)
    on_body_bytes();
  else if (state_ == State::idle || state_ == State::head)
    examine();
}

void Connection::examine() {
  const auto finding = examination_.examine(in_);
  switch (finding.outcome) {
    case guard::Outcome::need_more:
      if (state_ == State::idle && !in_.empty())
        enter(State::head, loop_.settings().header_deadline);
      return wait_to_read();
    case guard::Outcome::refused:
      loop_.dispatcher().metrics().guard_refused.fetch_add(1);
      return refuse(finding.status, finding.reason);
    case guard::Outcome::ok:
      return begin(finding.length);
  }
}

void Connection::begin(std::size_t head_length) {
  auto head = parse_head(std::string_view(in_).substr(0, head_length));
  if (!head) return refuse(400, "The request could not be understood.");
  in_.erase(0, head_length);
  examination_ = {};
  exchange_ = loop_.dispatcher().begin(std::move(*head), peer_);
  if (exchange_->answer) return send(std::move(*exchange_->answer));
  if (exchange_->must_ask) return ask();
  begin_body();
}

// Whether somebody may send a large body is known before it comes.
void Connection::ask() {
  enter(State::asking, for_ever);
  loop_.dispatcher().admit(exchange_, loop_.done_for(shared_from_this()));
}

void Connection::begin_body() {
  left_ = exchange_->length;
  if (left_ == 0) return run();
  pace_ = {};
  enter_body();
  if (exchange_->waits && in_.empty()) {
    error_code ignored;
    socket_.write_some(asio::buffer(go_on), ignored);
  }
  on_body_bytes();
}

void Connection::on_body_bytes() {
  const auto bytes = std::min(left_, in_.size());
  left_ -= bytes;
  pace_.bytes += bytes;
  enter_body();
  if (exchange_->multipart && bytes > 0) return feed(bytes);
  exchange_->body.append(in_, 0, bytes);
  in_.erase(0, bytes);
  if (left_ == 0)
    run();
  else
    wait_to_read();
}

void Connection::feed(std::size_t bytes) {
  auto piece = in_.substr(0, bytes);
  in_.erase(0, bytes);
  state_ = State::feeding;
  if (loop_.dispatcher().feed(exchange_, std::move(piece), loop_.done_for(shared_from_this())))
    return;
  state_ = State::body;
  refuse(503, Dispatcher::busy);
}

void Connection::run() {
  enter(State::working, for_ever);
  loop_.dispatcher().run(exchange_, loop_.done_for(shared_from_this()));
}

void Connection::take(const Shared& exchange) {
  if (state_ == State::closed) return loop_.dispatcher().discard(exchange);
  if (state_ == State::fetching) return fetched();
  if (exchange->answer) return send(std::move(*exchange->answer));
  if (state_ == State::asking) return begin_body();
  enter_body();
  if (exchange->broken_body && left_ > 0) exchange->keep_alive = false;
  if (exchange->broken_body || left_ == 0)
    run();
  else
    wait_to_read();
}

void Connection::refuse(int status, std::string_view sentence) {
  send(loop_.dispatcher().refuse(status, sentence));
}

void Connection::send(Answer answer) {
  if (winding_down_ && !answer.close) {
    answer.close = true;
    answer.head.insert(answer.head.size() - 2, "Connection: close\r\n");
  }
  account(answer.status);
  out_ = std::make_unique<Answer>(std::move(answer));
  sent_ = 0;
  pace_ = {};
  write();
}

void Connection::write() {
  const auto head = std::string_view(out_->head);
  const auto content = out_->content();
  while (sent_ < head.size() + content.size()) {
    const auto of_head = std::min(sent_, head.size());
    const std::array parts{asio::buffer(head.substr(of_head)),
                           asio::buffer(content.substr(sent_ - of_head))};
    error_code error;
    const auto went = socket_.write_some(parts, error);
    sent_ += went;
    pace_.bytes += went;
    if (!error) continue;
    if (error != asio::error::would_block) return close();
    enter_writing();
    socket_.async_wait(tcp::socket::wait_write, [self = shared_from_this()](error_code failed) {
      if (self->state_ == State::closed) return;
      if (failed)
        self->close();
      else
        self->write();
    });
    return;
  }
  written();
}

// The next piece of a file takes the place of what was sent.
void Connection::fetch() {
  enter(State::fetching, for_ever);
  loop_.dispatcher().fetch(exchange_, out_->rest, loop_.done_for(shared_from_this()));
}

void Connection::fetched() {
  enter_writing();
  if (out_->rest->piece.empty()) return close();
  out_->head.clear();
  out_->body = std::move(out_->rest->piece);
  sent_ = 0;
  write();
}

void Connection::written() {
  if (out_->rest && out_->rest->left > 0) return fetch();
  const bool last = out_->close;
  out_.reset();
  loop_.dispatcher().discard(std::move(exchange_));
  exchange_.reset();
  if (!last && !winding_down_) return next();
  // Closing with unread bytes would reset the connection, and could take the answer with it.
  error_code ignored;
  socket_.shutdown(tcp::socket::shutdown_send, ignored);
  std::string().swap(in_);
  left_ = most_drained;
  enter(State::draining, longest_drain);
  wait_to_read();
}

void Connection::next() {
  enter(State::idle, loop_.settings().idle);
  if (in_.empty()) {
    std::string().swap(in_);
    return wait_to_read();
  }
  // Another request came along with the last one.
  enter(State::head, loop_.settings().header_deadline);
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    if (self->state_ != State::closed) self->examine();
  });
}

void Connection::account(int status) {
  if (!exchange_) return;
  const auto took = Clock::now() - exchange_->began;
  loop_.dispatcher().metrics().answered(exchange_->pattern, status, took);
  log::debug("request {} {} {} {} µs", exchange_->request.id, exchange_->pattern, status,
             std::chrono::duration_cast<std::chrono::microseconds>(took).count());
}

}  // namespace touchstone::http
