#include "platform/document/spreadsheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/document/confined.h"

namespace touchstone::document {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// A part of the workbook, as XML.
std::string part_of(const std::string& book, const std::string& name) {
  const auto read =
      run_confined({"python3", "-c",
                    "import sys, zipfile; "
                    "sys.stdout.buffer.write(zipfile.ZipFile('/given/book').read(sys.argv[1]))",
                    name},
                   "", {{"book", book}}, {});
  EXPECT_TRUE(read) << read.error().detail;
  return read.value_or("");
}

TEST(Spreadsheets, hold_texts_as_texts_and_days_as_days) {
  const std::optional<Date> day = std::chrono::year(2027) / 1 / 19;
  const auto book = xlsx_of({.name = "Ideas",
                             .columns = {{"Idea", 30}, {"Since", 12}},
                             .rows = {{"=1+1", day},
                                      {"Łucja & <Siân> 😀", std::optional<Date>()},
                                      {std::string("a\x01") + "b", day}}});
  const auto cells = part_of(book, "xl/worksheets/sheet1.xml");
  EXPECT_THAT(cells, Not(HasSubstr("<f>")));
  EXPECT_THAT(cells, HasSubstr("<v>46406</v>")) << "days since the end of 1899";
  EXPECT_THAT(cells, HasSubstr(R"(state="frozen")"));
  const auto texts = part_of(book, "xl/sharedStrings.xml");
  EXPECT_THAT(texts, HasSubstr("=1+1"));
  EXPECT_THAT(texts, HasSubstr("Łucja &amp; &lt;Siân&gt; 😀"));
  EXPECT_THAT(texts, Not(HasSubstr("\x01")));
}

TEST(Spreadsheets, cut_what_no_cell_can_hold_and_go_on) {
  const auto book = xlsx_of(
      {.name = "Ideas", .columns = {{"Idea"}}, .rows = {{std::string(40'000, 'x')}, {"y"}}});
  const auto texts = part_of(book, "xl/sharedStrings.xml");
  EXPECT_THAT(texts, HasSubstr(std::string(32'767, 'x')));
  EXPECT_THAT(texts, Not(HasSubstr(std::string(32'768, 'x'))));
  EXPECT_THAT(texts, HasSubstr("<t>y</t>"));
}

TEST(Spreadsheets, are_as_wide_as_a_page_with_rows_as_high_as_their_texts) {
  const auto cells = part_of(xlsx_of({.name = "Ideas",
                                      .columns = {{"Idea", 10}, {"Report", 20}},
                                      .rows = {{"short", "short"},
                                               {"short", std::string(30, 'x')},
                                               {"a\nb\nc", ""},
                                               {std::string(9'000, 'x'), ""}}}),
                             "xl/worksheets/sheet1.xml");
  for (const auto* text : {R"(fitToPage="1")", R"(orientation="landscape")", R"(ht="30")",
                           R"(ht="45")", R"(ht="409")"})
    EXPECT_THAT(cells, HasSubstr(text));
}

TEST(Spreadsheets, without_rows_are_a_head) {
  EXPECT_THAT(part_of(xlsx_of({.name = "Ideas", .columns = {{"Idea"}}, .rows = {}}),
                      "xl/sharedStrings.xml"),
              HasSubstr("Idea"));
}

}  // namespace
}  // namespace touchstone::document
