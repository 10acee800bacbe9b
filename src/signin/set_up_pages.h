#pragma once
#include "platform/json/described.h"
#include "signin/set_up.h"
#include "signin/signin.h"

namespace touchstone::signin {

// There is no account yet.
class FirstRun {
 public:
  FirstRun(FirstRun&&) = default;
  FirstRun& operator=(FirstRun&&) = default;

 private:
  friend std::expected<FirstRun, http::Response> first_run(sql::Read&, const http::Request&,
                                                           http::Verb);
  FirstRun() = default;
};
// 404 once somebody has an account.
std::expected<FirstRun, http::Response> first_run(sql::Read&, const http::Request&, http::Verb);

struct PreparedSetUp {
  SetUp set_up{};
  Complaints complaints{};
  bool throttled = false;
  bool secret_matches = false;
  std::string hash{};
};

http::Response show_set_up(sql::Read&, const http::Request&, const FirstRun&);
std::string set_up_schema(json::Components& components);
PreparedSetUp prepare_set_up(sql::Read&, const http::Request&);
http::Response set_up(sql::Write&, const http::Request&, const FirstRun&, const PreparedSetUp&);

}  // namespace touchstone::signin
