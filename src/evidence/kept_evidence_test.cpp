#include "evidence/evidence_world_test.h"
#include "platform/secret.h"

namespace touchstone::evidence {
namespace {

class KeptEvidence : public EvidenceWorld {};
INSTANTIATE_ON_BOTH_DATABASES(KeptEvidence);

TEST_P(KeptEvidence, a_change_keeps_what_it_said_before) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  EXPECT_EQ(client.get(piece + "/edit").status, 200);
  const auto saved = client.post_form(
      piece, with(with(quote, "text", "They ask the best questions."), "version", "1"));
  EXPECT_EQ(saved.status, 303) << saved.body;
  const auto page = client_of(marcus).get(piece).body;
  EXPECT_THAT(page, HasSubstr("They ask the best questions."));
  EXPECT_THAT(page, HasSubstr("1 earlier version"));
  EXPECT_THAT(page, HasSubstr("They ask better questions now."));
}

TEST_P(KeptEvidence, saving_without_a_change_keeps_no_revision) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  EXPECT_EQ(client.post_form(piece, with(quote, "version", "1")).status, 303);
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence_revision"), 0);
  EXPECT_THAT(client.get(piece).body, Not(HasSubstr("earlier version")));
}

TEST_P(KeptEvidence, two_who_change_it_at_once_both_keep_their_words) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  EXPECT_EQ(client.post_form(piece, with(with(quote, "text", "First"), "version", "1")).status,
            303);
  const auto late = client.post_form(piece, with(with(quote, "text", "Second"), "version", "1"));
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Elsewhere this is now “First”."));
  EXPECT_THAT(late.body, HasSubstr("Second"));
  EXPECT_EQ(client.post_form(piece, with(with(quote, "text", "Second"), "version", "2")).status,
            303);
}

TEST_P(KeptEvidence, what_another_changed_in_fields_one_did_not_touch_is_said_at_each_of_them) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  auto theirs = with(with(quote, "version", "1"), "source", "appraisal");
  theirs = with(with(theirs, "about_on", "2026-11-01"), "sensitive", "true");
  ASSERT_EQ(client.post_form(piece, theirs).status, 303);
  const auto late = client.post_form(piece, with(with(quote, "text", "Mine"), "version", "1")).body;
  EXPECT_THAT(late, HasSubstr("Elsewhere this is now “Appraisal talk”."));
  EXPECT_THAT(late, HasSubstr("Elsewhere this is now “1 November 2026”."));
  EXPECT_THAT(late, HasSubstr("Elsewhere this was ticked."));
}

TEST_P(KeptEvidence, a_clash_names_nothing_that_stayed_elsewhere_as_it_was_opened) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, with(quote, "source", "appraisal"));
  const auto form = client.get(piece + "/edit").body;
  EXPECT_THAT(form, HasSubstr(R"(name="opened.source" value="appraisal")"));
  const auto opened = with(with(with(quote, "version", "1"), "source", "appraisal"), "opened.title",
                           "What an employer said");
  auto mine = with(with(opened, "opened.text", "They ask better questions now."), "opened.source",
                   "appraisal");
  ASSERT_EQ(client.post_form(piece, with(opened, "title", "Theirs")).status, 303);
  mine = with(with(with(mine, "title", "Mine"), "text", "I like it"), "source", "");
  const auto late = client.post_form(piece, mine);
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Elsewhere this is now “Theirs”."));
  EXPECT_THAT(late.body, Not(HasSubstr("Elsewhere this is now “They ask")));
  EXPECT_THAT(late.body, Not(HasSubstr("Elsewhere this is now “Appraisal")));
  EXPECT_THAT(late.body, HasSubstr(R"(name="opened.title" value="Theirs")"));
}

TEST_P(KeptEvidence, a_web_address_may_begin_with_www) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, with(quote, "link", "www.example.org/said"));
  EXPECT_THAT(client.get(piece).body, HasSubstr(R"(href="https://www.example.org/said")"));
}

TEST_P(KeptEvidence, an_address_page_that_is_loaded_again_keeps_the_address_that_was_copied) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  const http::testing::Pairs form{{"replaces", "none"}};
  const auto made = client.post_form(piece + "/address", form);
  ASSERT_EQ(made.status, 200);
  const auto at = made.body.find("/evidence/", made.body.find("name=\"address\""));
  const auto address = made.body.substr(at, made.body.find_first_of("\"<", at) - at);
  EXPECT_EQ(client.post_form(piece + "/address", form).status, 303);
  EXPECT_EQ(running_->client().get(address).status, 200);
}

