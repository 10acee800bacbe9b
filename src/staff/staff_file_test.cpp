#include "staff/staff_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "platform/text.h"

namespace touchstone::staff {
namespace {

using ::testing::HasSubstr;

const StaffRow hannah{2, "Hannah Sorrell", "h@x.example", "Health", "head of department", ""};

std::vector<FileProblem> refused_staff_file(std::string_view bytes) {
  const auto file = read_staff_file(bytes);
  EXPECT_FALSE(file.has_value()) << bytes.substr(0, 100);
  return file ? std::vector<FileProblem>{} : file.error();
}

TEST(StaffFile, is_read_by_its_headings_in_any_order_with_commas_semicolons_or_tabs) {
  for (const auto* text :
       {"name,email,team,role\nHannah Sorrell,h@x.example,Health,head of department\n",
        "\xEF\xBB\xBFName;E-mail;Team;Role\r\nHannah Sorrell;h@x.example;Health;head of department",
        "team\trole\temail\tFull name\rHealth\thead of department\th@x.example\tHannah Sorrell\r",
        "\"name\",\"email\",\"team\",\"role\"\n\"Hannah Sorrell\" , h@x.example,Health,head of "
        "department\n,,,\n\n"}) {
    const auto file = read_staff_file(text);
    ASSERT_TRUE(file.has_value()) << file.error().front().message;
    EXPECT_EQ(file->rows, std::vector{hannah}) << text;
    EXPECT_FALSE(file->from_windows);
  }
}

TEST(StaffFile, keeps_the_line_of_each_row_where_cells_have_line_ends_in_them) {
  const auto file = read_staff_file("name,email\n\"A\nB\",a@x.example\n\nC,c@x.example\n");
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file->rows[0].name, "A B");
  EXPECT_EQ(file->rows[0].line, 2U);
  EXPECT_EQ(file->rows[1].line, 5U);
}

TEST(StaffFile, is_read_as_windows_1252_when_it_is_not_utf_8_and_says_so) {
  const auto file = read_staff_file("name,email\nSi\xE2n O\x92Hara,s@x.example\n");
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file->rows[0].name, "Siân O’Hara");
  EXPECT_TRUE(file->from_windows);
}

TEST(StaffFile, in_other_letters_is_refused_with_how_to_save_it) {
  using namespace std::string_view_literals;
  for (const auto bytes : {"\xFF\xFEn\0a\0"sv, "name,email\nA\x81,b@x.example"sv,
                           "PK\x03\x04\xFF spreadsheet"sv, "name,email\nA\0B,c@x.example\xFF"sv})
    EXPECT_THAT(refused_staff_file(bytes).at(0).message, HasSubstr("CSV UTF-8"));
}

TEST(StaffFile, says_which_column_is_missing_doubled_or_unknown) {
  EXPECT_EQ(refused_staff_file("name,team\nA,B\n").at(0).column, "email");
  EXPECT_THAT(refused_staff_file("name,email,email\nA,B,C\n").at(0).message, HasSubstr("twice"));
  const auto unknown = refused_staff_file("name,email,Shoe size\nA,B,C\n").at(0);
  EXPECT_EQ(unknown.column, "Shoe size");
  EXPECT_EQ(unknown.line, 1U);
}

TEST(StaffFile, with_broken_quotation_marks_or_stray_cells_is_refused_at_the_line) {
  EXPECT_EQ(refused_staff_file("name,email\nA,b@x.example\nC \"D\" E,f@x.example\n").at(0).line,
            3U);
  EXPECT_EQ(refused_staff_file("name,email\nA,b@x.example\n\"C,f@x.example\n\n").at(0).line, 3U);
  EXPECT_EQ(refused_staff_file("name,email\nA,b@x.example,Sales\n").at(0).line, 2U);
}

TEST(StaffFile, has_an_end) {
  const auto of = [](std::size_t people) {
    std::string text = "name,email\n";
    for (std::size_t i = 0; i < people; ++i) text += "A,a@x.example\n";
    return text;
  };
  EXPECT_EQ(read_staff_file(of(most_staff_rows))->rows.size(), most_staff_rows);
  EXPECT_THAT(refused_staff_file(of(most_staff_rows + 1)).at(0).message, HasSubstr("more than"));
  EXPECT_THAT(refused_staff_file(std::string(most_staff_bytes + 1, 'a')).at(0).message,
              HasSubstr("4 MB"));
  EXPECT_THAT(refused_staff_file("").at(0).message, HasSubstr("nobody"));
  EXPECT_THAT(refused_staff_file("name,email\n").at(0).message, HasSubstr("nobody"));
}

TEST(StaffFile, is_written_so_that_no_spreadsheet_takes_a_cell_for_a_formula) {
  for (const auto* name : {"=1+1", "+44", "-2", "@sum", "'=1", "''@x"}) {
    const auto text = write_staff_file({{2, name, "a@x.example", "", "", ""}});
    EXPECT_THAT(text, HasSubstr("\"'" + std::string(name) + "\""));
    EXPECT_EQ(read_staff_file(text)->rows.at(0).name, name);
  }
  EXPECT_EQ(read_staff_file("name,email\n=1+1,a@x.example\n")->rows.at(0).name, "=1+1");
  EXPECT_THAT(write_staff_file({{2, "O'Hara", "", "", "", ""}}), HasSubstr("\"O'Hara\""));
}

TEST(StaffFile, is_read_back_as_it_was_written) {
  rc::check([](const std::vector<std::string>& names) {
    std::vector<StaffRow> rows;
    for (const auto& typed : names) {
      auto name = is_utf8(typed) ? cleaned(typed) : std::string("Ilić; \"Ste, fan\"");
      std::ranges::replace_if(name, [](char c) { return c == '\n' || c == '\t'; }, ' ');
      rows.push_back({rows.size() + 2, name, "a@x.example", "A / B", "x @ y | z", "b@x.example"});
    }
    RC_PRE(!rows.empty());
    const auto file = read_staff_file(write_staff_file(rows));
    RC_ASSERT(file.has_value());
    RC_ASSERT(file->rows == rows);
  });
}

}  // namespace
}  // namespace touchstone::staff
