#include "self_assessment/self_assessment.h"

#include "platform/document/document.h"
#include "self_assessment/finish_pages.h"
#include "self_assessment/institution_pages.h"
#include "self_assessment/leaders_page.h"
#include "self_assessment/leaders_pages.h"
#include "self_assessment/paper_pages.h"
#include "self_assessment/result_pages.h"
#include "self_assessment/score_pages.h"
#include "self_assessment/share_pages.h"
#include "self_assessment/shared_pages.h"
#include "self_assessment/sheet_form.h"
#include "self_assessment/sheet_json.h"
#include "self_assessment/sheets_pages.h"
#include "self_assessment/theme_evidence_pages.h"
#include "self_assessment/work_pages.h"

namespace touchstone::self_assessment {

using http::may;
using http::Verb;
using signin::member;

namespace {

constexpr http::Limits whole_form{.body = 256 * 1024};

void add_institution_routes(http::Routes& routes) {
  routes.get("/{workspace}/institution", may(Verb::read_figures, sees_figures), show_institution);
  routes.answers(institution_schema);
  routes.post("/{workspace}/institution/views", may(Verb::visit, member), begin_view);
  routes.takes({"standard"});
  routes.answers(begun_schema);
  const auto leads = may(Verb::judge, leaders_seat);
  routes.get("/{workspace}/institution/judgement", leads, show_leaders_judgement);
  routes.answers(leaders_schema);
  routes.post("/{workspace}/institution/judgement", leads, save_leaders_judgement, whole_form);
  routes.takes(sheet_fields({"then", "sheet", "finished", "panel", "panel_before"}));
  routes.answers(leaders_schema);
}

void add_evidence_routes(http::Routes& routes) {
  const auto own = may(Verb::visit, own_sheet);
  routes.get("/{workspace}/self-assessments/{sheet}/evidence/{theme}", own, show_theme_evidence);
  routes.answers(theme_evidence_schema);
  routes.post("/{workspace}/self-assessments/{sheet}/evidence/{theme}", own, attach_evidence);
  routes.takes({"piece"});
  routes.answers(theme_evidence_schema);
  routes.post("/{workspace}/self-assessments/{sheet}/evidence/{theme}/removal", own,
              detach_evidence);
  routes.takes({"piece"});
  routes.answers(theme_evidence_schema);
}

void add_share_routes(http::Routes& routes) {
  const auto own = may(Verb::visit, own_sheet);
  routes.get("/{workspace}/self-assessments/{sheet}/shares", own, show_shares);
  routes.answers(shares_schema);
  routes.post("/{workspace}/self-assessments/{sheet}/shares", own, share_sheet);
  routes.begins_once();
  routes.takes({"email", "part"});
  routes.answers(shares_schema);
  const auto shared = may(Verb::visit, shared_sheet);
  routes.get("/{workspace}/shared/{share}", shared, show_shared);
  routes.answers(shared_schema);
  routes.post("/{workspace}/shared/{share}/comments", shared, comment_on);
  routes.begins_once();
  routes.takes({"theme", "text"});
  routes.answers(shared_schema);
  routes.post("/{workspace}/shared/{share}/putting-away", shared, put_away_shared);
  routes.answers(shared_schema);
  routes.post("/{workspace}/self-assessments/{sheet}/shares/{share}/withdrawal", own,
              withdraw_share);
  routes.lets_begin_again();
  routes.answers(shares_schema);
}

}  // namespace

void add_routes(http::Routes& routes) {
  routes.get("/{workspace}", may(Verb::visit, signin::member_or_deputy), show_work);
  routes.answers(work_schema);
  routes.get("/{workspace}/bin", may(Verb::visit, member), show_bin);
  routes.answers(bin_schema);
  routes.get("/{workspace}/self-assessments", may(Verb::visit, member), show_sheets);
  routes.answers(sheets_schema);
  routes.post("/{workspace}/self-assessments", may(Verb::visit, member), begin_sheet);
  routes.takes({"standard", "name"});
  routes.answers(begun_schema);

  const auto own = may(Verb::visit, own_sheet);
  routes.get("/{workspace}/self-assessments/{sheet}", own, show_sheet);
  routes.answers(sheet_schema);
  routes.post("/{workspace}/self-assessments/{sheet}/judgements", own, save_judgements, whole_form);
  routes.takes(sheet_fields({"then", "evidence", "take", "{theme}.keep"}));
  routes.answers(sheet_schema);
  routes.post("/{workspace}/self-assessments/{sheet}/judgements/{theme}", own, save_judgement);
  routes.takes(theme_fields());
  routes.answers(saved_schema);
  routes.get("/{workspace}/self-assessments/{sheet}/result", own, show_result);
  routes.answers(sheet_schema);
  routes.get("/{workspace}/self-assessments/{sheet}/paper", own, show_paper);
  routes.answers(sheet_schema);
  routes.get("/{workspace}/self-assessments/{sheet}/copy.docx", own, copy_as_word);
  routes.answers_as({document::media_type(document::Format::word)});
  routes.get("/{workspace}/self-assessments/{sheet}/copy.pdf", own, copy_as_pdf);
  routes.answers_as({document::media_type(document::Format::pdf)});
  routes.post("/{workspace}/self-assessments/{sheet}/targets/{theme}", own, set_target);
  routes.takes({"text", "level_aimed", http::date("due_on"), http::whole("version")});
  routes.answers(sheet_schema);
  routes.post("/{workspace}/self-assessments/{sheet}/targets/{theme}/removal", own, drop_target);
  routes.answers(sheet_schema);
  routes.post("/{workspace}/self-assessments/{sheet}/submission", own, submit_sheet);
  routes.answers(sheet_schema);
  routes.post("/{workspace}/self-assessments/{sheet}/reopening", own, reopen_sheet);
  routes.answers(sheet_schema);
  routes.post("/{workspace}/self-assessments/{sheet}/bin", own, bin_sheet);
  routes.lets_begin_again();
  routes.answers(sheet_schema);
  routes.post("/{workspace}/self-assessments/{sheet}/restoration", own, restore_sheet);
  routes.answers(sheet_schema);

  add_evidence_routes(routes);
  add_share_routes(routes);
  add_institution_routes(routes);
}

}  // namespace touchstone::self_assessment
