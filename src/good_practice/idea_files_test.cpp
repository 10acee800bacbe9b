#include "good_practice/idea_files_world_test.h"

// Photos and recordings of an idea: who sends them, and who may read them.
namespace touchstone::good_practice {
namespace {

using http::testing::Pairs;
using ::testing::HasSubstr;
using ::testing::Not;

class IdeaFiles : public IdeaFilesWorld {};
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

TEST_P(IdeaFiles, E_7_documents_pictures_sound_and_film_are_taken) {
  auto client = client_of(hannah);
  auto fields = words("oak");
  fields.emplace_back("consent", "All agreed");
  const auto sent =
      send(client, fields,
           {{"file", "plan.pdf", "application/pdf", "%PDF-1.7\nplan"},
            {"file", "board.png", "image/png", picture},
            {"file", "talk.wav", "audio/wav",
             std::string("RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0", 24) + std::string(40, '\0')},
            talk()});
  ASSERT_EQ(sent.status, 303) << sent.body;
  const auto page = client.get(std::string(sent.header("location"))).body;
  for (const auto* name : {"plan.pdf", "board.png", "talk.wav", "talk.mp4"})
    EXPECT_THAT(page, HasSubstr(name));
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
  const auto full = nobody.post_files(door, fields, one);
  EXPECT_EQ(full.status, 429);
  EXPECT_THAT(full.body, HasSubstr("one more"));
  EXPECT_THAT(full.body, HasSubstr("Choose the files again"));
  EXPECT_EQ(files_kept(), 0U);
}

TEST_P(IdeaFiles, E_6_a_good_file_beside_one_that_is_refused_is_asked_for_again_by_its_name) {
  const auto door = new_door();
  auto nobody = running_->client();
  auto fields = words("willow");
  fields.back() = {"name", "Ruth P"};
  const auto refused =
      nobody.post_files(door, fields, {board("board.png"), {"file", "plan.pdf", "x/y", "no PDF"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("plan.pdf: "));
  EXPECT_THAT(refused.body, HasSubstr("board.png: nothing is wrong with it, but it is not kept"));
  EXPECT_EQ(files_kept(), 0U);
  fields.emplace_back("files_missing", "yes");
  const auto without = nobody.post_form(door, fields);
  EXPECT_EQ(without.status, 422) << "nobody is thanked for what was dropped";
  EXPECT_THAT(without.body, HasSubstr("Choose the files again: they did not come along."));
  EXPECT_EQ(nobody.post_files(door, fields, {board("board.png")}).status, 200);
  EXPECT_EQ(files_kept(), 1U);
}

TEST_P(IdeaFiles, E_6_rows_of_children_come_from_a_partner_only_after_they_were_asked_about_them) {
  const auto door = new_door();
  auto nobody = running_->client();
  auto fields = words("oak");
  fields.back() = {"name", "Ruth P"};
  fields.emplace_back("no_single_children", "true");
  const std::vector<File> table{{"file", "list.csv", "text/csv", list_of_children}};
  const auto asked = nobody.post_files(door, fields, table);
  EXPECT_EQ(asked.status, 422);
  EXPECT_EQ(files_kept(), 0U);
  const std::string field = R"(name="asked" value=")";
  const auto at = asked.body.find(field);
  ASSERT_NE(at, asked.body.npos);
  const auto from = at + field.size();
  fields.emplace_back("asked", asked.body.substr(from, asked.body.find('"', from) - from));
  EXPECT_EQ(nobody.post_files(door, fields, table).status, 200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence"), 1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM history WHERE verb = 'said to show no single children'"),
            1);
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

TEST_P(IdeaFiles, a_piece_says_that_readers_of_the_idea_see_it) {
  evidence::tell_uses_with(evidence_noun, tell_idea_use);
  const auto item = with_picture();
  const auto page = client_of(hannah).get("/eastmere/evidence/" + id_of(file_of(item))).body;
  EXPECT_THAT(page, HasSubstr("In the library only you; and where it is used"));
  EXPECT_THAT(page, HasSubstr("In the bin it is not seen where it is used either."));
}

TEST_P(IdeaFiles, a_piece_without_a_file_is_shown_as_none) {
  const auto item = with_picture();
  write_in(demo_.eastmere, [](sql::Write& write) {
    write.execute(
        "UPDATE evidence SET kind = 'quote', text = 'Said', file_hash = NULL, file_name = NULL, "
        "file_type = NULL, file_size = NULL WHERE ws = ?",
        write.actor().workspace);
    write.record({"evidence", new_uuid(), "changed", "{}"});
  });
  for (const auto& email : {hannah, priya}) {
    EXPECT_EQ(client_of(email).get(item).status, 200);
    EXPECT_THAT(client_of(email).get_json(item).body, Not(HasSubstr("/files/")));
  }
}

TEST_P(IdeaFiles, E_20_of_what_others_read_are_not_changed_in_the_library_of_their_sender) {
  evidence::fixed_with(evidence_noun, fixed_idea_file);
  const auto item = with_picture();
  const auto piece = "/eastmere/evidence/" + id_of(file_of(item));
  auto client = client_of(hannah);
  const Pairs fields{{"kind", "file"},
                     {"title", "board"},
                     {"only_mine", "true"},
                     {"about_on", "2027-01-19"},
                     {"version", "1"}};
  auto renamed = fields;
  renamed[1].second = "Another title";
  const auto waiting = client.post_form(piece, renamed);
  EXPECT_EQ(waiting.status, 422);
  EXPECT_THAT(waiting.body, HasSubstr("Change the idea, and send another file with it."));
  decide(client_of(priya), item, {{"decision", "agree"}, {"share", "yes"}});
  const auto replaced = client.post_files(piece, fields, {board("other.png")});
  EXPECT_EQ(replaced.status, 422);
  EXPECT_THAT(replaced.body, HasSubstr("Record a new idea with another file."));
  auto dated = fields;
  dated[3].second = "2027-01-18";
  EXPECT_EQ(client.post_form(piece, dated).status, 303);
  EXPECT_THAT(client_of(owen).get(item).body, HasSubstr("board.png"));
}

TEST_P(IdeaFiles, E_9_say_nothing_of_the_idea_to_an_editor_who_may_not_read_it) {
  evidence::fixed_with(evidence_noun, fixed_idea_file);
  const auto item = with_picture();
  const auto title = member(client_of(hannah).get_json(item).body, "title");
  ASSERT_NE(title, "");
  const auto piece = "/eastmere/evidence/" + id_of(file_of(item));
  Pairs fields{{"kind", "file"}, {"title", "board"}, {"about_on", "2027-01-19"}, {"version", "1"}};
  ASSERT_EQ(client_of(hannah).post_form(piece, fields).status, 303);
  fields[1].second = "Another title";
  fields[3].second = "2";
  const auto refused = client_of(sian).post_form(piece, fields);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("It came with an idea that is not shared yet"));
  EXPECT_THAT(refused.body, Not(HasSubstr(title)));
  decide(client_of(priya), item, {{"decision", "agree"}, {"share", "yes"}});
  EXPECT_THAT(client_of(sian).post_form(piece, fields).body,
              HasSubstr("It came with the idea “" + title + "”"));
}

TEST_P(IdeaFiles, E_20_that_come_back_from_the_bin_are_not_shown_with_what_was_validated_without) {
  evidence::fixed_with(evidence_noun, fixed_idea_file);
  const auto item = with_picture();
  const auto piece = "/eastmere/evidence/" + id_of(file_of(item));
  auto client = client_of(hannah);
  client.post_form(piece + "/bin", {});
  client.post_form(piece + "/restoration", {});
  EXPECT_THAT(client.get(item).body, HasSubstr("board.png"));
  client.post_form(piece + "/bin", {});
  decide(client_of(priya), item, {{"decision", "agree"}, {"share", "yes"}});
  client.post_form(piece + "/restoration", {});
  EXPECT_THAT(client_of(owen).get(item).body, Not(HasSubstr("board.png")));
  EXPECT_EQ(client.get(piece).status, 200);
}

TEST_P(IdeaFiles, E_25_of_a_validated_idea_outlive_who_sent_them_without_their_name) {
  const auto item = listed_with(hannah, words("oak"), {board("Hannah Sorrell at the board.png")});
  const auto file = file_of(item);
  erase(hannah);
  EXPECT_EQ(client_of(owen).get(file).body, picture);
  const auto page = client_of(owen).get(item).body;
  EXPECT_THAT(page, HasSubstr("Somebody at the board.png"));
  EXPECT_THAT(page, Not(HasSubstr("Sorrell")));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence WHERE title LIKE '%Sorrell%' "
                    "OR search_key LIKE '%sorrell%' OR file_name LIKE '%Sorrell%'"),
            0);
}

