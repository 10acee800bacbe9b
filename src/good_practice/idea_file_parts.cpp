#include "good_practice/idea_file_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "good_practice/address_parts.h"
#include "good_practice/decision_store.h"
#include "good_practice/list_store.h"
#include "good_practice/practice_store.h"
#include "look/checkboxes.h"
#include "look/file_upload.h"

namespace touchstone::good_practice {
namespace {

bool is_film_or_sound(const evidence::File& file) {
  return file.type.starts_with("video/") || file.type.starts_with("audio/");
}

}  // namespace

bool is_recording(const evidence::Piece& piece) {
  return piece.file && is_film_or_sound(*piece.file);
}

Complaints complaints_about_files(const Practice& practice, const evidence::SentFiles& sent,
                                  const std::vector<evidence::Piece>& with_it) {
  auto complaints = sent.complaints;
  const bool records = std::ranges::any_of(with_it, is_recording) ||
                       std::ranges::any_of(sent.files, [](const evidence::SentFile& each) {
                         return is_film_or_sound(each.file);
                       });
  if (records && practice.consent.empty())
    complaints.add("consent", "Say what those who can be seen or heard agreed to.");
  return complaints;
}

Html files_with_it(const std::vector<evidence::Piece>& files,
                   const std::vector<std::string>& taken_away) {
  if (files.empty()) return {};
  look::Checkboxes ticks{
      .name = "taken_away",
      .id_prefix = "practice-taken_away",
      .fieldset = look::Fieldset{.legend = {.text = "Photos and files with it now",
                                            .classes = "govuk-fieldset__legend--s"}},
      .items = {},
      .values = taken_away,
      .hint = {.text = "Tick what to take away. It stays in your part of the library."},
      .classes = "govuk-checkboxes--small"};
  for (const auto& piece : files)
    ticks.items.push_back({.text = fmt::format("Take away {}, {}", piece.file->name,
                                               evidence::size_in_words(piece.file->size)),
                           .value = to_text(piece.id)});
  return look::checkboxes(ticks);
}

Html idea_file_questions(const http::Request& request, std::string_view form,
                         const evidence::SentFiles& sent, const Complaints& complaints) {
  const std::string prefix = std::string(form) + "-";
  Html out = evidence::files_here_already(request, sent);
  out.add(evidence::question_of_children(complaints, prefix + "no_single_children"));
  const auto complaint = complaints.about("file");
  out.add(R"(<div class="app-camera">{}</div>)",
          look::file_upload(
              {.label = {.text = "Take a photo"},
               .name = "file",
               .id = prefix + "camera",
               .attributes = Attributes().set("accept", "image/*").set("capture", "environment")}));
  out.add(look::file_upload(
      {.label = {.text = "Photos, recordings or documents"},
       .name = "file",
       .id = prefix + "file",
       .multiple = true,
       .hint = {.text = "Several at once, if you like. Without learners who can be recognised."},
       .error_message = {.text = complaint},
       .attributes = Attributes().set("accept", evidence::accepted_endings())}));
  return out.add(evidence::files_to_choose_again(sent, prefix + "without_files"));
}

std::vector<evidence::Piece> files_of(sql::Read& read, const Uuid& workspace,
                                      Id<Practice> practice) {
  return evidence::attached_to(read, workspace, files_thing(practice));
}

std::vector<evidence::Piece> files_shown(sql::Read& read, const Uuid& workspace,
                                         Id<Practice> practice) {
  auto files = files_of(read, workspace, practice);
  for (const auto& other : put_into(read, workspace, practice))
    if (was_agreed(read, workspace, other.id))
      std::ranges::move(files_of(read, workspace, other.id), std::back_inserter(files));
  return files;
}

http::Response send_idea_file(sql::Read& read, const http::Request& request,
                              const SeenPractice& seen) {
  const auto id = Id<evidence::Piece>::from_text(request.parameter("file"));
  const auto files = files_shown(read, seen.viewer().workspace(), seen.practice().id);
  const auto found =
      std::ranges::find_if(files, [&](const evidence::Piece& piece) { return piece.id == id; });
  return found == files.end() ? http::not_found() : evidence::send_attached(request, *found);
}

namespace {

// Whether it is shown as the quality team agreed to it, by itself or with another.
bool is_cited(sql::Read& read, const Uuid& workspace, const Practice& practice) {
  return practice.state == State::valid ||
         (practice.state == State::merged && was_agreed(read, workspace, practice.id));
}

}  // namespace

std::optional<evidence::FixedUse> fixed_idea_file(sql::Read& read, const Uuid& workspace,
                                                  const evidence::Thing& thing) {
  const auto found = practice(read, workspace, {thing.object});
  if (!found) return std::nullopt;
  // Whoever changes the piece may not know the idea: it is named where every member finds it (E-9).
  const auto came_with = is_listed(*found)
                             ? "It came with the idea “" + found->title + "”"
                             : std::string("It came with an idea that is not shared yet");
  if (may_change(*found) || found->state == State::withdrawn)
    return evidence::FixedUse{came_with +
                                  ", which the quality team reads with this title and file. Change "
                                  "the idea, and send another file with it.",
                              false,
                              {}};
  return evidence::FixedUse{
      came_with +
          ", on which the quality team has decided with this title and file. Record a new idea "
          "with another file.",
      true,
      is_cited(read, workspace, *found)
          ? came_with +
                ", which was validated with it, so it does not go into the bin. If it must go, "
                "ask the quality team to send the idea back: then take it away there."
          : std::string()};
}

void note_idea_files(sql::Write& write, const evidence::Thing& thing) {
  note_files(write, {thing.object});
}

std::optional<evidence::UseLine> tell_idea_use(sql::Read& read, const http::Request& request,
                                               const evidence::Use& use) {
  const Id<Practice> id{use.thing.object};
  const auto found = practice(read, request.visitor.workspace, id);
  if (!found) return std::nullopt;
  if (use.made_by.value != request.visitor.person && !is_listed(*found)) return std::nullopt;
  return evidence::UseLine{"Idea that works: " + found->title, practice_url(request, id), true};
}

}  // namespace touchstone::good_practice
