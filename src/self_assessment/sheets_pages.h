#pragma once
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "self_assessment/score_sheet.h"
#include "signin/signin.h"

// One's own score sheets over time, beginning a new one, and the bin.
namespace touchstone::self_assessment {

http::Response show_sheets(sql::Read& read, const http::Request& request,
                           const signin::Member& member);
http::Response begin_sheet(sql::Write& write, const http::Request& request,
                           const signin::Member& member);
http::Response show_bin(sql::Read& read, const http::Request& request,
                        const signin::Member& member);

// A new sheet for the member's own view of the organisation, of no standard yet.
ScoreSheet sheet_on_institution(sql::Read& read, const http::Request& request,
                                const signin::Member& member);

// To the sheet that was begun just now, or went on.
http::Response begun(const http::Request& request, Id<ScoreSheet> id, bool went_on);

// What a sheet begun today is called, where others of that maker have names already.
std::string name_for(sql::Read& read, const http::Request& request, const signin::Member& member,
                     const std::string& wanted);

// Whether they have begun fewer than `most_begun_in_a_day`; otherwise 429.
bool may_begin(sql::Read& read, const http::Request& request, const signin::Member& member);

// What these answer in JSON.
std::string sheets_schema(json::Components& components);
std::string begun_schema(json::Components& components);
std::string bin_schema(json::Components& components);

}  // namespace touchstone::self_assessment
