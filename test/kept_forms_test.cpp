// Forms that come after their session has ended, with the whole program behind them.
#include "test/world.h"

namespace touchstone::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class KeptForms : public World {};
INSTANTIATE_ON_BOTH_DATABASES(KeptForms);

TEST_P(KeptForms, are_carried_over_signing_in_as_large_as_a_score_sheet_can_be) {
  auto client = client_of(nobody);
  http::testing::Pairs notes;
  for (int theme = 0; theme < 10; ++theme)
    notes.emplace_back("theme-" + std::to_string(theme) + ".note", std::string(20'000, 'x'));
  const auto sent = client.post_form(own_sheet() + "/judgements", notes);
  EXPECT_EQ(sent.status, 307);
  const auto kept = client.post_form(std::string(sent.header("location")), notes);
  EXPECT_EQ(kept.status, 200);
  EXPECT_THAT(kept.body, HasSubstr("kept.theme-9.note"));
}

TEST_P(KeptForms, that_are_larger_say_that_they_were_not_saved) {
  auto client = client_of(nobody);
  const auto sent = client.post_form("/eastmere/standards/personal-tutoring@1.0/own-version",
                                     {{"title", std::string(http::largest_kept_form, 'x')}});
  EXPECT_EQ(sent.status, 303);
  EXPECT_THAT(std::string(sent.header("location")), StartsWith("/sign-in"));
  EXPECT_THAT(client.get("/sign-in").body, HasSubstr("is not saved"));
}

}  // namespace
}  // namespace touchstone::testing
