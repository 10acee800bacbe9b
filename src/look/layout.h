#pragma once
#include <string>
#include <vector>

#include "look/content.h"
#include "look/service_navigation.h"
#include "platform/complaint.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace touchstone::look {

// A whole page. `main` begins with its <h1>, whose words are the title's.
struct Page {
  std::string title;
  const http::Request& request;
  Html main;
  Complaints
      complaints{};  // summed up above the main part; each links to the input whose id is its field
  std::vector<NavigationItem> navigation{};
  Url home = url("/");
  Url back{};        // empty: no way back is offered
  Url account{};     // for somebody signed in
  Url sign_out{};    // is posted
  Html banner{};     // above all: the demo's clock
  Content notice{};  // what was just done
  bool notice_of_success = true;
  bool wide = false;  // as wide as the screen allows
};

// Whom those may ask who belong to no organisation, or to one that names nobody: "Sam Okoro,
// it@eastmere.example". To be said once, before the first page; empty: nobody is named there.
void set_contact(std::string contact);
const std::string& contact();

// From doctype to </html>. At the end stands whom to ask, and the way to the accessibility
// statement. The title says "Error: " first when there are complaints.
Html layout(const Page& page);

// A page in plain words for what was not done; needs neither a database nor somebody signed in.
Html refusal_page(const http::Request& request, int status, const http::Refusal& refusal);

}  // namespace touchstone::look
