#include "standard/keeping_world_test.h"
#include "standard/pack_tree.h"

namespace touchstone::standard {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class OwnVersions : public KeepingWorld {};
INSTANTIATE_ON_BOTH_DATABASES(OwnVersions);

http::testing::Pairs own_version(int maximum) {
  http::testing::Pairs fields{{"title", "Personal tutoring at Eastmere"},
                              {"version", "1"},
                              {"rows.1.title", "Online tutoring"},
                              {"rows.1.area", "values-and-skills"}};
  const std::vector<std::pair<std::string, int>> from{
      {"minimum", 0}, {"bronze", 22}, {"silver", 44}, {"gold", 66}, {"platinum", 88}};
  for (const auto* voice : {"person", "institution"})
    for (std::size_t n = 0; n < from.size(); ++n) {
      const auto field = "bands." + std::string(voice) + "." + from[n].first;
      fields.emplace_back("rows.1." + std::string(voice) + "." + from[n].first,
                          "I keep a group together online.");
      fields.emplace_back(field + ".from", std::to_string(from[n].second));
      fields.emplace_back(field + ".to",
                          std::to_string(n + 1 < from.size() ? from[n + 1].second - 1 : maximum));
    }
  return fields;
}

TEST_P(OwnVersions, C_22_a_version_of_ones_own_names_its_parent_and_keeps_its_keys) {
  auto client = client_of(keeper);
  EXPECT_THAT(client.get(tutoring_page).body,
              HasSubstr("“Becoming an Outstanding Personal Tutor”. The"));
  EXPECT_THAT(client.get(tutoring_page + "/own-version").body, HasSubstr("of your own"));
  const auto made = client.post_form(tutoring_page + "/own-version", own_version(110));
  ASSERT_EQ(made.header("location"), "/eastmere/standards/personal-tutoring-eastmere@1")
      << made.body;
  const auto ours = kept("personal-tutoring-eastmere@1")->content;
  EXPECT_EQ(ours->adapted_from, "personal-tutoring@1.0");
  EXPECT_EQ(ours->owner, "Eastmere College");
  EXPECT_EQ(ours->elements().size(), 11u);
  EXPECT_EQ(ours->element("online-tutoring")->descriptor("person", "gold")->short_text,
            "I keep a group together online.");
  const auto page = client.get("/eastmere/standards/personal-tutoring-eastmere@1").body;
  EXPECT_THAT(page, AllOf(HasSubstr("Our own"), HasSubstr("See what was changed")));
  const auto json = client.get_json("/eastmere/standards/personal-tutoring-eastmere@1/comparison");
  EXPECT_THAT(json.body, AllOf(HasSubstr(R"("before":"personal-tutoring@1.0")"),
                               HasSubstr(R"("added":[{"key":"online-tutoring")"),
                               HasSubstr(R"("after":"Personal tutoring, version 1.0")"),
                               HasSubstr(R"("before":"20 to 39","after":"22 to 43")")));
  const auto backwards =
      client.get(tutoring_page + "/comparison?with=personal-tutoring-eastmere@1").body;
  EXPECT_THAT(backwards, HasSubstr("From Personal tutoring, version 1.0 to Personal tutoring at "
                                   "Eastmere, version 1."));
  EXPECT_THAT(backwards, HasSubstr("Only in Personal tutoring at Eastmere, version 1</h2>"));
  EXPECT_THAT(backwards, Not(HasSubstr("Left out")));
  const auto again = client.post_form(tutoring_page + "/own-version", own_version(110));
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.body, HasSubstr("is published here already. Give this one another version."));
}

TEST_P(OwnVersions, a_copy_that_adds_nothing_is_published_by_nobody_who_did_not_say_so) {
  auto client = client_of(keeper);
  http::testing::Pairs fields{{"title", "Ours"}, {"version", "1"}};
  for (const auto& bands : kept("personal-tutoring@1.0")->content->scoring.bands)
    for (const auto& band : bands.bands) {
      const auto field = "bands." + bands.voice + "." + band.level;
      fields.emplace_back(field + ".from", std::to_string(band.from));
      fields.emplace_back(field + ".to", std::to_string(band.to));
    }
  const auto before = revision();
  const auto asked = client.post_form(tutoring_page + "/own-version", fields);
  EXPECT_EQ(asked.status, 422);
  EXPECT_THAT(asked.body, AllOf(HasSubstr("Nothing is added yet"), HasSubstr("name=\"as_it_is\"")));
  EXPECT_EQ(client.post_json(tutoring_page + "/own-version", R"({"title": "Ours"})").status, 422);
  EXPECT_EQ(revision(), before);
  fields.emplace_back("as_it_is", "true");
  EXPECT_EQ(client.post_form(tutoring_page + "/own-version", fields).status, 303);
}

