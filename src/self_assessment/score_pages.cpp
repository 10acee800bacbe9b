#include "self_assessment/score_pages.h"

#include <algorithm>

#include "self_assessment/address_parts.h"
#include "self_assessment/clash_page.h"
#include "self_assessment/finish_pages.h"
#include "self_assessment/judgement_store.h"
#include "self_assessment/refusal_json.h"
#include "self_assessment/score_page.h"
#include "self_assessment/sheet_form.h"
#include "self_assessment/sheet_json.h"
#include "self_assessment/theme_evidence_view.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {
namespace {

// What somebody sent for a sheet: every theme as it would be after it.
struct Sent {
  std::vector<Judgement> judgements;
  Complaints complaints;
};

// "core-values.bronze" of a button that takes the level offered instead of the refused one.
void take_offer(std::string_view taken, std::vector<Judgement>& judgements,
                const standard::Content& content) {
  const auto dot = taken.find('.');
  if (dot == taken.npos) return;
  for (auto& judgement : judgements)
    if (judgement.element == taken.substr(0, dot))
      set_answer(judgement, taken.substr(dot + 1),
                 content.scale_of(*content.element(judgement.element)));
}

void complain_about_all(Sent& sent, const OwnSheet& own) {
  for (const auto& judgement : sent.judgements)
    sent.complaints.add(complaints_about(judgement, own.content(), own.sheet().voice));
  sent.complaints.add(complaints_about(sent.judgements, own.content(), own.sheet().voice));
}

// What is wrong with one theme, by itself and among the others. Another theme that no longer fits
// is said when the sheet is finished, or on its page: whoever judges themselves lower now is not
// stopped.
void complain_about_one(Sent& sent, const OwnSheet& own, const Judgement& judgement) {
  sent.complaints.add(complaints_about(judgement, own.content(), own.sheet().voice));
  for (const auto& complaint : complaints_about(sent.judgements, own.content(), own.sheet().voice))
    if (complaint.field == judgement.element + ".level")
      sent.complaints.add(complaint.field, complaint.message);
}

Sent read_all(const http::Request& request, const OwnSheet& own, std::vector<Judgement> before) {
  Sent sent{std::move(before), request.body_complaints};
  http::Reader reader(request.fields, sent.complaints);
  if (const auto then = reader.text("then", 20);
      !then.empty() && then != "finish" && then != "save")
    sent.complaints.add("then", "Say “finish” or “save”.");
  reader.text("evidence", standard::longest_asked_key);
  for (auto& judgement : sent.judgements) {
    const auto prefix = judgement.element + ".";
    // From the page that shows two versions of one theme: the other one stays.
    if (reader.text(prefix + "keep", 10) == "theirs") {
      Complaints unused;
      read_judgement(reader, unused, judgement, prefix, own.content(), own.sheet().voice);
      continue;
    }
    judgement = read_judgement(reader, sent.complaints, judgement, prefix, own.content(),
                               own.sheet().voice);
  }
  take_offer(reader.text("take", 2 * standard::longest_asked_key), sent.judgements, own.content());
  reader.refuse_unknown();
  complain_about_all(sent, own);
  return sent;
}

std::vector<ClashingTheme> save_all(sql::Write& write, const OwnSheet& own,
                                    const std::vector<Judgement>& judgements, Moment at) {
  std::vector<ClashingTheme> clashes;
  for (const auto& judgement : judgements)
    if (auto saved = save(write, own.sheet(), judgement, at); !saved)
      clashes.push_back({judgement, saved.error().theirs});
  return clashes;
}

http::Response shown_again(sql::Read& read, const http::Request& request, const OwnSheet& own,
                           Sent sent, int status = 422) {
  auto view = view_of(read, own, std::move(sent.judgements));
  view.facts.clear();  // they speak of what was saved
  view.evidence = evidence_of(read, request, own.sheet().id);
  return http::page(status, score_page(request, view, sent.complaints));
}

// The level to take instead, where the one chosen was refused because of a statement below it.
std::string offer_for(const Judgement& judgement, const OwnSheet& own) {
  const auto& element = *own.content().element(judgement.element);
  const auto held =
      highest_held(judgement, element, own.content().scale_of(element), own.sheet().voice);
  return held == judgement.level ? std::string() : held;
}

// The complaints about one theme, by the names that somebody sent who sent only that one.
Complaints without_theme(const Complaints& complaints, std::string_view theme) {
  Complaints named;
  const auto prefix = std::string(theme) + ".";
  for (const auto& complaint : complaints)
    named.add(complaint.field.starts_with(prefix) ? complaint.field.substr(prefix.size())
                                                  : complaint.field,
              complaint.message);
  return named;
}

// The same, by the names that they have on the page with all themes.
Complaints with_theme(const Complaints& complaints, std::string_view theme) {
  Complaints named;
  const auto prefix = std::string(theme) + ".";
  for (const auto& complaint : complaints)
    named.add(complaint.field.starts_with(prefix) ? complaint.field : prefix + complaint.field,
              complaint.message);
  return named;
}

// One theme that is refused: its own problem as JSON, otherwise the page with what was typed.
http::Response refused_one(sql::Read& read, const http::Request& request, const OwnSheet& own,
                           Sent sent, const Judgement& judgement) {
  const auto& theme = judgement.element;
  if (request.json)
    return refused_theme(request, without_theme(sent.complaints, theme), offer_for(judgement, own));
  sent.complaints = with_theme(sent.complaints, theme);
  return shown_again(read, request, own, std::move(sent));
}

// A sheet that is kept as it is: the page shows what was typed too late.
http::Response kept_as_it_is(sql::Read& read, const http::Request& request, const OwnSheet& own,
                             Sent sent) {
  if (request.json) return http::refused(409, why_kept(own.sheet()));
  sent.complaints = {};
  sent.complaints.add("", std::string(why_kept(own.sheet())));
  return shown_again(read, request, own, std::move(sent), 409);
}

http::Response answer_saved(sql::Write& write, const http::Request& request, const OwnSheet& own,
                            std::vector<Judgement> judgements, std::string_view theme) {
  if (!request.json) return http::see_other(sheet_url(request, own.sheet().id).at(theme));
  return http::json(saved_json(view_of(write, own, std::move(judgements)), theme,
                               to_clock(request.visitor.moment(), request.visitor.zone)));
}

// Back to the theme whose offer was taken, on to the evidence of one, to the list for "come back
// later", to what it adds up to for "finish"; otherwise back to the sheet.
Url after_saving(const http::Request& request, const OwnSheet& own) {
  if (const auto theme = request.fields.text("evidence"); own.content().element(theme))
    return theme_evidence_url(request, own.sheet().id, theme);
  const auto taken = request.fields.text("take");
  if (!taken.empty())
    return sheet_url(request, own.sheet().id).at(taken.substr(0, taken.find('.')));
  const auto then = request.fields.text("then");
  if (then == "save") return sheets_url(request);
  return then == "finish" ? sheet_url(request, own.sheet().id, "result")
                          : sheet_url(request, own.sheet().id);
}

}  // namespace

