#include "good_practice/idea_files_world_test.h"

// Files that must go, though whoever sent them cannot take them away themselves.
namespace touchstone::good_practice {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class TakenOff : public IdeaFilesWorld {
 protected:
  TakenOff() { evidence::fixed_with(evidence_noun, fixed_idea_file); }
  static std::string removal(const std::string& item, const std::string& file) {
    return item + "/files/" + file + "/removal";
  }
  void close(const std::string& email) {
    write_in(demo_.eastmere, [&](sql::Write& write) {
      const auto person = people::person_by_email(write, demo_.eastmere, email).value();
      write.execute("UPDATE person SET state = 'disabled' WHERE ws = ? AND id = ?", demo_.eastmere,
                    person.id);
      write.record({"person", person.id.value, "closed", "{}"});
    });
  }
  std::int64_t in_the_bin() {
    return rows_in("SELECT COUNT(*) FROM evidence WHERE binned_at IS NOT NULL");
  }
};
INSTANTIATE_ON_BOTH_DATABASES(TakenOff);

TEST_P(TakenOff, E_7_by_the_quality_team_when_their_finder_is_gone_and_it_was_sent_back) {
  const auto item = listed_with(hannah, words("oak"), {board("board.png")});
  const auto file = id_of(file_of(item));
  close(hannah);
  auto keeper = client_of(priya);
  EXPECT_THAT(keeper.get(item).body, Not(HasSubstr("Take away board.png")));
  const auto refused = keeper.post_form(removal(item, file), {});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Send the idea back first"));
  decide(keeper, item, {{"decision", "send_back"}, {"reason", "A learner wants it gone"}});
  const auto read = version_in(keeper.get_json(item).body);
  EXPECT_THAT(keeper.get(item).body, HasSubstr("Take away board.png"));
  const auto gone = keeper.post_form(removal(item, file), {});
  EXPECT_EQ(gone.status, 303) << gone.body;
  EXPECT_EQ(keeper.get(item + "/files/" + file).status, 404);
  EXPECT_EQ(in_the_bin(), 1) << "nobody else could let it go";
  EXPECT_EQ(
      keeper.post_form(item + "/validation", {{"decision", "agree"}, {"version", read}}).status,
      409);
}

TEST_P(TakenOff, E_6_by_the_quality_team_from_what_a_partner_sent) {
  const auto door = new_door();
  auto fields = words("willow");
  fields.back() = {"name", "Ruth P"};
  ASSERT_EQ(running_->client().post_files(door, fields, {board("board.png")}).status, 200);
  auto keeper = client_of(daniel);
  const auto item =
      "/eastmere/ideas/" + member(keeper.get_json("/eastmere/ideas/waiting").body, "id");
  const auto file = id_of(file_of(item));
  EXPECT_THAT(keeper.get(item).body, HasSubstr("Take away board.png"));
  EXPECT_EQ(keeper.post_json(removal(item, file), "{}").status, 200);
  EXPECT_THAT(keeper.get(item).body, Not(HasSubstr("board.png")));
  EXPECT_EQ(in_the_bin(), 1);
  EXPECT_EQ(keeper.post_form(removal(item, file), {}).status, 404);
}

TEST_P(TakenOff, E_7_stays_in_the_library_of_a_finder_who_is_here) {
  auto client = client_of(hannah);
  const auto item = with_picture();
  const auto file = id_of(file_of(item));
  EXPECT_EQ(client_of(priya).post_form(removal(item, file), {}).status, 422)
      << "while it waits its finder changes it";
  decide(client_of(priya), item, {{"decision", "send_back"}, {"reason", "A face"}});
  EXPECT_EQ(client_of(priya).post_form(removal(item, file), {}).status, 303);
  EXPECT_THAT(client.get(item).body, Not(HasSubstr("board.png")));
  EXPECT_EQ(in_the_bin(), 0);
  EXPECT_EQ(client.get("/eastmere/evidence/" + file).status, 200);
}

TEST_P(TakenOff, E_9_by_nobody_else_and_of_no_other_idea) {
  const auto item = with_picture();
  const auto file = id_of(file_of(item));
  auto finder = client_of(hannah);
  const auto other = record(finder, "elm");
  auto keeper = client_of(priya);
  for (const auto& each : {item, other})
    decide(keeper, each, {{"decision", "send_back"}, {"reason", "A face"}});
  EXPECT_EQ(finder.post_form(removal(item, file), {}).status, 403);
  for (const auto& email : {owen, kevin, margaret})
    EXPECT_EQ(client_of(email).post_form(removal(item, file), {}).status, 404) << email;
  EXPECT_EQ(keeper.post_form(removal(other, file), {}).status, 404);
  EXPECT_EQ(keeper.post_form(removal(item, "made-up"), {}).status, 404);
  EXPECT_THAT(keeper.get(item).body, HasSubstr("board.png"));
}

}  // namespace
}  // namespace touchstone::good_practice
