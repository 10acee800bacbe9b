#include "good_practice/idea_files_world_test.h"

// What a partner sends once more within the hour: a photo, a film, a link that was forgotten.
namespace touchstone::good_practice {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class SentAgain : public IdeaFilesWorld {
 protected:
  SentAgain() : door_(new_door()), partner_(running_->client()) {}
  static Pairs with(const Pairs& more, const std::string& word = "willow") {
    Pairs fields{{"did", word + " was done."},
                 {"changed", word},
                 {"place", "Village hall"},
                 {"name", "Ruth P"}};
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
  }
  // What the partner is answered.
  http::testing::Answer post(const Pairs& more, const std::vector<File>& files,
                             const std::string& word = "willow") {
    return partner_.post_files(door_, with(more, word), files);
  }
  static std::vector<File> pictures(int first, int count) {
    std::vector<File> files;
    for (int i = first; i < first + count; ++i)
      files.push_back({"file", "board.png", "image/png", picture + std::to_string(i)});
    return files;
  }
  std::string in_the_queue() {
    return "/eastmere/ideas/" +
           member(client_of(priya).get_json("/eastmere/ideas/waiting").body, "id");
  }
  std::int64_t ideas() { return rows_in("SELECT COUNT(*) FROM practice"); }

  std::string door_;
  http::testing::Client partner_;
};
INSTANTIATE_ON_BOTH_DATABASES(SentAgain);

TEST_P(SentAgain, E_9_a_photo_that_came_since_it_was_read_is_not_validated_unread) {
  EXPECT_EQ(post({}, {}).status, 200);
  const auto item = in_the_queue();
  const auto read = version_in(client_of(priya).get_json(item).body);
  EXPECT_EQ(post({}, {board("board.png")}).status, 200);
  EXPECT_EQ(client_of(priya)
                .post_form(item + "/validation",
                           {{"decision", "agree"}, {"share", "yes"}, {"version", read}})
                .status,
            409);
  EXPECT_EQ(client_of(owen).get(item).status, 404);
  EXPECT_EQ(decide(client_of(priya), item, {{"decision", "agree"}, {"share", "yes"}}).status, 303);
  EXPECT_THAT(client_of(owen).get(item).body, HasSubstr("board.png"));
}

TEST_P(SentAgain, E_7_what_those_in_a_recording_agreed_to_comes_with_it) {
  EXPECT_EQ(post({}, {}).status, 200);
  EXPECT_EQ(post({{"consent", "Both agreed in writing"}}, {talk()}).status, 200);
  EXPECT_EQ(ideas(), 1);
  const auto page = client_of(priya).get(in_the_queue()).body;
  EXPECT_THAT(page, HasSubstr("talk.mp4"));
  EXPECT_THAT(page, HasSubstr("Both agreed in writing"));
  EXPECT_EQ(post({{"consent", "Only for the staff room"}}, {board("other.png")}).status, 200);
  EXPECT_EQ(ideas(), 2) << "what they agreed to otherwise is not mixed with it";
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE consent = 'Both agreed in writing'"), 1);
}

TEST_P(SentAgain, E_6_links_and_that_it_stands_out_come_to_what_was_sent_before) {
  EXPECT_EQ(post({{"links", "https://hedgerow.example/a"}}, {}).status, 200);
  const auto item = in_the_queue();
  const auto read = version_in(client_of(priya).get_json(item).body);
  EXPECT_EQ(post({{"links", "https://hedgerow.example/b"}, {"stand_out", "yes"}}, {}).status, 200);
  EXPECT_EQ(post({}, {}).status, 200) << "nothing is taken away by what is not said again";
  EXPECT_EQ(ideas(), 1);
  const auto page = client_of(priya).get(item).body;
  for (const auto* text : {"https://hedgerow.example/a", "https://hedgerow.example/b", "Grade 1"})
    EXPECT_THAT(page, HasSubstr(text));
  EXPECT_NE(version_in(client_of(priya).get_json(item).body), read);
}

TEST_P(SentAgain, E_11_to_what_was_sent_back_it_waits_for_the_quality_team_again) {
  EXPECT_EQ(post({}, {}).status, 200);
  const auto item = in_the_queue();
  decide(client_of(priya), item, {{"decision", "send_back"}, {"reason", "Show the board"}});
  EXPECT_EQ(post({}, {board("board.png")}).status, 200);
  EXPECT_THAT(client_of(priya).get_json(item).body, HasSubstr(R"("state":"waiting")"));
}

TEST_P(SentAgain, E_6_nobody_is_thanked_for_a_photo_that_is_dropped) {
  for (int i = 0; i < 10; ++i) EXPECT_EQ(post({}, {}, "oak" + std::to_string(i)).status, 200);
  const auto late = post({}, {board("board.png")}, "late");
  EXPECT_EQ(late.status, 429);
  EXPECT_EQ(files_kept(), 0U);
  const auto forgotten = post({}, {board("board.png")}, "oak3");
  EXPECT_EQ(forgotten.status, 200);
  EXPECT_THAT(forgotten.body, HasSubstr("Thank you"));
  EXPECT_EQ(pieces(), 1) << "what is thanked for is kept";
  EXPECT_EQ(ideas(), 10);
}

TEST_P(SentAgain, E_6_beside_one_idea_lie_twenty_files_at_most) {
  EXPECT_EQ(post({}, pictures(0, 12)).status, 200);
  EXPECT_EQ(post({}, pictures(12, 8)).status, 200);
  EXPECT_EQ(ideas(), 1);
  EXPECT_EQ(post({}, pictures(20, 1)).status, 200);
  EXPECT_EQ(ideas(), 2) << "more of them are an idea of their own, of which ten come in an hour";
  EXPECT_EQ(post({}, pictures(21, 19)).status, 200);
  for (int i = 2; i < 10; ++i) EXPECT_EQ(post({}, {}, "oak" + std::to_string(i)).status, 200);
  const auto more = post({}, pictures(40, 1));
  EXPECT_EQ(more.status, 429);
  EXPECT_THAT(more.body, Not(HasSubstr("Thank you")));
  EXPECT_EQ(pieces(), 40);
}

}  // namespace
}  // namespace touchstone::good_practice
