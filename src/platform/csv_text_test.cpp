#include "platform/csv_text.h"

#include <gtest/gtest.h>

namespace touchstone {
namespace {

TEST(CsvText, quotes_every_cell_and_doubles_quotation_marks) {
  EXPECT_EQ(csv_text({{"a", "b,c"}, {"say \"yes\"", "two\nlines"}}),
            "\xEF\xBB\xBF\"a\",\"b,c\"\r\n\"say \"\"yes\"\"\",\"two\nlines\"\r\n");
}

TEST(CsvText, puts_an_apostrophe_before_what_would_be_a_formula) {
  for (const auto* text : {"=1+1", "+1", "-1", "@x", "'=1", "\t=1"}) {
    EXPECT_TRUE(would_be_formula(text)) << text;
    EXPECT_EQ(csv_text({{text}}), "\xEF\xBB\xBF\"'" + std::string(text) + "\"\r\n");
  }
  for (const auto* text : {"", "a=b", "it's", "'tis", "1-1"})
    EXPECT_FALSE(would_be_formula(text)) << text;
}

}  // namespace
}  // namespace touchstone
