#include "platform/http/multipart.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

namespace touchstone::http {
namespace {

const std::string part = "--B\r\nContent-Disposition: form-data; name=\"";

class Parts : public ::testing::Test {
 protected:
  Parts() {
    auto name = (std::filesystem::temp_directory_path() / "parts-XXXXXX").string();
    folder = ::mkdtemp(name.data());
  }
  ~Parts() override { std::filesystem::remove_all(folder); }

  // What was read, fed in pieces of that size.
  std::string read(std::string_view body, std::size_t piece, bool files = true) {
    Multipart parts("B", files ? folder : std::filesystem::path());
    for (std::size_t at = 0; at < body.size(); at += piece)
      if (!parts.feed(body.substr(at, piece))) return "refused";
    if (!parts.finish()) return "refused";
    std::string out;
    for (const auto& [name, value] : parts.fields) out += name + "=" + *value + ";";
    for (const auto& upload : parts.uploads) {
      std::ifstream file(upload.path, std::ios::binary);
      out += upload.field + ":" + upload.name + ":" + upload.type + ":" +
             std::string(std::istreambuf_iterator<char>(file), {}) + ";";
      EXPECT_EQ(std::filesystem::file_size(upload.path), static_cast<std::size_t>(upload.size));
    }
    return out;
  }
  std::size_t files_left() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
  }
  std::filesystem::path folder;
};

TEST_F(Parts, are_the_same_in_whatever_pieces_they_come) {
  const auto body = part + "a\"\r\n\r\none\r\n" + part +
                    "f\"; filename=\"x.txt\"\r\nContent-Type: text/plain\r\n\r\n" +
                    "\r\n-\r\n--\r\n--A\r\n\r\n" + part + "e\"\r\n\r\n\r\n--B--\r\n";
  for (std::size_t piece = 1; piece <= body.size(); ++piece)
    EXPECT_EQ(read(body, piece), "a=one;e=;f:x.txt:text/plain:\r\n-\r\n--\r\n--A\r\n;") << piece;
  EXPECT_EQ(files_left(), 0U);
}

TEST_F(Parts, leave_no_file_behind_when_the_rest_never_comes) {
  {
    Multipart parts("B", folder);
    EXPECT_TRUE(parts.feed(part + "f\"; filename=\"x\"\r\n\r\n" + std::string(1000, 'x')));
    EXPECT_EQ(files_left(), 1U);
    EXPECT_FALSE(parts.finish());
  }
  EXPECT_EQ(files_left(), 0U);
}

TEST_F(Parts, that_are_files_touch_no_disk_where_they_are_left_out) {
  for (const auto* bytes : {"bytes", ""}) {
    Multipart parts("B", folder);
    parts.leave_files();
    EXPECT_TRUE(parts.feed(part + "f\"; filename=\"x\"\r\n\r\n" + bytes));
    EXPECT_EQ(files_left(), 0U);
    EXPECT_TRUE(parts.feed("\r\n" + part + "a\"\r\n\r\none\r\n--B--"));
    EXPECT_TRUE(parts.finish());
    EXPECT_EQ(parts.fields.text("a"), "one");
    EXPECT_TRUE(parts.uploads.empty());
    EXPECT_EQ(parts.left_out(), *bytes != '\0');
  }
}

TEST_F(Parts, keep_an_empty_file_and_skip_one_that_was_not_chosen) {
  EXPECT_EQ(read(part + "f\"; filename=\"x\"\r\n\r\n\r\n--B--", 100), "f:x::;");
  EXPECT_EQ(read(part + "f\"; filename=\"\"\r\n\r\n\r\n--B--", 100), "");
}

TEST_F(Parts, are_refused_when_they_are_malformed) {
  const std::string good = part + "a\"\r\n\r\none\r\n";
  const std::pair<const char*, std::string> cases[] = {
      {"nothing", ""},
      {"no end", good},
      {"preamble", "hello\r\n" + good + "--B--"},
      {"another boundary", "--C\r\n"},
      {"text after the end", good + "--B--\r\nmore"},
      {"boundary with a tail", good + "--Bx\r\n"},
      {"boundary with a space", "--B \r\n"},
      {"bare line feeds", "--B\nContent-Disposition: form-data; name=\"a\"\n\none\n--B--"},
      {"no disposition", "--B\r\nContent-Type: text/plain\r\n\r\none\r\n--B--"},
      {"another disposition",
       "--B\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\none\r\n--B--"},
      {"two dispositions",
       "--B\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; "
       "name=\"b\"\r\n\r\none\r\n--B--"},
      {"no name", "--B\r\nContent-Disposition: form-data\r\n\r\none\r\n--B--"},
      {"empty name", part + "\"\r\n\r\none\r\n--B--"},
      {"two names", part + "a\"; name=\"b\"\r\n\r\none\r\n--B--"},
      {"unquoted name", "--B\r\nContent-Disposition: form-data; name=a\r\n\r\none\r\n--B--"},
      {"extended file name", part + "a\"; filename*=UTF-8''x\r\n\r\none\r\n--B--"},
      {"unknown parameter", part + "a\"; size=\"1\"\r\n\r\none\r\n--B--"},
      {"open quote", "--B\r\nContent-Disposition: form-data; name=\"a\r\n\r\none\r\n--B--"},
      {"transfer encoding", part + "a\"\r\nContent-Transfer-Encoding: base64\r\n\r\none\r\n--B--"},
      {"no colon", part + "a\"\r\nnonsense\r\n\r\none\r\n--B--"},
      {"name not UTF-8", part + "\xff\"\r\n\r\none\r\n--B--"},
      {"value not UTF-8", part + "a\"\r\n\r\n\xff\r\n--B--"},
      {"value with NUL", part + "a\"\r\n\r\n" + std::string(1, '\0') + "\r\n--B--"},
      {"file name not UTF-8", part + "a\"; filename=\"\xff\"\r\n\r\none\r\n--B--"},
      {"too long a header", part + "a\"\r\nX: " + std::string(5000, 'x') + "\r\n\r\none\r\n--B--"},
      {"too much text", part + "a\"\r\n\r\n" + std::string(1100 * 1024, 'x') + "\r\n--B--"},
  };
  for (const auto& [name, body] : cases)
    for (const std::size_t piece : {std::size_t{7}, std::size_t{1} << 20})
      EXPECT_EQ(read(body, piece), "refused") << name;
  EXPECT_EQ(read(good + "--B--", 100), "a=one;");
  EXPECT_EQ(files_left(), 0U);
}

TEST_F(Parts, are_refused_when_there_are_too_many) {
  std::string body;
  for (int i = 0; i < 1001; ++i) body += part + "a\"\r\n\r\n1\r\n";
  EXPECT_EQ(read(body + "--B--", 4096), "refused");
}

TEST_F(Parts, hold_no_file_where_none_is_expected) {
  EXPECT_EQ(read(part + "f\"; filename=\"x\"\r\n\r\nabc\r\n--B--", 100, false), "refused");
}

TEST(Boundary, is_taken_from_the_content_type) {
  EXPECT_EQ(boundary_of("multipart/form-data; boundary=abc"), "abc");
  EXPECT_EQ(boundary_of("multipart/form-data; BOUNDARY=\"a b\""), std::nullopt);
  EXPECT_EQ(boundary_of("multipart/form-data; boundary=\"abc\""), "abc");
  EXPECT_EQ(boundary_of("multipart/form-data"), std::nullopt);
  EXPECT_EQ(boundary_of("multipart/form-data; boundary="), std::nullopt);
  EXPECT_EQ(boundary_of("multipart/form-data; boundary=a\"b"), std::nullopt);
  EXPECT_EQ(boundary_of("multipart/form-data; boundary=" + std::string(71, 'a')), std::nullopt);
  EXPECT_EQ(boundary_of("multipart/form-data; charset=x; boundary=a"), std::nullopt);
}

}  // namespace
}  // namespace touchstone::http
