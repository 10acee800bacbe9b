#include "platform/http/body.h"
#include "platform/http/conditional.h"
#include "platform/http/csrf.h"
#include "platform/http/deed.h"
#include "platform/http/dispatcher.h"
#include "platform/http/finish.h"
#include "platform/http/sent_form_store.h"
#include "platform/log/log.h"

// The part of the dispatcher that runs on workers, on the slow pool and in the database's turns.
namespace touchstone::http {
namespace {

constexpr std::string_view many_at_once =
    "You are sending a great many files at once. Wait until some are there, and send the others "
    "then.";
constexpr std::string_view still_made =
    "The files you asked for last are still being made. Wait half a minute, and try again.";
constexpr std::string_view many_files =
    "Many people are asking for files just now. Wait half a minute, and try again.";
constexpr std::string_view no_room =
    "There is no room for more files just now. Try again in a few minutes.";
constexpr std::string_view not_kept =
    "This could not be saved just now, and nothing was changed. Try again in a few minutes.";
constexpr std::string_view signed_in_unkept =
    "You signed in while nothing could be saved, so you can only look. Sign out and in again to "
    "change something.";
constexpr std::string_view not_known =
    "The connection to the database broke while this was being saved. Look whether it was, before "
    "you send it again.";
constexpr std::string_view not_there =
    "The database cannot be reached just now. Try again in a few minutes.";
constexpr std::string_view broke =
    "Something broke here. It was not your doing, and nothing was changed.";

// Of a form with files whose sender must sign in first: a photo or two, not a film.
constexpr std::size_t most_read_for_text = std::size_t{32} * 1024 * 1024;  // bytes

// Bytes of that disk that may be written before the database's own share begins.
std::size_t room_left(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  const auto available = std::filesystem::space(folder).available;
  return available > Multipart::left_free ? available - Multipart::left_free : 0;
}

// Whose share of what is scarce it is.
std::string who_asks(const Request& request) {
  return request.visitor.signed_in() ? to_text(request.visitor.account) : request.address;
}

// A form of ours whose sender's cookies are gone: what their next form needs, so that they can send
// it again and come to the sign-in page. This one stays refused. Another site gets nothing by it:
// no page can make a browser say "same-origin" of what it sends here.
void give_proof(Exchange& exchange) {
  auto& request = exchange.request;
  if (!request.csrf.empty() || request.header("sec-fetch-site") != "same-origin" ||
      !request.header("authorization").empty())
    return;
  exchange.new_form_secret = random_token();
  request.csrf = csrf_of_form(*request.csrf_key, exchange.new_form_secret);
}

bool is_unkept(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const sql::CannotWrite&) {
    return true;
  } catch (...) {
    return false;
  }
}

}  // namespace

void Dispatcher::admit(const Shared& exchange, const Done& done) {
  under_way_.fetch_add(1);
  const bool taken = workers_.run([this, exchange, done] {
    try {
      ask_whether_it_may_come(*exchange);
    } catch (...) {
      failed(*exchange, std::current_exception());
    }
    if (exchange->response.status != 200) {
      exchange->keep_alive = false;
      return complete(exchange, done);
    }
    done(exchange);
    under_way_.fetch_sub(1);
  });
  if (taken) return;
  exchange->keep_alive = false;
  exchange->response = refused(503, busy);
  complete(exchange, done);
}

void Dispatcher::ask_whether_it_may_come(Exchange& exchange) {
  database_.read([&](sql::Read& read) {
    exchange.request.visitor = {};
    hooks_.identify(read, exchange.request);
    if (auto why = exchange.route->turned_away(read, exchange.request))
      exchange.response = *std::move(why);
  });
  if (exchange.response.status == 200) {
    if (exchange.multipart) hold_room(exchange);
    return;
  }
  // What somebody typed comes back to them: the text of the form is read, and its files are not.
  const auto& request = exchange.request;
  if (request.visitor.signed_in() || request.json || exchange.length > most_read_for_text ||
      request.header("sec-fetch-site") != "same-origin")
    return;
  if (exchange.multipart) {
    auto memory = held_.take(request.address, std::min(exchange.length, Multipart::most_text));
    if (!memory) {
      exchange.response = refused(503, busy);
      return;
    }
    exchange.memory = std::move(*memory);
    exchange.multipart->leave_files();
  }
  exchange.response = {};
}

void Dispatcher::hold_room(Exchange& exchange) {
  auto room =
      coming_.take(who_asks(exchange.request), exchange.length, room_left(settings_.uploads));
  if (room)
    exchange.room = std::move(*room);
  else if (room.error() == Allowance::Refusal::of_each)
    exchange.response = refused(429, many_at_once);
  else
    exchange.response = refused(503, no_room);
}

