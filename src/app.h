#pragma once
#include "platform/files/place.h"
#include "platform/http/routes.h"
#include "platform/http/server.h"
#include "platform/jobs/jobs.h"
#include "platform/mail/mail.h"
#include "platform/sql/database.h"
#include "signin/signin.h"

namespace touchstone {

// The street plan: what each room brings to the whole.
class App {
 public:
  App(sql::Database& database, const files::Place& files);

  http::Routes routes;
  http::Hooks hooks;
  jobs::Runner jobs;
  mail::PostOffice post_office;

 private:
  signin::Sightings sightings_;
};

}  // namespace touchstone