TEST_P(IdeaFiles, E_25_go_with_an_idea_that_goes) {
  with_picture();
  ASSERT_EQ(pieces(), 1);
  erase(hannah);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 0);
  EXPECT_EQ(pieces(), 0);
}

TEST_P(IdeaFiles, E_25_a_recording_of_ones_own_teaching_goes_with_who_is_seen_in_it) {
  auto fields = words("oak");
  fields.emplace_back("consent", "Everybody agreed");
  const auto item = listed_with(hannah, fields, {board("board.png"), talk()});
  erase(hannah);
  const auto page = client_of(owen).get(item).body;
  EXPECT_THAT(page, HasSubstr("board.png"));
  EXPECT_THAT(page, Not(HasSubstr("talk.mp4")));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE consent <> ''"), 0);
}

TEST_P(IdeaFiles, E_25_a_recording_of_a_colleague_stays_with_what_they_agreed_to_until_they_go) {
  auto fields = words("oak");
  fields.back() = {"source", "observation"};
  fields.emplace_back("tutor", owen);
  fields.emplace_back("consent", "Owen agreed, Kevin Mulgrew asked him");
  const auto item = listed_with(kevin, fields, {board("Owen Cadwallader draws.png"), talk()});
  erase(kevin);
  EXPECT_EQ(pieces(), 2);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice "
                    "WHERE consent = 'Owen agreed, Somebody asked him'"),
            1);
  erase(owen);
  const auto page = client_of(marcus).get(item).body;
  EXPECT_THAT(page, Not(HasSubstr("talk.mp4")));
  EXPECT_THAT(page, HasSubstr("Somebody draws.png"));
  EXPECT_EQ(pieces(), 1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE consent <> ''"), 0);
}

}  // namespace
}  // namespace touchstone::good_practice
