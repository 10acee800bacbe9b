#include "self_assessment/sheets_pages.h"

#include <fmt/format.h>

#include <charconv>
#include <system_error>

#include "look/words.h"
#include "platform/json/described.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/counted_view.h"
#include "self_assessment/institution_proof.h"
#include "self_assessment/score_sheet_store.h"
#include "self_assessment/sheets_page.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {
namespace shape {

struct Listed {
  std::string id;
  std::string name;
  std::string standard;
  Date as_at;
  std::optional<Moment> finished_at;
  int total;
  int answered;
  int of;
  std::optional<std::string> band;
  std::vector<std::string> shown_to;  // names of colleagues
};
BOOST_DESCRIBE_STRUCT(Listed, (),
                      (id, name, standard, as_at, finished_at, total, answered, of, band, shown_to))

struct ShownByColleague {
  std::string made_by;
  std::string name;
  bool whole;
  std::optional<Moment> looked_at;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(ShownByColleague, (), (made_by, name, whole, looked_at, location))

struct Sheets {
  std::vector<Listed> items;
  std::vector<ShownByColleague> shown_to_you;
  std::optional<std::string> shown_next;
};
BOOST_DESCRIBE_STRUCT(Sheets, (), (items, shown_to_you, shown_next))

struct Begun {
  std::string id;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(Begun, (), (id, location))

struct Binned {
  std::string id;
  std::string name;
  std::optional<Moment> binned_at;
  Date deleted_after;
};
BOOST_DESCRIBE_STRUCT(Binned, (), (id, name, binned_at, deleted_after))

struct Bin {
  std::vector<Binned> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(Bin, (), (items, next))

}  // namespace shape

namespace {

// What text_of_end() made: an End of a moment and an id.
template <class End, class Noun>
std::optional<End> end_from_text(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == text.npos) return std::nullopt;
  std::int64_t at = 0;
  const auto read = std::from_chars(text.data(), text.data() + dot, at);
  const auto id = Id<Noun>::from_text(text.substr(dot + 1));
  if (read.ec != std::errc() || read.ptr != text.data() + dot || !id) return std::nullopt;
  return End{moment_from_number(at), *id};
}

std::string to_json(const SheetsView& view) {
  shape::Sheets list;
  if (view.shown.next) list.shown_next = text_of_end(*view.shown.next);
  for (const auto& each : view.shown.shown)
    list.shown_to_you.push_back(
        {each.maker, each.sheet, each.of_whole, each.looked_at, each.where.text()});
  for (const auto& [sheet, content, result] : view.sheets) {
    const auto readers = view.readers.find(sheet.id.value);
    list.items.push_back(
        {to_text(sheet.id), sheet.name, content->address(), sheet.as_at, sheet.finished_at,
         result.total, result.answered, static_cast<int>(result.rows.size()), result.band,
         readers == view.readers.end() ? std::vector<std::string>() : readers->second});
  }
  return json::text_of(list);
}

ScoreSheet sheet_for(const http::Request& request, const signin::Member& member) {
  ScoreSheet sheet;
  sheet.id = Id<ScoreSheet>::fresh();
  sheet.subject_person = member.person();
  sheet.made_by = member.person();
  sheet.voice = "person";
  sheet.name = term_of(request.visitor.today);
  sheet.started_at = request.visitor.moment();
  sheet.as_at = request.visitor.today;
  return sheet;
}

// The standards that speak as the sheet does.
std::vector<Offered> offers_for(sql::Read& read, const signin::Member& member, ScoreSheet like) {
  std::vector<Offered> offers;
  for (const auto& version : standard::published(read, member.workspace().value)) {
    if (!version.content->has_voice(like.voice)) continue;
    like.standard_version = version.id;
    offers.push_back({version.id, version.content->address(), version.content->title,
                      version.content->summary,
                      open_score_sheet(read, like, member.workspace().value).has_value(),
                      version.content->has_voice("person")});
  }
  return offers;
}

SheetsView view_of(sql::Read& read, const http::Request& request, const signin::Member& member) {
  return {
      own_counted(read, member.workspace().value, member.person()),
      offers_for(read, member, sheet_for(request, member)),
      offers_for(read, member, sheet_on_institution(read, request, member)),
      shown_to(read, request, member,
               end_from_text<sharing::ShareEnd, sharing::Share>(request.query.text("shown_after"))),
      shown_by(read, member)};
}

http::Response all_sheets(sql::Read& read, const http::Request& request,
                          const signin::Member& member, std::string_view name,
                          const Complaints& complaints) {
  return http::page(complaints.empty() ? 200 : 422,
                    sheets_page(request, view_of(read, request, member), name, complaints));
}

}  // namespace

ScoreSheet sheet_on_institution(sql::Read& read, const http::Request& request,
                                const signin::Member& member) {
  ScoreSheet sheet;
  sheet.id = Id<ScoreSheet>::fresh();
  sheet.subject_team = people::root_team(read, member.workspace());
  sheet.made_by = member.person();
  sheet.voice = institution_voice;
  sheet.name =
      fmt::format("The {}, {}", look::word(request.visitor.words, look::Term::organisation),
                  term_of(request.visitor.today));
  sheet.started_at = request.visitor.moment();
  sheet.as_at = request.visitor.today;
  return sheet;
}

std::string name_for(sql::Read& read, const http::Request& request, const signin::Member& member,
                     const std::string& wanted) {
  const auto today = request.visitor.today;
  return free_name(wanted, today,
                   names_beside(read, member.workspace().value, member.person(), wanted, today));
}

bool may_begin(sql::Read& read, const http::Request& request, const signin::Member& member) {
  return begun_since(read, member.workspace().value, member.person(),
                     request.visitor.moment() - std::chrono::days(1)) < most_begun_in_a_day;
}

std::string sheets_schema(json::Components& components) {
  return json::schema_of<shape::Sheets>(components);
}
std::string begun_schema(json::Components& components) {
  return json::schema_of<shape::Begun>(components);
}
std::string bin_schema(json::Components& components) {
  return json::schema_of<shape::Bin>(components);
}

http::Response begun(const http::Request& request, Id<ScoreSheet> id, bool went_on) {
  const auto here = sheet_url(request, id);
  if (!request.json) return http::see_other(here);
  return http::json(went_on ? 200 : 201, json::text_of(shape::Begun{to_text(id), here.text()}));
}

http::Response show_sheets(sql::Read& read, const http::Request& request,
                           const signin::Member& member) {
  if (request.json) return http::json(to_json(view_of(read, request, member)));
  return all_sheets(read, request, member,
                    name_for(read, request, member, term_of(request.visitor.today)), {});
}

http::Response begin_sheet(sql::Write& write, const http::Request& request,
                           const signin::Member& member) {
  auto complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  auto sheet = sheet_for(request, member);
  if (reader.has("name")) sheet.name = reader.text("name", request.fields.text("name").size());
  const auto address = reader.text("standard", 200);
  const auto version = standard::version_at(write, member.workspace().value, address);
  if (!version || !version->content->has_voice("person"))
    complaints.add("standard", "Choose what you want to score yourself against.");
  complaints.add(complaints_about(sheet));
  if (!complaints.empty())
    return request.json ? http::refused(complaints)
                        : all_sheets(write, request, member, sheet.name, complaints);
  sheet.standard_version = version->id;
  // Somebody who presses twice, or has two windows, goes on with the one they have.
  const auto open = open_score_sheet(write, sheet, member.workspace().value);
  if (!open && !may_begin(write, request, member)) return http::refused(429, begun_too_many);
  if (!open) {
    sheet.previous = latest_finished(write, sheet, member.workspace().value);
    sheet.name = name_for(write, request, member, sheet.name);
    begin(write, sheet);
  }
  return begun(request, open.value_or(sheet.id), open.has_value());
}

http::Response show_bin(sql::Read& read, const http::Request& request,
                        const signin::Member& member) {
  const auto page = bin_page_after(read, member.workspace().value, member.person(),
                                   end_from_text<BinEnd, ScoreSheet>(request.query.text("after")));
  if (!request.json) return http::page(bin_page(request, page));
  shape::Bin bin;
  if (page.next) bin.next = text_of_end(*page.next);
  for (const auto& sheet : page.sheets)
    bin.items.push_back({to_text(sheet.id), sheet.name, sheet.binned_at,
                         date_in(*sheet.binned_at + kept_in_bin, request.visitor.zone)});
  return http::json(json::text_of(bin));
}

}  // namespace touchstone::self_assessment
