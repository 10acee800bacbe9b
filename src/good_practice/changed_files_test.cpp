#include "good_practice/idea_files_world_test.h"

// Files of an idea that are missing, taken away, or held fast by what was decided about it.
namespace touchstone::good_practice {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ChangedFiles : public IdeaFilesWorld {};
INSTANTIATE_ON_BOTH_DATABASES(ChangedFiles);

TEST_P(ChangedFiles, E_6_that_did_not_come_along_are_asked_for_until_they_are_chosen_or_left_out) {
  const auto door = new_door();
  auto nobody = running_->client();
  const std::vector<File> one{board("board.png")};
  auto fields = words("oak");
  fields.back() = {"name", "Ruth P"};
  auto wrong = fields;
  wrong[1].second = "";
  const auto refused = nobody.post_files(door, wrong, one);
  EXPECT_THAT(refused.body, HasSubstr(R"(name="files_missing" value="yes")"));
  EXPECT_THAT(refused.body, HasSubstr("Send it without them"));
  wrong.emplace_back("files_missing", "yes");
  for (int i = 0; i < 2; ++i) {
    const auto again = nobody.post_form(door, wrong);
    EXPECT_EQ(again.status, 422);
    EXPECT_THAT(again.body, HasSubstr("Choose the files again: they did not come along."));
  }
  fields.emplace_back("files_missing", "yes");
  EXPECT_EQ(nobody.post_form(door, fields).status, 422) << "the text is right, the photo is gone";
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 0);
  EXPECT_EQ(nobody.post_files(door, fields, one).status, 200);
  EXPECT_EQ(pieces(), 1);
  fields[0].second = "elm";
  fields.emplace_back("without_files", "yes");
  EXPECT_EQ(nobody.post_form(door, fields).status, 200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 2);
}

TEST_P(ChangedFiles, E_7_that_did_not_come_along_over_signing_in_are_asked_for_by_the_form_too) {
  auto client = client_of(hannah);
  auto fields = words("oak");
  fields.emplace_back("files_missing", "yes");
  const auto asked = client.post_form("/eastmere/ideas", fields);
  EXPECT_EQ(asked.status, 422);
  EXPECT_THAT(asked.body, HasSubstr("oak was done."));
  EXPECT_THAT(asked.body, HasSubstr("Choose the files again: they did not come along."));
  EXPECT_THAT(asked.body, HasSubstr(R"(name="files_missing" value="yes")"));
  EXPECT_EQ(
      client.post_files("/eastmere/ideas", fields, {{"file", "a.png", "image/png", "no picture"}})
          .status,
      422);
  EXPECT_EQ(client.post_files("/eastmere/ideas", fields, {board("board.png")}).status, 303);
  fields.emplace_back("without_files", "yes");
  EXPECT_EQ(client.post_form("/eastmere/ideas", fields).status, 303);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 2);
  EXPECT_EQ(pieces(), 1);
}

TEST_P(ChangedFiles, E_7_the_form_that_changes_an_idea_lists_them_and_takes_one_away) {
  auto client = client_of(hannah);
  const auto sent = send(client, words("oak"), {board("board.png"), board("other.png")});
  const auto item = std::string(sent.header("location"));
  const auto file = id_of(file_of(item));
  const auto form = client.get(item + "/form").body;
  EXPECT_THAT(form, HasSubstr("Take away board.png, 69 bytes"));
  EXPECT_THAT(form, HasSubstr("Take away other.png, 69 bytes"));
  auto fields = words("oak");
  fields.emplace_back("version", "1");
  fields.emplace_back("taken_away", file);
  auto wrong = fields;
  wrong[1].second = "";
  const auto refused = client.post_form(item, wrong).body;
  EXPECT_THAT(refused, HasSubstr("value=\"" + file + "\" checked"));
  EXPECT_THAT(client.get(item).body, HasSubstr("board.png")) << "nothing is taken away by halves";
  ASSERT_EQ(client.post_form(item, fields).status, 303);
  EXPECT_EQ(client.get(item + "/files/" + file).status, 404);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence_use"), 1);
  EXPECT_EQ(pieces(), 2) << "it stays in the library of its finder";
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM history WHERE verb = 'detached'"), 1);
  EXPECT_EQ(client_of(priya)
                .post_form(item + "/validation", {{"decision", "agree"}, {"version", "1"}})
                .status,
            409)
      << "what was read with two is not validated with one";
}

TEST_P(ChangedFiles, E_20_of_what_was_decided_about_none_is_taken_away) {
  auto client = client_of(hannah);
  const auto item = with_picture();
  const auto file = id_of(file_of(item));
  decide(client_of(priya), item, {{"decision", "agree"}, {"share", "yes"}});
  const auto refused = client.post_json(
      item,
      R"({"did":"oak","changed":"c","place":"p","source":"audit","version":2,"taken_away":[")" +
          file + R"("]})");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(client_of(owen).get(item).body, HasSubstr("board.png"));
  const auto other = record(client, "elm");
  client.post_json(other, R"({"did":"elm","changed":"c","place":"p","source":"audit","version":1,)"
                          R"("taken_away":[")" +
                              file + R"("]})");
  EXPECT_THAT(client_of(owen).get(item).body, HasSubstr("board.png")) << "nor by another idea";
}

