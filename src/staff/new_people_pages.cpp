#include "staff/new_people_pages.h"

#include <fmt/format.h>

#include <ranges>

#include "look/button.h"
#include "look/checkboxes.h"
#include "look/form.h"
#include "platform/http/deed.h"
#include "platform/mail/mail.h"
#include "platform/secret.h"
#include "platform/text.h"
#include "signin/signin.h"
#include "staff/address_parts.h"
#include "staff/invitation_pages.h"

namespace touchstone::staff {
namespace shape {

struct NewPerson {
  std::string person;
  std::string name;
  std::optional<std::string> link;  // shown this once; empty: not made, or on its way by mail
  std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(NewPerson, (), (person, name, link, until))

struct NewPeople {
  std::vector<NewPerson> items;
  std::int64_t more;  // who are left for another time
};
BOOST_DESCRIBE_STRUCT(NewPeople, (), (items, more))

}  // namespace shape

namespace {

// A deed makes a code to print for each, while nobody else can save.
constexpr std::size_t most_at_once = 100;

struct NewPeople {
  std::vector<people::Person> without_link{};  // those first
  std::vector<people::Person> with_link{};     // one that works
  std::string state{};                         // of all of them and their links
};

NewPeople new_people(sql::Read& read, const people::Keeper& keeper) {
  NewPeople found;
  const auto invited = signin::invited_at(read, keeper.workspace);
  for (auto& entry : people::roster(read, keeper).people) {
    if (!entry.kept || !entry.wholly || !may_be_invited(entry.person)) continue;
    const auto at = invited.find(entry.person.id);
    const bool has_one = at != invited.end();
    found.state +=
        to_text(entry.person.id) + (has_one ? std::to_string(to_number(at->second)) : "") + ";";
    const bool works = has_one && at->second + signin::invitation_lifetime > now();
    (works ? found.with_link : found.without_link).push_back(std::move(entry.person));
  }
  const auto digest = digest_of(found.state);
  found.state = to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
  return found;
}

// Whom the form asks for, as many as go at once, and how many are left.
struct Chosen {
  std::vector<people::Person> people{};
  std::int64_t more = 0;
};

Chosen chosen_by(NewPeople found, bool again, bool by_mail) {
  Chosen chosen{.people = std::move(found.without_link)};
  if (again) std::ranges::move(found.with_link, std::back_inserter(chosen.people));
  std::erase_if(chosen.people, [&](const people::Person& person) {
    return !why_not_invited(person, by_mail).empty();
  });
  if (chosen.people.size() > most_at_once) {
    chosen.more = static_cast<std::int64_t>(chosen.people.size() - most_at_once);
    chosen.people.resize(most_at_once);
  }
  return chosen;
}

Html ways_to_invite(const http::Request& request, const NewPeople& found) {
  Html fields = html(R"(<input type="hidden" name="replaces" value="{}">)", found.state);
  if (!found.with_link.empty())
    fields.add(look::checkboxes(
        {.name = "again",
         .items = {{.text = fmt::format("Also for {} who hold a link already",
                                        counted(std::ssize(found.with_link), "person", "people")),
                    .value = "true",
                    .hint = {.text = "The link that they hold then no longer works."}}},
         .classes = "govuk-checkboxes--small"}));
  fields.add(look::button({.text = "Make slips to print", .name = "by", .value = "slip"}));
  if (mail::is_set_up())
    fields.add(" {}", look::button({.text = "Send links by mail",
                                    .name = "by",
                                    .value = "mail",
                                    .classes = "govuk-button--secondary"}));
  return look::form(request, invitations_url(request), fields);
}

// As many as go at once, and how many more there are.
Html names_of(const std::vector<people::Person>& people) {
  Html items;
  for (const auto& person : people | std::views::take(most_at_once))
    items.add(R"(<li>{} <span class="app-quiet">{}</span></li>)", person.name, person.email);
  if (people.size() > most_at_once) items.add("<li>and {} more</li>", people.size() - most_at_once);
  return html(R"(<ul class="govuk-list govuk-list--bullet">{}</ul>)", items);
}

http::Response framed(const http::Request& request, const std::string& title, const Html& below) {
  auto page = signin::page_of(request, title,
                              html(R"(<h1 class="govuk-heading-l">{}</h1>{})", title, below));
  page.back = list_url(request);
  auto response = http::page(look::layout(page));
  response.secret = true;
  return response;
}

http::Response as_json(const shape::NewPeople& told) {
  auto response = http::json(json::text_of(told));
  response.secret = true;
  return response;
}

Html words_about_more(std::int64_t more) {
  if (more == 0) return {};
  return html(
      R"(<p class="govuk-body app-screen-only">{} left: come back to this page for them.</p>)",
      counted(more, "person is", "people are"));
}

}  // namespace

std::string new_people_schema(json::Components& components) {
  return json::schema_of<shape::NewPeople>(components);
}

http::Response show_new_people(sql::Read& read, const http::Request& request,
                               const ListKeeper& who) {
  const auto found = new_people(read, who.keeper());
  if (request.json) {
    const auto next = chosen_by(found, true, false);
    shape::NewPeople told{.items = {}, .more = next.more};
    for (const auto& person : next.people)
      told.items.push_back({to_text(person.id), person.name, {}, {}});
    return as_json(told);
  }
  const auto all = std::ssize(found.without_link) + std::ssize(found.with_link);
  Html below;
  if (all == 0)
    below.add(R"(<p class="govuk-body">Everybody on your list can sign in already, has no email )"
              R"(address yet, or is closed.</p>)");
  else
    below.add(R"(<p class="govuk-body">{} on the list and cannot sign in yet. A link lets one )"
              R"(person in once, within {} days.</p>)",
              counted(all, "person is", "people are"),
              signin::invitation_lifetime / std::chrono::days(1));
  if (!found.without_link.empty())
    below.add(R"(<h2 class="govuk-heading-m">Without a link that works</h2>{})",
              names_of(found.without_link));
  if (!found.with_link.empty())
    below.add(R"(<h2 class="govuk-heading-m">Hold a link already</h2>{})",
              names_of(found.with_link));
  if (all > 0) below.add(ways_to_invite(request, found));
  return framed(request, "Links for new people", below);
}

http::Response invite_new_people(sql::Write& write, const http::Request& request,
                                 const ListKeeper& who) {
  auto complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const bool again = reader.flag("again");
  const bool by_mail = request.fields.text("by") == "mail";
  if (!complaints.empty()) return http::refused(complaints);
  if (by_mail && !mail::is_set_up()) return http::refused(409, "Touchstone cannot send mail here.");
  auto found = new_people(write, who.keeper());
  // Sent again by a reload: the links that were handed over stay.
  if (!request.json && request.fields.text("replaces") != found.state)
    return http::see_other(invitations_url(request));
  const auto chosen = chosen_by(std::move(found), again, by_mail);
  shape::NewPeople told{.items = {}, .more = chosen.more};
  Html slips;
  for (const auto& person : chosen.people) {
    const auto link = make_link(write, request, person, by_mail);
    auto& item = told.items.emplace_back(to_text(person.id), person.name);
    item.until = link.until;
    if (by_mail) continue;
    item.link = link.link;
    if (!request.json) slips.add(slip(request, person, link));
  }
  if (request.json) return as_json(told);
  if (chosen.people.empty())
    return http::said(http::see_other(invitations_url(request)), request,
                      "Nobody needed a link: nothing was made.");
  const auto people = counted(std::ssize(chosen.people), "person", "people");
  if (by_mail)
    return framed(request, "Links are on their way to " + people,
                  html("{}{}", names_of(chosen.people), words_about_more(chosen.more)));
  return framed(request, "Slips for " + people,
                html(R"(<p class="govuk-body app-screen-only">They are shown this once. Print the )"
                     R"(page, cut it and hand each slip over.</p>{}{})",
                     words_about_more(chosen.more), slips));
}

}  // namespace touchstone::staff
