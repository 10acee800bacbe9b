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
  return shown_copy(request, standard, fresh_copy(request, standard.content()), 200);
}

http::Response make_adapted(sql::Write& write, const http::Request& request,
                            const SeenStandard& standard) {
  const auto& visitor = request.visitor;
  const auto& content = standard.content();
  auto typed = read_copy(request, content);
  if (typed.more && !request.json) {
    typed.room = std::max(typed.room, typed.copy.rows.size()) + 1;
    typed.complaints = {};
    return shown_copy(request, standard, typed, 200);
  }
  typed.complaints.add(complaints_about(typed.copy, content, visitor.workspace_slug));
  if (typed.complaints.empty()) {
    const auto canonical = canonical_at(write, standard.workspace(), content.address()).value();
    const auto pack = pack_from(adapted(tree_of(canonical), content, typed.copy,
                                        visitor.workspace_slug, visitor.workspace_name));
    if (!pack)
      add_problems(typed.complaints, pack.error());
    else if (kept_at(write, standard.workspace(), pack->content->address()))
      typed.complaints.add("version", pack->content->address() +
                                          " is published here already. Give this one another "
                                          "version.");
    else if (import(write, *pack))
      return placed(request, pack->content->address());
  }
  return request.json ? http::refused(typed.complaints) : shown_copy(request, standard, typed, 422);
}

}  // namespace touchstone::standard
