#include "signin/set_up_pages.h"

#include "look/button.h"
#include "look/form.h"
#include "look/input.h"
#include "look/radios.h"
#include "platform/http/cookies.h"
#include "platform/json/described.h"
#include "platform/log/log.h"
#include "platform/text.h"
#include "signin/credential_store.h"
#include "signin/password.h"
#include "signin/signin_pages.h"
#include "signin/throttle_store.h"

namespace touchstone::signin {

using http::Request;
using http::Response;

namespace {

constexpr std::size_t longest_zone = 60;

struct SetUpState {
  bool set_up = false;
};
BOOST_DESCRIBE_STRUCT(SetUpState, (), (set_up))

std::vector<Tally> counted_against_set_up(const Request& request) {
  return {{digest_of("set-up")}, network_tally(request.address)};
}

look::Input field(const std::string& name, std::string_view label, std::string_view hint,
                  const std::string& value, const Complaints& complaints) {
  return {.label = {.text = label},
          .name = name,
          .id = name,
          .value = value,
          .hint = {.text = hint},
          .error_message = {.text = complaints.about(name)},
          .classes = "govuk-input--width-20"};
}

Html organisation_fields(const people::Workspace& workspace, const Complaints& complaints) {
  Html fields = html(R"(<h2 class="govuk-heading-m">Your organisation</h2>{})",
                     look::input(field("organisation", "Name of your organisation", "",
                                       workspace.name, complaints)));
  fields.add(look::input(
      field("slug", "Short name for addresses",
            "Small letters, numbers and hyphens, such as “eastmere”. It cannot be changed later.",
            workspace.slug, complaints)));
  fields.add(look::radios(
      {.name = "words",
       .id_prefix = "words",
       .fieldset = look::Fieldset{.legend = {.text = "Whose words should Touchstone use?",
                                             .classes = "govuk-fieldset__legend--s"}},
       .items = {{.text = "A college’s",
                  .value = "college",
                  .hint = {.text = "learner, department, self-assessment"}},
                 {.text = "A council’s",
                  .value = "council",
                  .hint = {.text = "child, service, self-evaluation"}}},
       .value = workspace.words,
       .error_message = {.text = complaints.about("words")}}));
  fields.add(look::input(field("zone", "Time zone", "", workspace.zone, complaints)));
  return fields;
}

Html person_fields(const people::Person& person, const Complaints& complaints) {
  Html fields = html(
      R"(<h2 class="govuk-heading-m">You</h2><p class="govuk-body">You become staff-list keeper and )"
      R"(quality manager. Hand one of them on soon: whoever keeps the staff list decides who is counted, )"
      R"(and should not read figures about how people score themselves.</p>)");
  auto name = field("name", "Your full name", "", person.name, complaints);
  name.autocomplete = "name";
  auto email =
      field("email", "Your email address", "You sign in with it.", person.email, complaints);
  email.type = "email";
  email.autocomplete = "username";
  fields.add(look::input(name)).add(look::input(email));
  return fields.add(password_field(
      "password", "Choose a password",
      "12 characters or more. Three or four words you can remember make a good password.",
      "new-password", complaints));
}

Response set_up_form(const Request& request, int status, const SetUp& typed,
                     const Complaints& complaints) {
  Html fields = password_field("secret", "Set-up secret",
                               "It was printed where Touchstone was started, and works once.",
                               "off", complaints);
  fields.add(organisation_fields(typed.workspace, complaints))
      .add(person_fields(typed.person, complaints));
  fields.add(look::button({.text = "Set up Touchstone"}));
  auto page = page_of(request, "Set up Touchstone",
                      html(R"(<h1 class="govuk-heading-xl">Set up Touchstone</h1>{})",
                           look::form(request, url("/set-up"), fields)));
  page.complaints = complaints;
  auto response = http::page(status, look::layout(page));
  response.secret = true;
  return response;
}

SetUp read_set_up(http::Reader& reader) {
  SetUp typed;
  typed.workspace.name = reader.text("organisation", http::any_length);
  typed.workspace.slug = reader.text("slug", http::any_length);
  if (typed.workspace.slug.empty()) typed.workspace.slug = people::slug_for(typed.workspace.name);
  typed.workspace.words = reader.text("words", http::any_length);
  typed.workspace.zone = reader.text("zone", longest_zone);
  typed.person.name = reader.text("name", http::any_length);
  typed.person.email = reader.text("email", http::any_length);
  typed.person.account = Id<people::Account>::fresh();
  return typed;
}

Response refuse_set_up(const Request& request, const SetUp& typed, const Complaints& complaints) {
  auto response =
      request.json ? http::refused(complaints) : set_up_form(request, 422, typed, complaints);
  response.keep = true;
  return response;
}

}  // namespace

std::expected<FirstRun, Response> first_run(sql::Read& read, const Request&, http::Verb) {
  if (people::any_account(read)) return std::unexpected(http::not_found());
  return FirstRun();
}

std::string set_up_schema(json::Components& components) {
  return json::schema_of<SetUpState>(components);
}

Response show_set_up(sql::Read&, const Request& request, const FirstRun&) {
  if (request.json) return http::json(json::text_of(SetUpState{false}));
  return set_up_form(request, 200, {}, {});
}

PreparedSetUp prepare_set_up(sql::Read& read, const Request& request) {
  PreparedSetUp prepared{.complaints = request.body_complaints};
  if (people::any_account(read)) return prepared;
  http::Reader reader(request.fields, prepared.complaints);
  prepared.set_up = read_set_up(reader);
  prepared.complaints.add(complaints_about(prepared.set_up));
  const auto password = request.fields.text("password");
  prepared.complaints.add(
      complaints_about_password(password, prepared.set_up.person.email, "password"));
  prepared.throttled = is_throttled(read, counted_against_set_up(request), now());
  prepared.secret_matches =
      !prepared.throttled && is_set_up_secret(read, trimmed(request.fields.text("secret")));
  if (prepared.complaints.empty() && prepared.secret_matches)
    prepared.hash = hash_password(password);
  return prepared;
}

Response set_up(sql::Write& write, const Request& request, const FirstRun&,
                const PreparedSetUp& prepared) {
  const auto about = counted_against_set_up(request);
  if (prepared.throttled || is_throttled(write, about, now())) return too_many_tries();
  Complaints complaints;
  if (!prepared.secret_matches ||
      !is_set_up_secret(write, trimmed(request.fields.text("secret")))) {
    auto housekeeping = write.housekeeping();
    note_failure(housekeeping, about, now());
    complaints.add("secret",
                   "This is not the set-up secret. It changes each time Touchstone starts.");
  }
  complaints.add(prepared.complaints);
  if (!complaints.empty()) return refuse_set_up(request, prepared.set_up, complaints);

  const auto workspace = people::found(write, prepared.set_up.workspace, prepared.set_up.person);
  const auto account = *prepared.set_up.person.account;
  keep_password(write, {.account = account, .hash = prepared.hash, .changed_at = now()});
  forget_set_up(write.housekeeping());
  const auto token = open_session(write.housekeeping(), request, account);
  auto response = request.json ? http::json(json::text_of(SetUpState{true}))
                               : http::see_other(url("/{}", workspace.slug));
  http::set_session(response, request, token, while_open);
  log::info("set up: workspace {}, request {}", workspace.slug, request.id);
  return response;
}

}  // namespace touchstone::signin
