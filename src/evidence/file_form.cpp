#include "evidence/file_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <ranges>

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

// What is said where what keeps files cannot be used.
std::string out_of_reach_now(const http::Request& request) {
  return fmt::format(
      "Files cannot be kept just now, so nothing was saved. Choose them again in a few minutes. If "
      "it goes on, tell whoever runs this server: {}.",
      request.id);
}

// How much more an organisation may keep, apart from what waits for a form to be saved.
std::int64_t room_of(sql::Read& read, const http::Request& request, const Uuid& workspace) {
  const auto room = request.files->quota - bytes_kept(read, {workspace});
  auto coming = request.files->unclaimed->bytes(workspace, now());
  for (const auto& upload : request.uploads) coming += upload.size;
  if (coming > room)
    request.files->unclaimed->forget(workspace,
                                     [&](const Digest& hash) { return is_used(read, hash); });
  return room;
}

bool is_among(const std::vector<SentFile>& files, const Digest& hash) {
  return std::ranges::any_of(files, [&](const SentFile& each) { return each.file.hash == hash; });
}

// First looks into all of them, then keeps them.
class Taking {
 public:
  Taking(const http::Request& request, const Uuid& workspace, std::int64_t room)
      : request_(request), place_(*request.files), workspace_(workspace), room_(room) {}

  SentFiles all() {
    const auto kept = request_.fields.all("kept");
    if (!few_enough(kept.size())) return std::move(sent_);
    for (const auto field : kept) take_kept(field);
    look_at_uploads();
    keep_all();
    if (misses_files(request_)) complain(std::string(choose_files_again));
    return std::move(sent_);
  }

  // Keeps nothing unless all is well with what came, and with the form that it came with.
  SentFiles of_strangers(const JudgeFiles& judge) {
    if (!few_enough(0)) return std::move(sent_);
    look_at_uploads();
    if (sent_.complaints.empty() && judge(sent_).empty()) {
      keep_all();
    } else if (sent_.complaints.about("file").empty()) {
      complain("Choose the files again, when the rest is right.");
    } else {
      say_that_they_are_not_kept();
    }
    return std::move(sent_);
  }

 private:
  void complain(std::string sentence) { sent_.complaints.add("file", std::move(sentence)); }

  // Whoever chooses another for the one that was refused would believe that the others are here.
  void say_that_they_are_not_kept() {
    for (const auto& each : sent_.files)
      complain(
          fmt::format("{}: nothing is wrong with it, but it is not kept until all is right. "
                      "Choose it again too.",
                      each.file.name));
  }

