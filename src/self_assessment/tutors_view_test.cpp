// How a tutor sees the organisation, in a score sheet that speaks of it and not of them.
#include "self_assessment/institution_parts.h"
#include "self_assessment/sheets_world_test.h"
#include "standard/testing.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class TutorsViews : public SheetsWorld {
 protected:
  TutorsViews() {
    write_in(demo_.eastmere, [](sql::Write& write) {
      const auto pack = standard::read_pack(standard::testing::repeated_pack);
      ASSERT_TRUE(standard::import(write, pack.value()));
    });
  }
  static std::string begin_view(http::testing::Client& client, const std::string& standard) {
    const auto begun = client.post_form("/eastmere/institution/views", {{"standard", standard}});
    EXPECT_EQ(begun.status, 303) << begun.body;
    return std::string(begun.header("location"));
  }
  // Every theme of the small standard at one level, but for those given.
  static http::testing::Pairs answers(const std::string& level,
                                      const std::map<std::string, std::string>& others = {}) {
    http::testing::Pairs fields{{"then", "finish"}};
    const auto content = standard::read_pack(standard::testing::repeated_pack).value().content;
    for (const auto* element : content->elements()) {
      const auto other = others.find(element->key);
      fields.emplace_back(element->key + ".level", other == others.end() ? level : other->second);
      fields.emplace_back(element->key + ".version", "0");
    }
    return fields;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(TutorsViews);

TEST_P(TutorsViews, C_29_are_begun_on_the_page_by_whatever_standard_speaks_of_the_organisation) {
  auto client = client_of(hannah);
  const auto page = client.get("/eastmere/self-assessments").body;
  EXPECT_THAT(page, HasSubstr(R"(name="standard" value="personal-tutoring@1.0"><button)"));
  const auto more = page.substr(page.find("Score the college by another standard"));
  EXPECT_THAT(
      more, AllOf(HasSubstr(R"(value="ofsted-fe@2025-11.2")"), HasSubstr(R"(value="provision@1")"),
                  Not(HasSubstr(R"(value="cqc@2024")"))))
      << "what speaks of teams only is offered to nobody";
  const auto sheet = begin_view(client, "ofsted-fe@2025-11.2");
  EXPECT_THAT(client.get(sheet).body, HasSubstr("describes the college best"));
  EXPECT_EQ(begin_view(client, "ofsted-fe@2025-11.2"), sheet) << "the open one goes on";
}

TEST_P(TutorsViews, C_10_stand_in_the_list_with_what_they_were_made_with) {
  auto client = client_of(hannah);
  begin_view(client, "ofsted-fe@2025-11.2");
  EXPECT_THAT(client.get("/eastmere/self-assessments").body, Not(HasSubstr("app-quiet\">Ofsted")));
  begin_view(client, "personal-tutoring@1.0");
  EXPECT_THAT(client.get("/eastmere/self-assessments").body,
              AllOf(HasSubstr(R"(<span class="app-quiet">Ofsted: further education and skills)"),
                    HasSubstr(R"(<span class="app-quiet">Personal tutoring)"),
                    HasSubstr("You have one open: you go on with it.")));
}

TEST_P(TutorsViews, C_5_say_what_the_organisation_does_and_never_your_job) {
  auto client = client_of(hannah);
  const auto sheet = begin_view(client, "provision@1");
  client.post_form(sheet + "/judgements", answers("high", {{"curriculum@adults", "not_my_job"}}));
  const auto result = client.get(sheet + "/result").body;
  EXPECT_THAT(result, AllOf(HasSubstr("not all of them are part of what the college does."),
                            HasSubstr("Every theme that is part of what the college does is at "
                                      "High."),
                            Not(HasSubstr("your job"))));
  EXPECT_THAT(client.get(sheet + "/paper").body,
              AllOf(HasSubstr("part of what the college does."), Not(HasSubstr("your job"))));
  const auto target = client.post_json(sheet + "/targets/curriculum%40adults",
                                       R"({"text": "More", "level_aimed": "high", "version": 0})");
  EXPECT_EQ(target.status, 422);
  EXPECT_THAT(target.body, HasSubstr("This theme is not part of what the college does."));
}

TEST_P(TutorsViews, C_20_say_so_where_nothing_is_part_of_what_the_organisation_does) {
  auto client = client_of(hannah);
  const auto sheet = begin_view(client, "provision@1");
  client.post_form(sheet + "/judgements", answers("not_my_job"));
  EXPECT_THAT(client.get(sheet + "/result").body,
              HasSubstr("No theme is part of what the college does."));
}

TEST(WhoseWork, is_ones_job_or_what_the_organisation_does_in_its_own_word) {
  EXPECT_EQ(whose_work("person", "council"), "your job");
  EXPECT_EQ(whose_work("institution", "college"), "what the college does");
  EXPECT_EQ(whose_work("institution", "council"), "what the council does");
}

}  // namespace
}  // namespace touchstone::self_assessment
