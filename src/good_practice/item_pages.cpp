#include "good_practice/item_pages.h"

#include "good_practice/address_parts.h"
#include "good_practice/door_store.h"
#include "good_practice/finder_mail_store.h"
#include "good_practice/item_json.h"
#include "good_practice/merge_pages.h"
#include "good_practice/record_form.h"
#include "good_practice/theme_view.h"
#include "platform/http/deed.h"
#include "platform/http/whole_text.h"

namespace touchstone::good_practice {
namespace {

struct TypedDecision {
  Decision decision{};
  std::string title{};
  bool share = false;
  bool confirmed = false;  // that it is put together with another
  bool of_now = true;      // about the item as it is kept
  Complaints complaints{};
};

TypedDecision read_decision(sql::Read& read, const http::Request& request, const Decider& decider,
                            const Uuid& workspace) {
  TypedDecision typed{.complaints = request.body_complaints};
  http::Reader reader(request.fields, typed.complaints);
  auto& decision = typed.decision;
  const auto verdict = verdict_from_text(reader.text("decision", 40));
  if (verdict)
    decision.verdict = *verdict;
  else
    typed.complaints.add("decision", "Choose what you decide.");
  decision.reason = reader.text("reason", longest_text);
  decision.moderation = reader.text("moderation", longest_line);
  typed.title = reader.text("title", longest_line);
  typed.share = reader.flag("share");
  typed.confirmed = reader.flag("confirmed");
  const auto into = Id<Practice>::from_text(reader.text("into", 40));
  decision.meeting = meeting_from(read, workspace, reader.text("meeting", 40));
  const auto& now_kept = decider.practice();
  typed.of_now = reader.version("version") == now_kept.version;
  // Into what was validated and is another; two never take in each other.
  if (into && decision.verdict == Verdict::merge && *into != now_kept.id &&
      Gate::validated(read, workspace, *into))
    decision.into = into;
  if (decision.into && is_listed(now_kept) && !Gate::listed(read, workspace, *decision.into))
    typed.complaints.add("into",
                         "That one is not on the list, so those who read or try this one could not "
                         "open it. Share it first, or put that one together with this one.");
  if (verdict) typed.complaints.add(complaints_about(decision));
  return typed;
}

http::Response decided_too_late(sql::Read& read, const http::Request& request,
                                const SeenPractice& seen, const TypedDecision& typed) {
  constexpr std::string_view sentence =
      "This was changed or decided since you opened the page. Read it as it is now, then decide.";
  if (request.json) return http::changed_meanwhile(sentence);
  auto complaints = typed.complaints;
  complaints.add("decision", std::string(sentence));
  return item_refused(read, request, seen, {"validation", complaints}, 409);
}

std::string_view told(Verdict verdict, bool listed) {
  switch (verdict) {
    case Verdict::agree:
      return listed ? "It is validated, and everybody here finds it now."
                    : "It is validated. Others find it once it is shared.";
    case Verdict::send_back:
      return "It is sent back with your reasons.";
    case Verdict::not_good_practice:
      return "It is noted that this is not good practice.";
    case Verdict::merge:
      break;
  }
  return "They are put together.";
}

void put_on_the_list(sql::Write& write, const http::Request& request,
                     const DecidedPractice& decided, const std::optional<Id<Meeting>>& meeting) {
  const auto& workspace = decided.seen().viewer().workspace();
  const auto id = decided.seen().practice().id;
  const auto valid = Gate::validated(write, workspace, id);
  if (!valid || is_listed(valid->practice())) return;
  log_sharing(write, *valid,
              {.id = Id<Sharing>::fresh(),
               .practice = id,
               .channel = std::string(every_channel.front().key),
               .audience = "Everybody here",
               .shared_on = request.visitor.today,
               .meeting = meeting,
               .made_by = decided.decider().person()},
              request.visitor.moment());
}

Sharing read_sharing(sql::Read& read, const http::Request& request, const SpreadPractice& spread,
                     Complaints& complaints) {
  http::Reader reader(request.fields, complaints);
  Sharing sharing{.id = Id<Sharing>::fresh(),
                  .practice = spread.seen().practice().id,
                  .channel = reader.text("channel", 40),
                  .audience = reader.text("audience", longest_line),
                  .shared_on = reader.date("shared_on").value_or(request.visitor.today),
                  .onward_of = Id<Sharing>::from_text(reader.text("onward_of", 40)),
                  .made_by = spread.person()};
  sharing.meeting =
      meeting_from(read, spread.seen().viewer().workspace(), reader.text("meeting", 40));
  if (sharing.onward_of) sharing.channel = "onward";
  complaints.add(complaints_about(sharing, request.visitor.today));
  return sharing;
}

Impact read_impact(sql::Read& read, const http::Request& request, const SpreadPractice& spread,
                   Complaints& complaints) {
  const auto& workspace = spread.seen().viewer().workspace();
  http::Reader reader(request.fields, complaints);
  Impact impact{.id = Id<Impact>::fresh(),
                .practice = spread.seen().practice().id,
                .changed = http::whole_text(reader, request, "changed"),
                .evidence = http::whole_text(reader, request, "evidence"),
                .cpd = http::whole_text(reader, request, "cpd"),
                .theme = reader.text("theme", longest_line),
                .made_by = spread.person(),
                .made_on = request.visitor.today};
  impact.meeting = meeting_from(read, workspace, reader.text("meeting", 40));
  const auto scale = scale_from_text(reader.text("scale", 40));
  if (scale)
    impact.scale = *scale;
  else
    complaints.add("scale", "Say how far it went.");
  if (!impact.theme.empty() && theme_title(read, workspace, impact.theme).empty())
    complaints.add("theme", "Choose a theme from the list.");
  complaints.add(complaints_about(impact));
  return impact;
}

}  // namespace

http::Response show_item(sql::Read& read, const http::Request& request, const SeenPractice& seen) {
  const auto view = view_of(read, seen);
  if (request.json) return http::json(item_json(request, seen, view));
  return http::page(item_page(read, request, seen, view, {}));
}

http::Response item_answer(sql::Read& read, const http::Request& request, Id<Practice> id,
                           int status, std::string_view deed, const Url& undo) {
  if (!request.json) {
    auto to = practice_url(request, id);
    // What is done next goes into the same minutes.
    if (const auto held = request.fields.text("meeting"); !held.empty())
      to = to.with("meeting", held);
    return http::said(http::see_other(to), request, deed, undo);
  }
  return item_told(read, request, id, status);
}

http::Response item_told(sql::Read& read, const http::Request& request, Id<Practice> id, int status,
                         const std::vector<std::string>& taken_over) {
  auto again = request;
  again.parameters.emplace_back("practice", to_text(id));
  const auto seen = seen_practice(read, again, http::Verb::visit);
  if (!seen) return seen.error();
  return http::json(status, item_json(request, *seen, view_of(read, *seen), taken_over));
}

http::Response item_refused(sql::Read& read, const http::Request& request, const SeenPractice& seen,
                            const RefusedForm& refused, int status) {
  if (request.json) return http::refused(refused.complaints);
  return http::page(status, item_page(read, request, seen, view_of(read, seen), refused));
}

http::Response decide_item(sql::Write& write, const http::Request& request,
                           const DecidedPractice& decided) {
  const auto& seen = decided.seen();
  if (seen.practice().state == State::merged)
    return http::refused(422, "This was put together with another. Decide about that one.");
  if (seen.practice().state == State::withdrawn)
    return http::refused(422, "This was withdrawn. Put it back first.");
  auto typed = read_decision(write, request, decided.decider(), seen.viewer().workspace());
  // A version that is none is a complaint.
  if (!typed.of_now && typed.complaints.about("version").empty())
    return decided_too_late(write, request, seen, typed);
  if (!typed.complaints.empty())
    return item_refused(write, request, seen, {"validation", typed.complaints});
  auto& decision = typed.decision;
  // Somebody who presses buttons is asked once more; a program has said what it wants.
  if (decision.verdict == Verdict::merge && !typed.confirmed && !request.json)
    return ask_to_merge(write, request, decided, decision);
  decision.id = Id<Decision>::fresh();
  decision.practice = seen.practice().id;
  decision.at = request.visitor.moment();
  decision.made_on = request.visitor.today;
  decide(write, decided.decider(), decision, typed.title);
  if (decision.verdict == Verdict::agree && typed.share)
    put_on_the_list(write, request, decided, decision.meeting);
  // What was on the list before stays there, asked for again or not.
  const bool listed = Gate::listed(write, seen.viewer().workspace(), decision.practice).has_value();
  mail_decision(write, seen.practice(), decision.verdict, listed);
  return item_answer(write, request, decision.practice, 200, told(decision.verdict, listed));
}

http::Response log_item_sharing(sql::Write& write, const http::Request& request,
                                const SpreadPractice& spread) {
  Complaints complaints = request.body_complaints;
  const auto sharing = read_sharing(write, request, spread, complaints);
  const auto name = sharing.onward_of ? "onward-" + to_text(*sharing.onward_of) : "sharing";
  if (!complaints.empty()) return item_refused(write, request, spread.seen(), {name, complaints});
  if (!log_sharing(write, spread.validated(), sharing, request.visitor.moment()))
    return http::not_found();
  if (!spread.seen().is_listed()) mail_listing(write, spread.seen().practice());
  return item_answer(write, request, sharing.practice, 201, "It is noted that it was shared.");
}

http::Response change_publicity(sql::Write& write, const http::Request& request,
                                const SpreadPractice& spread) {
  Complaints complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const bool is_public = reader.flag("public");
  if (!complaints.empty())
    return item_refused(write, request, spread.seen(), {"publicity", complaints});
  const auto id = spread.seen().practice().id;
  if (is_public && !spread.seen().is_listed()) return http::refused(422, "Share it here first.");
  set_public(write, id, is_public);
  return item_answer(write, request, id, 200,
                     is_public ? "It is in the public feed." : "It is out of the public feed.");
}

http::Response forget_sender(sql::Write& write, const http::Request& request,
                             const DecidedPractice& decided) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  const auto& practice = decided.seen().practice();
  if (practice.finder) return http::refused(422, "Nobody from outside sent this.");
  const auto& workspace = decided.seen().viewer().workspace();
  set_sender(write, practice.id, sender_without_name(write, workspace, practice));
  return item_answer(write, request, practice.id, 200, "The name of the sender is gone.");
}

http::Response record_item_impact(sql::Write& write, const http::Request& request,
                                  const SpreadPractice& spread) {
  Complaints complaints = request.body_complaints;
  const auto impact = read_impact(write, request, spread, complaints);
  if (!complaints.empty())
    return item_refused(write, request, spread.seen(), {"impact", complaints});
  record_impact(write, spread.validated(), impact, request.visitor.moment());
  return item_answer(write, request, impact.practice, 201, "The impact is noted.");
}

}  // namespace touchstone::good_practice
