#pragma once
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "platform/document/zip.h"
#include "platform/sql/testing.h"

namespace touchstone::files {

using namespace std::string_literals;

// Small files to try things on.
class FilesOnDisk : public ::testing::Test {
 protected:
  std::filesystem::path write(const std::string& bytes) {
    auto path = folder_.path() / std::to_string(++written_);
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  static std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts) {
    document::Zip zip;
    for (const auto& [name, bytes] : parts) zip.add(name, bytes);
    return zip.finish();
  }
  static std::string office_file(const std::string& part, const std::string& other = "more.xml") {
    return zip_of({{"[Content_Types].xml", "<Types/>"}, {part, "<a/>"}, {other, "<b/>"}});
  }
  static std::string open_document(const std::string& type, const std::string& other = "more.xml") {
    return zip_of({{"mimetype", type}, {"content.xml", "<a/>"}, {other, "<b/>"}});
  }

  sql::testing::Folder folder_;

 private:
  int written_ = 0;
};

}  // namespace touchstone::files
