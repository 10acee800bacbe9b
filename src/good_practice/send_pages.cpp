#include "good_practice/address_parts.h"
#include "good_practice/door_pages.h"
#include "good_practice/form_parts.h"
#include "good_practice/practice_store.h"
#include "good_practice/record_form.h"
#include "look/button.h"
#include "look/file_upload.h"
#include "look/form.h"
#include "look/layout.h"
#include "platform/http/whole_text.h"
#include "signin/signin.h"

// The part of door_pages.h that is for people without an account.
namespace touchstone::good_practice {
namespace shape {

struct SentByDoor {
  std::string organisation;
  std::string label;
  bool sent;
};
BOOST_DESCRIBE_STRUCT(SentByDoor, (), (organisation, label, sent))

}  // namespace shape

namespace {

struct TypedBySender {
  Practice practice{};
  Complaints complaints{};
};

// By the clock of the organisation, as everything else that is recorded there.
Moment moment_of(const DoorHolder& holder) {
  return people::moment(holder.workspace(), now());
}

Moment an_hour_before(const DoorHolder& holder) {
  return moment_of(holder) - std::chrono::hours(1);
}

TypedBySender read_sent(const http::Request& request, const DoorHolder& holder) {
  TypedBySender typed{.complaints = request.body_complaints};
  http::Reader reader(request.fields, typed.complaints);
  const auto text = [&](const char* name) { return http::whole_text(reader, request, name); };
  auto& practice = typed.practice;
  practice.id = Id<Practice>::fresh();
  practice.did = text("did");
  practice.changed = text("changed");
  practice.place = text("place");
  practice.links = links_with_schemes(text("links"));
  practice.stand_out = reader.flag("stand_out");
  practice.consent = text("consent");
  const auto name = reader.text("name", longest_line);
  if (name.empty()) typed.complaints.add("name", "Enter your name, so that we can ask you.");
  practice.sent_by = name + ", " + holder.door().label;
  practice.title = title_from(practice.did);
  practice.source = Source::manager;
  practice.door = holder.door().id;
  practice.recorded_at = moment_of(holder);
  practice.waiting_since = people::today(holder.workspace(), now());
  for (const auto& complaint : complaints_about(practice))
    if (complaint.field != "sent_by") typed.complaints.add(complaint.field, complaint.message);
  typed.complaints.add(complaints_about_links(practice));
  return typed;
}

Url send_url(const http::Request& request) {
  return url("/{}/ideas/send/{}", request.parameter("workspace"), request.parameter("secret"));
}

// What a partner comes to has no way into pages that ask for an account.
look::Page partner_page(const http::Request& request, std::string title, Html main) {
  auto page = signin::page_of(request, std::move(title), std::move(main));
  page.home = send_url(request);
  return page;
}

// `sent`: what came with an attempt that was refused; none of it is kept.
http::Response send_page(const http::Request& request, const DoorHolder& holder,
                         const Complaints& complaints, const evidence::SentFiles& sent = {},
                         int status = 200) {
  const FormParts form("send", request, complaints);
  Html fields = evidence::asked_fields(request, sent);
  fields.add(idea_file_questions(request, "send", {.complaints = sent.complaints}, complaints));
  fields.add(form.lines("did", "What did you see, or do?"));
  fields.add(form.lines("changed", "What changed for learners?"));
  fields.add(form.line("place", "Where?", {}, "The course, group or venue."));
  fields.add(form.line("name", "Your name"));
  fields.add(form.lines("links", "Links to what shows it", {},
                        "One web address a line. You may leave this empty.", 2));
  fields.add(form.line("consent", "If somebody was filmed or recorded: what did they agree to?", {},
                       "Leave this empty if nobody was."));
  fields.add(form.tick("stand_out", "It stands out (Grade 1)"));
  fields.add(look::button({.text = "Send it", .prevent_double_click = true}));
  const auto title = "Tell " + holder.workspace().name + " what works";
  auto page = partner_page(
      request, title,
      html(R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">This address was made for )"
           R"({}. The quality team of {} reads what you send, and nobody else until they agree. )"
           R"(Do not name learners.</p>{})",
           title, holder.door().label, holder.workspace().name,
           look::form(request, send_url(request), fields, look::sends_files())));
  page.complaints = tied_to("send", complaints);
  auto response = http::page(status, look::layout(page));
  response.secret = true;
  return response;
}

http::Response thanks(const http::Request& request, const DoorHolder& holder) {
  auto page = partner_page(
      request, "Thank you",
      html(R"(<h1 class="govuk-heading-l">Thank you</h1><p class="govuk-body">The quality team of )"
           R"({} reads it. <a class="govuk-link" href="{}">Send another</a></p>)",
           holder.workspace().name, send_url(request)));
  auto response = http::page(look::layout(page));
  response.secret = true;
  return response;
}

http::Response told_door(const DoorHolder& holder, bool sent, int status) {
  auto response = http::json(
      status, json::text_of(shape::SentByDoor{holder.workspace().name, holder.door().label, sent}));
  response.secret = true;
  return response;
}

using evidence::Piece;

// Whoever sends the same words once more has forgotten a photo, perhaps.
evidence::SentFiles not_among(const std::vector<Piece>& here, evidence::SentFiles sent) {
  std::erase_if(sent.files, [&](const evidence::SentFile& each) {
    return std::ranges::any_of(
        here, [&](const Piece& piece) { return piece.file->hash == each.file.hash; });
  });
  return sent;
}

bool fit_beside(const std::vector<Piece>& here, const evidence::SentFiles& sent) {
  if (here.size() + sent.files.size() > evidence::most_used) return false;
  std::int64_t bytes = 0;
  for (const auto& piece : here) bytes += piece.file->size;
  for (const auto& each : sent.files) bytes += each.file.size;
  return bytes <= static_cast<std::int64_t>(most_bytes_by_door);
}

void attach_sent(sql::Write& write, const DoorHolder& holder, const Practice& sent, Id<Practice> to,
                 const evidence::SentFiles& files) {
  evidence::attach(write, files, files_thing(to), holder.door().made_by,
                   "Sent by " + holder.door().label + ".", sent.waiting_since, sent.recorded_at);
}

// What this sending adds to an idea that came with the same words.
struct Addition {
  Practice practice{};
  evidence::SentFiles files{};
  bool says_more = false;
};

// Empty where it cannot be added to that one.
std::optional<Addition> added_to(sql::Read& read, const Uuid& workspace, const Practice& earlier,
                                 const Practice& typed, const evidence::SentFiles& sent) {
  auto practice = with_more(earlier, typed);
  if (!practice) return std::nullopt;
  const auto here = files_of(read, workspace, earlier.id);
  Addition addition{.practice = *std::move(practice), .files = not_among(here, sent)};
  const auto& now = addition.practice;
  addition.says_more = !addition.files.files.empty() || now.links != earlier.links ||
                       now.consent != earlier.consent || now.stand_out != earlier.stand_out;
  if (addition.says_more && (!may_change(earlier) || !fit_beside(here, addition.files)))
    return std::nullopt;
  return addition;
}

// To the one that says all of it already, or else to the first that can take it.
std::optional<Addition> addition_to_earlier(sql::Read& read, const DoorHolder& holder,
                                            const Practice& typed,
                                            const evidence::SentFiles& sent) {
  const auto& workspace = holder.workspace().id.value;
  std::optional<Addition> first;
  for (const auto& earlier : came_already(read, workspace, typed, an_hour_before(holder))) {
    auto addition = added_to(read, workspace, earlier, typed, sent);
    if (addition && !addition->says_more) return addition;
    if (addition && !first) first = std::move(addition);
  }
  return first;
}

// With a new version, so that nobody decides about it as they read it before (E-9).
void add_to_earlier(sql::Write& write, const DoorHolder& holder, const Practice& typed,
                    Addition addition) {
  auto& practice = addition.practice;
  if (practice.state == State::returned) practice.waiting_since = typed.waiting_since;
  practice.state = State::waiting;
  change(write, practice);
  attach_sent(write, holder, typed, practice.id, addition.files);
}

// What was typed stands there again, to be sent later from the page as it is.
http::Response too_much(const http::Request& request, const DoorHolder& holder,
                        evidence::SentFiles sent) {
  constexpr std::string_view sentence = "Too much came by this address in the last hour.";
  if (request.json) return http::refused(429, std::string(sentence) + " Try again later.");
  Complaints complaints;
  complaints.add("", std::string(sentence) +
                         " What you typed is still here: leave this page open and send it later.");
  if (!request.uploads.empty()) {
    sent.complaints.add("file", std::string(evidence::choose_files_again));
    complaints.add("file", std::string(evidence::choose_files_again));
  }
  return send_page(request, holder, complaints, sent, 429);
}

http::Response no_such_address(const http::Request& request) {
  constexpr std::string_view sentence =
      "This address does not work, or no longer. Ask whoever gave it to you for a new one.";
  if (request.json) return http::refused(404, sentence);
  auto response = http::page(
      404,
      look::layout(partner_page(
          request, "Page not found",
          html(R"(<h1 class="govuk-heading-l">Page not found</h1><p class="govuk-body">{}</p>)",
               sentence))));
  response.secret = true;
  return response;
}

bool is_full(sql::Read& read, const DoorHolder& holder) {
  const auto came =
      came_by(read, holder.workspace().id.value, holder.door().id, an_hour_before(holder));
  return came >= most_by_door;
}

// Whether files came of which nothing was taken, since too much had come by that address.
bool were_left_out(const http::Request& request, const evidence::SentFiles& sent) {
  return !request.uploads.empty() && sent.files.empty() && sent.complaints.empty();
}

http::Response sent_well(const http::Request& request, const DoorHolder& holder, int status) {
  return request.json ? told_door(holder, true, status) : thanks(request, holder);
}

}  // namespace

std::string sent_schema(json::Components& components) {
  return json::schema_of<shape::SentByDoor>(components);
}

std::expected<DoorHolder, http::Response> door_holder(sql::Read& read, const http::Request& request,
                                                      http::Verb) {
  auto door = door_of(read, request.parameter("secret"));
  auto workspace = people::workspace_by_slug(read, request.parameter("workspace"));
  if (!door || !workspace || door->workspace != workspace->id)
    return std::unexpected(no_such_address(request));
  return DoorHolder(*std::move(door), *std::move(workspace));
}

http::Response show_door(sql::Read&, const http::Request& request, const DoorHolder& holder) {
  return request.json ? told_door(holder, false, 200) : send_page(request, holder, {});
}

http::Later<evidence::SentFiles> take_sent_files(sql::Read& read, const http::Request& request) {
  const auto nothing = [] { return evidence::SentFiles(); };
  if (request.uploads.empty()) return nothing;
  const auto holder = door_holder(read, request, http::Verb::visit);
  if (!holder) return nothing;
  const auto typed = read_sent(request, *holder);
  if (is_full(read, *holder) &&
      came_already(read, holder->workspace().id.value, typed.practice, an_hour_before(*holder))
          .empty())
    return nothing;
  return evidence::take_files_of_strangers(
      read, request, holder->workspace().id, [typed](const evidence::SentFiles& sent) {
        return typed.complaints.empty() ? complaints_about_files(typed.practice, sent)
                                        : typed.complaints;
      });
}

http::Response send_by_door(sql::Write& write, const http::Request& request,
                            const DoorHolder& holder, const evidence::SentFiles& came) {
  auto sent = came;
  if (evidence::misses_files(request))
    sent.complaints.add("file", std::string(evidence::choose_files_again));
  auto typed = read_sent(request, holder);
  typed.complaints.add(complaints_about_files(typed.practice, sent));
  if (!typed.complaints.empty())
    return request.json ? evidence::refused_with_files(request, sent, typed.complaints)
                        : send_page(request, holder, typed.complaints, sent, sent.status());
  if (were_left_out(request, sent)) return too_much(request, holder, sent);
  auto addition = addition_to_earlier(write, holder, typed.practice, sent);
  if (addition && !addition->says_more) return sent_well(request, holder, 200);
  if (write.actor().workspace.empty()) write.found(holder.workspace().id.value);
  if (addition) {
    add_to_earlier(write, holder, typed.practice, *std::move(addition));
    return sent_well(request, holder, 200);
  }
  if (is_full(write, holder)) return too_much(request, holder, sent);
  add(write, typed.practice);
  attach_sent(write, holder, typed.practice, typed.practice.id, sent);
  return sent_well(request, holder, 201);
}

}  // namespace touchstone::good_practice
