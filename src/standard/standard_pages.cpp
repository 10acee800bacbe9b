#include "standard/standard_pages.h"

#include <fmt/format.h>

#include "look/button.h"
#include "look/details.h"
#include "look/form.h"
#include "look/inset_text.h"
#include "platform/json/described.h"
#include "standard/address_parts.h"
#include "standard/case_package.h"
#include "standard/standard_json.h"
#include "standard/standard_view.h"

namespace touchstone::standard {
namespace {

std::string_view state_of(bool withdrawn) {
  return withdrawn ? "withdrawn" : "published";
}

std::vector<Kept> all_kept(sql::Read& read, const Uuid& workspace, bool withdrawn_too) {
  std::vector<Kept> all;
  for (const auto& each : shelved(read, workspace))
    if (withdrawn_too || !each.withdrawn)
      if (auto kept = kept_at(read, workspace, each.address)) all.push_back(*std::move(kept));
  return all;
}

http::Response as_json(const http::Request& request, const std::vector<Kept>& all) {
  shape::Standards list;
  for (const auto& [id, content, withdrawn, at, hash] : all)
    list.items.push_back({content->address(), content->title, content->summary, content->owner,
                          std::string(state_of(withdrawn)),
                          standard_url(request, content->address()).text()});
  return http::json(json::text_of(list));
}

Html list_of(const http::Request& request, const std::vector<Kept>& all, bool withdrawn) {
  Html items;
  for (const auto& kept : all)
    if (kept.withdrawn == withdrawn)
      items.add(
          R"(<li class="app-standard"><a class="govuk-link" href="{}"><strong>{}</strong></a>, )"
          R"(version {}<br>{}</li>)",
          standard_url(request, kept.content->address()), kept.content->title,
          kept.content->version, kept.content->summary);
  return items.empty() ? items : html(R"(<ul class="govuk-list">{}</ul>)", items);
}

http::Response framed(const http::Request& request, std::string title, Html main, Url back) {
  auto page = signin::page_of(request, std::move(title), std::move(main));
  page.back = std::move(back);
  return http::page(look::layout(page));
}

Html files_of(const http::Request& request, const Content& content) {
  const auto pack = standard_url(request, content.address(), "pack");
  return html(
      R"(<ul class="govuk-list ts-screen-only">)"
      R"(<li><a class="govuk-link" href="{}">For paper</a></li>)"
      R"(<li><a class="govuk-link" href="{}">Download as YAML</a>, to read, change and bring in )"
      R"(again</li><li><a class="govuk-link" href="{}">Download as JSON</a>, for programs</li>)"
      R"(<li><a class="govuk-link" href="{}">Download as 1EdTech CASE</a>, for other systems: )"
      R"(without {}</li>)"
      R"(<li><a class="govuk-link" href="{}">What changed</a> since another version</li></ul>)",
      standard_url(request, content.address(), "paper"), pack, pack.with("as", "json"),
      pack.with("as", "case"), fmt::format("{}", fmt::join(what_case_leaves_out(), "; ")),
      standard_url(request, content.address(), "comparison"));
}

// What those who keep the standards may do with it.
Html for_keepers(const http::Request& request, const Kept& kept) {
  if (!request.visitor.may(http::Verb::keep_standards)) return {};
  const auto address = kept.content->address();
  auto out = look::button({.text = "Make our own version",
                           .href = standard_url(request, address, "own-version"),
                           .classes = "govuk-button--secondary"});
  if (kept.withdrawn)
    return out.add(
        look::form(request, standard_url(request, address, "restoration"),
                   look::button({.text = "Put it back", .classes = "govuk-button--secondary"})));
  return out.add(
      look::form(request, standard_url(request, address, "withdrawal"),
                 look::button({.text = "Withdraw it", .classes = "govuk-button--secondary"})));
}

std::optional<Kept> parent_of(sql::Read& read, const SeenStandard& standard) {
  const auto& address = standard.content().adapted_from;
  return address.empty() ? std::nullopt : kept_at(read, standard.workspace(), address);
}

Html origin_of(const http::Request& request, const Content& content,
               const std::optional<Kept>& parent) {
  const auto comparison = standard_url(request, content.address(), "comparison");
  if (content.adapted_from.empty()) return {};
  if (!parent)
    return html(R"(<p class="govuk-body">Made from {}, which is not here.</p>)",
                content.adapted_from);
  return html(R"(<p class="govuk-body">Made from <a class="govuk-link" href="{}">{}</a>. )"
              R"(<a class="govuk-link" href="{}">See what was changed</a>.</p>)",
              standard_url(request, content.adapted_from), parent->content->title, comparison);
}

std::vector<Meeting> meetings_of(sql::Read& read, const SeenStandard& standard) {
  return crosswalk_of(standard.content(), published(read, standard.workspace()));
}

Html state_in_words(const Kept& kept) {
  if (!kept.withdrawn) return {};
  return look::inset_text(
      {.text = "This version is withdrawn: nobody begins a new sheet with it. Sheets that were "
               "begun with it stay, and can be read and finished."});
}

http::Response file(std::string bytes, std::string type, const std::string& name) {
  http::Response response;
  response.type = std::move(type);
  response.body = std::move(bytes);
  response.headers.emplace_back("Content-Disposition",
                                fmt::format("attachment; filename=\"{}\"", name));
  return response;
}

}  // namespace

std::string crosswalk_schema(json::Components& components) {
  return json::schema_of<shape::Crosswalk>(components);
}
std::string pack_schema(json::Components&) {
  return R"({"type":"object","description":"A pack in canonical form; standards/pack.schema.json )"
         R"(describes packs."})";
}
std::string list_schema(json::Components& components) {
  return json::schema_of<shape::Standards>(components);
}

