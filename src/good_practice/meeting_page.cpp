#include "good_practice/meeting_page.h"

#include <fmt/format.h>

#include "good_practice/address_parts.h"
#include "good_practice/agenda_store.h"
#include "good_practice/decision_store.h"
#include "good_practice/form_parts.h"
#include "good_practice/list_store.h"
#include "good_practice/spreading_store.h"
#include "look/button.h"
#include "look/form.h"
#include "look/layout.h"
#include "platform/text.h"
#include "signin/signin.h"

namespace touchstone::good_practice {
namespace {

// Of a day that has passed what waited then; otherwise what waits now.
void add_agenda(sql::Read& read, const Uuid& workspace, const Meeting& meeting, Date today,
                MeetingView& view) {
  if (meeting.held_on < today) {
    for (const auto& practice : waited_on(read, workspace, meeting.held_on))
      view.to_decide.push_back(
          {practice.id, practice.title, "waited " + waiting_in_words(practice, meeting.held_on)});
    return;
  }
  for (const auto& practice : queue_of(read, workspace, {}))
    view.to_decide.push_back(
        {practice.id, practice.title, "waits " + waiting_in_words(practice, today)});
  for (const auto& practice : to_share(read, workspace))
    view.to_share.push_back({practice.id, practice.title, "validated, and not shared yet"});
  for (const auto& practice : to_assess(read, workspace)) {
    const auto track = track_of(read, workspace, practice.id);
    view.to_assess.push_back(
        {practice.id, practice.title,
         fmt::format("{}, {} would do it again",
                     counted(track.reports, "colleague reported", "colleagues reported"),
                     track.would_again)});
  }
}

void add_minutes(sql::Read& read, const Uuid& workspace, const Meeting& meeting,
                 MeetingView& view) {
  const auto title = [&](Id<Practice> id) {
    const auto found = practice(read, workspace, id);
    return found ? found->title : std::string();
  };
  for (const auto& practice : recorded_in(read, workspace, meeting.id))
    view.minutes.push_back({practice.id, practice.title, "recorded"});
  for (const auto& decision : decisions_in(read, workspace, meeting.id)) {
    auto what = std::string(in_words(decision.verdict));
    if (decision.undone_at) what += ", taken apart again since";
    if (!decision.reason.empty()) what += ": " + decision.reason;
    view.minutes.push_back({decision.practice, title(decision.practice), std::move(what)});
  }
  for (const auto& sharing : sharings_in(read, workspace, meeting.id)) {
    const auto* channel = channel_of(sharing.channel);
    view.minutes.push_back(
        {sharing.practice, title(sharing.practice),
         fmt::format("shared: {} ({})", channel ? channel->words : "passed on", sharing.audience)});
  }
  for (const auto& impact : impacts_in(read, workspace, meeting.id))
    view.minutes.push_back(
        {impact.practice, title(impact.practice),
         fmt::format("impact recorded: {} ({})", impact.changed, in_words(impact.scale))});
}

Html meeting_lines(const http::Request& request, const Meeting& meeting, std::string_view heading,
                   const std::vector<MeetingLine>& lines) {
  if (lines.empty()) return {};
  Html list;
  for (const auto& line : lines)
    list.add(R"(<li><a class="govuk-link" href="{}">{}</a>: {}</li>)",
             practice_url(request, line.practice).with("meeting", to_text(meeting.id)), line.title,
             line.what);
  return html(
      R"(<h3 class="govuk-heading-s">{}</h3><ul class="govuk-list govuk-list--bullet">{}</ul>)",
      heading, list);
}

Html meeting_agenda(const http::Request& request, const Meeting& meeting, const MeetingView& view) {
  const bool past = meeting.held_on < request.visitor.today;
  Html out = html(R"(<h2 class="govuk-heading-m" id="agenda">{}</h2>)",
                  past ? "What waited on that day" : "To discuss");
  Html lines = meeting_lines(request, meeting, "Is it good practice?", view.to_decide);
  lines.add(meeting_lines(request, meeting, "How do we share it?", view.to_share));
  lines.add(meeting_lines(request, meeting, "What was its impact?", view.to_assess));
  if (lines.empty())
    lines = html(R"(<p class="govuk-body">{}</p>)", past ? "Nothing waited." : "Nothing waits.");
  out.add(lines);
  return out.add(
      R"(<p class="govuk-body ts-screen-only">Open one from here: what you decide then goes into the minutes. )"
      R"(<a class="govuk-link" href="{}">Record something that was told here</a></p>)",
      ideas_url(request, "new").with("meeting", to_text(meeting.id)));
}

// The form that has them is not printed.
Html notes_on_paper(const Meeting& meeting) {
  if (meeting.notes.empty()) return {};
  return html(R"(<section class="ts-paper-only"><h2 class="govuk-heading-m">Notes</h2>)"
              R"(<p class="govuk-body app-note">{}</p></section>)",
              meeting.notes);
}

Html meeting_fields(const http::Request& request, const Meeting& meeting,
                    const Complaints& complaints) {
  const FormParts form("meeting", request, complaints);
  Html fields = form.day("held_on", "Date", to_iso(meeting.held_on));
  fields.add(form.line("people", "Who was there", meeting.people));
  if (meeting.version == 0) return fields.add(look::button({.text = "Begin this meeting"}));
  fields.add(form.lines("notes", "Notes", meeting.notes, {}, 5));
  fields.add(R"(<input type="hidden" name="version" value="{}">)", meeting.version);
  return fields.add(look::button({.text = "Save", .classes = "govuk-button--secondary"}));
}

}  // namespace

MeetingView meeting_view(sql::Read& read, const Uuid& workspace, const Meeting& meeting,
                         Date today) {
  MeetingView view;
  add_agenda(read, workspace, meeting, today, view);
  add_minutes(read, workspace, meeting, view);
  return view;
}

Html meeting_page(const http::Request& request, const Meeting& meeting, const MeetingView& view,
                  const Complaints& complaints) {
  const auto title = "Quality Team meeting of " + to_words(meeting.held_on);
  Html main = html(R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">{}</p>)", title,
                   meeting.people);
  main.add(meeting_agenda(request, meeting, view));
  auto minutes = meeting_lines(request, meeting, "Decided in this meeting", view.minutes);
  main.add(
      R"(<h2 class="govuk-heading-m" id="minutes">Minutes</h2>{})",
      minutes.empty() ? html(R"(<p class="govuk-body">Nothing was decided yet.</p>)") : minutes);
  main.add(
      R"(<p class="govuk-body ts-screen-only">Keep these minutes: <a class="govuk-link" href="{}">as a Word )"
      R"(file</a> or <a class="govuk-link" href="{}">as a PDF file</a></p>)",
      meeting_url(request, meeting.id, "minutes.docx"),
      meeting_url(request, meeting.id, "minutes.pdf"));
  main.add(notes_on_paper(meeting));
  main.add(look::form(request, meeting_url(request, meeting.id),
                      meeting_fields(request, meeting, complaints)));
  auto page = signin::page_of(request, title, std::move(main));
  page.complaints = tied_to("meeting", complaints);
  page.back = ideas_url(request, "meetings");
  return look::layout(page);
}

Html meetings_page(const http::Request& request, const std::vector<Meeting>& meetings,
                   const Complaints& complaints) {
  Html list;
  for (const auto& meeting : meetings)
    list.add(R"(<li><a class="govuk-link" href="{}">{}</a>: {}</li>)",
             meeting_url(request, meeting.id), to_words(meeting.held_on), meeting.people);
  Html main = html(R"(<h1 class="govuk-heading-l">Quality Team meetings</h1>)");
  if (!list.empty()) main.add(R"(<ul class="govuk-list">{}</ul>)", list);
  main.add(R"(<h2 class="govuk-heading-m">A new meeting</h2>{})",
           look::form(request, ideas_url(request, "meetings"),
                      meeting_fields(request, {.held_on = request.visitor.today}, complaints)));
  auto page = signin::page_of(request, "Quality Team meetings", std::move(main));
  page.complaints = tied_to("meeting", complaints);
  page.back = ideas_url(request);
  return look::layout(page);
}

}  // namespace touchstone::good_practice
