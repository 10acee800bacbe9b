#include "staff/invitation_pages.h"

#include <boost/describe.hpp>

#include "look/button.h"
#include "look/qr_code.h"
#include "platform/json/described.h"
#include "signin/signin.h"
#include "staff/address_parts.h"

namespace touchstone::staff {
namespace {

struct Link {
  std::string link;
  Date until;
};
BOOST_DESCRIBE_STRUCT(Link, (), (link, until))

// As the keeper's own browser reached us; the server answers to its own names only.
std::string link_to(const http::Request& request, std::string_view secret) {
  return std::string(request.secure ? "https://" : "http://")
      .append(request.header("host"))
      .append(url("/invitation/{}", secret).text());
}

Html slip(const http::Request& request, const people::Person& person, const Link& link) {
  return html(
      R"(<section class="app-slip"><h2 class="govuk-heading-m">{}: come in to {}</h2>)"
      R"(<p class="govuk-body">Open this address, or point a phone’s camera at the code. You then )"
      R"(choose a password. It works once, until {}.</p>{}<p class="govuk-body app-slip__link">{}</p>)"
      R"(</section>)",
      person.name, request.visitor.workspace_name, to_words(link.until),
      look::qr_code(link.link, "Code that leads to the address below"), link.link);
}

}  // namespace

bool may_be_invited(const people::Person& person) {
  return person.state == people::State::active && !person.account && !person.email.empty();
}

http::Response invite_person(sql::Write& write, const http::Request& request,
                             const KeptPerson& who) {
  const auto& person = who.person();
  if (person.account)
    return http::refused(409, "They can sign in already. Only they themselves change how.");
  if (person.email.empty())
    return http::refused(409, "They have no email address yet. Enter and save one first.");
  if (person.state != people::State::active)
    return http::refused(409, "Their access is closed. Let them in again first.");
  const Link link{
      link_to(request, signin::invite(write, person.id)),
      date_in(request.visitor.moment() + signin::invitation_lifetime, request.visitor.zone)};
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
