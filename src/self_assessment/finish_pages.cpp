#include "self_assessment/finish_pages.h"

#include "platform/http/deed.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/institution_jobs.h"
#include "self_assessment/score_sheet_store.h"
#include "self_assessment/sheet_json.h"
#include "self_assessment/sheet_mail_store.h"
#include "signin/signin.h"

namespace touchstone::self_assessment {
namespace {

// The sheet after the change, for JSON; the page that shows it for people.
http::Response answer_at(sql::Write& write, const http::Request& request, const Url& page,
                         std::string_view deed, const Url& undo = {}) {
  if (!request.json) return http::said(http::see_other(page), request, deed, undo);
  return sheet_as_it_is(write, request);
}

void send_receipt(sql::Write& write, const http::Request& request, const SheetAtHand& own) {
  const Id<people::Workspace> workspace{own.workspace()};
  const auto maker = people::person(write, workspace, own.sheet().made_by);
  if (!maker) return;
  mail_receipt(write, people::own_address(write, *maker), own.sheet(), request.visitor.today,
               signin::site_of(request) + sheet_url(request, own.sheet().id, "result").text());
}

constexpr std::string_view other_is_open =
    "You have another score sheet of this kind open. Finish it or put it in the bin first.";

// Finished again, an older one would take the place of what was judged since.
constexpr std::string_view was_followed =
    "You have finished another score sheet of this kind since. This one stays as it is, to be "
    "compared with.";

bool another_is_open(sql::Read& read, const OwnSheet& own) {
  return open_score_sheet(read, own.sheet(), own.workspace()).has_value();
}

}  // namespace

void finish_sheet(sql::Write& write, const http::Request& request, const SheetView& view) {
  finish(write, view.own.sheet(), view.result, sheet_json(view), request.visitor.moment());
  ask_for_figures(write);
  send_receipt(write, request, view.own);
}

http::Response sheet_as_it_is(sql::Read& read, const http::Request& request) {
  const auto own = own_sheet(read, request, http::Verb::visit);
  return own ? http::json(sheet_json(view_of(read, *own))) : own.error();
}

http::Response submit_sheet(sql::Write& write, const http::Request& request, const OwnSheet& own) {
  if (!own.sheet().open()) return http::refused(422, "This score sheet is finished already.");
  const auto view = view_of(write, own);
  if (view.result.answered == 0)
    return http::refused(422, "Not yet, because no theme has an answer.");
  if (const auto complaints = complaints_about(view.judgements, own.content(), view.voice());
      !complaints.empty())
    return http::refused(complaints);
  finish_sheet(write, request, view);
  return answer_at(write, request, sheet_url(request, own.sheet().id, "result"),
                   own.sheet().name + " is finished.");
}

http::Response reopen_sheet(sql::Write& write, const http::Request& request, const OwnSheet& own) {
  // A second press finds what the first has done.
  if (own.sheet().open())
    return answer_at(write, request, sheet_url(request, own.sheet().id),
                     own.sheet().name + " is open.");
  if (!may_reopen(own.sheet(), request.visitor.moment()))
    return http::refused(
        422,
        "A score sheet can be opened again for 24 hours after it was finished. Start a new one "
        "to judge again.");
  if (is_followed(write, own.sheet(), own.workspace())) return http::refused(422, was_followed);
  if (another_is_open(write, own)) return http::refused(422, other_is_open);
  reopen(write, own.sheet(), sheet_json(view_of(write, own)), request.visitor.moment());
  return answer_at(write, request, sheet_url(request, own.sheet().id),
                   own.sheet().name + " is open again.");
}

http::Response bin_sheet(sql::Write& write, const http::Request& request, const OwnSheet& own) {
  if (own.sheet().binned_at) return http::refused(422, "This score sheet is in the bin already.");
  put_in_bin(write, own.sheet(), request.visitor.moment());
  return answer_at(write, request, bin_url(request), "“" + own.sheet().name + "” is in the bin.",
                   sheet_url(request, own.sheet().id, "restoration"));
}

http::Response restore_sheet(sql::Write& write, const http::Request& request, const OwnSheet& own) {
  if (!own.sheet().binned_at) return http::refused(422, "This score sheet is not in the bin.");
  if (!own.sheet().finished() && another_is_open(write, own))
    return http::refused(422, other_is_open);
  take_from_bin(write, own.sheet());
  return answer_at(write, request, sheet_url(request, own.sheet().id),
                   own.sheet().name + " is out of the bin.");
}

}  // namespace touchstone::self_assessment