bool Dispatcher::feed(const Shared& exchange, std::string bytes, Done done) {
  return workers_.run([exchange, bytes = std::move(bytes), done = std::move(done)] {
    try {
      exchange->broken_body = !exchange->multipart->feed(bytes);
    } catch (const std::exception& error) {
      log::error("request {}: {}", exchange->request.id, error.what());
      exchange->broken_body = true;
      exchange->response = refused(503, not_kept);
    }
    done(exchange);
  });
}

void Dispatcher::fetch(const Shared& exchange, const std::shared_ptr<FileRest>& rest, Done done) {
  workers_.run_surely([exchange, rest, done = std::move(done)] {
    rest->read_on();
    done(exchange);
  });
}

void Dispatcher::run(const Shared& exchange, const Done& done) {
  under_way_.fetch_add(1);
  if (!workers_.run([this, exchange, done] { work(exchange, done); })) {
    exchange->response = refused(503, busy);
    complete(exchange, done);
  }
}

void Dispatcher::work(const Shared& exchange, const Done& done) {
  try {
    if (exchange->route == nullptr) {
      check_ready(exchange, done);
      return;
    }
    if (exchange->route->kind == Kind::read) {
      read(*exchange);
      if (exchange->response.slowly) {
        make(exchange, done);
        return;
      }
    } else if (read_fields(*exchange)) {
      if (exchange->route->prepare)
        prepare(exchange, done);
      else
        write(exchange, std::make_shared<std::any>(), done);
      return;
    }
  } catch (...) {
    failed(*exchange, std::current_exception());
  }
  complete(exchange, done);
}

bool Dispatcher::read_fields(Exchange& exchange) {
  auto& request = exchange.request;
  if (exchange.broken_body) {
    if (!exchange.response.refusal) exchange.response = refused(400, "The form could not be read.");
    return false;
  }
  if (exchange.multipart) {
    if (!exchange.multipart->finish()) {
      exchange.response = refused(400, "The form could not be read.");
      return false;
    }
    request.fields = std::move(exchange.multipart->fields);
    request.uploads = exchange.multipart->uploads;
    request.files_left_out = exchange.multipart->left_out();
  } else if (const auto problem = read_body(exchange.body, request); problem.status != 0) {
    exchange.response = refused(problem.status, problem.sentence);
    exchange.response.refusal->complaints = request.body_complaints;
    return false;
  }
  if (const auto why = foreign(request, settings_.public_url)) {
    give_proof(exchange);
    exchange.response = unsent(request, *why);
    if (exchange.response.refusal->typed && is_signed_out(exchange))
      exchange.response = unsent_signed_out(request);
    return false;
  }
  request.files_missing = request.fields.text(missing_files_field) == "yes";
  if (const auto& takes = exchange.route->takes) {
    request.body_complaints = unexpected(*takes, request);
    request.takes_nothing = takes->empty() && !request.body_complaints.empty();
  }
  return true;
}

void Dispatcher::read(Exchange& exchange) {
  auto& request = exchange.request;
  database_.read([&](sql::Read& read) {
    request.visitor = {};
    hooks_.identify(read, request);
    exchange.etag = waits_to_be_told(request) ? std::string() : etag_of(request, now());
    if (unchanged(request, exchange.etag)) {
      exchange.response = {};
      exchange.response.status = 304;
    } else {
      exchange.response = exchange.route->read(read, request);
    }
  });
  if (exchange.response.afterwards) leave_behind(exchange);
}

void Dispatcher::leave_behind(Exchange& exchange) {
  auto* database = &database_;
  database->write_later(
      [database, body = std::move(exchange.response.afterwards),
       actor = exchange.request.actor()](sql::Turn& turn) {
        sql::Write write(turn, actor);
        body(write);
        write.finish(database->keys());
        return sql::Verdict::keep;
      },
      [id = exchange.request.id](const std::exception_ptr& error) {
        if (error) log::error("request {}: what it leaves behind was not kept", id);
      });
}

void Dispatcher::make(const Shared& exchange, const Done& done) {
  const bool fetched = exchange->response.fetched;
  const auto who = who_asks(exchange->request);
  const auto turn = (fetched ? fetched_ : made_).take(who, 1);
  if (turn) {
    const auto work = [this, exchange, done, turn = *turn] {
      try {
        const auto slowly = std::move(exchange->response.slowly);
        exchange->response = slowly();
      } catch (...) {
        failed(*exchange, std::current_exception());
      }
      complete(exchange, done);
    };
    if (fetched ? fetching_.run(who, work) : making_.run(work)) return;
  }
  exchange->response = refused(503, turn ? many_files : still_made);
  exchange->response.headers.emplace_back("Retry-After", "30");
  complete(exchange, done);
}

