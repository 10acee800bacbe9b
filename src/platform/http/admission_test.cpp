// What may come in at all, before it comes.
#include <gmock/gmock.h>

#include "platform/http/noticeboard_test.h"
#include "platform/http/raw_test.h"

namespace touchstone::http::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class Admission : public ::testing::Test {
 protected:
  // The beginning of a request whose body never comes, and what is answered to that.
  std::string answer_to_head(const std::string& target, const std::string& type,
                             const std::string& length, const std::string& more = "") const {
    Wire wire(running_.port());
    wire.send("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type +
              "\r\nContent-Length: " + length + "\r\n" + more + "\r\n");
    return wire.heads(1);
  }

  Noticeboard board_;
  Running running_{board_.routes(), board_.database(), Noticeboard::hooks()};
};

const std::string with_files = "multipart/form-data; boundary=x";
const std::string large = "3000000";

TEST_F(Admission, of_a_large_body_that_has_no_files_is_refused_where_files_may_come) {
  for (const auto* type : {"application/json", "application/x-www-form-urlencoded", "text/plain"})
    EXPECT_THAT(answer_to_head("/files", type, large), StartsWith("HTTP/1.1 413"));
}

TEST_F(Admission, of_files_is_for_those_who_may_send_them) {
  EXPECT_THAT(answer_to_head("/own-files", with_files, large, "Expect: 100-continue\r\n"),
              ::testing::Not(HasSubstr("100 Continue")));
  EXPECT_THAT(answer_to_head("/own-files", with_files, large), HasSubstr("Connection: close"));
  const std::string known = "Cookie: touchstone=" + std::string(43, 'A') + "\r\n";
  EXPECT_THAT(answer_to_head("/own-files", with_files, large, known + "Expect: 100-continue\r\n"),
              StartsWith("HTTP/1.1 100"));
}

TEST_F(Admission, of_a_large_text_is_for_those_who_may_send_it) {
  const std::string json = "application/json";
  EXPECT_THAT(answer_to_head("/own-text", json, large, "Expect: 100-continue\r\n"),
              StartsWith("HTTP/1.1 40"));
  const std::string known = "Cookie: touchstone=" + std::string(43, 'A') + "\r\n";
  EXPECT_THAT(answer_to_head("/own-text", json, large, known + "Expect: 100-continue\r\n"),
              StartsWith("HTTP/1.1 100"));
}

TEST_F(Admission, of_bodies_that_are_kept_in_memory_has_an_end_for_each_address) {
  const auto head =
      "POST /own-text HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
      "application/json\r\nContent-Length: 4000000\r\nExpect: 100-continue\r\n"
      "Cookie: touchstone=" +
      std::string(43, 'A') + "\r\n\r\n";
  std::vector<std::unique_ptr<Wire>> wires;
  const auto answer_to_another = [&](const char* from) {
    wires.push_back(std::make_unique<Wire>(running_.port(), from));
    wires.back()->send(head);
    return wires.back()->heads(1);
  };
  for (int n = 0; n < 6; ++n)
    EXPECT_THAT(answer_to_another("127.0.0.1"), StartsWith("HTTP/1.1 100"));
  EXPECT_THAT(answer_to_another("127.0.0.1"), StartsWith("HTTP/1.1 503"));
  EXPECT_THAT(answer_to_another("127.0.0.2"), StartsWith("HTTP/1.1 100"));
}

TEST_F(Admission, of_files_has_an_end_for_each_who_sends_them) {
  const auto head = [](const std::string& more) {
    return "POST /vast-files HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + with_files +
           "\r\nContent-Length: 1000000000\r\nExpect: 100-continue\r\n" + more + "\r\n";
  };
  std::vector<std::unique_ptr<Wire>> wires;
  const auto answer_to_another = [&](const std::string& more) {
    wires.push_back(std::make_unique<Wire>(running_.port()));
    wires.back()->send(head(more));
    return wires.back()->heads(1);
  };
  EXPECT_THAT(answer_to_another(""), StartsWith("HTTP/1.1 100"));
  EXPECT_THAT(answer_to_another(""), StartsWith("HTTP/1.1 100"));
  EXPECT_THAT(answer_to_another(""), StartsWith("HTTP/1.1 429"));
  EXPECT_THAT(answer_to_another("Cookie: touchstone=" + std::string(43, 'A') + "\r\n"),
              StartsWith("HTTP/1.1 100"));
}

TEST_F(Admission, of_more_than_the_disk_has_room_for_is_refused) {
  const Running generous{
      board_.routes(), board_.database(), Noticeboard::hooks(), {.files_of_each = SIZE_MAX}};
  Wire wire(generous.port());
  wire.send("POST /vast-files HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + with_files +
            "\r\nContent-Length: 900000000000\r\n\r\n");
  EXPECT_THAT(wire.heads(1), StartsWith("HTTP/1.1 503"));
}

TEST_F(Admission, of_json_with_thousands_of_members_is_refused) {
  std::string body = R"({"text": "")";
  for (int n = 0; n < 3'000; ++n) body += ", \"m" + std::to_string(n) + "\": 1";
  const auto answer = running_.client().post_json("/echo", body + "}");
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr("too many members"));
}

TEST_F(Admission, files_that_are_looked_into_keep_nobody_else_waiting) {
  Noticeboard::hold = true;
  Noticeboard::waiting = 0;
  std::vector<std::thread> senders;
  for (int n = 0; n < 4; ++n)
    senders.emplace_back([this] {
      running_.client().post_files("/slow-files", {}, {{"file", "a.txt", "text/plain", "a"}});
    });
  while (Noticeboard::waiting < 2) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  auto ada = running_.client();
  ada.cookies["touchstone"] = std::string(43, 'A');
  const auto answer = ada.post_form("/eastmere/quick-weights", {{"text", "a word"}});
  EXPECT_THAT(answer.body, HasSubstr("weighed later a word"));
  Noticeboard::hold = false;
  for (auto& sender : senders) sender.join();
}

}  // namespace
}  // namespace touchstone::http::testing
