#include "look/qr_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace touchstone::look {

using ::testing::HasSubstr;

TEST(QrCode, of_a_short_text_has_21_modules_and_four_of_white_around) {
  const auto code = qr_code("HELLO", "the word hello");
  EXPECT_THAT(code.text(), HasSubstr(R"(viewBox="0 0 29 29")"));
  EXPECT_THAT(code.text(), HasSubstr(R"(aria-label="the word hello")"));
  // The finder in the upper left corner begins with seven dark modules, then one of white.
  EXPECT_THAT(code.text(), HasSubstr("M4 4h1v1h-1zM5 4h1v1h-1zM6 4h1v1h-1zM7 4h1v1h-1zM8 4h1v1h-1z"
                                     "M9 4h1v1h-1zM10 4h1v1h-1z"));
  EXPECT_EQ(code.text().find("M11 4h"), std::string::npos);
}

TEST(QrCode, differs_for_different_texts_and_refuses_what_does_not_fit) {
  EXPECT_NE(qr_code("https://a.example/1", "x").text(), qr_code("https://a.example/2", "x").text());
  EXPECT_THROW(qr_code(std::string(3000, 'x'), "x"), std::invalid_argument);
}

}  // namespace touchstone::look
