#include "good_practice/record_pages.h"

#include <algorithm>

#include "good_practice/address_parts.h"
#include "good_practice/finder_mail_store.h"
#include "good_practice/item_pages.h"
#include "good_practice/opened_form.h"
#include "good_practice/practice_store.h"
#include "good_practice/record_form.h"
#include "good_practice/shown_thing.h"

namespace touchstone::good_practice {
namespace {

constexpr std::string_view stays_as_it_is =
    "The quality team has decided about this, so it stays as it is. Record a new one instead.";

constexpr std::string_view is_withdrawn = "You have withdrawn this. Put it back first.";

// Why its finder cannot change it; empty when they can.
std::string_view why_unchanged(const Practice& practice) {
  if (practice.state == State::withdrawn) return is_withdrawn;
  return may_change(practice) ? std::string_view() : stays_as_it_is;
}

http::Response refuse_record(sql::Read& read, const http::Request& request, const Viewer& viewer,
                             const TypedPractice& typed, int status) {
  return request.json ? evidence::refused_with_files(request, typed.sent, typed.complaints)
                      : record_page(read, request, viewer, typed, status);
}

void keep_files(sql::Write& write, const http::Request& request, const Viewer& viewer,
                const TypedPractice& typed) {
  for (const auto& id : typed.taken_away)
    if (const auto piece = Id<evidence::Piece>::from_text(id))
      evidence::unuse(write, *piece, files_thing(typed.practice.id));
  evidence::attach(write, typed.sent, files_thing(typed.practice.id), viewer.person(), {},
                   request.visitor.today, request.visitor.moment());
}

// Of the version that is kept now.
http::Response keep_change(sql::Write& write, const http::Request& request,
                           const FoundPractice& found, TypedPractice typed,
                           const std::vector<std::string>& taken_over) {
  auto& practice = typed.practice;
  if (practice.state == State::returned) practice.waiting_since = request.visitor.today;
  practice.state = State::waiting;
  change(write, practice);
  mail_tutor(write, practice, found.practice().tutor);
  keep_files(write, request, found.seen().viewer(), typed);
  if (request.json) return item_told(write, request, practice.id, 200, taken_over);
  std::string deed = "What you changed is with the quality team.";
  if (!taken_over.empty())
    deed += " What was changed elsewhere meanwhile stays as it is there: " +
            fields_in_words(taken_over) + ".";
  return item_answer(write, request, practice.id, 200, deed);
}

http::Response tell_clash(sql::Read& read, const Beside& beside, const Viewer& viewer,
                          TypedPractice typed) {
  std::string sentence =
      beside.sent_back
          ? "The quality team sent this back since you opened the page. Read why, then send yours "
            "again."
          : "This was changed elsewhere since you opened the page. Take over from that what you "
            "want, then send yours again to put it in its place.";
  if (!beside.taken_over.empty())
    sentence +=
        " Changed there only, and taken over here: " + fields_in_words(beside.taken_over) + ".";
  if (beside.request.json) return http::changed_meanwhile(sentence, beside.clash);
  typed.complaints.add(headed(sentence, beside.clash));
  return record_page(read, beside.request, viewer, typed, 409);
}

std::optional<people::Person> colleague_typed(sql::Read& read, const FoundPractice& found,
                                              std::string_view email, Complaints& complaints) {
  const auto& viewer = found.seen().viewer();
  auto person = people::person_by_email(read, viewer.here(), email);
  if (!person || person->state != people::State::active)
    complaints.add("email", "Nobody on the staff list has this email address. Check its spelling.");
  else if (person->id == viewer.person())
    complaints.add("email", "This is you. Enter the email address of a colleague.");
  else if (sharing::count_of(read, viewer.workspace(), shown_thing(found.practice().id)) > 0)
    complaints.add("email", "You show it to a colleague already. Stop that first.");
  else
    return person;
  return std::nullopt;
}

}  // namespace

http::Response show_record(sql::Read& read, const http::Request& request, const Viewer& viewer) {
  return record_page(read, request, viewer, {fresh_practice(read, request, viewer), {}, {}}, 200);
}

http::Response record_new(sql::Write& write, const http::Request& request, const Viewer& viewer,
                          const evidence::SentFiles& sent) {
  auto fresh = fresh_practice(write, request, viewer);
  fresh.meeting.reset();
  const auto typed = read_practice(write, request, viewer, std::move(fresh), sent);
  if (!typed.complaints.empty())
    return refuse_record(write, request, viewer, typed, typed.sent.status());
  auto practice = typed.practice;
  // The minutes are the quality team's.
  if (viewer.validator() == nullptr) practice.meeting.reset();
  add(write, practice);
  mail_tutor(write, practice, std::nullopt);
  keep_files(write, request, viewer, typed);
  return item_answer(write, request, practice.id, 201,
                     "It is with the quality team. Others see it once it is validated.");
}

http::Response show_change(sql::Read& read, const http::Request& request,
                           const FoundPractice& found) {
  if (const auto why = why_unchanged(found.practice()); !why.empty())
    return http::refused(422, why);
  return record_page(read, request, found.seen().viewer(), {found.practice(), {}, {}}, 200);
}

http::Response change_practice(sql::Write& write, const http::Request& request,
                               const FoundPractice& found, const evidence::SentFiles& sent) {
  const auto& viewer = found.seen().viewer();
  if (const auto why = why_unchanged(found.practice()); !why.empty())
    return http::refused(422, why);
  auto typed = read_practice(write, request, viewer, found.practice(), sent);
  if (!typed.complaints.empty())
    return refuse_record(write, request, viewer, typed, typed.sent.status());
  if (typed.practice.version == found.practice().version)
    return keep_change(write, request, found, std::move(typed), {});
  const auto beside = beside_theirs(write, request, found);
  typed = read_practice(write, beside.request, viewer, found.practice(), sent);
  if (!beside.can_be_kept()) return tell_clash(write, beside, viewer, std::move(typed));
  if (!typed.complaints.empty())
    return refuse_record(write, beside.request, viewer, typed, typed.sent.status());
  return keep_change(write, beside.request, found, std::move(typed), beside.taken_over);
}

http::Response show_to_colleague(sql::Write& write, const http::Request& request,
                                 const FoundPractice& found) {
  // Showing it to somebody lasts longer than a phone is trusted.
  if (request.visitor.remembered) return http::sign_in_first(request);
  if (found.practice().state == State::withdrawn) return http::refused(422, is_withdrawn);
  Complaints complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const auto email = reader.required_text("email", people::longest_email,
                                          "Enter the email address of a colleague.");
  const auto person = complaints.empty() ? colleague_typed(write, found, email, complaints)
                                         : std::optional<people::Person>();
  if (!complaints.empty())
    return item_refused(write, request, found.seen(), {"colleague", complaints});
  sharing::begin(write, {.id = Id<sharing::Share>::fresh(),
                         .thing = shown_thing(found.practice().id),
                         .made_by = found.seen().viewer().person(),
                         .audience = person->id,
                         .at = request.visitor.moment()});
  return item_answer(write, request, found.practice().id, 201, person->name + " can see it now.");
}

http::Response show_to_nobody(sql::Write& write, const http::Request& request,
                              const FoundPractice& found) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  const auto thing = shown_thing(found.practice().id);
  for (const auto& share : sharing::shares_of(write, found.seen().viewer().workspace(), thing))
    sharing::withdraw(write, thing, share.id, request.visitor.moment());
  return item_answer(write, request, found.practice().id, 200,
                     "Your colleague cannot see it any more.");
}

http::Response change_naming(sql::Write& write, const http::Request& request,
                             const SeenPractice& seen) {
  if (request.visitor.remembered) return http::sign_in_first(request);
  Complaints complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const auto named = reader.flag("named");
  if (owner_of(seen.practice()) != seen.viewer().person())
    return http::forbidden("Only the tutor whose teaching it is can say whether to name them.");
  if (!complaints.empty()) return item_refused(write, request, seen, {"naming", complaints});
  set_named(write, seen.practice().id,
            named ? std::optional(request.visitor.moment()) : std::nullopt);
  return item_answer(write, request, seen.practice().id, 200,
                     named ? "You are named beside it." : "You are not named beside it.");
}

}  // namespace touchstone::good_practice