TEST_P(KeptEvidence, what_it_said_while_it_was_private_stays_private) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, with(with(quote, "text", "for-my-eyes"), "only_mine", "true"));
  EXPECT_EQ(client.post_form(piece, with(quote, "version", "1")).status, 303);
  EXPECT_THAT(client.get(piece).body, HasSubstr("for-my-eyes"));
  const auto theirs = client_of(marcus).get(piece);
  EXPECT_EQ(theirs.status, 200);
  EXPECT_THAT(theirs.body, Not(HasSubstr("for-my-eyes")));
}

TEST_P(KeptEvidence, X_4_D_81_its_public_address_needs_no_account_until_it_is_taken_back) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  const auto address = public_address_of(client, piece);
  auto nobody = running_->client();
  const auto page = nobody.get(address);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.header("cache-control"), "no-store");
  EXPECT_THAT(page.body, HasSubstr("They ask better questions now."));
  EXPECT_THAT(page.body, Not(HasSubstr("Hannah")));
  EXPECT_EQ(nobody.get_json(address).status, 200);
  const auto newer = public_address_of(client, piece);
  EXPECT_EQ(nobody.get(address).status, 404);
  EXPECT_EQ(nobody.get(newer).status, 200);
  EXPECT_EQ(client.post_form(piece + "/address-removal", {}).status, 303);
  EXPECT_EQ(nobody.get(newer).status, 404);
  EXPECT_EQ(nobody.get("/evidence/made-up").status, 404);
}

TEST_P(KeptEvidence, what_is_private_sensitive_or_in_the_bin_is_never_public) {
  auto client = client_of(hannah);
  auto nobody = running_->client();
  for (const auto* flag : {"only_mine", "sensitive"}) {
    const auto hidden = add_one(client, with(quote, flag, "true"));
    EXPECT_EQ(client.post_form(hidden + "/address", {}).status, 422);
    const auto shown = add_one(client, with(quote, "title", flag));
    const auto address = public_address_of(client, shown);
    EXPECT_EQ(nobody.get(address).status, 200);
    client.post_form(shown, with(with(quote, flag, "true"), "version", "1"));
    EXPECT_EQ(nobody.get(address).status, 404) << flag;
    client.post_form(shown, with(quote, "version", "2"));
    EXPECT_EQ(nobody.get(address).status, 404) << "it does not come back by itself";
  }
  const auto binned = add_one(client, quote);
  const auto address = public_address_of(client, binned);
  client.post_form(binned + "/bin", {});
  EXPECT_EQ(nobody.get(address).status, 404);
}

TEST_P(KeptEvidence, put_back_from_the_bin_it_is_not_public_again) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  const auto address = public_address_of(client, piece);
  client.post_form(piece + "/bin", {});
  client.post_form(piece + "/restoration", {});
  EXPECT_EQ(client.get(piece).status, 200);
  EXPECT_EQ(running_->client().get(address).status, 404);
}

TEST_P(KeptEvidence, a_sensitive_piece_is_opened_to_everybody_by_nobody_but_its_maker) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, with(quote, "sensitive", "true"));
  auto keeper = client_of(priya);
  EXPECT_EQ(keeper.post_form(piece, with(quote, "version", "1")).status, 422);
  EXPECT_EQ(client_of(marcus).get(piece).status, 404);
  const auto by_program = client.post_json(
      piece, R"({"kind": "quote", "title": "Another title", "text": "x", "about_on": "2026-11-12",)"
             R"( "came_on": "2026-12-01", "version": 1})");
  EXPECT_EQ(by_program.status, 200) << by_program.body;
  EXPECT_EQ(client_of(marcus).get(piece).status, 404) << "what is not said stays as it is";
  EXPECT_EQ(client.post_form(piece, with(quote, "version", "2")).status, 303);
  EXPECT_EQ(client_of(marcus).get(piece).status, 200);
}

