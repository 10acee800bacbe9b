#include "self_assessment/refusal_json.h"

#include "platform/json/described.h"

namespace touchstone::self_assessment {
namespace shape {

struct Wrong {
  std::string field;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(Wrong, (), (field, message))

struct Refused {
  std::string type = "about:blank";
  std::string title = "Unprocessable Content";
  int status = 422;
  std::string detail = "This cannot be saved as it is.";
  std::vector<Wrong> complaints{};
  std::optional<std::string> offered{};
  std::string request{};
};
BOOST_DESCRIBE_STRUCT(Refused, (), (type, title, status, detail, complaints, offered, request))

}  // namespace shape

http::Response refused_theme(const http::Request& request, const Complaints& complaints,
                             std::string_view offered) {
  shape::Refused refused{.request = request.id};
  for (const auto& complaint : complaints)
    refused.complaints.push_back({complaint.field, complaint.message});
  if (!offered.empty()) refused.offered = std::string(offered);
  auto response = http::json(422, json::text_of(refused));
  response.type = "application/problem+json";
  return response;
}

}  // namespace touchstone::self_assessment
