#include "platform/files/file_kind.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "platform/files/files_on_disk_test.h"

namespace touchstone::files {
namespace {

using ::testing::HasSubstr;

class FileKinds : public FilesOnDisk {
 protected:
  // The type of such a file; or what is wrong with it.
  std::string told(const std::string& name, const std::string& bytes) {
    const auto kind = kind_of_file(write(bytes), name);
    return kind ? std::string(kind->type) : kind.error();
  }
};

TEST_F(FileKinds, a_file_is_what_its_name_says) {
  EXPECT_EQ(told("Minutes.PDF", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n"), "application/pdf");
  EXPECT_EQ(told("photo.jpg", "\xff\xd8\xff\xe0\x00\x10JFIF"s), "image/jpeg");
  EXPECT_EQ(told("rates.csv", "year,rate\n2026,92\n"), "text/csv; charset=utf-8");
  EXPECT_EQ(told("note.txt", "They ask better questions now.\n"), "text/plain; charset=utf-8");
  EXPECT_EQ(told("plan.docx", office_file("word/document.xml")),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  EXPECT_EQ(told("plan.odt", open_document("application/vnd.oasis.opendocument.text")),
            "application/vnd.oasis.opendocument.text");
}

TEST_F(FileKinds, what_is_not_what_its_name_says_is_refused) {
  EXPECT_THAT(told("photo.jpg", "%PDF-1.7\n"), HasSubstr("not what its name says (.jpg)"));
  EXPECT_THAT(told("minutes.pdf", "MZ\x90\x00 a program"s), HasSubstr("not what its name says"));
  EXPECT_THAT(told("table.csv", "<!doctype html><script>alert(1)</script>"),
              HasSubstr("not what its name says"));
  EXPECT_THAT(told("plan.docx", "a text"), HasSubstr("not what its name says"));
  EXPECT_THAT(told("plan.docx", office_file("xl/workbook.xml")), HasSubstr("not what its name"));
  EXPECT_THAT(told("plan.odt", open_document("application/vnd.oasis.opendocument.spreadsheet")),
              HasSubstr("not what its name says"));
}

TEST_F(FileKinds, nothing_that_holds_a_program_is_taken) {
  for (const auto* name : {"tool.exe", "page.html", "drawing.svg", "all.zip", "no ending", ".pdf."})
    EXPECT_THAT(told(name, "%PDF-1.7\n"), HasSubstr("Files of this kind are not taken.")) << name;
  for (const auto* name : {"old.doc", "old.XLS", "with macros.xlsm"})
    EXPECT_THAT(told(name, "anything"), HasSubstr("save it as .docx")) << name;
  EXPECT_THAT(told("plan.docx", office_file("word/document.xml", "word/vbaProject.bin")),
              HasSubstr("holds a program"));
  EXPECT_THAT(told("plan.odt", open_document("application/vnd.oasis.opendocument.text",
                                             "Basic/Standard/script-lb.xml")),
              HasSubstr("holds a program"));
}

TEST_F(FileKinds, a_document_has_25_MB_at_most_and_a_film_1_GB) {
  const auto sized = [&](const std::string& name, const std::string& begin, std::int64_t size) {
    const auto path = write(begin);
    std::filesystem::resize_file(path, static_cast<std::uintmax_t>(size));
    const auto kind = kind_of_file(path, name);
    return kind ? std::string("taken") : kind.error();
  };
  EXPECT_EQ(sized("a.pdf", "%PDF-1.7\n", largest_document), "taken");
  EXPECT_THAT(sized("a.pdf", "%PDF-1.7\n", largest_document + 1), HasSubstr("25 MB at most"));
  const auto film = "\x00\x00\x00\x18"s + "ftypmp42" + "\x00\x00\x00\x00"s + "mp42isom";
  EXPECT_EQ(sized("a.mp4", film, largest_media), "taken");
  EXPECT_THAT(sized("a.mp4", film, largest_media + 1), HasSubstr("1 GB at most"));
  EXPECT_THAT(sized("a.pdf", "", 0), HasSubstr("empty"));
}

}  // namespace
}  // namespace touchstone::files