TEST_P(KeptEvidence, the_secret_of_an_address_is_kept_as_a_hash_only) {
  auto client = client_of(hannah);
  const auto address = public_address_of(client, add_one(client, quote));
  const auto secret = address.substr(std::string("/evidence/").size());
  EXPECT_EQ(secret.size(), 43U);
  read([&](sql::Read& read) {
    auto rows = read.rows("SELECT token_hash FROM evidence_address");
    EXPECT_EQ(rows.next()->get<Digest>(0), digest_of(secret));
  });
}

TEST_P(KeptEvidence, in_the_bin_it_is_found_by_nobody_and_can_be_put_back) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  EXPECT_EQ(client.post_form(piece + "/bin", {}).status, 303);
  EXPECT_THAT(client.get("/eastmere/evidence/bin").body,
              HasSubstr("“What an employer said” is in the bin."));
  EXPECT_THAT(client.get("/eastmere/evidence").body, Not(HasSubstr("What an employer said")));
  EXPECT_THAT(client.get("/eastmere/evidence/bin").body, HasSubstr("What an employer said"));
  EXPECT_THAT(client_of(marcus).get("/eastmere/evidence/bin").body,
              Not(HasSubstr("What an employer said")));
  EXPECT_EQ(client_of(marcus).get(piece).status, 404);
  EXPECT_EQ(client.post_form(piece, with(quote, "version", "1")).status, 422);
  EXPECT_EQ(client.post_form(piece + "/restoration", {}).status, 303);
  EXPECT_EQ(client_of(marcus).get(piece).status, 200);
}

TEST_P(KeptEvidence, X_4_what_colleagues_use_does_not_go_into_the_bin_but_on_its_last_day) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  const auto id = Id<Piece>::from_text(piece.substr(piece.rfind('/') + 1)).value();
  const auto sheet = new_uuid();
  write_as(hannah, [&](sql::Write& write) {
    use(write, id, {"score_sheet", new_uuid(), "coaching"}, now());
  });
  EXPECT_THAT(client.get(piece).body, HasSubstr("Put it in the bin")) << "used by its maker alone";
  write_as(marcus,
           [&](sql::Write& write) { use(write, id, {"score_sheet", sheet, "coaching"}, now()); });
  const auto page = client.get(piece).body;
  EXPECT_THAT(page, Not(HasSubstr("Put it in the bin")));
  EXPECT_THAT(page, HasSubstr("Colleagues use this piece, so it does not go into the bin."));
  for (const auto& email : {hannah, priya}) {
    EXPECT_EQ(client_of(email).post_form(piece + "/bin", {}).status, 422);
    EXPECT_EQ(client_of(email).post_json(piece + "/bin", "{}").status, 422);
  }
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence WHERE binned_at IS NOT NULL"), 0);
  write_as(hannah, [&](sql::Write& write) {
    write.execute("UPDATE evidence SET keep_until = '2027-01-18'");
    write.record({"evidence", {}, "tested", "{}"});
  });
  tidy_up(database());
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence WHERE binned_at IS NOT NULL"), 1);
}

TEST_P(KeptEvidence, after_30_days_in_the_bin_it_is_gone_with_all_that_belongs_to_it) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  client.post_form(piece, with(quote, "version", "1"));
  public_address_of(client, piece);
  const auto id = Id<Piece>::from_text(piece.substr(piece.rfind('/') + 1)).value();
  const auto stands_at = std::chrono::sys_days(std::chrono::year(2027) / 1 / 19);
  write_as(hannah, [&](sql::Write& write) {
    use(write, id, {"score_sheet", new_uuid(), "coaching"}, now());
    put_in_bin(write, id, stands_at - std::chrono::days(29));
  });
  tidy_up(database());
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence"), 1);
  write_as(hannah, [&](sql::Write& write) {
    put_back(write, id, std::chrono::year(2027) / 1 / 19);
    put_in_bin(write, id, stands_at - std::chrono::days(31));
  });
  tidy_up(database());
  for (const auto* counting :
       {"SELECT COUNT(*) FROM evidence", "SELECT COUNT(*) FROM evidence_revision",
        "SELECT COUNT(*) FROM evidence_use", "SELECT COUNT(*) FROM evidence_address",
        "SELECT COUNT(*) FROM evidence_word"})
    EXPECT_EQ(number(counting), 0) << counting;
}

