#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "self_assessment/bin_store.h"
#include "self_assessment/sheets_world_test.h"

// C-24: what shows a level is attached to its theme.
namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::chrono::sys_days when_it_came = std::chrono::year(2026) / 12 / 1;

class ThemeEvidencePages : public SheetsWorld {
 protected:
  // Adds a piece to the library; its id.
  std::string piece_by(const std::string& email, const std::string& title, bool only_mine = false) {
    evidence::Piece piece{.id = Id<evidence::Piece>::fresh(), .only_mine = only_mine};
    read([&](sql::Read& read) {
      piece.made_by = people::person_by_email(read, demo_.eastmere, email).value().id;
    });
    piece.title = title;
    piece.kind = "quote";
    piece.text = "They ask better questions now.";
    piece.source = "observation_feedback";
    piece.about_on = piece.came_on = when_it_came;
    write({.workspace = demo_.eastmere.value, .person = piece.made_by.value},
          [&](sql::Write& write) { evidence::add(write, piece, now()); });
    return to_text(piece.id);
  }
  static int attach(http::testing::Client& client, const std::string& sheet,
                    const std::string& piece) {
    return client.post_form(sheet + "/evidence/coaching", {{"piece", piece}}).status;
  }
  static std::string attached(http::testing::Client& client, const std::string& sheet) {
    return client.get_json(sheet + "/evidence/coaching").body;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(ThemeEvidencePages);

TEST_P(ThemeEvidencePages, C_24_a_piece_of_the_library_is_attached_with_its_kind_and_detached) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto piece = piece_by(marcus, "What the observer wrote");
  const auto page = client.get(sheet + "/evidence/coaching").body;
  EXPECT_THAT(page,
              HasSubstr("Attach<span class=\"govuk-visually-hidden\"> What the observer wrote"));
  EXPECT_THAT(page, HasSubstr("Quote, Observation feedback, about 1 December 2026"));
  EXPECT_EQ(attach(client, sheet, piece), 303);
  EXPECT_EQ(attach(client, sheet, piece), 303) << "twice is once";
  EXPECT_THAT(attached(client, sheet), HasSubstr(R"("source":"observation_feedback")"));
  EXPECT_THAT(client.get(sheet).body, HasSubstr("Evidence: <a"));
  EXPECT_THAT(client.get(sheet + "/result").body, HasSubstr("What the observer wrote"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence_use"), 1);
  client.post_form(sheet + "/evidence/coaching/removal", {{"piece", piece}});
  EXPECT_THAT(attached(client, sheet), HasSubstr(R"("items":[])"));
}

TEST_P(ThemeEvidencePages, C_24_what_somebody_may_not_see_is_not_offered_and_not_attached) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto secret = piece_by(marcus, "only-marcus-sees-it", true);
  EXPECT_THAT(client.get(sheet + "/evidence/coaching").body, Not(HasSubstr("only-marcus")));
  for (const auto& piece : {secret, std::string("nonsense"), std::string()})
    EXPECT_EQ(attach(client, sheet, piece), 422);
  EXPECT_EQ(
      client.post_json(sheet + "/evidence/coaching", R"({"piece": ")" + secret + "\"}").status,
      422);
  EXPECT_EQ(attach(client, sheet, piece_by(marcus, "An open one") + "x"), 422);
  EXPECT_EQ(client.get(sheet + "/evidence/no-such-theme").status, 404);
  EXPECT_EQ(client_of(marcus).get(sheet + "/evidence/coaching").status, 404);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence_use"), 0);
}

TEST_P(ThemeEvidencePages, C_24_a_theme_holds_twenty_pieces_and_a_finished_sheet_no_more) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  for (std::size_t i = 0; i < evidence::most_used; ++i)
    EXPECT_EQ(attach(client, sheet, piece_by(hannah, "One of twenty")), 303);
  const auto one_more = piece_by(hannah, "One more");
  EXPECT_EQ(attach(client, sheet, one_more), 422);
  finish_at(client, sheet, "gold");
  EXPECT_EQ(attach(client, sheet, one_more), 409);
  EXPECT_EQ(client.post_form(sheet + "/evidence/coaching/removal", {{"piece", one_more}}).status,
            409);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence_use"), 20);
}

TEST_P(ThemeEvidencePages, C_28_whom_a_sheet_is_shared_with_sees_only_what_the_library_shows_them) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  attach(client, sheet, piece_by(hannah, "everybody-sees-it"));
  attach(client, sheet, piece_by(hannah, "only-hannah-sees-it", true));
  client.post_form(sheet + "/shares", {{"email", priya}, {"part", ""}});
  const auto list = client.get_json(sheet + "/shares").body;
  const auto at = list.rfind("/eastmere/shared/");
  const auto shared = list.substr(at, list.find('"', at) - at);
  auto reader = client_of(priya);
  for (const auto& text : {reader.get(shared).body, reader.get_json(shared).body}) {
    EXPECT_THAT(text, HasSubstr("everybody-sees-it"));
    EXPECT_THAT(text, Not(HasSubstr("only-hannah")));
  }
  EXPECT_THAT(client.get(shared).body, HasSubstr("only-hannah"));
}

TEST_P(ThemeEvidencePages, X_4_where_a_piece_is_used_is_told_to_the_maker_of_the_sheet_alone) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto id = piece_by(hannah, "Used once");
  attach(client, sheet, id);
  const auto told_to = [&](const std::string& email) {
    std::optional<evidence::UseLine> line;
    read([&](sql::Read& read) {
      http::Request request;
      request.visitor.workspace = demo_.eastmere.value;
      request.visitor.workspace_slug = "eastmere";
      request.visitor.person = people::person_by_email(read, demo_.eastmere, email)->id.value;
      const auto uses =
          evidence::uses_of(read, demo_.eastmere.value, Id<evidence::Piece>::from_text(id).value());
      line = tell_evidence_use(read, request, uses.at(0));
    });
    return line ? line->words : std::string();
  };
  EXPECT_EQ(told_to(hannah), "Spring 2027: Coaching");
  EXPECT_EQ(told_to(marcus), "");
  EXPECT_EQ(told_to(priya), "");
}

TEST_P(ThemeEvidencePages, the_button_on_the_sheet_saves_what_was_chosen_first) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto answer = client.post_form(
      sheet + "/judgements",
      {{"coaching.level", "silver"}, {"coaching.version", "0"}, {"evidence", "coaching"}});
  EXPECT_EQ(answer.header("location"), sheet + "/evidence/coaching");
  EXPECT_THAT(client.get_json(sheet).body, HasSubstr(R"("theme":"coaching","level":"silver")"));
}

TEST_P(ThemeEvidencePages, a_sheet_that_is_deleted_takes_its_uses_along_and_leaves_the_pieces) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  attach(client, sheet, piece_by(hannah, "It stays"));
  write_in(demo_.eastmere, [&](sql::Write& write) {
    remove(write, Id<ScoreSheet>::from_text(sheet.substr(sheet.rfind('/') + 1)).value());
  });
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence_use"), 0);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence"), 1);
}

}  // namespace
}  // namespace touchstone::self_assessment
