#include "platform/http/multipart.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

#include "platform/text.h"

namespace touchstone::http {
namespace {

constexpr std::size_t most_header_bytes = 4096;
constexpr std::size_t most_parts = 1000;
constexpr std::int64_t written_between_looks = 8 * 1024 * 1024;  // bytes

bool same_letters(std::string_view one, std::string_view lower_case) {
  return std::ranges::equal(one, lower_case, {}, [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
}

// Takes one `; name="value"` off the front; the value has neither quotes nor line ends in it
// (browsers escape them).
bool take_parameter(std::string_view& rest, std::string_view& name, std::string_view& value) {
  rest = trimmed(rest);
  if (!rest.starts_with(';')) return false;
  rest = trimmed(rest.substr(1));
  const auto equals = rest.find("=\"");
  if (equals == std::string_view::npos || equals == 0) return false;
  name = rest.substr(0, equals);
  rest.remove_prefix(equals + 2);
  const auto quote = rest.find('"');
  if (quote == std::string_view::npos) return false;
  value = rest.substr(0, quote);
  rest.remove_prefix(quote + 1);
  return true;
}

void write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    if (written <= 0) throw std::runtime_error("An upload could not be written to disk.");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

bool boundary_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("'()+_,-./:=?").contains(c);
}

}  // namespace

std::optional<std::string> boundary_of(std::string_view content_type) {
  const auto semicolon = content_type.find(';');
  if (semicolon == std::string_view::npos) return std::nullopt;
  auto rest = trimmed(content_type.substr(semicolon + 1));
  constexpr std::string_view key = "boundary=";
  if (rest.size() <= key.size() || !same_letters(rest.substr(0, key.size()), key))
    return std::nullopt;
  rest.remove_prefix(key.size());
  if (rest.size() >= 2 && rest.front() == '"' && rest.back() == '"')
    rest = rest.substr(1, rest.size() - 2);
  if (rest.empty() || rest.size() > 70 || !std::ranges::all_of(rest, boundary_character))
    return std::nullopt;
  return std::string(rest);
}

Multipart::Multipart(std::string boundary, std::filesystem::path folder)
    : delimiter_("\r\n--" + std::move(boundary)), folder_(std::move(folder)), buffer_("\r\n") {}

Multipart::~Multipart() {
  if (file_ >= 0) ::close(file_);
  if (upload_ && !upload_->path.empty()) ::unlink(upload_->path.c_str());
  for (const auto& upload : uploads) ::unlink(upload.path.c_str());
}

bool Multipart::feed(std::string_view bytes) {
  buffer_.append(bytes);
  while (step()) {
  }
  buffer_.erase(0, at_);
  at_ = 0;
  return place_ != Place::broken;
}

bool Multipart::finish() {
  return place_ == Place::end && (buffer_.empty() || buffer_ == "\r\n");
}

bool Multipart::step() {
  switch (place_) {
    case Place::boundary:
      return at_boundary();
    case Place::after_boundary:
      return after_boundary();
    case Place::headers:
      return headers();
    case Place::content:
      return content();
    case Place::end:
      return buffer_.size() - at_ > 2 ? fail() : false;
    case Place::broken:
      return false;
  }
  return false;
}

bool Multipart::fail() {
  place_ = Place::broken;
  return false;
}

bool Multipart::at_boundary() {
  const auto rest = std::string_view(buffer_).substr(at_);
  const auto common = std::min(rest.size(), delimiter_.size());
  if (rest.substr(0, common) != std::string_view(delimiter_).substr(0, common)) return fail();
  if (common < delimiter_.size()) return false;
  at_ += delimiter_.size();
  place_ = Place::after_boundary;
  return true;
}

bool Multipart::after_boundary() {
  const auto rest = std::string_view(buffer_).substr(at_, 2);
  if (rest.size() < 2) return false;
  at_ += 2;
  if (rest == "--")
    place_ = Place::end;
  else if (rest == "\r\n")
    place_ = Place::headers;
  else
    return fail();
  return true;
}

bool Multipart::headers() {
  const auto rest = std::string_view(buffer_).substr(at_);
  const auto end = rest.find("\r\n\r\n");
  if (end == std::string_view::npos) return rest.size() > most_header_bytes ? fail() : false;
  if (end > most_header_bytes || ++parts_ > most_parts) return fail();
  const auto block = std::string(rest.substr(0, end));
  at_ += end + 4;
  if (!read_disposition(block)) return fail();
  place_ = Place::content;
  value_.clear();
  return true;
}

bool Multipart::read_disposition(std::string_view block) {
  std::string_view disposition;
  std::string type;
  for (auto line : split(block, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_utf8(line) || line.contains('\r')) return false;
    const auto value = trimmed(line.substr(colon + 1));
    if (same_letters(line.substr(0, colon), "content-disposition")) {
      if (!disposition.empty()) return false;
      disposition = value;
    } else if (same_letters(line.substr(0, colon), "content-type")) {
      type = std::string(value);
    } else if (same_letters(line.substr(0, colon), "content-transfer-encoding")) {
      return false;
    }
  }
  if (!open_part(disposition)) return false;
  if (upload_) upload_->type = type;
  return true;
}

bool Multipart::open_part(std::string_view disposition) {
  constexpr std::string_view form_data = "form-data";
  if (!same_letters(disposition.substr(0, form_data.size()), form_data)) return false;
  auto rest = disposition.substr(form_data.size());
  std::optional<std::string> name;
  std::optional<std::string> file;
  while (!trimmed(rest).empty()) {
    std::string_view key;
    std::string_view value;
    if (!take_parameter(rest, key, value)) return false;
    auto& slot = key == "name" ? name : file;
    if ((key != "name" && key != "filename") || slot) return false;
    slot = std::string(value);
  }
  if (!name || name->empty()) return false;
  name_ = std::move(*name);
  upload_.reset();
  if (!file) return true;
  if (folder_.empty()) return false;
  upload_ = Upload{name_, std::move(*file), {}, {}, 0};
  return true;
}

bool Multipart::content() {
  const auto rest = std::string_view(buffer_).substr(at_);
  const auto end = rest.find(delimiter_);
  if (end != std::string_view::npos) {
    keep(rest.substr(0, end));
    if (place_ == Place::broken) return false;
    at_ += end + delimiter_.size();
    close_part();
    return place_ != Place::broken;
  }
  // What could be the beginning of a delimiter stays.
  if (rest.size() < delimiter_.size()) return false;
  const auto sure = rest.size() - delimiter_.size() + 1;
  keep(rest.substr(0, sure));
  at_ += sure;
  return false;
}

void Multipart::keep(std::string_view bytes) {
  if (bytes.empty()) return;
  if (!upload_) {
    values_ += bytes.size();
    if (values_ > most_text)
      fail();
    else
      value_.append(bytes);
    return;
  }
  if (leaves_files_) {
    left_out_ = true;
    return;
  }
  if (file_ < 0) open_file();
  write_all(file_, bytes);
  const auto looks = upload_->size / written_between_looks;
  upload_->size += static_cast<std::int64_t>(bytes.size());
  if (upload_->size / written_between_looks > looks) look_for_room();
}

void Multipart::look_for_room() const {
  if (std::filesystem::space(folder_).available < left_free)
    throw std::runtime_error("There is no room for an upload in " + folder_.string());
}

void Multipart::open_file() {
  std::filesystem::create_directories(folder_);
  look_for_room();
  auto path = (folder_ / "upload-XXXXXX").string();
  file_ = ::mkostemp(path.data(), O_CLOEXEC);
  if (file_ < 0) throw std::runtime_error("There is no room for an upload in " + folder_.string());
  upload_->path = std::move(path);
}

void Multipart::close_part() {
  place_ = Place::after_boundary;
  if (!upload_) {
    if (!is_utf8(value_)) {
      fail();
      return;
    }
    fields.add(std::move(name_), std::move(value_));
    value_.clear();
    return;
  }
  if (leaves_files_) {
    upload_.reset();
    return;
  }
  // A form sends a part without a name for each file that was not chosen.
  if (upload_->name.empty() && upload_->size == 0) {
    upload_.reset();
    return;
  }
  if (file_ < 0) open_file();
  ::close(file_);
  file_ = -1;
  uploads.push_back(std::move(*upload_));
  upload_.reset();
}

}  // namespace touchstone::http
