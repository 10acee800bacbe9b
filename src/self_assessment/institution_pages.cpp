#include "self_assessment/institution_pages.h"

#include <fmt/format.h>

#include "look/words.h"
#include "platform/json/described.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/institution_page.h"
#include "self_assessment/score_sheet_store.h"
#include "self_assessment/sheets_pages.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {
namespace shape {

struct BegunView {
  std::string id;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(BegunView, (), (id, location))

}  // namespace shape

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
  ScoreSheet sheet;
  sheet.id = Id<ScoreSheet>::fresh();
  sheet.standard_version = version->id;
  sheet.subject_team = people::root_team(write, member.workspace());
  sheet.made_by = member.person();
  sheet.voice = institution_voice;
  sheet.started_at = request.visitor.moment();
  sheet.as_at = request.visitor.today;
  const auto open = open_score_sheet(write, sheet, member.workspace().value);
  if (!open && !may_begin(write, request, member)) return http::refused(429, begun_too_many);
  if (!open) {
    sheet.previous = latest_finished(write, sheet, member.workspace().value);
    sheet.name = name_for(
        write, request, member,
        fmt::format("The {}, {}", look::word(request.visitor.words, look::Term::organisation),
                    term_of(request.visitor.today)));
    begin(write, sheet);
  }
  const auto id = open.value_or(sheet.id);
  if (!request.json) return http::see_other(sheet_url(request, id));
  return http::json(open ? 200 : 201,
                    json::text_of(shape::BegunView{to_text(id), sheet_url(request, id).text()}));
}

}  // namespace touchstone::self_assessment
