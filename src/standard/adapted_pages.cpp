#include "standard/adapted_pages.h"

#include <algorithm>

#include "standard/adapted_form.h"
#include "standard/address_parts.h"
#include "standard/pack_tree.h"
#include "standard/standard_json.h"
#include "standard/standard_pages.h"

namespace touchstone::standard {
namespace {

http::Response shown_copy(const http::Request& request, const SeenStandard& standard,
                          const TypedCopy& typed, int status) {
  const auto& content = standard.content();
  const auto title = "Make our own version of " + content.title;
  auto main = html(
      R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">It keeps everything in {}, and )"
      R"(adds what you add here. Results can be compared over what both have. To change texts, )"
      R"(publish it, download it, change them under a new version, and bring it in.</p>)",
      title, content.title);
  main.add(copy_form(request, content, typed));
  auto page = signin::page_of(request, title, std::move(main));
  page.complaints = typed.complaints;
  page.back = standard_url(request, content.address());
  return http::page(status, look::layout(page));
}

// A complaint that the rules above the pack did not foresee, in the pack's own words.
void add_problems(Complaints& complaints, const std::vector<PackProblem>& problems) {
  for (const auto& problem : problems) complaints.add("title", to_text("The version", problem));
}

}  // namespace

http::Response adapted_page(sql::Read& read, const http::Request& request,
                            const SeenStandard& standard) {
  if (request.json) return standard_page(read, request, standard);
  std::vector<std::string> addresses;
  for (auto& each : shelved(read, standard.workspace()))
    addresses.push_back(std::move(each.address));
  return shown_copy(request, standard, fresh_copy(request, standard.content(), addresses), 200);
}

http::Response make_adapted(sql::Write& write, const http::Request& request,
                            const SeenStandard& standard) {
  const auto& visitor = request.visitor;
  const auto& content = standard.content();
  auto typed = read_copy(request, content);
  if ((typed.more || typed.fit) && !request.json) {
    typed.room = std::max(typed.room, typed.copy.rows.size()) + (typed.more ? 1 : 0);
    if (typed.fit) typed.copy.bands = fitted_bands(typed.copy, content);
    typed.complaints = {};
    return shown_copy(request, standard, typed, 200);
  }
  const auto address = own_key(content, visitor.workspace_slug) + "@" + typed.copy.version;
  if (kept_at(write, standard.workspace(), address))
    typed.complaints.add("version",
                         address + " is published here already. Give this one another version.");
  if (adds_nothing(typed, content) && !typed.as_it_is)
    typed.complaints.add("as_it_is",
                         "Nothing is added yet, so this would be a copy under another name. Add "
                         "something, or tick that you want it as it is, to download it and change "
                         "its texts.");
  typed.complaints.add(complaints_about(typed.copy, content, visitor.workspace_slug));
  if (typed.complaints.empty()) {
    const auto canonical = canonical_at(write, standard.workspace(), content.address()).value();
    const auto pack = pack_from(adapted(tree_of(canonical), content, typed.copy,
                                        visitor.workspace_slug, visitor.workspace_name));
    if (!pack)
      add_problems(typed.complaints, pack.error());
    else if (import(write, *pack))
      return placed(request, pack->content->address());
  }
  return request.json ? http::refused(typed.complaints) : shown_copy(request, standard, typed, 422);
}

}  // namespace touchstone::standard
