#include "good_practice/stages_pages.h"

#include "good_practice/address_parts.h"
#include "good_practice/funnel_parts.h"
#include "good_practice/list_store.h"
#include "look/layout.h"
#include "signin/signin.h"

namespace touchstone::good_practice {
namespace shape {

struct StageCount {
  std::string stage;
  int items;
};
BOOST_DESCRIBE_STRUCT(StageCount, (), (stage, items))

struct Stages {
  std::vector<StageCount> items;
};
BOOST_DESCRIBE_STRUCT(Stages, (), (items))

}  // namespace shape

std::string stages_schema(json::Components& components) {
  return json::schema_of<shape::Stages>(components);
}

http::Response show_stages(sql::Read& read, const http::Request& request, const Viewer& viewer) {
  const auto funnel = funnel_at(read, viewer.workspace());
  if (request.json) {
    shape::Stages stages;
    for (const auto stage : every_stage)
      stages.items.push_back({std::string(to_text(stage)), funnel.at(stage)});
    return http::json(json::text_of(stages));
  }
  const auto* title = "How far ideas spread";
  Html main = html(
      R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">Those of the whole organisation. )"
      R"(Each is counted in every stage that it reached.</p>{})",
      title, funnel_chart(funnel));
  auto page = signin::page_of(request, title, std::move(main));
  page.back = ideas_url(request);
  return http::page(look::layout(page));
}

}  // namespace touchstone::good_practice
