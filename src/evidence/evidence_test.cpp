#include "evidence/evidence.h"

#include <fmt/format.h>

#include <set>

#include "evidence/evidence_world_test.h"

namespace touchstone::evidence {
namespace {

class Evidence : public EvidenceWorld {};
INSTANTIATE_ON_BOTH_DATABASES(Evidence);

TEST_P(Evidence, X_4_a_piece_says_the_day_it_is_about_and_the_day_it_came) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  const auto page = client.get(piece).body;
  EXPECT_THAT(page, HasSubstr("They ask better questions now."));
  EXPECT_THAT(page, HasSubstr("12 November 2026"));
  EXPECT_THAT(page, HasSubstr("1 December 2026"));
  const auto told = client.get_json(piece).body;
  EXPECT_THAT(told, HasSubstr(R"("about_on":"2026-11-12")"));
  EXPECT_THAT(told, HasSubstr(R"("came_on":"2026-12-01")"));
  const auto today = add_one(client, with(quote, "came_on", ""));
  EXPECT_THAT(client.get_json(today).body, HasSubstr(R"("came_on":"2027-01-19")"));
}

TEST_P(Evidence, everybody_of_the_organisation_finds_it_and_nobody_else) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  EXPECT_THAT(client_of(marcus).get("/eastmere/evidence").body, HasSubstr("What an employer said"));
  EXPECT_EQ(client_of(marcus).get(piece).status, 200);
  for (const auto& each : demo_.people)
    if (each.workspace == "nine-rivers") {
      EXPECT_EQ(client_of(each.person.email).get(piece).status, 404);
      EXPECT_EQ(client_of(each.person.email)
                    .get("/nine-rivers" + piece.substr(std::string("/eastmere").size()))
                    .status,
                404);
    }
}

TEST_P(Evidence, a_private_piece_is_seen_by_its_maker_alone) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, with(quote, "only_mine", "true"));
  EXPECT_THAT(client.get("/eastmere/evidence").body, HasSubstr("What an employer said"));
  for (const auto& other : {marcus, grace, priya, daniel}) {
    auto theirs = client_of(other);
    for (const auto* order : {"came", "about", "title"})
      EXPECT_THAT(theirs.get_json(std::string("/eastmere/evidence?order=") + order).body,
                  Not(HasSubstr("What an employer said")));
    EXPECT_THAT(theirs.get("/eastmere/evidence?search=employer").body,
                Not(HasSubstr("What an employer said")));
    EXPECT_EQ(theirs.get(piece).status, 404);
    EXPECT_EQ(theirs.get_json(piece).status, 404);
    EXPECT_EQ(theirs.post_form(piece + "/bin", {}).status, 404);
    EXPECT_EQ(theirs.post_form(piece, with(quote, "version", "1")).status, 404);
  }
}

TEST_P(Evidence, a_sensitive_piece_is_seen_by_those_who_may_read_its_makers_team) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, with(quote, "sensitive", "true"));
  for (const auto& [who, status] : {std::pair(hannah, 200), std::pair(grace, 200),
                                    std::pair(marcus, 404), std::pair(kevin, 404)}) {
    EXPECT_EQ(client_of(who).get(piece).status, status) << who;
    const auto list = client_of(who).get_json("/eastmere/evidence").body;
    EXPECT_EQ(list.contains("What an employer said"), status == 200) << who;
  }
}