http::Response list_page(sql::Read& read, const http::Request& request,
                         const signin::Member& member) {
  const auto keeps = request.visitor.may(http::Verb::keep_standards);
  const auto all = all_kept(read, member.workspace().value, keeps);
  if (request.json) return as_json(request, all);
  Html main;
  main.add(R"(<h1 class="govuk-heading-l">What we judge against</h1>)");
  if (keeps)
    main.add(look::button({.text = "Bring in a standard",
                           .href = packs_url(request),
                           .classes = "govuk-button--secondary"}));
  const auto published = list_of(request, all, false);
  if (published.empty())
    main.add(R"(<p class="govuk-body">No standard is published here yet.</p>)");
  main.add(published);
  if (const auto withdrawn = list_of(request, all, true); !withdrawn.empty())
    main.add(R"(<h2 class="govuk-heading-m">Withdrawn</h2>{})", withdrawn);
  return framed(request, "What we judge against", std::move(main), {});
}

http::Response standard_page(sql::Read& read, const http::Request& request,
                             const SeenStandard& standard) {
  if (request.json)
    return http::json(
        canonical_at(read, standard.workspace(), standard.content().address()).value());
  const auto& content = standard.content();
  const auto parent = parent_of(read, standard);
  auto main = heading_of(content);
  main.add(state_in_words(standard.kept())).add(about(content));
  main.add(origin_of(request, content, parent));
  main.add(files_of(request, content)).add(for_keepers(request, standard.kept()));
  add_view(main, content, {.adapted_from = parent ? parent->content.get() : nullptr});
  if (const auto table = crosswalk_table(content, meetings_of(read, standard)); !table.empty())
    main.add(look::details({.summary = "Where it meets other standards", .text = table}));
  return framed(request, content.title, std::move(main), standards_url(request));
}

http::Response crosswalk_page(sql::Read& read, const http::Request& request,
                              const SeenStandard& standard) {
  const auto& content = standard.content();
  const auto meetings = meetings_of(read, standard);
  if (request.json) return http::json(json::text_of(shape::Crosswalk{meetings}));
  const auto title = "Where it meets others: " + content.title;
  auto main = html(R"(<h1 class="govuk-heading-l">{}</h1>)", title);
  if (meetings.empty())
    main.add(R"(<p class="govuk-body">It says of no other standard how the two meet.</p>)");
  main.add(crosswalk_table(content, meetings));
  return framed(request, title, std::move(main), standard_url(request, content.address()));
}

http::Response paper_of_standard(sql::Read& read, const http::Request& request,
                                 const SeenStandard& standard) {
  if (request.json) return standard_page(read, request, standard);
  Html main = heading_of(standard.content());
  main.add(R"(<p class="govuk-body ts-screen-only">Print this page from your browser. It is )"
           R"(laid out for A4.</p>)");
  main.add(about(standard.content()));
  add_view(main, standard.content(), {.on_paper = true});
  return framed(request, standard.content().title, std::move(main),
                standard_url(request, standard.content().address()));
}

http::Response pack_file(sql::Read& read, const http::Request& request,
                         const SeenStandard& standard) {
  const auto address = standard.content().address();
  auto canonical = canonical_at(read, standard.workspace(), address).value();
  const auto as = request.query.text("as");
  if (request.json) return http::json(std::move(canonical));
  const auto form = as.empty() ? std::string_view("yaml") : as;
  if (form != "yaml" && form != "json" && form != "case") return http::not_found();
  auto written = in_form(form, canonical, standard.kept().published_at);
  if (!written) return http::refused(409, too_large_for_case);
  return file(*std::move(written),
              form == "yaml" ? "application/yaml; charset=utf-8" : "application/json",
              fmt::format("{}.{}", address, form == "case" ? "case.json" : form));
}

http::Response withdraw_standard(sql::Write& write, const http::Request& request,
                                 const SeenStandard& standard) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  withdraw(write, standard.kept().id);
  return placed(request, standard.content().address(), "withdrawn", 200);
}

http::Response put_standard_back(sql::Write& write, const http::Request& request,
                                 const SeenStandard& standard) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  put_back(write, standard.kept().id);
  return placed(request, standard.content().address(), "published", 200);
}

}  // namespace touchstone::standard
