#include "platform/files/child_level.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "platform/files/files_on_disk_test.h"

namespace touchstone::files {
namespace {

class ChildLevelData : public FilesOnDisk {
 protected:
  static constexpr FileKind csv{".csv", "text/csv", Family::table};
  static constexpr FileKind excel{".xlsx", "", Family::table};
  static constexpr FileKind open_table{".ods", "", Family::table};

  ChildLevel in(const FileKind& kind, const std::string& bytes) {
    return child_level_of(write(bytes), kind);
  }
  static std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
  }
  static std::string excel_of(const std::string& rows, const std::string& shared = {}) {
    std::vector<std::pair<std::string, std::string>> parts{
        {"xl/workbook.xml", "<workbook/>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
    if (!shared.empty()) parts.emplace_back("xl/sharedStrings.xml", "<sst>" + shared + "</sst>");
    return zip_of(parts);
  }
};

TEST_F(ChildLevelData, a_list_of_children_is_recognised_by_its_headings) {
  EXPECT_EQ(in(csv, "Child Unique ID,Gender,Date of Birth\n1234,F,2012-03-04\n"),
            ChildLevel::likely);
  EXPECT_EQ(in(csv, "List 1: contacts\n\n\"Child unique ID\";\"Ethnicity\"\n7;WBRI\n"),
            ChildLevel::likely);
  EXPECT_EQ(in(csv, "ULN\tAge\n9\t17\n"), ChildLevel::likely);
  EXPECT_EQ(in(csv, "Surname,First name,DOB,Postcode\nDoe,Jo,2009-01-02,AB1 2CD\n"),
            ChildLevel::likely);
}

TEST_F(ChildLevelData, a_list_that_only_says_Name_is_recognised_by_who_stands_below) {
  EXPECT_EQ(in(csv, "Name,Attendance,Grade\n\"Smith, Anna\",91,2\n"), ChildLevel::likely);
  EXPECT_EQ(in(csv, "Name,Grade\n\"Eastmere College\",2\n"), ChildLevel::no);
  const auto row = [](std::string_view first, std::string_view third) {
    return fmt::format(R"(<row><c r="A1" t="inlineStr"><is><t>{}</t></is></c>)"
                       R"(<c r="C1" t="inlineStr"><is><t>{}</t></is></c></row>)",
                       first, third);
  };
  EXPECT_EQ(in(excel, excel_of(row("Grade", "Name") + row("2", "Anna Smith"))), ChildLevel::likely);
  EXPECT_EQ(in(excel, excel_of(row("Grade", "Name") + row("2", "Eastmere College"))),
            ChildLevel::no);
  EXPECT_EQ(in(excel, excel_of(row("Grade", "Name") + R"(<row><c r="C2" t="inlineStr"><is><t>)" +
                               R"(Anna Smith</t></is></c></row>)")),
            ChildLevel::likely)
      << "cells that are not there";
}

TEST_F(ChildLevelData, figures_of_groups_and_lists_without_rows_are_not) {
  EXPECT_EQ(in(csv, "Area,Learners,Achievement rate\nCare,240,91\n"), ChildLevel::no);
  EXPECT_EQ(in(csv, "Gender,Ethnicity,Learners\nF,WBRI,120\n"), ChildLevel::no)
      << "numbers by group";
  EXPECT_EQ(in(csv, "Name,E-mail\nPriya,p@example\n"), ChildLevel::no);
  EXPECT_EQ(in(csv, "Child unique ID,Date of birth\n"), ChildLevel::no) << "an empty form";
  EXPECT_EQ(in({".pdf", "", Family::document}, "Child unique ID,Date of birth\n1,2\n"),
            ChildLevel::no);
}

TEST_F(ChildLevelData, every_sheet_of_an_Excel_file_is_looked_into) {
  const std::string shared =
      "<si><t>Child unique ID</t></si><si><r><t>Date of </t></r><r><t>birth</t></r></si>";
  const std::string headed =
      R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c><v>7</v></c></row>)";
  EXPECT_EQ(in(excel, excel_of(headed, shared)), ChildLevel::likely);
  EXPECT_EQ(in(excel, excel_of(R"(<row><c t="inlineStr"><is><t>UPN</t></is></c>)"
                               R"(<c t="inlineStr"><is><t>Sex</t></is></c></row>)"
                               R"(<row><c><v>1</v></c></row>)")),
            ChildLevel::likely);
  EXPECT_EQ(in(excel, excel_of(R"(<row><c><v>2026</v></c></row>)")), ChildLevel::no);
}

TEST_F(ChildLevelData, an_open_document_table_is_looked_into) {
  const auto table = [](std::string_view first, std::string_view second) {
    constexpr std::string_view cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>";
    return zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                   {"content.xml",
                    fmt::format("<office:document-content><office:body><office:spreadsheet>"
                                "<table:table><table:table-row>{}{}</table:table-row>"
                                "<table:table-row>{}</table:table-row></table:table>"
                                "</office:spreadsheet></office:body></office:document-content>",
                                fmt::format(cell, first), fmt::format(cell, second),
                                fmt::format(cell, "7"))}});
  };
  EXPECT_EQ(in(open_table, table("Learner ID", "Ethnicity")), ChildLevel::likely);
  EXPECT_EQ(in(open_table, table("Area", "Rate")), ChildLevel::no);
}

