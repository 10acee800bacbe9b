#include "signin/pages_world_test.h"

namespace touchstone::signin {

using ::testing::HasSubstr;

class AccessibilityStatement : public PagesWorld {};
INSTANTIATE_ON_BOTH_DATABASES(AccessibilityStatement);

TEST_P(AccessibilityStatement, is_there_for_everybody_and_names_whom_to_tell) {
  look::set_contact("Sam Okoro, it@eastmere.example");
  auto stranger = client();
  const auto page = stranger.get("/accessibility");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("We do not claim to reach it"));
  EXPECT_THAT(page.body, HasSubstr("Tell Sam Okoro, it@eastmere.example."));
  EXPECT_THAT(stranger.get_json("/accessibility").body, HasSubstr(R"("not_tested":["Nobody)"));
  look::set_contact({});
  EXPECT_THAT(stranger.get("/accessibility").body, HasSubstr("Tell the person who keeps"));
  testing::sign_in_as(stranger, database(), hannah);
  EXPECT_THAT(stranger.get("/accessibility").body, HasSubstr("Tell Daniel Ashworth"));
}

TEST_P(AccessibilityStatement, and_a_named_human_are_on_every_page_of_an_organisation) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  const auto refused = browser.get("/eastmere/staff").body;
  EXPECT_THAT(browser.get("/account").body, HasSubstr("href=\"/accessibility\""));
  EXPECT_THAT(browser.get("/account").body, HasSubstr("Who to ask:</strong> Daniel Ashworth"));
  EXPECT_THAT(refused, HasSubstr("Who to ask:</strong> Daniel Ashworth"));
  EXPECT_THAT(refused, HasSubstr("href=\"/accessibility\""));
}

}  // namespace touchstone::signin
