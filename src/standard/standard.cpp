#include "standard/standard.h"

#include "signin/signin.h"
#include "standard/adapted_pages.h"
#include "standard/case_package.h"
#include "standard/difference_pages.h"
#include "standard/import_pages.h"
#include "standard/node_builder.h"
#include "standard/standard_pages.h"

namespace touchstone::standard {

using http::may;
using http::Verb;
using http::whole;

void add_routes(http::Routes& routes) {
  routes.get("/{workspace}/standards", may(Verb::visit, signin::member_or_deputy), list_page);
  routes.answers(list_schema);

  const auto seen = may(Verb::visit, seen_standard);
  routes.get("/{workspace}/standards/{standard}", seen, standard_page);
  routes.answers(pack_schema);
  routes.get("/{workspace}/standards/{standard}/paper", seen, paper_of_standard);
  routes.answers(pack_schema);
  routes.get("/{workspace}/standards/{standard}/pack", seen, pack_file);
  routes.answers(pack_schema);
  routes.answers_as({"application/yaml"});
  routes.get("/{workspace}/standards/{standard}/crosswalk", seen, crosswalk_page);
  routes.answers(crosswalk_schema);
  routes.get("/{workspace}/standards/{standard}/comparison", seen, difference_page);
  routes.answers(difference_schema);

  const auto kept = may(Verb::keep_standards, seen_standard);
  routes.post("/{workspace}/standards/{standard}/withdrawal", kept, withdraw_standard);
  routes.answers(placed_schema);
  routes.post("/{workspace}/standards/{standard}/restoration", kept, put_standard_back);
  routes.answers(placed_schema);
  // A form has up to eleven fields for each row and level.
  const http::Limits whole_form{.body = 1024 * 1024};
  routes.get("/{workspace}/standards/{standard}/own-version", kept, adapted_page);
  routes.answers(pack_schema);
  routes.post("/{workspace}/standards/{standard}/own-version", kept, make_adapted, whole_form);
  routes.takes({"title", "version", "summary", "then", http::truth("as_it_is"),
                whole("bands.{voice}.{level}.from"), whole("bands.{voice}.{level}.to"),
                "rows.{row}.title", "rows.{row}.area", "rows.{row}.guidance",
                "rows.{row}.{voice}.{level}"});
  routes.answers(placed_schema);

  const auto keeps = may(Verb::keep_standards, signin::member_or_deputy);
  // A form sends three bytes for one where it must.
  const http::Limits whole_pack{.body = 3 * longest_pack + 64 * 1024,
                                .files = longest_case + 64 * 1024};
  routes.get("/{workspace}/packs", keeps, import_page);
  routes.answers(list_schema);
  routes.post("/{workspace}/packs", keeps, read_brought, import_standard, whole_pack);
  routes.takes({"pack", http::file("file")});
  routes.answers(placed_schema);
}

}  // namespace touchstone::standard
