#include "self_assessment/leaders_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/http/deed.h"
#include "platform/text.h"
#include "self_assessment/institution_parts.h"
#include "self_assessment/institution_proof.h"
#include "self_assessment/judgement_store.h"
#include "self_assessment/leaders_page.h"
#include "self_assessment/leaders_store.h"
#include "self_assessment/panel.h"
#include "self_assessment/score_sheet_store.h"
#include "self_assessment/sheet_form.h"

namespace touchstone::self_assessment {
namespace {

LeadersView view_of(sql::Read& read, const http::Request& request, const LeadersSeat& seat) {
  LeadersView view{
      seat, open_leaders_sheet(read, seat.workspace(), seat.team(), seat.against().id),    {}, {},
      {},   finished_leaders_sheet(read, seat.workspace(), seat.team(), seat.against().id)};
  std::vector<Judgement> saved;
  if (view.sheet) saved = judgements_of(read, seat.workspace(), view.sheet->id);
  if (view.sheet) view.panel = panel_of(read, seat.workspace(), view.sheet->id);
  view.panel_before = view.panel;
  if (!request.json) view.proven = proven_about(read, request, seat.content());
  for (const auto* element : seat.content().elements()) {
    const auto found = std::ranges::find(saved, element->key, &Judgement::element);
    view.judgements.push_back(found == saved.end() ? Judgement{.element = element->key} : *found);
  }
  return view;
}

constexpr std::string_view not_anew =
    "This version is withdrawn: what was judged by it stays, and nothing is judged by it anew.";

// What was sent, in place of what is kept.
struct SentView {
  bool finishes = false;
  std::string sheet{};     // the one that was under way when the form was made, or empty
  std::string finished{};  // the last that was finished then, or empty
  Complaints complaints{};
};

SentView read_into(LeadersView& view, const http::Request& request) {
  SentView sent{.complaints = request.body_complaints};
  http::Reader reader(request.fields, sent.complaints);
  const auto then = reader.text("then", 20);
  sent.finishes = then == "finish";
  if (!then.empty() && then != "finish" && then != "save")
    sent.complaints.add("then", "Say “finish” or “save”.");
  sent.sheet = reader.text("sheet", 40);
  sent.finished = reader.text("finished", 40);
  if (reader.has("panel")) view.panel = names_in_one_line(reader.text("panel", longest_panel));
  if (sent.complaints.about("panel").empty() && characters(view.panel) > longest_panel)
    sent.complaints.add("panel", fmt::format("The names must be {} characters or fewer, with the "
                                             "commas between them.",
                                             longest_panel));
  const auto before =
      reader.has("panel_before") ? reader.text("panel_before", longest_panel) : view.panel_before;
  if (before != view.panel_before && view.panel != view.panel_before)
    sent.complaints.add("panel",
                        fmt::format("The names were changed elsewhere since you opened this page. "
                                    "They now read: “{}”.",
                                    view.panel_before));
  for (auto& judgement : view.judgements)
    judgement = read_judgement(reader, sent.complaints, judgement, judgement.element + ".",
                               view.seat.content(), institution_voice);
  reader.refuse_unknown();
  return sent;
}

// What stands in the way of finishing: a judgement of the leaders is whole, says what it rests on
// and who made it.
Complaints not_yet(const LeadersView& view) {
  Complaints complaints;
  if (view.panel.empty()) complaints.add("panel", "Name those who judge together.");
  for (const auto& judgement : view.judgements) {
    const auto& title = view.seat.content().element(judgement.element)->title;
    if (!judgement.answered())
      complaints.add(judgement.element + ".level", fmt::format("Choose a level for “{}”.", title));
    if (judgement.note.empty() && judgement.state != State::not_my_job)
      complaints.add(judgement.element + ".note",
                     fmt::format("Say what the level of “{}” rests on.", title));
  }
  return complaints;
}

// What is asked for each type of provision need not be among what an organisation does.
bool is_repeated(const LeadersView& view, const Judgement& judgement) {
  return view.seat.content().element(judgement.element)->repeated();
}

Complaints complaints_about(const LeadersView& view, bool finishes) {
  Complaints complaints;
  for (const auto& judgement : view.judgements) {
    complaints.add(complaints_about(judgement, view.seat.content(), institution_voice));
    if (judgement.state == State::not_my_job && !is_repeated(view, judgement))
      complaints.add(judgement.element + ".level", "Leaders judge every theme.");
  }
  if (!finishes) return complaints;
  complaints.add(complaints_about(view.judgements, view.seat.content(), institution_voice));
  complaints.add(not_yet(view));
  return complaints;
}

http::Response shown_again(const http::Request& request, const LeadersView& view,
                           const Complaints& complaints, int status) {
  if (request.json && status == 409)
    return http::changed_meanwhile(complaints.begin()->message, complaints);
  if (request.json) return http::refused(complaints);
  return http::page(status, leaders_page(request, view, complaints));
}

void begin_with(sql::Write& write, const http::Request& request, LeadersView& view) {
  if (view.sheet) return;
  ScoreSheet sheet;
  sheet.id = Id<ScoreSheet>::fresh();
  sheet.standard_version = view.seat.against().id;
  sheet.subject_team = view.seat.team();
  sheet.made_by = view.seat.person();
  sheet.by_leaders = true;
  sheet.voice = institution_voice;
  sheet.name = term_of(request.visitor.today);
  sheet.started_at = request.visitor.moment();
  sheet.as_at = request.visitor.today;
  if (view.finished) sheet.previous = view.finished->id;
  begin(write, sheet);
  view.sheet = sheet;
}

// Saves every theme; complains about those that somebody else changed, whose versions the view then
// has.
Complaints save_all(sql::Write& write, LeadersView& view, Moment at) {
  Complaints clashes;
  for (auto& judgement : view.judgements) {
    const auto saved = save(write, *view.sheet, judgement, at);
    if (saved) {
      judgement.version = *saved;
      continue;
    }
    const auto& theirs = saved.error().theirs;
    const auto& element = *view.seat.content().element(judgement.element);
    const auto* level = view.seat.content().scale_of(element).level(theirs.level);
    clashes.add(judgement.element + ".level",
                fmt::format("“{}” was changed elsewhere since you opened this page. It now stands "
                            "at {}: “{}”. Save again to put yours in its place.",
                            element.title, level ? level->name : "no level", theirs.note));
    judgement.version = theirs.version;
  }
  return clashes;
}

// Whether what was sent was made for the judgement that is under way, after the one that was
// finished last.
bool is_of_now(const LeadersView& view, const SentView& sent) {
  const auto id = [](const std::optional<ScoreSheet>& sheet) {
    return sheet ? to_text(sheet->id) : std::string();
  };
  return sent.finished == id(view.finished) && (sent.sheet.empty() || sent.sheet == id(view.sheet));
}

// What somebody else finished meanwhile, where it is not what was sent. The view then has the
// versions that are kept: sent again, it goes on from there.
Complaints finished_meanwhile(sql::Read& read, LeadersView& view, const LeadersView& kept) {
  Complaints complaints;
  const auto& workspace = view.seat.workspace();
  const auto panel = view.finished ? panel_of(read, workspace, view.finished->id) : std::string();
  complaints.add("panel",
                 fmt::format("{} finished a judgement since you opened this page. It is kept as it "
                             "is. Save again to begin another with what you wrote.",
                             panel.empty() ? "Somebody" : panel));
  std::vector<Judgement> theirs;
  if (view.finished) theirs = judgements_of(read, workspace, view.finished->id);
  for (std::size_t i = 0; i < view.judgements.size(); ++i) {
    auto& judgement = view.judgements[i];
    judgement.version = kept.judgements[i].version;
    const auto found = std::ranges::find(theirs, judgement.element, &Judgement::element);
    if (found == theirs.end() ||
        (found->note == judgement.note && answer_of(*found) == answer_of(judgement)))
      continue;
    const auto& element = *view.seat.content().element(judgement.element);
    const auto* level = view.seat.content().scale_of(element).level(found->level);
    complaints.add(judgement.element + ".level",
                   fmt::format("“{}” stands at {} there: “{}”.", element.title,
                               level ? level->name : "no level", found->note));
  }
  return complaints;
}

}  // namespace

http::Response show_leaders_judgement(sql::Read& read, const http::Request& request,
                                      const LeadersSeat& seat) {
  const auto view = view_of(read, request, seat);
  if (seat.withdrawn() && !view.sheet) return http::forbidden(not_anew);
  if (request.json) return http::json(leaders_json(view));
  return http::page(leaders_page(request, view, {}));
}

http::Response save_leaders_judgement(sql::Write& write, const http::Request& request,
                                      const LeadersSeat& seat) {
  auto view = view_of(write, request, seat);
  auto sent = read_into(view, request);
  if (!is_of_now(view, sent))
    return shown_again(request, view,
                       finished_meanwhile(write, view, view_of(write, request, seat)), 409);
  if (seat.withdrawn() && !view.sheet) sent.complaints.add("panel", std::string(not_anew));
  sent.complaints.add(complaints_about(view, sent.finishes));
  if (!sent.complaints.empty()) return shown_again(request, view, sent.complaints, 422);
  begin_with(write, request, view);
  // Whoever saves is who judged, whoever began.
  view.sheet->made_by = seat.person();
  set_panel(write, view.sheet->id, view.panel);
  if (const auto clashes = save_all(write, view, request.visitor.moment()); !clashes.empty())
    return shown_again(request, view, clashes, 409);
  if (sent.finishes) {
    finish(write, *view.sheet, roll_up(seat.content(), institution_voice, view.judgements),
           leaders_json(view), request.visitor.moment());
    view.finished = view.sheet;
  }
  if (request.json) return http::json(leaders_json(view));
  return http::said(http::see_other(institution_url(request, seat.content())), request,
                    sent.finishes
                        ? "The judgement is finished."
                        : "The judgement is saved. It is shown here once it is finished.");
}

}  // namespace touchstone::self_assessment