TEST_P(KeptEvidence, what_was_to_be_kept_until_yesterday_goes_into_the_bin) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, with(quote, "keep_until", "2027-01-19"));
  EXPECT_EQ(client.post_form("/eastmere/evidence", with(quote, "keep_until", "2027-01-18")).status,
            422);
  tidy_up(database());
  EXPECT_EQ(client_of(marcus).get(piece).status, 200);
  write_as(hannah, [&](sql::Write& write) {
    write.execute("UPDATE evidence SET keep_until = '2027-01-18'");
    write.record({"evidence", {}, "tested", "{}"});
  });
  tidy_up(database());
  EXPECT_EQ(client_of(marcus).get(piece).status, 404);
  client.post_form(piece + "/restoration", {});
  tidy_up(database());
  EXPECT_EQ(client_of(marcus).get(piece).status, 200);
}

TEST_P(KeptEvidence, who_is_erased_takes_what_only_they_saw_with_them) {
  auto client = client_of(hannah);
  add_one(client, with(with(quote, "text", "private-words"), "only_mine", "true"));
  const auto opened =
      add_one(client, with(with(quote, "text", "once-private-words"), "only_mine", "true"));
  client.post_form(opened, with(quote, "version", "1"));
  add_one(client, with(with(quote, "text", "sensitive-words"), "sensitive", "true"));
  const auto id = person_of(hannah);
  read([&](sql::Read& read) {
    const auto workspace = people::workspace(read, demo_.eastmere);
    std::string told;
    for (const auto& part :
         people::personal_data(read, workspace, *people::person(read, demo_.eastmere, id)))
      for (const auto& fact : part.facts) told += fact.text + "\n";
    EXPECT_THAT(told, HasSubstr("private-words"));
    EXPECT_THAT(told, HasSubstr("once-private-words"));
    EXPECT_THAT(told, HasSubstr("those who may read self-assessments of your team"));
  });
  write_as(daniel, [&](sql::Write& write) {
    ASSERT_TRUE(people::disable(write, id, std::chrono::year(2027) / 1 / 19));
  });
  write_as(daniel, [&](sql::Write& write) {
    ASSERT_TRUE(people::erase(write, id, std::chrono::year(2027) / 1 / 19));
  });
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence"), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence_revision"), 0);
  EXPECT_EQ(client_of(marcus).get(opened).status, 200);
}

TEST_P(KeptEvidence, X_4_what_colleagues_use_is_not_taken_from_them_as_sensitive) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  const auto id = Id<Piece>::from_text(piece.substr(piece.rfind('/') + 1)).value();
  write_as(marcus, [&](sql::Write& write) {
    use(write, id, {"score_sheet", new_uuid(), "coaching"}, now());
  });
  const auto hide = with(with(quote, "sensitive", "true"), "version", "1");
  for (const auto& email : {hannah, priya}) {
    const auto refused = client_of(email).post_form(piece, hide);
    EXPECT_EQ(refused.status, 422) << email;
    EXPECT_THAT(refused.body, HasSubstr("Colleagues use this piece, so they must still see it."));
  }
  EXPECT_EQ(client_of(marcus).get(piece).status, 200);
}

TEST_P(KeptEvidence, what_only_those_use_who_read_it_still_may_become_sensitive) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  const auto id = Id<Piece>::from_text(piece.substr(piece.rfind('/') + 1)).value();
  for (const auto& email : {hannah, grace})
    write_as(email, [&](sql::Write& write) {
      use(write, id, {"score_sheet", new_uuid(), "coaching"}, now());
    });
  const auto hide = with(with(quote, "sensitive", "true"), "version", "1");
  EXPECT_EQ(client.post_form(piece, hide).status, 303);
  EXPECT_EQ(client_of(grace).get(piece).status, 200);
  EXPECT_EQ(client_of(marcus).get(piece).status, 404);
}

}  // namespace
}  // namespace touchstone::evidence
