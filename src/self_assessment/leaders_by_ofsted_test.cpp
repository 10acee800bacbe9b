// The leaders' judgement of the college by Ofsted's framework, which asks three areas for each type
// of provision and adds nothing up.
#include "self_assessment/sheets_world_test.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

class LeadersByOfsted : public SheetsWorld {};
INSTANTIATE_ON_BOTH_DATABASES(LeadersByOfsted);

// Adult learning stands higher than apprenticeships, and nobody there has high needs.
http::testing::Pairs by_ofsted(const std::string& then) {
  http::testing::Pairs fields{{"then", then}, {"panel", "Margaret Okonjo and Priya Raman"}};
  for (const auto* element : standard::in_the_box("ofsted-fe@2025-11.2")->elements()) {
    const auto level = element->value == "high-needs"        ? "not_my_job"
                       : element->value == "apprenticeships" ? "needs-attention"
                       : element->scale == "met"             ? "met"
                                                             : "strong-standard";
    fields.emplace_back(element->key + ".level", level);
    if (element->value != "high-needs")
      fields.emplace_back(element->key + ".note", "Seen in " + element->title);
    fields.emplace_back(element->key + ".version", "0");
  }
  return fields;
}
const std::string principal = "margaret.okonjo@eastmere.example";
const std::string of_college = "/eastmere/institution?standard=ofsted-fe@2025-11.2";
const std::string judging_by_ofsted =
    "/eastmere/institution/judgement?standard=ofsted-fe@2025-11.2";

TEST_P(LeadersByOfsted, leaders_judge_each_type_of_provision_and_leave_out_what_is_not_their_work) {
  auto client = client_of(principal);
  EXPECT_THAT(client.get(judging_by_ofsted).body,
              AllOf(HasSubstr("Apprenticeships: Achievement"), HasSubstr("Not part of our work")));
  const auto saved = client.post_form(judging_by_ofsted, by_ofsted("finish"));
  EXPECT_EQ(saved.status, 303) << saved.body;
  const auto page = client.get(of_college).body;
  EXPECT_THAT(page, AllOf(HasSubstr("S Strong standard, X Exceptional"),
                          Not(HasSubstr("Tutors on the college"))));
  const auto picture = [&](const std::string& title) {
    const auto at = page.find("<caption>" + title + "</caption>");
    return at == page.npos ? std::string() : page.substr(at, page.find("</table>", at) - at);
  };
  EXPECT_THAT(picture("Adult learning programmes: Achievement"),
              HasSubstr(R"(<span class="govuk-visually-hidden">Strong standard</span></td>)"));
  EXPECT_THAT(picture("Apprenticeships: Achievement"),
              HasSubstr(R"(<span class="govuk-visually-hidden">Needs attention</span></td>)"));
  EXPECT_THAT(picture("Provision for learners with high needs: Achievement"),
              AllOf(HasSubstr("Not part of our work"), Not(HasSubstr("Below minimum"))));
}

TEST_P(LeadersByOfsted, leaders_do_not_leave_out_what_is_asked_of_the_whole) {
  auto fields = by_ofsted("finish");
  for (auto& [name, value] : fields)
    if (name == "safeguarding.level") value = "not_my_job";
  const auto refused = client_of(principal).post_form(judging_by_ofsted, fields);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Leaders judge every theme."));
}

TEST_P(LeadersByOfsted, a_standard_that_adds_nothing_up_speaks_of_no_points) {
  auto client = client_of(principal);
  client.post_form(judging_by_ofsted, by_ofsted("finish"));
  const auto begun =
      client.post_form("/eastmere/institution/views", {{"standard", "ofsted-fe@2025-11.2"}});
  const std::string sheet(begun.header("location"));
  const auto form = client.get(sheet).body;
  client.post_form(sheet + "/judgements", by_ofsted("finish"));
  for (const auto& page : {client.get(of_college).body, form, client.get(sheet + "/result").body,
                           client.get(sheet + "/paper").body})
    EXPECT_THAT(page,
                Not(AnyOf(HasSubstr(" points"), HasSubstr("Score: "), HasSubstr("Overall level"))))
        << page.substr(0, 200);
  EXPECT_THAT(form, HasSubstr("Not part of our work"));
  EXPECT_THAT(client.get(of_college).body, HasSubstr("Judged against"));
}

}  // namespace
}  // namespace touchstone::self_assessment
