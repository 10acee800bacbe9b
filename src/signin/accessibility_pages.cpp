#include "signin/accessibility_pages.h"

#include "platform/json/described.h"

namespace touchstone::signin {
namespace {

constexpr std::string_view aim = "Web Content Accessibility Guidelines (WCAG) 2.2, level AA";
const std::vector<std::string_view> tested{
    "The main pages are checked by axe-core in Chromium whenever the program changes, on a wide "
    "screen, on a telephone's, and with scripting off.",
    "A whole score sheet is filled in and finished with the keyboard alone.",
    "Each page is looked at for text that is cut off or needs scrolling sideways at 390 pixels.",
    "Each picture has a table with the same figures."};
const std::vector<std::string_view> not_tested{
    "Nobody has tested it with a screen reader, a screen magnifier or voice control yet.",
    "Nobody outside of the project has audited it.",
    "It was not tested in browsers other than Chromium."};

struct Statement {
  std::string_view aim;
  std::vector<std::string_view> tested;
  std::vector<std::string_view> not_tested;
  std::string contact;
};
BOOST_DESCRIBE_STRUCT(Statement, (), (aim, tested, not_tested, contact))

// By name and address; the statement has to say it although the page's end does.
std::string whom_to_tell(const http::Visitor& visitor) {
  if (visitor.ask_name.empty()) return look::contact();
  return visitor.ask_email.empty() ? visitor.ask_name : visitor.ask_name + ", " + visitor.ask_email;
}

Html list_of(const std::vector<std::string_view>& sentences) {
  Html out = html(R"(<ul class="govuk-list govuk-list--bullet">)");
  for (const auto sentence : sentences) out.add("<li>{}</li>", sentence);
  return out.add("</ul>");
}

Html statement_page(const std::string& contact) {
  Html main = html(
      R"(<h1 class="govuk-heading-xl">Accessibility statement</h1><p class="govuk-body">Everybody )"
      R"(should be able to use these pages. We aim at the {}. We do not claim to reach it: parts )"
      R"(of it can only be judged by people, and that has not been done yet.</p>)",
      aim);
  main.add(R"(<h2 class="govuk-heading-m">What is tested</h2>{})", list_of(tested));
  main.add(R"(<h2 class="govuk-heading-m">What is not tested yet</h2>{})", list_of(not_tested));
  main.add(R"(<h2 class="govuk-heading-m">If something does not work for you</h2>)");
  if (!contact.empty())
    main.add(R"(<p class="govuk-body">Tell {}.</p>)", contact);
  else
    main.add(R"(<p class="govuk-body">Tell the person who keeps the staff list in your )"
             R"(organisation, or whoever gave you this address.</p>)");
  return main.add(
      R"(<p class="govuk-body">Say which page it was and what you wanted to do. You can ask for )"
      R"(what it says in another form, such as large print.</p>)");
}

}  // namespace

std::string statement_schema(json::Components& components) {
  return json::schema_of<Statement>(components);
}

http::Response show_accessibility(sql::Read&, const http::Request& request, const Anyone&) {
  const auto contact = whom_to_tell(request.visitor);
  if (request.json) return http::json(json::text_of(Statement{aim, tested, not_tested, contact}));
  return http::page(
      look::layout(page_of(request, "Accessibility statement", statement_page(contact))));
}

}  // namespace touchstone::signin
