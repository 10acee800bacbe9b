#include "platform/document/document.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "platform/document/listener_test.h"
#include "platform/document/word_template.h"

namespace touchstone::document {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

std::string read_back(const std::vector<std::string>& command, const std::string& file) {
  auto text = run_confined(command, file, {}, {.time = 60s});
  if (!text) ADD_FAILURE() << command.front() << ": " << text.error().detail;
  return text.value_or("");
}

// What a program says about the file: "-" in its arguments is standard input.
std::string text_of_pdf(const std::string& pdf) {
  return read_back({"pdftotext", "-layout", "-", "-"}, pdf);
}
std::string text_of_word(const std::string& word) {
  return read_back({"pandoc", "--from", "docx", "--to", "plain", "--columns", "300"}, word);
}
std::string part_of_word(const std::string& word, const std::string& name) {
  return read_back({"python3", "-c",
                    "import io, sys, zipfile\n"
                    "z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\n"
                    "sys.stdout.buffer.write(b''.join(z.read(n) for n in z.namelist() if "
                    "n.startswith('" +
                        name + "')))"},
                   word);
}

std::string made(const Paper& paper, Format format) {
  auto file = file_of(paper, format, {.time = 60s});
  if (!file) ADD_FAILURE() << ending(format) << ": " << file.error().detail;
  return file.value_or("");
}

Paper small_paper() {
  Paper paper{.title = "Tŷ Gŵyn: Łódź & <Kraków> 🎉",
              .footer = "Angharad Tŷ Gŵyn, 23 November 2026",
              .body = html(R"(<p>Żółć ✓ 🎉 {}</p><h2>Themes</h2>
<table><caption>Area one</caption><thead><tr><th scope="col">Theme</th><th scope="col">Level</th></tr></thead>
<tbody><tr><th scope="row">Planning</th><td class="chosen"><div data-custom-style="Chosen"><p>✓ Gold</p></div></td></tr></tbody></table>
<ul><li>first</li><li>second</li></ul>)",
                           "a < b & \"c\""),
              .wide = true};
  return paper;
}

const std::vector<std::string> its_texts = {"Łódź & <Kraków>", "Żółć ✓",   "a < b & ", "Themes",
                                            "Area one",        "Planning", "✓ Gold",   "second"};

TEST(Document, a_pdf_says_what_the_page_says) {
  const auto pdf = made(small_paper(), Format::pdf);
  EXPECT_TRUE(pdf.starts_with("%PDF-"));
  const auto text = text_of_pdf(pdf);
  for (const auto& expected : its_texts) EXPECT_THAT(text, HasSubstr(expected));
  EXPECT_THAT(text, HasSubstr("Page 1 of 1"));
  EXPECT_THAT(text, HasSubstr("Angharad Tŷ Gŵyn, 23 November 2026"));
}

TEST(Document, a_word_longer_than_its_column_leaves_the_others_theirs) {
  Paper paper{.title = "Minutes",
              .footer = "",
              .body = html(R"(<table><colgroup><col width="38%"><col width="62%"></colgroup>
<tbody><tr><th scope="row"><b>{}</b></th><td>Sent back</td></tr></tbody></table>
<table><tbody><tr><th scope="row">{}</th><td>Validated</td></tr></tbody></table>)",
                           std::string(90, 'w'), std::string(300, 'w'))};
  const auto text = text_of_pdf(made(paper, Format::pdf));
  EXPECT_THAT(text, HasSubstr("Sent back"));
  EXPECT_THAT(text, HasSubstr("Validated"));
}

TEST(Document, a_word_file_opens_again_with_the_same_text) {
  const auto word = made(small_paper(), Format::word);
  const auto text = text_of_word(word);
  for (const auto& expected : its_texts)
    if (!expected.contains("Łódź")) {
      EXPECT_THAT(text, HasSubstr(expected));
    }
  EXPECT_THAT(part_of_word(word, "word/footer"), HasSubstr("Angharad Tŷ Gŵyn, 23 November 2026"));
  EXPECT_THAT(part_of_word(word, "word/footer"), HasSubstr("NUMPAGES"));
}

TEST(Document, a_pdf_is_tagged_with_its_title_and_language) {
  const auto pdf = made(small_paper(), Format::pdf);
  const auto about = read_back({"pdfinfo", "-"}, pdf);
  EXPECT_THAT(about, HasSubstr("Tagged:          yes"));
  EXPECT_THAT(about, HasSubstr("Title:           Tŷ Gŵyn: Łódź & <Kraków>"));
  EXPECT_THAT(about, HasSubstr("(A4)"));
  EXPECT_TRUE(pdf.contains("/Lang (en-GB)")) << "the language";
  const auto tags = read_back({"pdfinfo", "-struct", "-"}, pdf);
  for (const auto* tag : {"H1", "H2", "Table", "TH", "TD", "L"})
    EXPECT_THAT(tags, ::testing::ContainsRegex(std::string("(^|\n) *") + tag + "[ \n]")) << tags;
}

