#pragma once
#include "look/content.h"
#include "look/form_group.h"
#include "look/label.h"

namespace touchstone::look {

// A file to be sent. Its form is posted as multipart/form-data: see sends_files().
struct FileUpload {
  Label label{};
  std::string name{};
  std::string id{};  // empty: the name
  bool multiple = false;
  bool disabled = false;
  Hint hint{};
  ErrorMessage error_message{};
  std::string described_by{};
  FormGroup form_group{};
  std::string classes{};
  Attributes attributes{};
};
Html file_upload(const FileUpload& upload);

// The attributes of a form with files.
Attributes sends_files();

}  // namespace touchstone::look