TEST_P(Evidence, says_all_that_is_wrong_and_keeps_what_was_typed) {
  auto client = client_of(hannah);
  const auto answer = client.post_form("/eastmere/evidence", {{"kind", "link"},
                                                              {"title", ""},
                                                              {"link", "javascript:alert(1)"},
                                                              {"about_on", "30.2.2026"},
                                                              {"came_on", "2027-01-20"},
                                                              {"text", "kept <as typed>"}});
  EXPECT_EQ(answer.status, 422);
  for (const auto* sentence :
       {"Enter a short title.", "Enter a whole web address", "Write a real date",
        "It cannot have come after today.", "kept &lt;as typed&gt;", "30.2.2026"})
    EXPECT_THAT(answer.body, HasSubstr(sentence));
  const auto to_come =
      client.post_form("/eastmere/evidence", with(quote, "about_on", "2027-01-20"));
  EXPECT_EQ(to_come.status, 422);
  EXPECT_THAT(to_come.body, HasSubstr("It cannot tell about a day to come."));
  for (const auto& [field, day] : {std::pair("about_on", "0026-11-12"),
                                   {"came_on", "1026-11-12"},
                                   {"keep_until", "2926-11-12"}})
    EXPECT_THAT(client.post_form("/eastmere/evidence", with(quote, field, day)).body,
                HasSubstr("Check the year"))
        << field;
  const auto wrong = client.post_json("/eastmere/evidence", R"({"kind": "film", "colour": "red"})");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("Choose what it is."));
  EXPECT_THAT(wrong.body, HasSubstr("Enter the day that it tells about."));
  EXPECT_THAT(wrong.body, Not(HasSubstr("Check the year"))) << "of no day at all";
  EXPECT_THAT(wrong.body, HasSubstr("colour"));
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence"), 0);
}

TEST_P(Evidence, a_link_leads_nowhere_but_to_the_web) {
  auto client = client_of(hannah);
  for (const auto* bad :
       {"javascript:alert(1)", "data:text/html,x", "//eastmere.example/x", "https://", "http:///x",
        "file:///etc/passwd", "mailto:a@b.example", "https://x y"})
    EXPECT_EQ(client.post_form("/eastmere/evidence", with(with(quote, "kind", "link"), "link", bad))
                  .status,
              422)
        << bad;
  const auto piece = add_one(client, with(with(quote, "kind", "link"), "link",
                                          "https://eastmere.example/minutes?year=2026"));
  EXPECT_THAT(client.get(piece).body,
              HasSubstr(R"(href="https://eastmere.example/minutes?year=2026")"));
}

TEST_P(Evidence, a_link_may_hold_letters_of_every_language) {
  auto client = client_of(hannah);
  const auto piece =
      add_one(client, with(with(quote, "kind", "link"), "link", "https://bücher.example/lösung"));
  EXPECT_THAT(
      client.get(piece).body,
      HasSubstr(R"(href="https://b%C3%BCcher.example/l%C3%B6sung" rel="noreferrer noopener">)"
                "https://bücher.example/lösung</a>"));
}

TEST_P(Evidence, colleagues_read_it_and_those_who_keep_the_standards_change_it_too) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  auto other = client_of(marcus);
  EXPECT_THAT(other.get(piece).body, Not(HasSubstr("Change this piece")));
  for (const auto* part : {"", "/bin", "/restoration", "/address", "/address-removal"})
    EXPECT_EQ(other.post_form(piece + part, with(quote, "version", "1")).status, 403) << part;
  EXPECT_EQ(other.get(piece + "/edit").status, 403);
  auto keeper = client_of(priya);
  EXPECT_EQ(keeper.post_form(piece, with(with(quote, "title", "Better"), "version", "1")).status,
            303);
  const auto taken =
      keeper.post_form(piece, with(with(quote, "only_mine", "true"), "version", "2"));
  EXPECT_EQ(taken.status, 422);
  EXPECT_EQ(client_of(marcus).get(piece).status, 200);
}

TEST_P(Evidence, is_found_by_words_without_regard_to_case_and_accents) {
  auto client = client_of(hannah);
  add_one(client, with(quote, "title", "Élodie’s 50% rule"));
  add_one(client, with(quote, "title", "Another one"));
  const auto finds = [&](const std::string& query) {
    const auto list = client.get_json("/eastmere/evidence?" + query).body;
    return std::pair(list.contains("rule"), list.contains("Another one"));
  };
  EXPECT_EQ(finds("search=elodie"), std::pair(true, false));
  EXPECT_EQ(finds("search=50%25"), std::pair(true, false));
  EXPECT_EQ(finds("search=%25+_"), std::pair(true, true)) << "signs ask for nothing";
  EXPECT_EQ(finds("search=rul"), std::pair(true, false));
  std::string other_letters = "search=a";
  for (int i = 0; i < 60; ++i) other_letters += "%D0%B6";
  EXPECT_EQ(finds(other_letters), std::pair(false, false)) << "cut between letters, not inside";
  EXPECT_EQ(finds("search=ule"), std::pair(false, false));
  EXPECT_EQ(finds("search=rule+another"), std::pair(false, false));
  EXPECT_EQ(finds("search=better+QUESTIONS"), std::pair(true, true));
  EXPECT_EQ(finds("kind=link"), std::pair(false, false));
  EXPECT_EQ(finds("kind=quote&own=true"), std::pair(true, true));
  EXPECT_EQ(finds("after=made-up"), std::pair(true, true));
}

TEST_P(Evidence, is_found_by_what_it_says_now) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, with(quote, "title", "Before"));
  EXPECT_EQ(
      client.post_form(piece, with(with(quote, "title", "Afterwards"), "version", "1")).status,
      303);
  EXPECT_THAT(client.get_json("/eastmere/evidence?search=before").body, HasSubstr(R"("items":[])"));
  EXPECT_THAT(client.get_json("/eastmere/evidence?search=afterw").body, HasSubstr("Afterwards"));
  const auto many = number("SELECT COUNT(*) FROM evidence_word");
  client.post_form(piece, with(with(quote, "title", "Afterwards"), "version", "2"));
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence_word"), many);
}

