#include "good_practice/meeting_pages.h"

#include "good_practice/address_parts.h"
#include "good_practice/decision_store.h"
#include "good_practice/meeting_page.h"
#include "platform/http/deed.h"
#include "platform/http/whole_text.h"

namespace touchstone::good_practice {
namespace shape {

struct MeetingShown {
  std::string id;
  Date held_on;
  std::string people;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(MeetingShown, (), (id, held_on, people, location))

struct Meetings {
  std::vector<MeetingShown> items;
};
BOOST_DESCRIBE_STRUCT(Meetings, (), (items))

struct MeetingItem {
  std::string idea;
  std::string title;
  std::string what;
};
BOOST_DESCRIBE_STRUCT(MeetingItem, (), (idea, title, what))

struct WholeMeeting {
  std::string id;
  Date held_on;
  std::string people;
  std::string notes;
  std::vector<MeetingItem> to_decide;
  std::vector<MeetingItem> to_share;
  std::vector<MeetingItem> to_assess;
  std::vector<MeetingItem> minutes;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(WholeMeeting, (),
                      (id, held_on, people, notes, to_decide, to_share, to_assess, minutes,
                       version))

}  // namespace shape

namespace {

std::vector<shape::MeetingItem> meeting_items(const std::vector<MeetingLine>& lines) {
  std::vector<shape::MeetingItem> items;
  items.reserve(lines.size());
  for (const auto& line : lines) items.push_back({to_text(line.practice), line.title, line.what});
  return items;
}

http::Response told_meeting(sql::Read& read, const http::Request& request,
                            const Validator& validator, const Meeting& meeting, int status) {
  const auto view = meeting_view(read, validator.workspace(), meeting, request.visitor.today);
  return http::json(
      status, json::text_of(shape::WholeMeeting{
                  to_text(meeting.id), meeting.held_on, meeting.people, meeting.notes,
                  meeting_items(view.to_decide), meeting_items(view.to_share),
                  meeting_items(view.to_assess), meeting_items(view.minutes), meeting.version}));
}

bool is_far(Date day, Date today) {
  return std::abs(days_between(today, day)) > 366;
}

Meeting read_meeting(const http::Request& request, Meeting before, Complaints& complaints) {
  http::Reader reader(request.fields, complaints);
  const auto held_on = reader.date("held_on");
  if (held_on && *held_on != before.held_on && is_far(*held_on, request.visitor.today))
    complaints.add("held_on", "Check the year: this day is more than a year from today.");
  if (held_on)
    before.held_on = *held_on;
  else if (complaints.about("held_on").empty())
    complaints.add("held_on", "Say on which day it is.");
  before.people = http::whole_text(reader, request, "people");
  if (before.version > 0) {
    before.notes = http::whole_text(reader, request, "notes");
    before.version = reader.version("version");
  }
  complaints.add(complaints_about(before));
  return before;
}

}  // namespace

std::string meetings_schema(json::Components& components) {
  return json::schema_of<shape::Meetings>(components);
}
std::string meeting_schema(json::Components& components) {
  return json::schema_of<shape::WholeMeeting>(components);
}

http::Response show_meetings(sql::Read& read, const http::Request& request,
                             const Validator& validator) {
  const auto all = meetings(read, validator.workspace());
  if (!request.json) return http::page(meetings_page(request, all, {}));
  shape::Meetings told;
  for (const auto& meeting : all)
    told.items.push_back({to_text(meeting.id), meeting.held_on, meeting.people,
                          meeting_url(request, meeting.id).text()});
  return http::json(json::text_of(told));
}

http::Response begin_meeting(sql::Write& write, const http::Request& request,
                             const Validator& validator) {
  Complaints complaints = request.body_complaints;
  auto meeting = read_meeting(request, {}, complaints);
  if (!complaints.empty())
    return request.json
               ? http::refused(complaints)
               : http::page(422, meetings_page(request, meetings(write, validator.workspace()),
                                               complaints));
  meeting.id = Id<Meeting>::fresh();
  meeting.made_by = validator.person();
  add(write, meeting, request.visitor.moment());
  meeting.version = 1;
  if (request.json) return told_meeting(write, request, validator, meeting, 201);
  return http::said(http::see_other(meeting_url(request, meeting.id)), request,
                    "The meeting is begun.");
}

std::expected<HeldMeeting, http::Response> held_meeting(sql::Read& read,
                                                        const http::Request& request,
                                                        http::Verb verb) {
  auto keeper = validator(read, request, verb);
  if (!keeper) return std::unexpected(keeper.error());
  const auto id = Id<Meeting>::from_text(request.parameter("meeting"));
  auto found = id ? meeting(read, keeper->workspace(), *id) : std::nullopt;
  if (!found) return std::unexpected(http::not_found());
  return HeldMeeting(*std::move(found), *std::move(keeper));
}

http::Response show_meeting(sql::Read& read, const http::Request& request,
                            const HeldMeeting& held) {
  if (request.json) return told_meeting(read, request, held.validator(), held.meeting(), 200);
  const auto view =
      meeting_view(read, held.validator().workspace(), held.meeting(), request.visitor.today);
  return http::page(meeting_page(request, held.meeting(), view, {}));
}

namespace {

http::Response minutes_again(sql::Read& read, const http::Request& request, const HeldMeeting& held,
                             const Complaints& complaints, int status) {
  const auto view =
      meeting_view(read, held.validator().workspace(), held.meeting(), request.visitor.today);
  return http::page(status, meeting_page(request, held.meeting(), view, complaints));
}

// With everything that somebody else changed meanwhile, which is kept until it is saved again.
http::Response minutes_changed_meanwhile(sql::Read& read, const http::Request& request,
                                         const HeldMeeting& held, const Meeting& typed) {
  constexpr std::string_view sentence =
      "This was changed elsewhere since you opened it. Take over from that what you want, then "
      "save again to put yours in its place.";
  const auto clash = clash_of(held.meeting(), typed);
  if (request.json) return http::changed_meanwhile(sentence, clash);
  return minutes_again(read, request, held, headed(sentence, clash), 409);
}

}  // namespace

http::Response change_meeting(sql::Write& write, const http::Request& request,
                              const HeldMeeting& held) {
  Complaints complaints = request.body_complaints;
  const auto meeting = read_meeting(request, held.meeting(), complaints);
  if (!complaints.empty())
    return request.json ? http::refused(complaints)
                        : minutes_again(write, request, held, complaints, 422);
  if (!change(write, meeting)) return minutes_changed_meanwhile(write, request, held, meeting);
  if (!request.json)
    return http::said(http::see_other(meeting_url(request, meeting.id)), request,
                      "The minutes are saved.");
  const auto kept = good_practice::meeting(write, held.validator().workspace(), meeting.id);
  return told_meeting(write, request, held.validator(), *kept, 200);
}

}  // namespace touchstone::good_practice
