#include "staff/invitation_pages.h"

#include "look/button.h"
#include "look/qr_code.h"
#include "platform/json/described.h"
#include "platform/mail/mail.h"
#include "signin/signin.h"
#include "staff/address_parts.h"

namespace touchstone::staff {
namespace {

struct Mailed {
  std::string sent_to;
  Date until;
};
BOOST_DESCRIBE_STRUCT(Mailed, (), (sent_to, until))

// The link itself goes to its owner only.
http::Response sent_page(const http::Request& request, const people::Person& person, Date until) {
  if (request.json) return http::json(json::text_of(Mailed{person.email, until}));
  const auto title = "A link is on its way to " + person.name;
  auto page = signin::page_of(
      request, title,
      html(R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">It goes to {}, and works )"
           R"(once, until {}. Links that they were given before no longer work.</p>)",
           title, person.email, to_words(until)));
  page.back = person_url(request, person.id);
  return http::page(look::layout(page));
}

}  // namespace

std::string invited_schema(json::Components& components) {
  return R"({"anyOf":[)" + json::schema_of<Link>(components) + ',' +
         json::schema_of<Mailed>(components) + "]}";
}

std::string replaced_by_form(sql::Read& read, const KeptPerson& who) {
  const auto at = signin::invited_at(read, who.keeper().workspace, who.person().id);
  return at ? std::to_string(to_number(*at)) : "none";
}

std::string_view why_not_invited(const people::Person& person, bool by_mail) {
  if (person.account) return "They can sign in already. Only they themselves change how.";
  if (person.email.empty()) return "They have no email address yet. Enter and save one first.";
  if (person.state != people::State::active)
    return "Their access is closed. Let them in again first.";
  if (by_mail && !mail::is_set_up()) return "Touchstone cannot send mail here.";
  if (by_mail && !mail::Address::from(person.email))
    return "Mail cannot be sent to this address. Hand the link over on paper.";
  return {};
}

Html slip(const http::Request& request, const people::Person& person, const Link& link) {
  return html(
      R"(<section class="app-slip"><h2 class="govuk-heading-m">{}: come in to {}</h2>)"
      R"(<p class="govuk-body">Open this address, or point a phone’s camera at the code. You then )"
      R"(choose a password, or enter the one you have. It works once, until {}.</p>{}<p class="govuk-body app-slip__link">{}</p>)"
      R"(</section>)",
      person.name, request.visitor.workspace_name, to_words(link.until),
      look::qr_code(link.link, "Code that leads to the address below"), link.link);
}

Link make_link(sql::Write& write, const http::Request& request, const people::Person& person,
               bool by_mail) {
  const auto secret =
      signin::invite(write, person, by_mail ? signin::Handed::by_mail : signin::Handed::over);
  const Link link{
      signin::site_of(request) + url("/invitation/{}", secret).text(),
      date_in(request.visitor.moment() + signin::invitation_lifetime, request.visitor.zone)};
  if (by_mail)
    signin::mail_invitation(write, person.email, request.visitor.workspace_name, link.link,
                            date_in(now() + signin::invitation_lifetime, request.visitor.zone));
  return link;
}

bool may_be_invited(const people::Person& person) {
  return person.state == people::State::active && !person.account && !person.email.empty();
}

http::Response invite_person(sql::Write& write, const http::Request& request,
                             const KeptPerson& who) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  const auto& person = who.person();
  if (!who.wholly()) return not_yours_alone();
  const bool by_mail = request.fields.text("by") == "mail";
  if (const auto why = why_not_invited(person, by_mail); !why.empty())
    return http::refused(409, why);
  // Sent again by a reload: the link that was handed over stays.
  if (!request.json && request.fields.text("replaces") != replaced_by_form(write, who))
    return http::see_other(person_url(request, person.id));
  const auto link = make_link(write, request, person, by_mail);
  if (by_mail) return sent_page(request, person, link.until);
  if (request.json) {
    auto response = http::json(json::text_of(link));
    response.secret = true;
    return response;
  }
  Html main = html(R"(<h1 class="govuk-heading-l">A link for {}</h1><p class="govuk-body )"
                   R"(app-screen-only">It is shown this once. Print the page and hand it over, or )"
                   R"(copy the address.</p>)",
                   person.name);
  main.add(slip(request, person, link));
  auto page = signin::page_of(request, "A link for " + person.name, std::move(main));
  page.back = person_url(request, person.id);
  auto response = http::page(look::layout(page));
  response.secret = true;
  return response;
}

}  // namespace touchstone::staff