void Dispatcher::prepare(const Shared& exchange, const Done& done) {
  auto& pool = exchange->route->limits.files > 0 ? filing_ : slow_;
  const bool taken = pool.run([this, exchange, done] {
    try {
      Rest rest;
      database_.read([&](sql::Read& read) {
        exchange->request.visitor = {};
        hooks_.identify(read, exchange->request);
        rest = exchange->route->prepare(read, exchange->request);
      });
      write(exchange, std::make_shared<std::any>(rest()), done);
    } catch (...) {
      failed(*exchange, std::current_exception());
      complete(exchange, done);
    }
  });
  if (taken) return;
  exchange->response = refused(503, busy);
  complete(exchange, done);
}

void Dispatcher::write(const Shared& exchange, const std::shared_ptr<std::any>& prepared,
                       const Done& done) {
  writing_.fetch_add(1);
  database_.write_later(
      [this, exchange, prepared](sql::Turn& turn) { return run_body(*exchange, *prepared, turn); },
      [this, exchange, prepared, done](const std::exception_ptr& error) {
        writing_.fetch_sub(1);
        if (!error && !exchange->response.refusal) return complete(exchange, done);
        // Nothing slow on the database's writing thread.
        workers_.run_surely([this, exchange, prepared, done, error] {
          if (error) not_written(*exchange, *prepared, error);
          complete(exchange, done);
        });
      });
}

void Dispatcher::not_written(Exchange& exchange, const std::any& prepared,
                             const std::exception_ptr& error) {
  failed(exchange, error);
  const auto& otherwise = exchange.route->when_nothing_is_kept;
  if (!otherwise || !is_unkept(error)) return;
  try {
    database_.read([&](sql::Read& read) {
      exchange.request.visitor = {};
      hooks_.identify(read, exchange.request);
      exchange.response = otherwise(read, exchange.request, prepared);
    });
  } catch (...) {
    failed(exchange, std::current_exception());
  }
}

sql::Verdict Dispatcher::run_body(Exchange& exchange, const std::any& prepared, sql::Turn& turn) {
  auto& request = exchange.request;
  const auto& route = *exchange.route;
  request.visitor = {};
  sql::Housekeeping housekeeping(turn);
  hooks_.identify(housekeeping, request);
  if (route.kind == Kind::housekeeping) {
    exchange.response = route.housekeeping(housekeeping, request, prepared);
    return sql::Verdict::keep;
  }
  if (request.visitor.only_looks) {
    exchange.response = refused(503, signed_in_unkept);
    return sql::Verdict::undo;
  }
  sql::Write write(turn, request.actor());
  if (route.begins_once)
    if (auto before = answered_before(write, request)) {
      exchange.response = *std::move(before);
      return sql::Verdict::undo;
    }
  exchange.response = route.write(write, request, prepared);
  if (exchange.response.status >= 400 && !exchange.response.keep) return sql::Verdict::undo;
  if (route.begins_once) note_answer(write, request, exchange.response);
  if (route.lets_begin_again) forget_answers(write, request);
  write.finish(database_.keys());
  return sql::Verdict::keep;
}

void Dispatcher::failed(Exchange& exchange, const std::exception_ptr& error) {
  const auto& id = exchange.request.id;
  try {
    std::rethrow_exception(error);
  } catch (const sql::CannotWrite& why) {
    log::error("request {} {}: {}", id, exchange.pattern, why.what());
    exchange.response = refused(503, not_kept);
  } catch (const files::StorageError& why) {
    log::error("request {} {}: {}", id, exchange.pattern, why.what());
    exchange.response = refused(503, not_kept);
  } catch (const sql::CannotRead& why) {
    log::error("request {} {}: {}", id, exchange.pattern, why.what());
    exchange.response = refused(503, not_there);
  } catch (const sql::OutcomeUnknown& why) {
    log::error("request {} {}: {}", id, exchange.pattern, why.what());
    exchange.response = refused(503, not_known);
  } catch (const std::exception& why) {
    log::error("request {} {}: {}", id, exchange.pattern, why.what());
    exchange.response = refused(500, broke);
  } catch (...) {
    log::error("request {} {}: something that is no exception was thrown", id, exchange.pattern);
    exchange.response = refused(500, broke);
  }
}

void Dispatcher::complete(const Shared& exchange, const Done& done) {
  exchange->answer = finish(*exchange, hooks_);
  done(exchange);
  under_way_.fetch_sub(1);  // the last look at this object
}

}  // namespace touchstone::http