TEST_P(OwnVersions, C_11_own_bands_with_a_gap_an_overlap_or_a_wrong_end_are_refused_by_level) {
  auto client = client_of(keeper);
  const auto before = revision();
  const auto refused = [&](int n, const std::string& value) {
    auto fields = own_version(110);
    fields[static_cast<std::size_t>(n)].second = value;
    return client.post_form(tutoring_page + "/own-version", fields);
  };
  constexpr int bronze = 8;  // where its points of a person begin
  const auto short_of = client.post_form(tutoring_page + "/own-version", own_version(100));
  EXPECT_EQ(short_of.status, 422);
  EXPECT_THAT(
      short_of.body,
      AllOf(HasSubstr("Person, Platinum: The bands end at 100, but the most that can be scored "
                      "is 110 points."),
            HasSubstr("Institution, Platinum: The bands end at 100"),
            HasSubstr("I keep a group together online."), HasSubstr("Online tutoring")));
  EXPECT_THAT(refused(bronze, "23").body,
              HasSubstr("Bronze: There is a gap: no band has 22 points."));
  EXPECT_THAT(refused(bronze, "21").body, HasSubstr("Bronze: This band overlaps the one before"));
  EXPECT_THAT(refused(bronze, "many").body, HasSubstr("Give the points as a whole number"));
  EXPECT_THAT(refused(0, "").body, HasSubstr("Give it a title."));
  EXPECT_THAT(refused(1, "one two").body, HasSubstr("Give it a version such as 1"));
  EXPECT_THAT(refused(2, "Coaching").body, HasSubstr("There is a theme of this title already."));
  EXPECT_THAT(refused(3, "nowhere").body, HasSubstr("Choose the chapter it belongs to."));
  EXPECT_EQ(revision(), before);
  auto more = own_version(110);
  more.emplace_back("then", "more");
  const auto room = client.post_form(tutoring_page + "/own-version", more);
  EXPECT_EQ(room.status, 200);
  EXPECT_THAT(room.body, HasSubstr("rows.2.title"));
  EXPECT_EQ(revision(), before);
}

TEST_P(OwnVersions, C_22_a_version_begins_with_a_free_number_and_bands_that_fit_are_offered) {
  auto client = client_of(keeper);
  const auto form = tutoring_page + "/own-version";
  EXPECT_THAT(client.get(form).body, HasSubstr(R"(name="version" type="text" value="1")"));
  ASSERT_EQ(client.post_form(form, own_version(110)).status, 303);
  client.post_form("/eastmere/standards/personal-tutoring-eastmere@1/withdrawal", {});
  EXPECT_THAT(client.get(form).body, HasSubstr(R"(name="version" type="text" value="2")"));
  const auto refused = client.post_form(form, own_version(100));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body,
              AllOf(HasSubstr("is published here already"), HasSubstr("The bands end at 100")))
      << "at once";
  auto fields = own_version(100);
  fields.emplace_back("then", "fit");
  const auto fitted = client.post_form(form, fields);
  EXPECT_EQ(fitted.status, 200);
  EXPECT_THAT(fitted.body, AllOf(HasSubstr(R"(value="110")"), HasSubstr("Online tutoring"),
                                 Not(HasSubstr("There is a problem"))));
}

TEST_P(OwnVersions, C_30_a_comparison_goes_from_old_to_new_and_offers_withdrawn_versions_last) {
  auto client = client_of(keeper);
  auto fields = own_version(110);
  client.post_form(tutoring_page + "/own-version", fields);
  fields[1].second = "2";
  client.post_form(tutoring_page + "/own-version", fields);
  client.post_form("/eastmere/standards/personal-tutoring-eastmere@2/withdrawal", {});
  const auto page = client.get(tutoring_page + "/comparison").body;
  const auto first = page.find("Personal tutoring at Eastmere, version 1</option>");
  const auto last = page.find("Personal tutoring at Eastmere, version 2 (withdrawn)</option>");
  EXPECT_NE(last, page.npos);
  EXPECT_LT(first, last);
  EXPECT_THAT(page, HasSubstr("From Personal tutoring, version 1.0 to Personal tutoring at"));
  std::ostringstream out;
  std::ostringstream err;
  fields[0].second = "Another title";
  fields[1].second = "3";
  client.post_form(tutoring_page + "/own-version", fields);
  list_standards(database(), out, err);
  EXPECT_THAT(out.str(), AllOf(HasSubstr("eastmere@1\tPersonal tutoring at Eastmere\t"),
                               HasSubstr("eastmere@3\tAnother title\t")));
}

TEST_P(OwnVersions, C_10_own_bands_of_one_voice_leave_those_of_the_other) {
  auto client = client_of(keeper);
  auto fields = own_version(110);
  for (auto& [name, value] : fields) {
    if (name == "bands.institution.minimum.to") value = "29";
    if (name == "bands.institution.bronze.from") value = "30";
  }
  ASSERT_EQ(client.post_form(tutoring_page + "/own-version", fields).status, 303);
  const auto ours = kept("personal-tutoring-eastmere@1")->content;
  EXPECT_EQ(ours->bands("institution")[1].from, 30);
  EXPECT_EQ(ours->bands("person")[1].from, 22);
}

}  // namespace
}  // namespace touchstone::standard
