// A remembered phone, with the whole program behind it.
#include "test/world.h"

namespace touchstone::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class Phones : public World {
 protected:
  http::testing::Client phone_of(const Visitor& visitor) {
    auto phone = client_of(visitor);
    EXPECT_EQ(phone.post_form("/account/devices", {}).status, 303);
    phone.cookies.erase("touchstone");
    return phone;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Phones);

TEST_P(Phones, open_ones_own_sheets_and_no_library) {
  auto phone = phone_of(owner);
  EXPECT_EQ(phone.get(own_sheet()).status, 200);
  for (const auto* part : {"/evidence/coaching", "/evidence/coaching?search=notes"})
    EXPECT_THAT(std::string(phone.get(own_sheet() + part).header("location")),
                StartsWith("/sign-in"));
  EXPECT_EQ(phone.get_json(own_sheet() + "/evidence/coaching").status, 401);
  EXPECT_EQ(phone.post_json(own_sheet() + "/evidence/coaching", R"({"piece": "x"})").status, 401);
}

TEST_P(Phones, tell_nothing_of_others_on_the_first_page) {
  EXPECT_THAT(client_of(other_tutor).get("/eastmere").body, HasSubstr("asks for your comments"));
  auto phone = phone_of(other_tutor);
  const auto page = phone.get("/eastmere");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, Not(HasSubstr("asks for your comments")));
  EXPECT_THAT(page.body, Not(HasSubstr("Nothing is waiting for you.")));
  EXPECT_THAT(page.body, HasSubstr("you see when you <a class=\"govuk-link\" "
                                   "href=\"/sign-in?next=%2Feastmere\">sign in</a>"));
}

TEST_P(Phones, lead_only_to_what_opens_on_them) {
  const auto links = [](const std::string& page) {
    const auto from = page.find("govuk-service-navigation__list");
    return page.substr(from, page.find("</ul>", from) - from);
  };
  const auto signed_in = links(client_of(owner).get("/eastmere").body);
  for (const auto* part : {"/self-assessments", "/evidence", "/ideas", "/standards", "/your-data"})
    EXPECT_THAT(signed_in, HasSubstr("href=\"/eastmere" + std::string(part) + "\""));
  EXPECT_THAT(signed_in, Not(HasSubstr("/staff-list")));
  const auto on_phone = links(phone_of(owner).get("/eastmere").body);
  EXPECT_THAT(on_phone, HasSubstr("href=\"/eastmere/self-assessments\""));
  for (const auto* part : {"/evidence", "/ideas", "/standards", "/your-data", "/staff-list"})
    EXPECT_THAT(on_phone, Not(HasSubstr("href=\"/eastmere" + std::string(part) + "\"")));
}

}  // namespace
}  // namespace touchstone::testing