TEST_F(ChildLevelData, rows_of_Excel_are_found_whatever_prefix_their_writer_chose) {
  const auto row = [](std::string_view cell) {
    constexpr auto filled = R"(<x:c t="inlineStr"><x:is><x:t>{}</x:t></x:is></x:c>)";
    return "<x:row>" + fmt::format(filled, cell) + fmt::format(filled, "Gender") + "</x:row>";
  };
  const auto sheet = [](std::string_view xml) {
    return zip_of(
        {{"xl/workbook.xml", "<x:workbook/>"},
         {"xl/worksheets/sheet1.xml", fmt::format("<x:worksheet>{}</x:worksheet>", xml)}});
  };
  const auto sheet_of = [&](const std::string& rows) {
    return sheet("<x:sheetData>" + rows + "</x:sheetData>");
  };
  EXPECT_EQ(in(excel, sheet_of(row("Child Unique ID") + row("1234"))), ChildLevel::likely);
  EXPECT_EQ(in(excel, sheet_of(row("ULN") + repeated(row("9"), 100))), ChildLevel::likely);
  EXPECT_EQ(in(excel, sheet_of(row("Year") + row("2026"))), ChildLevel::no);
  EXPECT_EQ(in(excel, sheet_of({})), ChildLevel::no);
  EXPECT_EQ(in(excel, sheet({})), ChildLevel::unknown) << "there is no place for rows";
}

TEST_F(ChildLevelData, rows_of_an_open_document_are_found_in_repeated_headings_and_groups) {
  const auto table = [](std::string_view rows) {
    return zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                   {"content.xml", fmt::format("<office:document-content><office:body>"
                                               "<office:spreadsheet><table:table>{}</table:table>"
                                               "</office:spreadsheet></office:body>"
                                               "</office:document-content>",
                                               rows)}});
  };
  const auto row = [](std::string_view cell) {
    constexpr auto filled = "<table:table-cell><text:p>{}</text:p></table:table-cell>";
    return "<table:table-row>" + fmt::format(filled, cell) + fmt::format(filled, "Gender") +
           "</table:table-row>";
  };
  const auto within = [](std::string_view name, const std::string& rows) {
    return fmt::format("<table:{0}>{1}</table:{0}>", name, rows);
  };
  EXPECT_EQ(in(open_table, table(within("table-header-rows", row("ULN")) + row("9"))),
            ChildLevel::likely);
  const auto deep = within("table-row-group", within("table-row-group", row("ULN")) + row("9"));
  EXPECT_EQ(in(open_table, table(deep)), ChildLevel::likely);
  EXPECT_EQ(in(open_table, table(within("table-row-group", row("Year")) + row("2026"))),
            ChildLevel::no);
}

TEST_F(ChildLevelData, a_table_that_cannot_be_looked_into_is_said_to_be_unknown) {
  EXPECT_EQ(in(excel, "no ZIP file"), ChildLevel::unknown);
  EXPECT_EQ(in(excel, excel_of("<row>", "")), ChildLevel::unknown) << "broken XML";
  std::string padding;
  padding.resize(9'000'000, ' ');
  EXPECT_EQ(in(excel, excel_of(padding)), ChildLevel::unknown) << "too large";
  EXPECT_EQ(in(open_table, zip_of({{"mimetype", "x"}})), ChildLevel::unknown);
}

TEST_F(ChildLevelData, of_a_long_sheet_its_first_rows_are_looked_at) {
  const std::string headed =
      R"(<row><c t="inlineStr"><is><t>UPN</t></is></c><c t="inlineStr"><is><t>Sex</t></is></c></row>)";
  EXPECT_EQ(in(excel, excel_of(headed + repeated("<row><c><v>1</v></c></row>", 400'000))),
            ChildLevel::likely);
  EXPECT_EQ(in(excel, excel_of(repeated("<row><c><v>1</v></c></row>", 400'000))), ChildLevel::no);
}

// In kB, since the process began.
long most_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

TEST_F(ChildLevelData, a_small_file_takes_no_much_memory) {
  const auto row = "<row>" + repeated(R"(<c t="s"><v>0</v></c>)", 200) + "</row>";
  const auto one_text = "<si><t>" + std::string(250'000, 'a') + "</t></si>";
  const auto before = most_memory();
  EXPECT_EQ(in(excel, excel_of(repeated(row, 20), one_text)), ChildLevel::no);
  EXPECT_EQ(in(excel, excel_of("<row/>", repeated("<si/>", 1'500'000))), ChildLevel::unknown);
  EXPECT_EQ(in(excel, excel_of("<row" + repeated(" a=\"\"", 150'000) + "/>")), ChildLevel::no);
  EXPECT_EQ(in(excel, excel_of("<row>" + repeated("<c/>", 250'000) + "</row>")), ChildLevel::no);
  EXPECT_LT(most_memory() - before, 300'000);
}

TEST_F(ChildLevelData, a_file_of_many_sheets_is_said_to_be_unknown) {
  std::vector<std::pair<std::string, std::string>> parts;
  for (int n = 0; n < 51; ++n)
    parts.emplace_back(fmt::format("xl/worksheets/sheet{}.xml", n), "<worksheet/>");
  EXPECT_EQ(in(excel, zip_of(parts)), ChildLevel::unknown);
}

}  // namespace
}  // namespace touchstone::files
