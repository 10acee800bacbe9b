#pragma once
#include <expected>

#include "good_practice/reach_proof.h"
#include "platform/json/described.h"

// What is monitored (E-21): who tries what, and how it went.
namespace touchstone::good_practice {

// A validator, or somebody who heads a team and sees that team's part. 403 for other members.
class RegisterReader {
 public:
  RegisterReader(RegisterReader&&) = default;
  const Viewer& viewer() const { return viewer_; }

  friend std::expected<RegisterReader, http::Response> register_reader(sql::Read&,
                                                                       const http::Request&,
                                                                       http::Verb);

 private:
  explicit RegisterReader(Viewer viewer) : viewer_(std::move(viewer)) {}
  Viewer viewer_;
};
std::expected<RegisterReader, http::Response> register_reader(sql::Read& read,
                                                              const http::Request& request,
                                                              http::Verb verb);

// As a page, as JSON, and with ?as=file as CSV, with ?as=spreadsheet as XLSX.
http::Response show_register(sql::Read& read, const http::Request& request,
                             const RegisterReader& reader);
std::string register_schema(json::Components& components);

}  // namespace touchstone::good_practice
