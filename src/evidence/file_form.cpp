#include "evidence/file_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "evidence/file_store.h"
#include "platform/files/child_level.h"
#include "platform/files/file_kind.h"
#include "platform/files/place.h"
#include "platform/files/sha256.h"
#include "platform/log/log.h"
#include "platform/sealed.h"
#include "platform/text.h"

namespace touchstone::evidence {
namespace {

constexpr auto kept_for = std::chrono::hours(12);  // a file that no piece has is kept for a day
constexpr std::size_t most_files = 20;
constexpr std::size_t parts_of_field = 7;

Digest field_key(const http::Request& request) {
  return mac_of(*request.csrf_key, "files that wait for a piece");
}

std::int64_t number_in(std::string_view digits) {
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::optional<SentFile> file_in_field(const http::Request& request, std::string_view field) {
  const auto bytes = from_base64url(field);
  const auto text = bytes ? unsealed(field_key(request), *bytes) : std::nullopt;
  if (!text) return std::nullopt;
  const auto parts = split(*text, '\n');
  if (parts.size() != parts_of_field || parts[0] != to_text(request.visitor.person)) return {};
  const auto hash = files::digest_from_hex(parts[2]);
  if (!hash || moment_from_number(number_in(parts[1])) < now()) return std::nullopt;
  return SentFile{.file = {.hash = *hash,
                           .name = std::string(parts[6]),
                           .type = std::string(parts[5]),
                           .size = number_in(parts[3])},
                  .asks = parts[4] == "asks"};
}

class Taking {
 public:
  Taking(const http::Request& request, std::int64_t room)
      : request_(request), storage_(*request.files->storage), left_(room) {}

  SentFiles all() {
    for (const auto field : request_.fields.all("kept")) take_kept(field);
    return fresh();
  }
  // Without what came with an earlier attempt.
  SentFiles fresh() {
    for (const auto& upload : request_.uploads)
      if (upload.field == "file") take(upload);
    if (sent_.out_of_reach) {
      sent_.files.clear();
      complain(fmt::format(
          "Files cannot be kept just now, so nothing was saved. Choose them again in a few "
          "minutes. If it goes on, tell whoever runs this server: {}.",
          request_.id));
      return std::move(sent_);
    }
    if (sent_.files.size() > most_files)
      complain(fmt::format("Send {} files at most at a time.", most_files));
    ask_about_children();
    return std::move(sent_);
  }

 private:
  void complain(std::string sentence) { sent_.complaints.add("file", std::move(sentence)); }

  template <class Body>
  void within_reach(Body body) {
    if (sent_.out_of_reach) return;
    try {
      body();
    } catch (const files::StorageError& why) {
      log::error("a file cannot be kept: {}", why.what());
      sent_.out_of_reach = true;
    }
  }

  void take_kept(std::string_view field) {
    auto sent = file_in_field(request_, field);
    bool is_there = false;
    within_reach([&] { is_there = sent && storage_.keep_on(sent->file.hash); });
    if (sent_.out_of_reach) return;
    if (!is_there) return complain("Choose the file again: it came too long ago.");
    if (has_room_for(sent->file.name, sent->file.size)) sent_.files.push_back(*std::move(sent));
  }

  bool has_room_for(std::string_view name, std::int64_t size) {
    left_ -= size;
    if (left_ >= 0) return true;
    complain(
        fmt::format("{}: there is no room for it. Your organisation may keep {}; delete what "
                    "nobody needs.",
                    name, size_in_words(request_.files->quota)));
    return false;
  }

  void take(const http::Upload& upload) {
    const auto name = file_name_of(upload.name);
    const auto kind = files::kind_of_file(upload.path, name);
    if (!kind) return complain(fmt::format("{}: {}", name, kind.error()));
    if (!has_room_for(name, upload.size)) return;
    const File file{.hash = files::sha256_of(upload.path),
                    .name = name,
                    .type = std::string(kind->type),
                    .size = upload.size};
    const bool asks = files::child_level_of(upload.path, *kind) != files::ChildLevel::no;
    within_reach([&] { storage_.keep(file.hash, upload.path); });
    sent_.files.push_back({file, asks});
  }

  void ask_about_children() {
    if (request_.fields.text("no_single_children") == "true") return;
    for (const auto& [file, asks] : sent_.files)
      if (asks)
        sent_.complaints.add(
            "no_single_children",
            fmt::format("“{}” looks like data about single children or learners. Leave it out, or "
                        "say that nobody can be recognised in it.",
                        file.name));
  }

  const http::Request& request_;
  files::Storage& storage_;
  std::int64_t left_;  // bytes, of the organisation's quota
  SentFiles sent_;
};

// Of a server without a place for files.
SentFiles keeps_no_files(const http::Request& request) {
  SentFiles sent;
  if (!request.uploads.empty()) sent.complaints.add("file", "This server keeps no files.");
  return sent;
}

}  // namespace

http::Response refused_with_files(const SentFiles& sent, const Complaints& complaints) {
  return sent.out_of_reach ? http::refused(503, sent.complaints.about("file"))
                           : http::refused(complaints);
}

http::Later<SentFiles> take_files(sql::Read& read, const http::Request& request) {
  const auto& visitor = request.visitor;
  if (visitor.person.empty() || visitor.workspace.empty() || visitor.only_looks)
    return [] { return SentFiles(); };
  if (request.files == nullptr) return [&request] { return keeps_no_files(request); };
  return [&request, room = request.files->quota - bytes_kept(read, {visitor.workspace})] {
    return Taking(request, room).all();
  };
}

http::Later<SentFiles> take_files_of_strangers(sql::Read& read, const http::Request& request,
                                               Id<people::Workspace> workspace) {
  if (request.files == nullptr) return [&request] { return keeps_no_files(request); };
  return [&request, room = request.files->quota - bytes_kept(read, workspace)] {
    return Taking(request, room).fresh();
  };
}

std::string kept_field(const http::Request& request, const SentFile& sent) {
  const auto& [file, asks] = sent;
  return to_base64url(sealed(
      field_key(request), fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", to_text(request.visitor.person),
                                      to_number(now() + kept_for), files::to_hex(file.hash),
                                      file.size, asks ? "asks" : "-", file.type, file.name)));
}

}  // namespace touchstone::evidence
