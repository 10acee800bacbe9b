#include "platform/sql/postgres_database.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <sys/socket.h>

#include <chrono>
#include <thread>

#include "platform/descriptor.h"
#include "platform/sql/testing.h"

namespace touchstone::sql {
namespace {

using testing::FreshDatabase;
using testing::Kind;

class Postgres : public ::testing::Test {
 protected:
  Postgres() {
    run("CREATE TABLE sample (k BIGINT PRIMARY KEY, t TEXT, n BIGINT NOT NULL DEFAULT 0)");
  }
  // On a connection of its own.
  void run(std::string_view script) { PostgresConnection(fresh_.settings().url).run(script); }
  std::int64_t number(std::string_view sql) {
    std::int64_t found = -1;
    fresh_->read([&](Read& read) {
      for (const auto& row : read.rows(sql)) found = row.integer(0);
    });
    return found;
  }
  // The server ends every connection of this database but the one that asks.
  void cut_connections() {
    run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()");
  }

  FreshDatabase fresh_{Kind::postgres};
};

TEST_F(Postgres, a_turn_is_tried_again_on_a_new_connection_when_the_server_cut_the_old_one) {
  bool cut = false;
  fresh_->write([&](Turn& turn) {
    turn.execute("INSERT INTO sample (k) VALUES (?)", {1});
    if (!std::exchange(cut, true)) cut_connections();
    turn.execute("INSERT INTO sample (k) VALUES (?)", {2});
    return Verdict::keep;
  });
  EXPECT_EQ(number("SELECT COUNT(*) FROM sample"), 2);
}

TEST_F(Postgres, reads_go_on_after_the_server_cut_all_connections) {
  EXPECT_EQ(number("SELECT COUNT(*) FROM sample"), 0);
  cut_connections();
  EXPECT_EQ(number("SELECT COUNT(*) FROM sample"), 0);
}

TEST_F(Postgres, nobody_knows_the_outcome_when_the_connection_is_cut_at_commit) {
  run("CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS"
      " $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;"
      "CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON sample DEFERRABLE INITIALLY DEFERRED"
      " FOR EACH ROW EXECUTE FUNCTION cut()");
  EXPECT_THROW(fresh_->write([&](Turn& turn) {
    turn.execute("INSERT INTO sample (k) VALUES (?)", {1});
    return Verdict::keep;
  }),
               OutcomeUnknown);
  EXPECT_EQ(number("SELECT COUNT(*) FROM sample"), 0);
}

TEST_F(Postgres, an_error_that_the_body_hides_keeps_nothing) {
  EXPECT_THROW(fresh_->write([](Turn& turn) {
    turn.execute("INSERT INTO sample (k) VALUES (?)", {1});
    try {
      turn.execute("INSERT INTO sample (k) VALUES (?)", {1});
    } catch (const std::exception&) {
    }
    return Verdict::keep;
  }),
               std::runtime_error);
  EXPECT_EQ(number("SELECT COUNT(*) FROM sample"), 0);
}

TEST_F(Postgres, a_statement_is_prepared_again_after_a_turn_in_which_that_failed) {
  const auto insert = [&](std::int64_t key) {
    fresh_->write([&](Turn& turn) {
      turn.execute("INSERT INTO later (k) VALUES (?)", {key});
      return Verdict::keep;
    });
  };
  EXPECT_THROW(insert(1), PostgresError);
  run("CREATE TABLE later (k BIGINT)");
  EXPECT_NO_THROW(insert(1));
}

TEST_F(Postgres, one_statement_may_take_values_of_different_types) {
  const auto length = [&](const Value& value) {
    std::int64_t found = 0;
    fresh_->write([&](Turn& turn) {
      for (const auto& row : turn.rows("SELECT length(?)", {value})) found = row.integer(0);
      return Verdict::undo;
    });
    return found;
  };
  EXPECT_EQ(length(Value("four")), 4);
  EXPECT_EQ(length(Value(Digest{})), 32);
}

TEST_F(Postgres, P11_a_read_whose_server_goes_away_says_so) {
  EXPECT_THROW(fresh_->read([&](Read& read) {
    read.rows("SELECT COUNT(*) FROM sample");
    cut_connections();
    read.rows("SELECT COUNT(*) FROM sample");
  }),
               CannotRead);
  EXPECT_THROW(fresh_->read([](Read& read) { read.rows("SELECT no FROM sample"); }), PostgresError)
      << "a mistake of ours is no server that is away";
}

// A machine that takes connections and then says nothing, as one that hangs does.
TEST_F(Postgres, P11_a_server_that_never_answers_is_not_waited_for) {
  const Descriptor silent(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof where;
  auto* const address = reinterpret_cast<sockaddr*>(&where);
  ASSERT_EQ(::bind(silent.number(), address, size), 0);
  ASSERT_EQ(::listen(silent.number(), 4), 0);
  ASSERT_EQ(::getsockname(silent.number(), address, &size), 0);
  const auto begun = std::chrono::steady_clock::now();
  // Without a limit it would wait for ever.
  std::jthread ends_it([&](const std::stop_token& stop) {
    for (int i = 0; i < 200 && !stop.stop_requested(); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    ::shutdown(silent.number(), SHUT_RDWR);
  });
  EXPECT_THROW(PostgresConnection("postgresql://x@127.0.0.1:" +
                                  std::to_string(ntohs(where.sin_port)) + "/x?sslmode=disable"),
               PostgresError);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(15));
}

TEST_F(Postgres, a_server_that_only_reads_is_no_place_to_write) {
  run("DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || current_database() ||"
      " ' SET default_transaction_read_only = on'; END $$");
  cut_connections();
  EXPECT_THROW(fresh_->write([](Turn& turn) {
    turn.execute("INSERT INTO sample (k) VALUES (?)", {1});
    return Verdict::keep;
  }),
               CannotWrite);
  run("BEGIN READ WRITE; DO $$ BEGIN"
      " EXECUTE 'ALTER DATABASE ' || current_database() || ' RESET ALL'; END $$; COMMIT");
}

}  // namespace
}  // namespace touchstone::sql
