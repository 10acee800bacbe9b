#include "standard/standard.h"

#include "signin/signin.h"
#include "standard/standard_pages.h"

namespace touchstone::standard {

void add_routes(http::Routes& routes) {
  routes.get("/{workspace}/standards", may(http::Verb::visit, signin::member), list_page);
  routes.get("/{workspace}/standards/{standard}", may(http::Verb::visit, signin::member),
             standard_page);
}

}  // namespace touchstone::standard