TEST_P(Evidence, finds_common_words_and_rare_ones_among_thousands) {
  const auto maker = person_of(hannah);
  write_as(hannah, [&](sql::Write& write) {
    for (int i = 0; i < 2'100; ++i)
      add(write,
          {.id = Id<Piece>::fresh(),
           .made_by = maker,
           .title = fmt::format("Common number{:04}", i),
           .kind = "quote",
           .text = "x",
           .about_on = std::chrono::year(2026) / 1 / 1,
           .came_on = std::chrono::year(2026) / 6 / 1},
          now());
  });
  const auto asking = viewer(marcus);
  read([&](sql::Read& read) {
    EXPECT_EQ(library(read, asking, {.search = "common"}).pieces.size(), library_page_size);
    EXPECT_EQ(library(read, asking, {.search = "number1234 common"}).pieces.size(), 1U);
    EXPECT_EQ(library(read, asking, {.search = "number123"}).pieces.size(), 10U);
    EXPECT_TRUE(library(read, asking, {.search = "common nowhere"}).pieces.empty());
  });
}

TEST_P(Evidence, comes_50_at_a_time_in_every_order_each_piece_once) {
  write_as(hannah, [&](sql::Write& write) {
    for (int i = 0; i < 120; ++i)
      add(write,
          {.id = Id<Piece>::fresh(),
           .made_by = person_of(hannah),
           .sensitive = i % 3 == 0,
           .title = fmt::format("Piece {:03}", i * 7 % 120),
           .kind = "quote",
           .text = "x",
           .about_on = plus_days(std::chrono::year(2026) / 1 / 1, i % 11),
           .came_on = plus_days(std::chrono::year(2026) / 6 / 1, i % 5)},
          now());
  });
  for (const auto& [who, expected] : {std::pair(hannah, 120U), std::pair(grace, 120U),
                                      std::pair(marcus, 80U), std::pair(kevin, 80U)})
    for (const auto order : {Order::came, Order::about, Order::title}) {
      auto asking = viewer(who);
      asking.today = std::chrono::year(2027) / 1 / 19;
      read([&](sql::Read& read) {
        for (const auto& grant :
             people::roles_of(read, asking.workspace, asking.person, asking.today))
          if (grant.role == people::Role::head) asking.reads.push_back(grant.team);
      });
      std::set<Uuid> seen;
      Query query{.order = order};
      do {
        LibraryPage page;
        read([&](sql::Read& read) { page = library(read, asking, query); });
        EXPECT_LE(page.pieces.size(), library_page_size);
        for (const auto& piece : page.pieces) EXPECT_TRUE(seen.insert(piece.id.value).second);
        query.after = page.next;
      } while (query.after);
      EXPECT_EQ(seen.size(), expected) << who;
    }
}

TEST_P(Evidence, is_used_by_other_rooms_and_shown_to_those_who_see_it) {
  auto client = client_of(hannah);
  const auto id_at = [](const std::string& address) {
    return Id<Piece>::from_text(address.substr(address.rfind('/') + 1)).value();
  };
  const auto open = id_at(add_one(client, quote));
  const auto secret = id_at(add_one(client, with(quote, "only_mine", "true")));
  const Thing theme{"score_sheet", new_uuid(), "coaching"};
  write_as(hannah, [&](sql::Write& write) {
    for (const auto id : {open, secret, open}) use(write, id, theme, now());
  });
  const auto maker = viewer(hannah);
  const auto colleague = viewer(marcus);
  read([&](sql::Read& read) {
    EXPECT_EQ(used_for(read, maker, theme).size(), 2U);
    EXPECT_EQ(used_for(read, colleague, theme).size(), 1U);
    EXPECT_EQ(uses_of(read, demo_.eastmere.value, open).size(), 1U);
  });
  write_as(hannah, [&](sql::Write& write) { unuse(write, open, theme); });
  write_as(hannah, [&](sql::Write& write) { unuse_all(write, theme.noun, theme.object); });
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence_use"), 0);
}

TEST_P(Evidence, where_it_is_used_is_told_only_by_the_room_that_uses_it) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  const auto id = Id<Piece>::from_text(piece.substr(piece.rfind('/') + 1)).value();
  write_as(hannah, [&](sql::Write& write) {
    use(write, id, {"told_thing", new_uuid(), "part one"}, now());
    use(write, id, {"untold_thing", new_uuid(), "part two"}, now());
  });
  tell_uses_with("told_thing", [](sql::Read&, const http::Request& request, const Use& use) {
    return request.visitor.person == use.made_by.value
               ? std::optional(UseLine{use.thing.part, url("/eastmere")})
               : std::nullopt;
  });
  EXPECT_THAT(client.get(piece).body, HasSubstr("part one"));
  EXPECT_THAT(client.get(piece).body, Not(HasSubstr("part two")));
  EXPECT_THAT(client_of(marcus).get(piece).body, Not(HasSubstr("part one")));
}