http::Response show_sheet(sql::Read& read, const http::Request& request, const OwnSheet& own) {
  auto view = view_of(read, own);
  if (request.json) return http::json(sheet_json(view));
  if (!own.sheet().open()) return http::see_other(sheet_url(request, own.sheet().id, "result"));
  view.evidence = evidence_of(read, request, own.sheet().id);
  return http::page(score_page(request, view, {}));
}

http::Response save_judgement(sql::Write& write, const http::Request& request,
                              const OwnSheet& own) {
  const auto theme = request.parameter("theme");
  if (!own.content().element(theme)) return http::not_found();
  Sent sent{all_judgements(write, own), request.body_complaints};
  auto& judgement = *std::ranges::find(sent.judgements, theme, &Judgement::element);
  http::Reader reader(request.fields, sent.complaints);
  judgement =
      read_judgement(reader, sent.complaints, judgement, "", own.content(), own.sheet().voice);
  if (!own.sheet().open()) return kept_as_it_is(write, request, own, std::move(sent));
  complain_about_one(sent, own, judgement);
  if (!sent.complaints.empty()) return refused_one(write, request, own, sent, judgement);
  const auto saved = save(write, own.sheet(), judgement, request.visitor.moment());
  if (!saved)
    return clash_answer(request, own, sent.judgements, {{judgement, saved.error().theirs}});
  judgement.version = *saved;
  return answer_saved(write, request, own, std::move(sent.judgements), theme);
}

http::Response save_judgements(sql::Write& write, const http::Request& request,
                               const OwnSheet& own) {
  auto sent = read_all(request, own, all_judgements(write, own));
  if (!own.sheet().open()) return kept_as_it_is(write, request, own, std::move(sent));
  if (!sent.complaints.empty())
    return request.json ? http::refused(sent.complaints)
                        : shown_again(write, request, own, std::move(sent));
  const auto clashes = save_all(write, own, sent.judgements, request.visitor.moment());
  if (!clashes.empty()) return clash_answer(request, own, sent.judgements, clashes);
  const auto view = view_of(write, own);
  const bool finishes = request.fields.text("then") == "finish";
  if (finishes && view.result.all_answered())
    finish_sheet(write, request, view);
  else if (finishes && request.json)
    return http::refused(422, "Not finished, because a theme has no answer. Send it with “save”.");
  if (request.json) return sheet_as_it_is(write, request);
  return http::see_other(after_saving(request, own));
}

}  // namespace touchstone::self_assessment
