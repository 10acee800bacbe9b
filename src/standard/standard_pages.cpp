#include "standard/standard_pages.h"

#include <boost/describe.hpp>

#include "look/table.h"
#include "platform/json/described.h"
#include "standard/standard_store.h"
#include "standard/standard_view.h"

namespace touchstone::standard {
namespace {

struct Listed {
  std::string address;
  std::string title;
  std::string summary;
  std::string owner;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(Listed, (), (address, title, summary, owner, location))
struct ListOfStandards {
  std::vector<Listed> items;
};
BOOST_DESCRIBE_STRUCT(ListOfStandards, (), (items))

Url address_of(const http::Request& request, const Content& content) {
  return url("/{}/standards/{}", request.visitor.workspace_slug, content.address());
}

http::Response as_json(const http::Request& request, const std::vector<Published>& all) {
  ListOfStandards list;
  for (const auto& [id, content] : all)
    list.items.push_back({content->address(), content->title, content->summary, content->owner,
                          address_of(request, *content).text()});
  return http::json(json::text_of(list));
}

Html table_of(const http::Request& request, const std::vector<Published>& all) {
  look::Table table{.caption = "Standards published here",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "Standard"}, {.text = "Version"}, {.text = "What it is for"}},
                    .first_cell_is_header = true};
  for (const auto& [id, content] : all)
    table.rows.push_back({{.text = html(R"(<a class="govuk-link" href="{}">{}</a>)",
                                        address_of(request, *content), content->title)},
                          {.text = content->version},
                          {.text = content->summary}});
  return look::table(table);
}

http::Response framed(const http::Request& request, std::string title, Html main, Url back) {
  auto page = signin::page_of(request, std::move(title), std::move(main));
  page.back = std::move(back);
  return http::page(look::layout(page));
}

}  // namespace

http::Response list_page(sql::Read& read, const http::Request& request,
                         const signin::Member& member) {
  const auto all = published(read, member.workspace().value);
  if (request.json) return as_json(request, all);
  Html main;
  main.add(R"(<h1 class="govuk-heading-l">What we judge against</h1>)");
  if (all.empty())
    main.add(R"(<p class="govuk-body">No standard is published here yet.</p>)");
  else
    main.add(table_of(request, all));
  return framed(request, "What we judge against", std::move(main), {});
}

http::Response standard_page(sql::Read& read, const http::Request& request,
                             const signin::Member& member) {
  const auto workspace = member.workspace().value;
  const auto address = request.parameter("standard");
  if (request.json) {
    auto canonical = canonical_at(read, workspace, address);
    return canonical ? http::json(std::move(*canonical)) : http::not_found();
  }
  const auto version = version_at(read, workspace, address);
  if (!version) return http::not_found();
  return framed(request, version->content->title, view_of(*version->content),
                url("/{}/standards", request.visitor.workspace_slug));
}

}  // namespace touchstone::standard
