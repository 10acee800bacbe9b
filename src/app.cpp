#include "app.h"

namespace touchstone {

App::App(sql::Database& database) : jobs(database), sightings_(database) {
  signin::add_routes(routes);

  hooks.identify = [this](sql::Read& read, http::Request& request) {
    sightings_.identify(read, request);
  };
}

}  // namespace touchstone
