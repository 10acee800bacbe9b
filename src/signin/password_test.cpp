#include "signin/password.h"

#include <gtest/gtest.h>

#include <set>

namespace touchstone::signin {

bool is_fine(std::string_view password) {
  return complaints_about_password(password, "ada.fenwick@marlow.example", "password").empty();
}

TEST(NewPassword, may_be_any_long_phrase_in_any_script) {
  EXPECT_TRUE(is_fine("seven green bicycles"));
  EXPECT_TRUE(is_fine("пять зелёных велосипедов"));
  EXPECT_TRUE(is_fine("   lots of   spaces   "));
}

TEST(NewPassword, has_twelve_characters_counted_as_people_count) {
  EXPECT_FALSE(is_fine("abcdéfghijk"));
  EXPECT_TRUE(is_fine("abcdéfghijkl"));
}

TEST(NewPassword, is_not_among_the_first_that_anybody_tries) {
  for (const auto* easy :
       {"passwordpassword", "Password1234", "123456789012", "aaaaaaaaaaaaaaa", "abababababababab",
        "ada.fenwick@marlow.example", "AdaFenwick@Marlow.Example"})
    EXPECT_FALSE(is_fine(easy)) << easy;
}

TEST(NewPassword, is_not_endless) {
  std::string endless;
  while (endless.size() <= longest_password) endless += "many words ";
  EXPECT_FALSE(is_fine(endless));
}

TEST(OneTimePassword, can_be_read_out_and_is_never_the_same) {
  std::set<std::string> made;
  for (int i = 0; i < 1000; ++i) made.insert(one_time_password());
  EXPECT_EQ(made.size(), 1000U);
  for (const auto& password : made) {
    EXPECT_EQ(password.size(), 19U);
    EXPECT_EQ(password.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz-"), std::string::npos);
  }
}

}  // namespace touchstone::signin
