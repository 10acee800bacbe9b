#include "self_assessment/institution_pages.h"

#include "self_assessment/address_parts.h"
#include "self_assessment/institution_page.h"
#include "self_assessment/score_sheet_store.h"
#include "self_assessment/sheets_pages.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {

http::Response show_institution(sql::Read& read, const http::Request& request,
                                const SeesFigures& sees) {
  const auto view = institution_view(read, request, sees);
  if (request.json) return http::json(institution_json(view));
  return http::page(institution_page(request, view));
}

http::Response begin_view(sql::Write& write, const http::Request& request,
                          const signin::Member& member) {
  auto complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const auto version =
      standard::version_at(write, member.workspace().value, reader.text("standard", 200));
  if (!version || !version->content->has_voice(institution_voice))
    complaints.add("standard", "Choose what you want to judge it against.");
  if (!complaints.empty()) return http::refused(complaints);
  auto sheet = sheet_on_institution(write, request, member);
  sheet.standard_version = version->id;
  const auto open = open_score_sheet(write, sheet, member.workspace().value);
  if (!open && !may_begin(write, request, member)) return http::refused(429, begun_too_many);
  if (!open) {
    sheet.previous = latest_finished(write, sheet, member.workspace().value);
    sheet.name = name_for(write, request, member, sheet.name);
    begin(write, sheet);
  }
  return begun(request, open.value_or(sheet.id), open.has_value());
}

}  // namespace touchstone::self_assessment