TEST_P(Evidence, a_piece_that_colleagues_use_cannot_be_made_private) {
  auto client = client_of(hannah);
  const auto piece = add_one(client, quote);
  const auto id = Id<Piece>::from_text(piece.substr(piece.rfind('/') + 1)).value();
  const Thing thing{"score_sheet", new_uuid(), ""};
  write_as(marcus, [&](sql::Write& write) { use(write, id, thing, now()); });
  const auto hide = with(with(quote, "only_mine", "true"), "version", "1");
  EXPECT_EQ(client.post_form(piece, hide).status, 422);
  write_as(marcus, [&](sql::Write& write) { unuse(write, id, thing); });
  EXPECT_EQ(client.post_form(piece, hide).status, 303);
}

TEST_P(Evidence, the_demo_shows_six_pieces_of_three_kinds) {
  write_in(demo_.eastmere, [&](sql::Write& write) { fill_eastmere(write, demo_.people); });
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence"), 6);
  EXPECT_EQ(number("SELECT COUNT(DISTINCT kind) FROM evidence"), 3);
  const auto page = client_of(marcus).get("/eastmere/evidence").body;
  EXPECT_THAT(page, HasSubstr("Construction retention, first term"));
  EXPECT_THAT(page, Not(HasSubstr("Being supported: two views")));
  EXPECT_THAT(page, Not(HasSubstr("What I noticed in my Tuesday group")));
}

}  // namespace
}  // namespace touchstone::evidence
