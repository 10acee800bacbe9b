#include "staff/own_data_pages.h"

#include <boost/describe.hpp>

#include "look/summary_list.h"
#include "platform/json/described.h"
#include "staff/address_parts.h"

namespace touchstone::staff {
namespace shape {

struct Fact {
  std::string name;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Fact, (), (name, text))

struct Part {
  std::string title;
  std::vector<Fact> facts;
};
BOOST_DESCRIBE_STRUCT(Part, (), (title, facts))

struct OwnData {
  std::string workspace;
  std::vector<Part> parts;
};
BOOST_DESCRIBE_STRUCT(OwnData, (), (workspace, parts))

}  // namespace shape
namespace {

std::string own_data_as_json(const http::Request& request,
                             const std::vector<people::PersonalPart>& parts) {
  shape::OwnData data{request.visitor.workspace_name, {}};
  for (const auto& part : parts) {
    auto& told = data.parts.emplace_back(shape::Part{part.title, {}});
    for (const auto& fact : part.facts) told.facts.push_back({fact.name, fact.text});
  }
  return json::text_of(data);
}

Html own_data_page(const http::Request& request, const people::Workspace& workspace,
                   const std::vector<people::PersonalPart>& parts) {
  Html main = html(
      R"(<h1 class="govuk-heading-l">All that is kept about you</h1><p class="govuk-body">In {}. )"
      R"(Only you see this page.</p><p class="govuk-body">To keep it as it stands here, print this )"
      R"(page, or let your browser print it into a PDF file. <a class="govuk-link" href="{}">Keep )"
      R"(it as a file for other programs</a> (JSON).</p>)",
      workspace.name, own_data_url(request).with("as", "file"));
  if (workspace.clock_stands_on)
    main.add(R"(<p class="govuk-body">In this demonstration the day is set by hand; what was done )"
             R"(here is dated by the real clock.</p>)");
  for (const auto& part : parts) {
    look::SummaryList list;
    for (const auto& fact : part.facts)
      if (!fact.text.empty())
        list.rows.push_back({.key = {.text = {fact.name}}, .value = {.text = {fact.text}}});
    if (!list.rows.empty())
      main.add(R"(<h2 class="govuk-heading-m">{}</h2>{})", part.title, look::summary_list(list));
  }
  return look::layout(signin::page_of(request, "All that is kept about you", std::move(main)));
}

}  // namespace

http::Response show_own_data(sql::Read& read, const http::Request& request,
                             const signin::Member& member) {
  const auto person = people::person(read, member.workspace(), member.person());
  const auto workspace = people::workspace(read, member.workspace());
  const auto parts = people::personal_data(read, workspace, person.value());
  const bool to_keep = request.query.text("as") == "file";
  if (!request.json && !to_keep) return http::page(own_data_page(request, workspace, parts));
  auto response = http::json(own_data_as_json(request, parts));
  if (to_keep)
    response.headers.emplace_back(
        "Content-Disposition",
        "attachment; filename=\"" + request.visitor.workspace_slug + "-my-data.json\"");
  return response;
}

std::string own_data_schema(json::Components& components) {
  return json::schema_of<shape::OwnData>(components);
}

}  // namespace touchstone::staff
