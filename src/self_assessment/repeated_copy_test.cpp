// The copy to keep, as a Word and a PDF file, of a sheet whose areas are asked for each type of
// provision.
#include "platform/document/confined.h"
#include "platform/text.h"
#include "self_assessment/sheets_world_test.h"
#include "standard/testing.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class RepeatedCopies : public SheetsWorld {
 protected:
  RepeatedCopies() : client_(client_of(hannah)) {
    write_in(demo_.eastmere, [](sql::Write& write) {
      const auto pack = standard::read_pack(standard::testing::repeated_pack);
      ASSERT_TRUE(standard::import(write, pack.value()));
    });
  }
  // Adults stand high, apprentices low, and what is asked of the whole in between.
  void judge_by_value(const std::string& address) {
    http::testing::Pairs fields{{"then", "finish"}};
    for (const auto* theme : {"safety", "leading", "curriculum@adults", "achievement@adults",
                              "curriculum@apprentices", "achievement@apprentices"}) {
      const std::string key(theme);
      fields.emplace_back(key + ".level", key.ends_with("@apprentices") ? "low" : "high");
      fields.emplace_back(key + ".version", "0");
    }
    fields.emplace_back("curriculum@apprentices.note", "Only for apprentices");
    EXPECT_EQ(client_.post_form(address + "/judgements", fields).status, 303);
  }
  // What stands on such a file's pages, in one line. The words of a Word file are read as they are
  // shown: pandoc, which reads them too, adds what tables say to screen readers.
  std::string words_of_copy(const std::string& address, const std::string& ending) {
    const auto file = client_.get(address + "/copy." + ending);
    EXPECT_EQ(file.status, 200) << ending;
    const std::vector<std::string> pdf{"pdftotext", "-", "-"};
    const std::vector<std::string> word{
        "python3", "-c",
        "import io, re, sys, zipfile\n"
        "z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\n"
        "page = z.read('word/document.xml').decode().replace('</w:p>', '\\n')\n"
        "sys.stdout.write(re.sub('<[^>]*>', '', page))"};
    const auto text = document::run_confined(ending == "pdf" ? pdf : word, file.body, {},
                                             {.time = std::chrono::seconds(60)});
    std::string line;
    for (const auto& part : split(text.value(), '\n')) line.append(trimmed(part)).append(" ");
    for (auto at = line.find(mark); at != line.npos; at = line.find(mark, at + 1))
      if (line.substr(at + mark.size(), 1) == " ") line.erase(at + mark.size(), 1);
    return line;
  }

  // Before the letter of the level chosen; a font of its own parts it from the letter in one file,
  // a space in the other.
  const std::string mark{"✓"};
  http::testing::Client client_;
};
INSTANTIATE_ON_BOTH_DATABASES(RepeatedCopies);

// What stands between two captions, each of which must be there once.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const auto begin = text.find(from);
  const auto end = to.empty() ? text.size() : text.find(to);
  EXPECT_NE(begin, text.npos) << from;
  EXPECT_EQ(text.find(from, begin + 1), text.npos) << from << " stands twice";
  EXPECT_LT(begin, end) << from << " before " << to;
  return begin < end && end != text.npos ? text.substr(begin, end - begin) : std::string();
}

TEST_P(RepeatedCopies, C_31_have_each_area_once_for_each_type_of_provision_in_order) {
  const auto begun = client_.post_form("/eastmere/self-assessments",
                                       {{"standard", "provision@1"}, {"name", "Spring 2027"}});
  const std::string sheet(begun.header("location"));
  judge_by_value(sheet);
  for (const auto* ending : {"docx", "pdf"}) {
    const auto text = words_of_copy(sheet, ending);
    EXPECT_THAT(text, AllOf(HasSubstr("20 of 24"), HasSubstr("Sheet 1"), HasSubstr("Sheet 2")));
    EXPECT_THAT(between(text, "The whole", "Adult learning: Teaching"), HasSubstr("✓H"));
    const auto adults = between(text, "Adult learning: Teaching", "Apprenticeships: Teaching");
    EXPECT_THAT(adults, AllOf(HasSubstr("Adult learning: Curriculum"), HasSubstr("✓H"),
                              Not(HasSubstr("✓L")), Not(HasSubstr("Apprenticeships:"))))
        << ending;
    const auto apprentices = between(text, "Apprenticeships: Teaching", "");
    EXPECT_THAT(apprentices, AllOf(HasSubstr("Apprenticeships: Achievement"), HasSubstr("✓L"),
                                   Not(HasSubstr("✓H")), HasSubstr("Only for apprentices")))
        << ending;
  }
}

TEST_P(RepeatedCopies, C_31_of_a_standard_that_adds_nothing_up_have_every_area_of_it) {
  const auto begun =
      client_.post_form("/eastmere/institution/views", {{"standard", "ofsted-fe@2025-11.2"}});
  const std::string sheet(begun.header("location"));
  client_.post_json(sheet + "/judgements/achievement%40apprenticeships",
                    R"({"level": "needs-attention", "version": 0})");
  for (const auto* ending : {"docx", "pdf"}) {
    const auto text = words_of_copy(sheet, ending);
    std::size_t at = text.find("What the levels say");
    for (const auto* area : standard::in_the_box("ofsted-fe@2025-11.2")->asked_areas()) {
      if (area->elements.empty()) continue;
      const auto next = text.find(area->title, at);
      EXPECT_NE(next, text.npos) << ending << ": " << area->title << " is not there, or too early";
      at = next == text.npos ? at : next;
    }
    EXPECT_THAT(text, Not(HasSubstr(" points"))) << ending;
  }
}

}  // namespace
}  // namespace touchstone::self_assessment
