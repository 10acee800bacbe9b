#include "platform/files/file_kind.h"

#include <fmt/format.h>
#include <magic.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "platform/files/zipped.h"
#include "platform/text.h"

namespace touchstone::files {
namespace {

// Whether a kind is a ZIP file of parts, and which part makes it what it is.
struct Known {
  FileKind kind;
  std::string_view found;  // what libmagic may call it, in spaces; a "/" at the end: all of those
  std::string_view part{};
};

constexpr std::string_view word_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view excel_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::string_view powerpoint_type =
    "application/vnd.openxmlformats-officedocument.presentationml.presentation";

constexpr std::array known{
    Known{{".pdf", "application/pdf", Family::document}, "application/pdf"},
    Known{{".docx", word_type, Family::document}, {}, "word/document.xml"},
    Known{{".pptx", powerpoint_type, Family::document}, {}, "ppt/presentation.xml"},
    Known{{".odt", "application/vnd.oasis.opendocument.text", Family::document}, {}, "content.xml"},
    Known{{".odp", "application/vnd.oasis.opendocument.presentation", Family::document},
          {},
          "content.xml"},
    Known{{".txt", "text/plain; charset=utf-8", Family::document}, "text/"},
    Known{{".xlsx", excel_type, Family::table}, {}, "xl/workbook.xml"},
    Known{{".ods", "application/vnd.oasis.opendocument.spreadsheet", Family::table},
          {},
          "content.xml"},
    Known{{".csv", "text/csv; charset=utf-8", Family::table}, "text/ application/csv"},
    Known{{".png", "image/png", Family::picture}, "image/png"},
    Known{{".jpg", "image/jpeg", Family::picture}, "image/jpeg"},
    Known{{".jpeg", "image/jpeg", Family::picture}, "image/jpeg"},
    Known{{".gif", "image/gif", Family::picture}, "image/gif"},
    Known{{".webp", "image/webp", Family::picture}, "image/webp"},
    Known{{".heic", "image/heic", Family::picture}, "image/heic image/heif"},
    Known{{".mp3", "audio/mpeg", Family::sound}, "audio/mpeg"},
    Known{{".m4a", "audio/mp4", Family::sound}, "audio/x-m4a audio/mp4 video/mp4"},
    Known{{".wav", "audio/wav", Family::sound}, "audio/x-wav audio/wav"},
    Known{{".ogg", "audio/ogg", Family::sound}, "audio/ogg application/ogg"},
    Known{{".mp4", "video/mp4", Family::film}, "video/mp4 video/x-m4v"},
    Known{{".mov", "video/quicktime", Family::film}, "video/quicktime"},
    Known{{".webm", "video/webm", Family::film}, "video/webm audio/webm"},
};

constexpr auto kinds = [] {
  std::array<FileKind, known.size()> all{};
  std::ranges::transform(known, all.begin(), &Known::kind);
  return all;
}();

constexpr std::string_view not_taken =
    "Files of this kind are not taken. Send a document (.pdf, .docx, .pptx, .odt, .odp, .txt), a "
    "table (.xlsx, .ods, .csv), a picture (.jpg, .png, .gif, .webp, .heic), sound (.mp3, .m4a, "
    ".wav, .ogg) or film (.mp4, .mov, .webm).";
constexpr std::string_view old_office =
    "Files of this kind can hold programs. Open it and save it as .docx, .xlsx or .pptx, then send "
    "that.";
constexpr std::string_view holds_a_program =
    "This file holds a program (a macro). Save it without, then send that.";

std::string ending_of(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : lowered_ascii(name.substr(dot));
}

struct CloseMagic {
  void operator()(magic_set* magic) const { magic_close(magic); }
};

// One for each thread: it takes a while to open.
magic_set* magic() {
  thread_local std::unique_ptr<magic_set, CloseMagic> opened;
  if (opened) return opened.get();
  opened.reset(magic_open(MAGIC_MIME_TYPE));
  if (opened && magic_load(opened.get(), nullptr) == 0) return opened.get();
  opened.reset();
  throw std::runtime_error("libmagic does not find what it knows of files");
}

std::string magic_type_of(const std::filesystem::path& path) {
  const char* found = magic_file(magic(), path.c_str());
  return found == nullptr ? std::string() : std::string(found);
}

bool may_be_called(std::string_view expected, std::string_view found) {
  if (found == "text/html" || found == "text/xml") return false;
  return std::ranges::any_of(split(expected, ' '), [&](std::string_view each) {
    return each.ends_with('/') ? found.starts_with(each) : found == each;
  });
}

bool is_program(std::string_view part) {
  return lowered_ascii(part).ends_with("vbaproject.bin") || part.starts_with("Basic/") ||
         part.starts_with("Scripts/");
}

// The sentence against a ZIP file that should be of that kind; empty when there is none.
std::string_view wrong_with_parts(const std::filesystem::path& path, const Known& expected,
                                  std::string_view other) {
  auto zipped = Zipped::open(path);
  if (!zipped) return other;
  const auto names = zipped->names();
  if (std::ranges::any_of(names, is_program)) return holds_a_program;
  if (std::ranges::find(names, expected.part) == names.end()) return other;
  // OpenDocument files tell their kind by a part of their own.
  if (expected.part != "content.xml") return {};
  return zipped->part("mimetype", 200) == expected.kind.type ? std::string_view() : other;
}

}  // namespace

std::span<const FileKind> file_kinds() {
  return kinds;
}

std::expected<FileKind, std::string> kind_of_file(const std::filesystem::path& path,
                                                  std::string_view name) {
  const auto ending = ending_of(name);
  constexpr std::array<std::string_view, 6> old{".doc", ".xls", ".ppt", ".docm", ".xlsm", ".pptm"};
  if (std::ranges::find(old, ending) != old.end()) return std::unexpected(std::string(old_office));
  const auto* expected =
      std::ranges::find(known, ending, [](const Known& each) { return each.kind.ending; });
  if (expected == known.end()) return std::unexpected(std::string(not_taken));
  const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path));
  if (size == 0) return std::unexpected("This file is empty.");
  const bool media =
      expected->kind.family == Family::sound || expected->kind.family == Family::film;
  if (size > (media ? largest_media : largest_document))
    return std::unexpected(media ? "Sound and film may have 1 GB at most."
                                 : "A document or a picture may have 25 MB at most.");
  const auto other = fmt::format(
      "What is in this file is not what its name says ({}). Save it again, or name it as what it "
      "is.",
      ending);
  const auto wrong = !expected->part.empty() ? wrong_with_parts(path, *expected, other)
                     : may_be_called(expected->found, magic_type_of(path)) ? std::string_view()
                                                                           : other;
  if (!wrong.empty()) return std::unexpected(std::string(wrong));
  return expected->kind;
}

}  // namespace touchstone::files
