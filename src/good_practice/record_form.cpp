#include "good_practice/record_form.h"

#include "good_practice/address_parts.h"
#include "good_practice/decision_store.h"
#include "good_practice/form_parts.h"
#include "good_practice/opened_form.h"
#include "good_practice/theme_view.h"
#include "look/button.h"
#include "look/details.h"
#include "look/file_upload.h"
#include "look/form.h"
#include "look/layout.h"
#include "platform/http/whole_text.h"
#include "platform/text.h"
#include "signin/signin.h"

namespace touchstone::good_practice {
namespace {

std::optional<Id<people::Person>> tutor_typed(sql::Read& read, const Viewer& viewer,
                                              std::string_view email, Complaints& complaints) {
  if (email.empty()) return std::nullopt;
  const auto found = people::person_by_email(read, viewer.here(), email);
  if (found && found->state == people::State::active) return found->id;
  complaints.add("tutor",
                 "Nobody on the staff list has this email address. Check it, or leave this empty.");
  return std::nullopt;
}

void read_whose(sql::Read& read, const Viewer& viewer, std::string_view email, bool named,
                const http::Visitor& visitor, TypedPractice& typed) {
  auto& practice = typed.practice;
  const auto before = practice.tutor;
  practice.tutor = tutor_typed(read, viewer, email, typed.complaints);
  if (practice.source == Source::own_teaching) {
    if (practice.tutor && practice.tutor != practice.finder)
      typed.complaints.add("tutor", "You said that this is your own teaching. Leave this empty.");
    practice.tutor = practice.finder;
  }
  // Nobody agrees for somebody else (E-25).
  if (practice.tutor != practice.finder) {
    if (practice.tutor != before) practice.named_at.reset();
  } else if (!named) {
    practice.named_at.reset();
  } else if (!practice.named_at && !visitor.remembered) {
    practice.named_at = visitor.moment();
  }
  const auto whose = owner_of(practice);
  const auto teams = whose ? people::teams_of(read, viewer.here(), *whose, visitor.today)
                           : std::vector<Id<people::Team>>();
  practice.team = teams.empty() ? std::nullopt : std::optional(teams.front());
}

Html more_questions(const FormParts& form, const Practice& practice, std::string_view tutor,
                    const std::vector<Theme>& all) {
  Html more;
  more.add(form.choose("theme", "Which theme is it about?", theme_items(all, "None of these"),
                       practice.theme, "Others find it by this."));
  more.add(form.line("subject", "Subject", practice.subject, "Such as plumbing or maths."));
  more.add(form.line("tutor", "Whose teaching is it? Their email address", tutor,
                     "Leave this empty if it is your own, or if you would rather not say."));
  more.add(form.line("found_in", "Where is it written down already?", practice.found_in,
                     "Such as: observation report of 12 January."));
  more.add(form.lines("links", "Links to what shows it", practice.links,
                      "One web address a line: a handout, a slide, a video.", 2));
  more.add(form.line("consent", "If somebody was filmed or recorded: what did they agree to?",
                     practice.consent, "Leave this empty if nobody was."));
  more.add(form.tick("stand_out", "This stands out (Grade 1)", practice.stand_out));
  more.add(form.tick("named", "If it is my own: my name may be shown outside of my team",
                     practice.named_at.has_value()));
  return more;
}

// What was with it and is not taken away.
std::vector<evidence::Piece> files_left(sql::Read& read, const Viewer& viewer,
                                        const TypedPractice& typed) {
  auto files = files_of(read, viewer.workspace(), typed.practice.id);
  std::erase_if(files, [&](const evidence::Piece& piece) {
    return std::ranges::find(typed.taken_away, to_text(piece.id)) != typed.taken_away.end();
  });
  return files;
}

Html questions(sql::Read& read, const http::Request& request, const Viewer& viewer,
               const TypedPractice& typed) {
  const auto& practice = typed.practice;
  const FormParts form("practice", request, typed.complaints);
  std::vector<look::RadiosItem> sources;
  sources.reserve(std::size(every_source));
  for (const auto source : every_source)
    sources.push_back({.text = in_words(source), .value = std::string(to_text(source))});
  const auto tutor = answers_of(read, viewer, practice).at("tutor");
  Html fields;
  if (practice.version > 0)
    fields.add(files_with_it(files_of(read, viewer.workspace(), practice.id), typed.taken_away));
  fields.add(idea_file_questions(request, "practice", typed.sent, typed.complaints));
  fields.add(form.lines("did", "What did you do?", practice.did));
  fields.add(form.lines("changed", "What changed for learners?", practice.changed));
  fields.add(form.line("place", "Where?", practice.place, "The course, group or venue."));
  fields.add(form.radios("source", "Where did you notice it?", std::move(sources),
                         to_text(practice.source)));
  fields.add(look::details(
      {.summary = "Say more, if you like",
       .text = more_questions(form, practice, tutor,
                              themes_to_choose(read, viewer.workspace(), practice.theme)),
       .open = !typed.complaints.empty() || practice.version > 0}));
  if (practice.meeting)
    fields.add(R"(<input type="hidden" name="meeting" value="{}">)", to_text(*practice.meeting));
  if (practice.version > 0)
    fields.add(R"(<input type="hidden" name="version" value="{}">{})", practice.version,
               opened_fields(read, request, viewer, practice));
  return fields;
}

}  // namespace

std::optional<Id<Meeting>> meeting_from(sql::Read& read, const Uuid& workspace,
                                        std::string_view text) {
  const auto id = Id<Meeting>::from_text(text);
  return id && meeting(read, workspace, *id) ? id : std::nullopt;
}

Complaints complaints_about_links(const Practice& practice) {
  Complaints complaints;
  for (const auto& link : links_of(practice)) {
    if (Url::outside(link)) continue;
    complaints.add("links",
                   "Each line must be a web address, such as https://example.org/lesson.pdf.");
    break;
  }
  return complaints;
}

Practice fresh_practice(sql::Read& read, const http::Request& request, const Viewer& viewer) {
  Practice practice;
  practice.id = Id<Practice>::fresh();
  practice.finder = viewer.person();
  practice.theme = key_to_choose(read, viewer.workspace(), request.query.text("theme"));
  practice.did = cleaned(request.query.text("did"));
  practice.meeting = meeting_from(read, viewer.workspace(), request.query.text("meeting"));
  practice.recorded_at = request.visitor.moment();
  practice.waiting_since = request.visitor.today;
  return practice;
}

TypedPractice read_practice(sql::Read& read, const http::Request& request, const Viewer& viewer,
                            Practice before, const evidence::SentFiles& sent) {
  TypedPractice typed{
      .practice = std::move(before), .sent = sent, .complaints = request.body_complaints};
  http::Reader reader(request.fields, typed.complaints);
  auto& practice = typed.practice;
  practice.did = http::whole_text(reader, request, "did");
  practice.changed = http::whole_text(reader, request, "changed");
  practice.place = http::whole_text(reader, request, "place");
  practice.subject = http::whole_text(reader, request, "subject");
  practice.found_in = http::whole_text(reader, request, "found_in");
  practice.links = links_with_schemes(http::whole_text(reader, request, "links"));
  practice.consent = http::whole_text(reader, request, "consent");
  practice.theme = http::whole_text(reader, request, "theme");
  practice.stand_out = reader.flag("stand_out");
  practice.title = title_from(practice.did);
  const auto source = source_from_text(reader.text("source", 40));
  if (source) practice.source = *source;
  if (!source) typed.complaints.add("source", "Say where you noticed it.");
  const auto named = reader.flag("named");
  const auto tutor = reader.text("tutor", people::longest_email);
  if (reader.has("meeting"))
    practice.meeting = meeting_from(read, viewer.workspace(), request.fields.text("meeting"));
  if (practice.version > 0) {
    practice.version = reader.version("version");
    typed.taken_away = reader.list("taken_away");
  }
  if (!practice.theme.empty() && theme_title(read, viewer.workspace(), practice.theme).empty())
    typed.complaints.add("theme", "Choose a theme from the list.");
  read_whose(read, viewer, tutor, named, request.visitor, typed);
  typed.complaints.add(complaints_about(practice));
  typed.complaints.add(complaints_about_links(practice));
  typed.complaints.add(complaints_about_files(practice, sent, files_left(read, viewer, typed)));
  return typed;
}

http::Response record_page(sql::Read& read, const http::Request& request, const Viewer& viewer,
                           const TypedPractice& typed, int status) {
  const bool is_new = typed.practice.version == 0;
  const auto* title = is_new ? "Something that works" : "Change it";
  Html main = html(
      R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">Three short answers are enough. )"
      R"(The quality team reads it first. Until they agree, nobody else sees it but you, and one )"
      R"(colleague if you show it to them.</p>)",
      title);
  auto fields = questions(read, request, viewer, typed);
  fields.add(
      look::button({.text = is_new ? "Send it" : "Send it again", .prevent_double_click = true}));
  main.add(look::form(request,
                      is_new ? ideas_url(request) : practice_url(request, typed.practice.id),
                      fields, look::sends_files()));
  auto page = signin::page_of(request, title, std::move(main));
  page.complaints = tied_to("practice", typed.complaints);
  page.back = is_new ? ideas_url(request) : practice_url(request, typed.practice.id);
  return http::page(status, look::layout(page));
}

}  // namespace touchstone::good_practice
