#pragma once
#include <optional>
#include <string>

#include "platform/complaint.h"
#include "platform/html/html.h"
#include "platform/http/request.h"
#include "staff/staff_import.h"

namespace touchstone::staff {

// "3 people are new, 1 changes, 20 are on the list like this already."
std::string import_in_words(const StaffImport& import);

struct ImportFormView {
  std::string done{};   // what came of the file before; told to programs
  std::string typed{};  // pasted, and refused
  Complaints complaints{};
};
// Where a file is chosen or pasted.
Html import_form_page(const http::Request& request, const ImportFormView& view);

struct ImportView {
  StaffImport import{};
  std::string_view table{};  // the file, as text
  bool from_windows = false;
  Complaints complaints{};
};
// What the file would do; with a button when all of it may be done.
Html import_page(const http::Request& request, const ImportView& view);

}  // namespace touchstone::staff