TEST_P(ChangedFiles, E_7_a_recording_that_stays_keeps_what_those_in_it_agreed_to) {
  auto client = client_of(hannah);
  auto fields = words("oak");
  fields.emplace_back("consent", "Both agreed");
  const auto sent = send(client, fields, {talk()});
  const auto item = std::string(sent.header("location"));
  auto changed = words("oak");
  changed.emplace_back("version", "1");
  EXPECT_THAT(client.post_form(item, changed).body,
              HasSubstr("Say what those who can be seen or heard agreed to."));
  changed.emplace_back("taken_away", id_of(file_of(item)));
  EXPECT_EQ(client.post_form(item, changed).status, 303);
}

TEST_P(ChangedFiles, E_20_that_a_validated_idea_shows_do_not_go_into_the_bin) {
  evidence::fixed_with(evidence_noun, fixed_idea_file);
  const auto item = with_picture();
  const auto file = id_of(file_of(item));
  const auto piece = "/eastmere/evidence/" + file;
  auto client = client_of(hannah);
  EXPECT_THAT(client.get(piece).body, HasSubstr("Put it in the bin"));
  decide(client_of(priya), item, {{"decision", "agree"}, {"share", "yes"}});
  const auto refused = client.post_form(piece + "/bin", {});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("which was validated with it"));
  EXPECT_EQ(client.post_json(piece + "/bin", "{}").status, 422);
  EXPECT_THAT(client.get(piece).body, Not(HasSubstr("Put it in the bin")));
  EXPECT_THAT(client.get(piece).body, HasSubstr("ask the quality team to send the idea back"));
  EXPECT_THAT(client_of(owen).get(item).body, HasSubstr("board.png"));
  decide(client_of(priya), item, {{"decision", "send_back"}, {"reason", "A face"}});
  auto fields = words("oak");
  fields.emplace_back("version", version_in(client.get_json(item).body));
  fields.emplace_back("taken_away", file);
  ASSERT_EQ(client.post_form(item, fields).status, 303);
  EXPECT_EQ(client.post_form(piece + "/bin", {}).status, 303);
}

TEST_P(ChangedFiles, E_9_put_into_the_bin_or_back_since_it_was_read_it_is_not_validated_unread) {
  evidence::changes_with(evidence_noun, note_idea_files);
  const auto item = with_picture();
  const auto piece = "/eastmere/evidence/" + id_of(file_of(item));
  auto client = client_of(hannah);
  const auto decide_as_read = [&](const std::string& version) {
    return client_of(priya)
        .post_form(item + "/validation",
                   {{"decision", "agree"}, {"share", "yes"}, {"version", version}})
        .status;
  };
  const auto with_it = version_in(client.get_json(item).body);
  ASSERT_EQ(client.post_form(piece + "/bin", {}).status, 303);
  EXPECT_EQ(decide_as_read(with_it), 409);
  const auto without = version_in(client.get_json(item).body);
  ASSERT_EQ(client.post_form(piece + "/restoration", {}).status, 303);
  EXPECT_EQ(decide_as_read(without), 409);
  EXPECT_EQ(client_of(owen).get(item).status, 404);
  const auto back = version_in(client.get_json(item).body);
  EXPECT_EQ(decide_as_read(back), 303);
  EXPECT_THAT(client_of(owen).get(item).body, HasSubstr("board.png"));
}

TEST_P(ChangedFiles, E_9_gone_for_good_since_it_was_read_it_is_not_validated_as_it_was_read) {
  evidence::changes_with(evidence_noun, note_idea_files);
  const auto item = with_picture();
  const auto read = version_in(client_of(hannah).get_json(item).body);
  const auto piece = Id<evidence::Piece>::from_text(id_of(file_of(item))).value();
  write_in(demo_.eastmere, [&](sql::Write& write) { evidence::remove(write, piece); });
  EXPECT_EQ(client_of(priya)
                .post_form(item + "/validation", {{"decision", "agree"}, {"version", read}})
                .status,
            409);
}

TEST_P(ChangedFiles,
       E_20_what_lies_in_no_bin_is_not_taken_out_of_a_validated_idea_by_putting_it_back) {
  evidence::fixed_with(evidence_noun, fixed_idea_file);
  const auto item = with_picture();
  const auto piece = "/eastmere/evidence/" + id_of(file_of(item));
  decide(client_of(priya), item, {{"decision", "agree"}, {"share", "yes"}});
  auto client = client_of(hannah);
  EXPECT_EQ(client.post_form(piece + "/restoration", {}).status, 303);
  EXPECT_EQ(client.post_json(piece + "/restoration", "{}").status, 200);
  EXPECT_THAT(client_of(owen).get(item).body, HasSubstr("board.png"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence_use"), 1);
  EXPECT_EQ(client.post_form(piece + "/bin", {}).status, 422);
}

}  // namespace
}  // namespace touchstone::good_practice
