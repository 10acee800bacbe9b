#include "good_practice/idea_file_parts.h"
#include "good_practice/ideas_world_test.h"

// Photos and recordings of an idea: who sends them, and who may read them.
namespace touchstone::good_practice {
namespace {

using http::testing::File;
using http::testing::Pairs;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string picture =
    std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\2\0\0\0", 29) +
    std::string(40, 'x');
const std::string film = std::string("\0\0\0\x18", 4) + "ftypmp42" + std::string(40, '\0');
const std::string list_of_children = "Child unique ID,Date of birth\n1234,2012-03-04\n";

class IdeaFiles : public IdeasWorld {
 protected:
  static Pairs words(const std::string& word) {
    return {{"did", word + " was done."},
            {"changed", word},
            {"place", "Room 1"},
            {"source", "own_teaching"}};
  }
  static http::testing::Answer send(http::testing::Client& client, const Pairs& fields,
                                    const std::vector<File>& files) {
    return client.post_files("/eastmere/ideas", fields, files);
  }
  // An idea of Hannah's with one picture; its address.
  std::string with_picture() {
    auto client = client_of(hannah);
    const auto sent = send(client, words("oak"), {{"file", "board.png", "image/png", picture}});
    EXPECT_EQ(sent.status, 303) << sent.body;
    return std::string(sent.header("location"));
  }
  // Of the first file that its finder is told of.
  std::string file_of(const std::string& item) {
    const auto told = client_of(priya).get_json(item).body;
    const auto at = told.find(item + "/files/");
    EXPECT_NE(at, told.npos) << told;
    return told.substr(at, told.find('"', at) - at);
  }
  std::string new_door() {
    const auto told =
        client_of(priya).post_json("/eastmere/ideas/partners", R"({"label": "Hedgerow"})").body;
    const auto at = told.find("/eastmere/ideas/send/");
    return told.substr(at, told.find('"', at) - at);
  }
  std::size_t files_kept() {
    std::size_t n = 0;
    storage_->each([&](const auto&) { ++n; });
    return n;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(IdeaFiles);

TEST_P(IdeaFiles, E_7_several_come_at_once_and_lie_in_the_library_of_their_finder) {
  auto client = client_of(hannah);
  const auto sent = send(client, words("oak"),
                         {{"file", "board.png", "image/png", picture},
                          {"file", "plan.pdf", "application/pdf", "%PDF-1.7\nplan"}});
  ASSERT_EQ(sent.status, 303) << sent.body;
  const auto item = std::string(sent.header("location"));
  const auto page = client.get(item).body;
  EXPECT_THAT(page, HasSubstr("board.png"));
  EXPECT_THAT(page, HasSubstr("plan.pdf"));
  EXPECT_THAT(page, HasSubstr("<img"));
  EXPECT_EQ(client.get(file_of(item)).body, picture);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence WHERE private_to IS NOT NULL"), 2);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence_use WHERE noun = 'practice'"), 2);
}

TEST_P(IdeaFiles, E_7_a_recording_asks_what_those_in_it_agreed_to_and_is_not_sent_twice) {
  auto client = client_of(hannah);
  const auto refused = send(client, words("oak"), {{"file", "talk.mp4", "video/mp4", film}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Say what those who can be seen or heard agreed to."));
  EXPECT_THAT(refused.body, HasSubstr("oak was done."));
  const auto at = refused.body.find("name=\"kept\"");
  const auto value = refused.body.find("value=\"", at) + 7;
  auto again = words("oak");
  again.emplace_back("kept", refused.body.substr(value, refused.body.find('"', value) - value));
  again.emplace_back("consent", "Both agreed in writing");
  const auto sent = send(client, again, {});
  ASSERT_EQ(sent.status, 303) << sent.body;
  EXPECT_THAT(client.get(std::string(sent.header("location"))).body, HasSubstr("talk.mp4"));
}

TEST_P(IdeaFiles, E_9_of_what_was_not_validated_are_read_by_those_who_read_it_and_nobody_else) {
  const auto item = with_picture();
  const auto file = file_of(item);
  for (const auto& email : {hannah, priya, daniel})
    EXPECT_EQ(client_of(email).get(file).status, 200) << email;
  for (const auto& email : {marcus, owen, kevin, sian, margaret}) {
    EXPECT_EQ(client_of(email).get(file).status, 404) << email;
    EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence WHERE private_to IS NULL"), 0);
  }
  EXPECT_EQ(running_->client().get(file).status, 303);
  client_of(hannah).post_form(item + "/colleague", {{"email", marcus}});
  EXPECT_EQ(client_of(marcus).get(file).status, 200);
  EXPECT_EQ(client_of(owen).get(file).status, 404);
  decide(client_of(priya), item, {{"decision", "agree"}, {"share", "yes"}});
  EXPECT_EQ(client_of(owen).get(file).status, 200);
  decide(client_of(priya), item, {{"decision", "send_back"}, {"reason", "A face"}});
  EXPECT_EQ(client_of(owen).get(file).status, 404);
}

TEST_P(IdeaFiles, are_those_of_the_idea_whose_address_it_is) {
  const auto item = with_picture();
  const auto other = listed("elm");
  const auto file = other + "/files/" + id_of(file_of(item));
  EXPECT_EQ(client_of(hannah).get(file).status, 404);
  EXPECT_EQ(client_of(hannah).get(other + "/files/x").status, 404);
}

TEST_P(IdeaFiles, are_looked_into_like_all_evidence) {
  auto client = client_of(hannah);
  const auto wrong = send(client, words("oak"), {{"file", "a.png", "image/png", "MZ a program"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("What is in this file is not what its name says"));
  const auto children =
      send(client, words("oak"), {{"file", "list.csv", "text/csv", list_of_children}});
  EXPECT_EQ(children.status, 422);
  EXPECT_THAT(children.body, HasSubstr("looks like data about single children"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 0);
}

TEST_P(IdeaFiles, E_6_come_from_a_partner_without_an_account_into_the_queue) {
  const auto door = new_door();
  auto nobody = running_->client();
  auto fields = words("willow");
  fields.back() = {"name", "Ruth P"};
  const auto sent = nobody.post_files(door, fields, {{"file", "board.png", "image/png", picture}});
  EXPECT_EQ(sent.status, 200) << sent.body;
  const auto item =
      "/eastmere/ideas/" + member(client_of(priya).get_json("/eastmere/ideas/waiting").body, "id");
  EXPECT_EQ(client_of(priya).get(file_of(item)).body, picture);
  EXPECT_EQ(client_of(daniel).get(file_of(item)).status, 200);
  EXPECT_EQ(client_of(hannah).get(file_of(item)).status, 404);
  for (const auto& [name, bytes] :
       {std::pair("a.png", "MZ a program"), {"list.csv", list_of_children.c_str()}}) {
    auto more = fields;
    more[0].second = name;
    EXPECT_EQ(nobody.post_files(door, more, {{"file", name, "x/y", bytes}}).status, 422) << name;
  }
}

TEST_P(IdeaFiles, E_6_of_what_cannot_go_into_the_queue_nothing_is_kept) {
  const auto door = new_door();
  auto nobody = running_->client();
  const std::vector<File> one{{"file", "board.png", "image/png", picture}};
  const auto refused = nobody.post_files(door, {{"did", "kept-as-typed"}}, one);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("kept-as-typed"));
  EXPECT_THAT(refused.body, HasSubstr("Choose the files again"));
  nobody.post_files("/eastmere/ideas/send/made-up", {{"did", "x"}}, one);
  EXPECT_EQ(files_kept(), 0U);
  auto fields = words("oak");
  fields.back() = {"name", "Ruth P"};
  for (int i = 0; i < 10; ++i) {
    fields[0].second = "oak" + std::to_string(i);
    EXPECT_EQ(nobody.post_form(door, fields).status, 200);
  }
  fields[0].second = "one more";
  EXPECT_EQ(nobody.post_files(door, fields, one).status, 429);
  EXPECT_EQ(files_kept(), 0U);
}

TEST_P(IdeaFiles, E_6_of_a_recording_without_consent_nothing_is_kept_for_a_partner) {
  const auto door = new_door();
  auto fields = words("oak");
  fields.back() = {"name", "Ruth P"};
  const auto refused =
      running_->client().post_files(door, fields, {{"file", "talk.mp4", "video/mp4", film}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Say what those who can be seen or heard agreed to."));
  EXPECT_THAT(refused.body, HasSubstr("Choose the files again"));
  EXPECT_EQ(files_kept(), 0U);
}

TEST_P(IdeaFiles, E_6_a_photo_that_was_forgotten_comes_to_what_was_sent_before) {
  const auto door = new_door();
  auto nobody = running_->client();
  auto fields = words("willow");
  fields.back() = {"name", "Ruth P"};
  EXPECT_EQ(nobody.post_form(door, fields).status, 200);
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(nobody.post_files(door, fields, {{"file", "board.png", "image/png", picture}}).status,
              200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence"), 1);
  const auto item =
      "/eastmere/ideas/" + member(client_of(priya).get_json("/eastmere/ideas/waiting").body, "id");
  EXPECT_EQ(client_of(priya).get(file_of(item)).body, picture);
  decide(client_of(priya), item, {{"decision", "agree"}, {"share", "yes"}});
  nobody.post_files(door, fields, {{"file", "plan.pdf", "application/pdf", "%PDF-1.7\nplan"}});
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 2) << "what was decided about stays as it is";
  EXPECT_THAT(client_of(priya).get(item).body, Not(HasSubstr("plan.pdf")));
}

TEST_P(IdeaFiles, E_9_what_was_decided_about_keeps_the_file_that_it_was_decided_with) {
  evidence::tell_uses_with(evidence_noun, tell_idea_use, holds_idea_file);
  const auto item = with_picture();
  auto client = client_of(hannah);
  const auto piece = "/eastmere/evidence/" + id_of(file_of(item));
  const auto other = [&](const std::string& bytes) {
    return client.post_files(piece,
                             {{"title", "board"},
                              {"kind", "file"},
                              {"about_on", "2026-11-12"},
                              {"version", version_in(client.get_json(piece).body)}},
                             {{"file", "other.png", "image/png", bytes}});
  };
  EXPECT_EQ(other(picture + "2").status, 303) << "while it waits";
  decide(client_of(priya), item, {{"decision", "agree"}, {"share", "yes"}});
  EXPECT_THAT(other(picture + "3").body, HasSubstr("so the file stays"));
  const Pairs quote{{"title", "board"},
                    {"kind", "quote"},
                    {"text", "Said"},
                    {"about_on", "2026-11-12"},
                    {"version", version_in(client.get_json(piece).body)}};
  EXPECT_EQ(client.post_form(piece, quote).status, 422);
  EXPECT_EQ(client_of(owen).get(file_of(item)).body, picture + "2");
}

TEST_P(IdeaFiles, a_file_that_became_a_quote_is_shown_no_longer) {
  const auto item = with_picture();
  auto client = client_of(hannah);
  const auto piece = "/eastmere/evidence/" + id_of(file_of(item));
  EXPECT_EQ(client
                .post_form(piece, {{"title", "board"},
                                   {"kind", "quote"},
                                   {"text", "Said"},
                                   {"about_on", "2026-11-12"},
                                   {"version", version_in(client.get_json(piece).body)}})
                .status,
            303);
  for (const auto& email : {hannah, priya}) {
    EXPECT_EQ(client_of(email).get(item).status, 200);
    EXPECT_THAT(client_of(email).get_json(item).body, Not(HasSubstr("/files/")));
  }
}

}  // namespace
}  // namespace touchstone::good_practice
