#include "signin/pages_world_test.h"

#include "look/layout.h"
#include "signin/credential_store.h"

namespace touchstone::signin {

namespace {

http::Response show_name(sql::Read&, const http::Request& request, const Member& member) {
  const auto text = request.visitor.workspace_name + " / " + request.visitor.name + " / " +
                    to_text(member.person()) + " / " + to_iso(request.visitor.today);
  return http::page(html("<p>{}</p>", text));
}

http::Response show_links(sql::Read&, const http::Request& request, const Member&) {
  return http::page(look::layout(page_of(request, "Links", html("<h1>Links</h1>"))));
}

http::Response touch(sql::Write& write, const http::Request& request, const Member& member) {
  write.record({"person", member.person().value, "touched", "{}"});
  return http::see_other(url("/{}/name", request.visitor.workspace_slug));
}

const std::string& hash_of_known_password() {
  static const std::string hash = hash_password(known_password);
  return hash;
}

}  // namespace

PagesWorld::PagesWorld() : demo_(testing::fill_people(database())), sightings_(database()) {
  keep_passwords();
  using http::may;
  add_routes(routes_);
  routes_.get("/{workspace}/name", may(http::Verb::visit, member), show_name);
  routes_.get("/{workspace}/links", may(http::Verb::visit, member), show_links);
  routes_.get("/{workspace}/staff", may(http::Verb::keep_staff_list, member), show_name);
  routes_.post("/{workspace}/touches", may(http::Verb::keep_standards, member), touch);
  routes_.post("/{workspace}/files", may(http::Verb::visit, member), touch,
               {.files = std::size_t{1024} * 1024});
  routes_.takes_anything();
  http::Hooks hooks;
  hooks.identify = [this](sql::Read& read, http::Request& request) {
    sightings_.identify(read, request);
  };
  hooks.refusal_page = look::refusal_page;
  running_ = std::make_unique<http::testing::Running>(routes_, database(), hooks);
}

PagesWorld::~PagesWorld() = default;

void PagesWorld::keep_passwords() {
  sql::Actor actor;
  actor.workspace = demo_.eastmere.value;
  write(actor, [&](sql::Write& write) {
    for (const auto& each : demo_.people)
      keep_password(write, {each.person.account.value(), hash_of_known_password(), false, now()});
  });
}

http::testing::Answer PagesWorld::sign_in(http::testing::Client& client, const std::string& email,
                                          const std::string& password) {
  return client.post_form("/sign-in", {{"email", email}, {"password", password}});
}

}  // namespace touchstone::signin
