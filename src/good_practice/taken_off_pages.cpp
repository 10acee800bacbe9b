#include "good_practice/taken_off_pages.h"

#include <algorithm>

#include "good_practice/address_parts.h"
#include "good_practice/form_parts.h"
#include "good_practice/item_pages.h"
#include "good_practice/practice_store.h"
#include "look/details.h"

namespace touchstone::good_practice {
namespace {

bool is_here(sql::Read& read, const Viewer& viewer, const Practice& practice) {
  if (!practice.finder) return false;
  const auto finder = people::person(read, viewer.here(), *practice.finder);
  return finder && finder->state == people::State::active;
}

}  // namespace

bool may_take_files_off(const Practice& practice) {
  return practice.state == State::returned || (practice.door && may_change(practice));
}

Html files_to_take_off(const ItemShown& shown) {
  const auto& practice = shown.seen.practice();
  const auto* keeper = shown.seen.viewer().validator();
  if (keeper == nullptr || !may_take_files_off(practice) ||
      !Decider::of(shown.read, *keeper, practice.id))
    return {};
  Html buttons;
  for (const auto& piece : files_of(shown.read, shown.seen.viewer().workspace(), practice.id))
    buttons.add(one_button(shown.request, removal_url(shown.request, practice.id, piece.id),
                           "Take away " + piece.file->name));
  if (buttons.empty()) return {};
  return look::details(
      {.summary = "Take a file away",
       .text = html(R"(<p class="govuk-body">Such as a photo of somebody who wants it gone. It )"
                    R"(cannot be undone.</p>{})",
                    buttons),
       .id = "take-away"});
}

http::Response take_file_off(sql::Write& write, const http::Request& request,
                             const DecidedPractice& decided) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  const auto& practice = decided.seen().practice();
  const auto& viewer = decided.seen().viewer();
  const auto id = Id<evidence::Piece>::from_text(request.parameter("file"));
  const auto files = files_of(write, viewer.workspace(), practice.id);
  if (std::ranges::none_of(files, [&](const auto& piece) { return piece.id == id; }))
    return http::not_found();
  if (!may_take_files_off(practice))
    return http::refused(422, "Send the idea back first. Then the file can be taken away.");
  evidence::unuse(write, *id, files_thing(practice.id));
  note_files(write, practice.id);
  const bool goes = !is_here(write, viewer, practice) &&
                    evidence::uses_of(write, viewer.workspace(), *id).empty();
  if (goes) evidence::put_in_bin(write, *id, request.visitor.moment());
  return item_answer(write, request, practice.id, 200,
                     goes ? "The file is taken away, and is deleted after 30 days."
                          : "The file is taken away. It stays in the library of its finder.");
}

}  // namespace touchstone::good_practice