TEST(Document, a_word_file_has_headings_repeated_header_rows_title_and_language) {
  const auto word = made(small_paper(), Format::word);
  const auto body = part_of_word(word, "word/document.xml");
  EXPECT_THAT(body, HasSubstr(R"(<w:pStyle w:val="Title")"));
  EXPECT_THAT(body, HasSubstr(R"(<w:pStyle w:val="Heading2")"));
  EXPECT_THAT(body, HasSubstr("<w:tblHeader"));
  EXPECT_THAT(body, HasSubstr(R"(w:orient="landscape")"));
  EXPECT_THAT(body, HasSubstr(R"(<w:pStyle w:val="Chosen")"));
  EXPECT_THAT(part_of_word(word, "docProps/core.xml"), HasSubstr("Łódź &amp; &lt;Kraków&gt;"));
  const auto styles = part_of_word(word, "word/styles.xml");
  EXPECT_THAT(styles, HasSubstr(R"( w:val="en-GB")"));
  EXPECT_THAT(styles, HasSubstr("<w:cantSplit"));
}

TEST(Document, every_letter_of_a_pdf_has_a_font_inside) {
  const auto fonts = read_back({"pdffonts", "-"}, made(small_paper(), Format::pdf));
  EXPECT_THAT(fonts, HasSubstr("Liberation-Sans"));
  EXPECT_THAT(fonts, HasSubstr("Noto-Color-Emoji"));
}

TEST(Document, chinese_and_japanese_letters_are_no_blanks_in_a_pdf) {
  const auto pdf = made({.title = "Letters",
                         .footer = "",
                         .body = html("<p>{}</p>", "王小明 田中さくら カタカナ"),
                         .wide = false},
                        Format::pdf);
  // Text without letters can be read back too: only the font shows that something is drawn.
  EXPECT_THAT(read_back({"pdffonts", "-"}, pdf), HasSubstr("Droid-Sans-Fallback"));
  EXPECT_THAT(text_of_pdf(pdf), HasSubstr("王小明 田中さくら カタカナ"));
}

Paper hostile_paper(const std::string& elsewhere) {
  Paper paper{.title = "Hostile", .footer = "nobody", .body = {}};
  // What no page of ours contains, as if somebody had found a way to put it in.
  std::string markup = "<p>still here</p>";
  for (const auto& place :
       {std::string("file:///etc/passwd"), std::string("file:///proc/1/environ"),
        std::string("/etc/passwd"), elsewhere + "image.png"}) {
    markup += "<link rel=\"attachment\" href=\"" + place + "\">";
    markup += "<link rel=\"stylesheet\" href=\"" + place + "\">";
    markup += fmt::format(R"(<object data="{0}"></object><iframe src="{0}"></iframe>)", place);
    markup += fmt::format("<style>@import url({0}); p {{ background: url({0}); }}</style>", place);
    markup += "<p><a href=\"" + place + "\">link</a></p>";
  }
  paper.body = Html::made_safe_elsewhere(markup);
  return paper;
}

TEST(Document, a_hostile_page_reads_no_file_and_calls_nobody) {
  const testing::Listener listener;
  const auto elsewhere = "http://127.0.0.1:" + std::to_string(listener.port()) + "/of-the-page/";
  auto paper = hostile_paper(elsewhere);
  const auto pdf = made(paper, Format::pdf);
  EXPECT_THAT(text_of_pdf(pdf), HasSubstr("still here"));
  const auto attached =
      run_confined({"pdfdetach", "-list", "/given/pdf"}, "", {{"pdf", pdf}}, {.time = 60s});
  EXPECT_THAT(attached.value(), HasSubstr("0 embedded files"));
  for (const auto& place : {std::string("/etc/passwd"), elsewhere + "image.png"}) {
    auto with_picture = paper;
    with_picture.body.add(
        Html::made_safe_elsewhere("<p><img src=\"" + place + "\" alt=\"picture\"></p>"));
    if (const auto file = file_of(with_picture, Format::word, {.time = 60s})) {
      EXPECT_THAT(part_of_word(*file, "word/media"), Not(HasSubstr("root:"))) << place;
    }
  }
  EXPECT_FALSE(listener.heard("of-the-page"));
}

TEST(Document, a_page_without_end_ends_when_its_time_is_up) {
  std::string rows;
  for (int i = 0; i < 300'000; ++i) rows += "<tr><td>a<td>b<td>c";
  Paper paper{.title = "Huge", .footer = "", .body = {}};
  paper.body = Html::made_safe_elsewhere("<table>" + rows + "</table>");
  for (const auto format : {Format::word, Format::pdf})
    EXPECT_FALSE(file_of(paper, format, {.time = 1500ms})) << ending(format);
}

TEST(Document, nothing_hinders_it_on_this_machine) {
  const auto found = hindrance();
  EXPECT_FALSE(found) << found->what << ' ' << found->remedy;
}

}  // namespace
}  // namespace touchstone::document