  // Before any is looked into: that takes time for each.
  bool few_enough(std::size_t kept) {
    const auto came =
        std::ranges::count(request_.uploads, std::string_view("file"), &http::Upload::field);
    if (kept + static_cast<std::size_t>(came) <= most_files) return true;
    complain(fmt::format("Send {} files at most at a time. Choose them again.", most_files));
    return false;
  }

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
    if (!sent) return complain("Choose the file again: it came too long ago.");
    // The same file once; the same bytes may come under two names.
    if (std::ranges::find(sent_.files, sent->file, &SentFile::file) != sent_.files.end()) return;
    if (!has_room_for(sent->file)) return;
    bool is_there = false;
    within_reach([&] { is_there = storage().keep_on(sent->file.hash); });
    if (is_there) return sent_.files.push_back(*std::move(sent));
    if (!sent_.out_of_reach) complain("Choose the file again: it came too long ago.");
  }

  void look_at_uploads() {
    for (const auto& upload : request_.uploads)
      if (upload.field == "file") look_at(upload);
    ask_about_children();
  }

  void look_at(const http::Upload& upload) {
    const auto name = file_name_of(upload.name);
    const auto kind = files::kind_of_file(upload.path, name);
    if (!kind) return complain(fmt::format("{}: {}", name, kind.error()));
    const File file{.hash = files::sha256_of(upload.path),
                    .name = name,
                    .type = std::string(kind->type),
                    .size = upload.size};
    const bool asks = files::child_level_of(upload.path, *kind) != files::ChildLevel::no;
    to_keep_.emplace_back(file.hash, upload.path);
    sent_.files.push_back({file, asks});
  }

  // Whoever says that nobody can be recognised is believed of a file that they were asked about.
  void ask_about_children() {
    const bool said = request_.fields.text("no_single_children") == "true";
    for (const auto& [file, asks] : sent_.files)
      if (asks && !(said && was_asked_about(file.hash)))
        sent_.complaints.add(
            "no_single_children",
            fmt::format("“{}” looks like data about single children or learners. Leave it out, or "
                        "say that nobody can be recognised in it.",
                        file.name));
  }

  bool was_asked_about(const Digest& hash) const {
    for (const auto* name : {"kept", "asked"})
      for (const auto field : request_.fields.all(name) | std::views::take(most_files))
        if (const auto then = file_in_field(request_, field))
          if (then->asks && then->file.hash == hash) return true;
    return false;
  }

  void keep_all() {
    std::erase_if(sent_.files, [&](const SentFile& each) {
      return is_coming(each.file.hash) && !has_room_for(each.file);
    });
    for (const auto& [hash, path] : to_keep_)
      if (is_among(sent_.files, hash)) within_reach([&] { storage().keep(hash, path); });
    if (!sent_.out_of_reach) return;
    sent_.files.clear();
    complain(out_of_reach_now(request_));
  }

  bool is_coming(const Digest& hash) const {
    return std::ranges::find(to_keep_, hash, &Coming::first) != to_keep_.end();
  }

  bool has_room_for(const File& file) {
    if (place_.unclaimed->add(workspace_, file.hash, file.size, room_, now())) return true;
    complain(
        fmt::format("{}: there is no room for it. Your organisation may keep {}; delete what "
                    "nobody needs.",
                    file.name, size_in_words(place_.quota)));
    return false;
  }

  files::Storage& storage() { return *place_.storage; }

  using Coming = std::pair<Digest, std::filesystem::path>;
  const http::Request& request_;
  const files::Place& place_;
  Uuid workspace_;
  std::int64_t room_;  // bytes
  std::vector<Coming> to_keep_{};
  SentFiles sent_{};
};

// Of a server without a place for files.
SentFiles keeps_no_files(const http::Request& request) {
  SentFiles sent;
  if (!request.uploads.empty()) sent.complaints.add("file", "This server keeps no files.");
  return sent;
}

}  // namespace

bool misses_files(const http::Request& request) {
  return request.files_missing && request.fields.text("without_files").empty() &&
         std::ranges::find(request.uploads, std::string_view("file"), &http::Upload::field) ==
             request.uploads.end();
}

http::Response refused_with_files(const http::Request& request, const SentFiles& sent,
                                  const Complaints& complaints) {
  if (sent.out_of_reach) return http::refused(503, sent.complaints.about("file"));
  auto told = complaints;
  for (const auto& each : asked_about(sent)) told.add("asked", kept_field(request, each));
  return http::refused(told);
}

std::vector<SentFile> asked_about(const SentFiles& sent) {
  if (sent.complaints.about("no_single_children").empty()) return {};
  auto asked = sent.files;
  std::erase_if(asked, [](const SentFile& each) { return !each.asks; });
  return asked;
}

http::Later<SentFiles> take_files(sql::Read& read, const http::Request& request) {
  const auto& visitor = request.visitor;
  if (visitor.person.empty() || visitor.workspace.empty() || visitor.only_looks)
    return [] { return SentFiles(); };
  if (request.files == nullptr) return [&request] { return keeps_no_files(request); };
  return [&request, room = room_of(read, request, visitor.workspace)] {
    return Taking(request, request.visitor.workspace, room).all();
  };
}

http::Later<SentFiles> take_files_of_strangers(sql::Read& read, const http::Request& request,
                                               Id<people::Workspace> workspace, JudgeFiles judge) {
  if (request.files == nullptr) return [&request] { return keeps_no_files(request); };
  return [&request, workspace, room = room_of(read, request, workspace.value),
          judge = std::move(judge)] {
    return Taking(request, workspace.value, room).of_strangers(judge);
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
