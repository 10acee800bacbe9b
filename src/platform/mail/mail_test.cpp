#include "platform/mail/mail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

#include "platform/mail/testing.h"

namespace touchstone::mail {
namespace {

using namespace std::chrono_literals;
using sql::Housekeeping;
using ::testing::HasSubstr;
using testing::MailServer;
using ::testing::Not;
using ::testing::SizeIs;

const Uuid college = new_uuid();

class Mail : public sql::testing::OnBothDatabases {
 protected:
  Mail() : setup_(server_.url()), office_(database(), {.clock = [this] { return at_; }}) {}

  void post_to(std::string_view local, std::string_view subject = "Hello") {
    housekeep([&](Housekeeping& turn) {
      queue(turn, college, {*Address::from(std::string(local) + "@x.example"), subject, "Text\n"});
    });
    at_ = now();
  }
  Outbox counted() {
    Outbox found;
    read([&](sql::Read& reads) { found = count_outbox(reads); });
    return found;
  }
  std::optional<Failure> failure_of(const std::string& recipient) {
    std::optional<Failure> found;
    read([&](sql::Read& reads) { found = last_failure(reads, college, recipient); });
    return found;
  }

  MailServer server_;
  testing::PostSetUp setup_;
  Moment at_ = now();
  PostOffice office_;
};
INSTANTIATE_ON_BOTH_DATABASES(Mail);

TEST_P(Mail, leaves_with_the_turn_that_wanted_it_and_is_sent_once) {
  EXPECT_THROW(housekeep([&](Housekeeping& turn) {
                 queue(turn, college, {*Address::from("ada@x.example"), "Never", "no"});
                 throw std::runtime_error("the turn fails");
               }),
               std::runtime_error);
  post_to("ada", "Caf\u00e9");
  EXPECT_EQ(counted().waiting, 1);
  EXPECT_EQ(office_.send_due(), 1U);
  EXPECT_EQ(office_.send_due(), 0U);
  ASSERT_THAT(server_.mails(), SizeIs(1));
  const auto mail = server_.mails().front();
  EXPECT_THAT(mail, HasSubstr("X-From: touchstone@college.example\r\nX-To: ada@x.example\r\n"));
  EXPECT_THAT(mail, HasSubstr("Subject: =?UTF-8?B?Q2Fmw6k=?=\r\n"));
  EXPECT_THAT(mail, HasSubstr("\r\n\r\nText\r\n"));
  EXPECT_EQ(counted().waiting, 0);
  EXPECT_EQ(office_.figures().at("mail_sent"), 1);
}

TEST_P(Mail, shows_nothing_of_its_text_to_who_reads_the_database) {
  post_to("ada");
  read([&](sql::Read& reads) {
    for (const auto& row : reads.rows("SELECT sealed_text FROM outbox"))
      EXPECT_THAT(std::string(row.bytes(0)), Not(HasSubstr("Text")));
  });
  EXPECT_EQ(testing::outbox(database()).front().text, "Text\n");
}

TEST_P(Mail, waits_longer_each_time_while_the_server_says_later) {
  post_to("busy");
  for (const auto pause : {1min, 2min, 4min}) {
    EXPECT_EQ(office_.send_due(), 1U);
    at_ += pause - 1s;
    EXPECT_EQ(office_.send_due(), 0U);
    at_ += 1s;
  }
  EXPECT_EQ(counted().waiting, 1);
  EXPECT_EQ(counted().given_up, 0);
  at_ += 48h;
  EXPECT_EQ(office_.send_due(), 1U);
  EXPECT_EQ(failure_of("busy@x.example").value().problem, "It could not be sent in time.");
}

TEST_P(Mail, gives_up_what_is_refused_for_good_and_says_so_until_one_arrives) {
  for (const auto* whom : {"unknown", "refused"}) {
    post_to(whom);
    EXPECT_EQ(office_.send_due(), 1U);
    const auto failure = failure_of(whom + std::string("@x.example"));
    ASSERT_TRUE(failure) << whom;
    EXPECT_THAT(failure->problem, HasSubstr("550 ")) << whom;
    at_ += 100h;
    EXPECT_EQ(office_.send_due(), 0U);
  }
  EXPECT_EQ(counted().given_up, 2);
  EXPECT_EQ(office_.figures().at("mail_given_up"), 2);
  read([&](sql::Read& reads) {
    for (const auto& row : reads.rows("SELECT sealed_text FROM outbox"))
      EXPECT_EQ(row.bytes(0).size(), 0U);
  });
  EXPECT_THAT(server_.mails(), SizeIs(0));
  EXPECT_FALSE(failure_of("ada@x.example"));
}

TEST_P(Mail, that_one_organisation_forgets_still_leaves_another) {
  const auto council = new_uuid();
  const auto ada = *Address::from("ada@x.example");
  housekeep([&](Housekeeping& turn) {
    for (const auto& from : {college, council}) queue(turn, from, {ada, "Hello", "Text\n"});
  });
  post_to("grace");
  const auto forgotten = [&](const std::function<void(sql::Write&)>& forgetting) {
    write({.workspace = college}, [&](sql::Write& turn) {
      forgetting(turn);
      turn.record({"person", new_uuid(), "erased", "{}"});
    });
    return counted().waiting;
  };
  EXPECT_EQ(forgotten([](sql::Write& turn) { forget(turn, college, "ada@x.example"); }), 2);
  read([&](sql::Read& reads) {
    auto rows = reads.rows("SELECT ws FROM outbox WHERE recipient = 'ada@x.example'");
    const auto* row = rows.next();
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(row->uuid(0), council);
  });
  EXPECT_EQ(forgotten([](sql::Write& turn) { forget(turn, "ada@x.example"); }), 1);
}

TEST_P(Mail, one_bad_address_blocks_nobody) {
  for (const auto* whom : {"unknown", "busy", "dying", "ada"}) post_to(whom);
  EXPECT_EQ(office_.send_due(), 4U);
  EXPECT_THAT(server_.mails().back(), HasSubstr("X-To: ada@x.example"));
}

TEST_P(Mail, carries_the_same_message_id_when_the_server_was_lost_in_the_middle) {
  post_to("dying-once");
  EXPECT_EQ(office_.send_due(), 1U);
  at_ += 1min;
  EXPECT_EQ(office_.send_due(), 1U);
  ASSERT_THAT(server_.mails(), SizeIs(2));
  EXPECT_EQ(server_.mails()[0], server_.mails()[1]);
  EXPECT_EQ(counted().waiting, 0);
}

TEST_P(Mail, is_taken_by_one_sender_at_a_time_and_again_when_that_one_is_gone) {
  post_to("ada");
  std::optional<Waiting> taken;
  housekeep([&](Housekeeping& turn) { taken = take_due_mail(turn, at_, at_ + 5min); });
  ASSERT_TRUE(taken);
  EXPECT_EQ(office_.send_due(), 0U);
  at_ += 5min;
  EXPECT_EQ(office_.send_due(), 1U);
  housekeep([&](Housekeeping& turn) { give_up(turn, *taken, "too late to say", at_); });
  EXPECT_EQ(counted().given_up, 0);
}

TEST_P(Mail, waits_where_no_server_answers) {
  const testing::PostSetUp nowhere;
  post_to("ada");
  EXPECT_EQ(office_.send_due(), 1U);
  EXPECT_EQ(counted().waiting, 1);
}

TEST_P(Mail, stops_at_once_though_the_server_never_answers) {
  auto post = sender_from("touchstone@college.example").value();
  set_post(Post{.server = {.url = server_.url(), .patience = 10min}, .from = post});
  post_to("silent");
  PostOffice office(database());
  office.start();
  bool leased = false;
  while (!leased) {
    std::this_thread::sleep_for(50ms);
    read([&](sql::Read& reads) {
      for (const auto& row : reads.rows("SELECT leased_until FROM outbox")) leased = !row.null(0);
    });
  }
  office.stop();
  EXPECT_EQ(counted().waiting, 1);
}

TEST_P(Mail, is_not_queued_where_it_is_not_set_up) {
  set_post(std::nullopt);
  housekeep([&](Housekeeping& turn) {
    EXPECT_FALSE(queue(turn, college, {*Address::from("ada@x.example"), "Hello", "Text"}));
  });
  EXPECT_EQ(counted().waiting, 0);
  EXPECT_EQ(office_.send_due(), 0U);
}

TEST_P(Mail, written_with_a_key_that_was_replaced_is_given_up) {
  post_to("ada");
  set_post(Post{.server = {.url = server_.url()},
                .from = sender_from("a@college.example").value(),
                .key = digest_of("another")});
  EXPECT_EQ(office_.send_due(), 1U);
  EXPECT_EQ(counted().given_up, 1);
}

const Sender from = sender_from("touchstone@college.example").value();
const Address ada = *Address::from("ada@x.example");

Delivery try_once(const Server& server) {
  return deliver(server, from, ada, "Subject: x\r\n\r\ntext\r\n", {});
}

TEST(Smtp, signs_in_and_says_what_is_wrong_with_the_password_without_giving_the_mail_up) {
  const MailServer server("--user touchstone 'a secret'");
  EXPECT_EQ(try_once({.url = server.url(), .user = "touchstone", .password = "a secret"}).outcome,
            Outcome::sent);
  const Server wrong{.url = server.url(), .user = "touchstone", .password = "no"};
  for (const Server& server_of : {Server{.url = server.url()}, wrong}) {
    const auto delivery = try_once(server_of);
    EXPECT_EQ(delivery.outcome, Outcome::later) << delivery.problem;
  }
  EXPECT_THAT(why_not_reached(wrong, from).value_or(""), HasSubstr("535"));
  EXPECT_THAT(server.mails(), SizeIs(1));
  EXPECT_EQ(
      why_not_reached({.url = server.url(), .user = "touchstone", .password = "a secret"}, from),
      std::nullopt);
}

TEST(Smtp, what_is_refused_of_us_gives_no_mail_up) {
  for (const auto* refuse : {"greeting", "sender"}) {
    const MailServer server(std::string("--refuse ") + refuse);
    const auto delivery = try_once({.url = server.url()});
    EXPECT_EQ(delivery.outcome, Outcome::later) << delivery.problem;
    EXPECT_THAT(delivery.problem, HasSubstr("55")) << refuse;
  }
  const MailServer server;
  const auto to = [&](const char* whom) {
    return deliver({.url = server.url()}, from, *Address::from(whom), "Subject: x\r\n\r\n", {});
  };
  EXPECT_EQ(to("elsewhere@x.example").outcome, Outcome::later);
  EXPECT_EQ(to("unknown@x.example").outcome, Outcome::never);
  EXPECT_EQ(to("refused@x.example").outcome, Outcome::never);
}

TEST(Smtp, sends_over_tls_only_to_whom_an_authority_vouches_for) {
  const sql::testing::Folder folder;
  const auto at = folder.path().string();
  const auto make =
      "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext "
      "subjectAltName=IP:127.0.0.1 -keyout " +
      at + "/key -out " + at + "/certificate 2>/dev/null";
  ASSERT_EQ(std::system(make.c_str()), 0);
  const MailServer server("--tls " + at + "/certificate " + at + "/key");
  const auto trusted = try_once({.url = server.url(), .authorities = at + "/certificate"});
  EXPECT_EQ(trusted.outcome, Outcome::sent) << trusted.problem;
  const MailServer plain;
  EXPECT_EQ(try_once({.url = plain.url(), .authorities = at + "/certificate"}).outcome,
            Outcome::later)
      << "a server that offers no TLS gets nothing";
  const auto unknown = try_once({.url = "smtps" + server.url().substr(4)});
  EXPECT_EQ(unknown.outcome, Outcome::later);
  EXPECT_THAT(server.mails(), SizeIs(1));
  EXPECT_THAT(plain.mails(), SizeIs(0));
}

TEST(Smtp, gives_up_on_a_server_that_hangs) {
  const MailServer server;
  const auto silent = *Address::from("silent@x.example");
  const auto delivery =
      deliver({.url = server.url(), .patience = 1s}, from, silent, "Subject: x\r\n\r\n", {});
  EXPECT_EQ(delivery.outcome, Outcome::later);
}

TEST(Smtp, knows_the_addresses_of_servers) {
  for (const auto* url : {"smtp://mail.college.example:587", "smtps://mail", "smtp://[::1]:25"})
    EXPECT_EQ(complaint_about_smtp(url), "") << url;
  for (const auto* url : {"", "http://mail", "smtp://", "smtp://u:p@mail", "smtp://mail/x", "mail"})
    EXPECT_NE(complaint_about_smtp(url), "") << url;
}

}  // namespace
}  // namespace touchstone::mail
