#include "platform/mail/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/text.h"

namespace touchstone::mail {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Sender from_college{Line("Touchstone"), *Address::from("touchstone@college.example")};

std::string sent(std::string_view subject, std::string_view text) {
  const Message message{*Address::from("ada@college.example"), subject, std::string(text)};
  return as_sent(message, from_college, "<one@college.example>",
                 moment_from_number(1'795'416'518'000));
}

TEST(Address, takes_what_people_have) {
  for (const auto* text : {"ada@college.example", "o'brien@x.ac.uk", "a.b+c@sub.domain.example",
                           "root@localhost", "A_Z-9@X.EXAMPLE"})
    EXPECT_TRUE(Address::from(text)) << text;
  EXPECT_EQ(Address::from("ada@college.example")->domain(), "college.example");
}

TEST(Address, refuses_what_could_say_more_than_an_address) {
  for (const std::string text : {"",
                                 "@",
                                 "ada",
                                 "ada@",
                                 "@college.example",
                                 "a@b@c.example",
                                 "a b@c.example",
                                 "ada@college.example\r\nBcc: eve@x.example",
                                 "ada@college.example\n",
                                 "\rada@college.example",
                                 "ada@college.example>",
                                 "<ada@college.example",
                                 "\"ada\"@college.example",
                                 "ada@[127.0.0.1]",
                                 "ada,eve@x.example",
                                 "ada@x.example,eve@x.example",
                                 "ada(c)@x.example",
                                 ".ada@x.example",
                                 "ada.@x.example",
                                 "a..b@x.example",
                                 "ada@x..example",
                                 "ada@.example",
                                 "-oProxy@x.example",
                                 "ada@-x.example",
                                 "jos\u00e9@x.example",
                                 "ada@\u00e9.example",
                                 "ada;x@x.example",
                                 "ada\\x@x.example",
                                 "ada@x.example SIZE=1"})
    EXPECT_FALSE(Address::from(text)) << text;
  EXPECT_FALSE(Address::from(std::string("ada@x.example\0", 14)));
  EXPECT_FALSE(Address::from(std::string(65, 'a') + "@x.example"));
  EXPECT_FALSE(Address::from("a@" + std::string(250, 'x') + ".example"));
}

TEST(Line, refuses_what_would_begin_another_header) {
  for (const std::string_view text : {"a\r\nBcc: eve@x.example", "a\nb", "a\rb", "a\tb", "a\x7f"})
    EXPECT_THROW(Line{text}, std::invalid_argument) << text;
  EXPECT_THROW(Line{std::string_view("a\0b", 3)}, std::invalid_argument);
  EXPECT_THROW(Line{"\xff"}, std::invalid_argument);
  EXPECT_EQ(Line("Your link").text(), "Your link");
}

TEST(Sender, has_a_name_or_only_an_address) {
  EXPECT_EQ(sender_from("a@x.example")->name.text(), "");
  const auto named = sender_from("Touchstone of Eastmere <a@x.example>");
  ASSERT_TRUE(named);
  EXPECT_EQ(named->name.text(), "Touchstone of Eastmere");
  EXPECT_EQ(named->address.text(), "a@x.example");
  for (const auto* text : {"", "Touchstone", "Touchstone <>", "Touchstone <a@x.example> b",
                           "T\nX: y <a@x.example>", "T <a@x.example", "a@x.example, b@x.example"})
    EXPECT_FALSE(sender_from(text)) << text;
}

TEST(Message, is_what_the_standards_ask_for) {
  EXPECT_EQ(sent("Your link", "Open it.\n"),
            "Date: Mon, 23 Nov 2026 06:48:38 +0000\r\nFrom: Touchstone\r\n "
            "<touchstone@college.example>\r\nTo: ada@college.example\r\nSubject: Your link\r\n"
            "Message-ID:\r\n <one@college.example>\r\nAuto-Submitted: auto-generated\r\n"
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
            "Content-Transfer-Encoding: quoted-printable\r\n\r\nOpen it.\r\n\r\n");
}

TEST(Message, writes_what_is_not_ascii_in_words_and_quotes) {
  const auto text = sent("Caf\u00e9 \u2013 hello", "It costs 2 \u20ac = cheap \nend");
  EXPECT_THAT(text, HasSubstr("Subject: =?UTF-8?B?Q2Fmw6kg4oCTIGhlbGxv?=\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\n\r\nIt costs 2 =E2=82=AC =3D cheap=20\r\nend\r\n"));
  EXPECT_THAT(sent("=?UTF-8?B?eA==?=", ""), Not(HasSubstr("Subject: =?UTF-8?B?eA==?=")));
}

TEST(Message, keeps_its_lines_short_and_its_characters_whole) {
  std::string long_text;
  for (int i = 0; i < 100; ++i) long_text += "\u20ac=.";
  const auto text = sent(long_text, long_text + "\n.\n..\n" + long_text);
  for (const auto line : split(text, '\n')) {
    EXPECT_LE(line.size(), 77U);
    EXPECT_TRUE(line.empty() || line.ends_with('\r')) << line;
  }
  for (const char c : text) EXPECT_LT(static_cast<unsigned char>(c), 0x80);
  // Each word must be decodable alone: a character of three bytes is four letters in base64.
  EXPECT_THAT(text, HasSubstr("=?UTF-8?B?4oKs"));
}

TEST(Message, has_another_id_each_time) {
  EXPECT_NE(new_message_id(from_college), new_message_id(from_college));
  EXPECT_TRUE(new_message_id(from_college).ends_with("@college.example>"));
}

}  // namespace
}  // namespace touchstone::mail
