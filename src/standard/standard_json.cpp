#include "standard/standard_json.h"

#include "platform/http/deed.h"
#include "platform/json/described.h"
#include "standard/address_parts.h"

namespace touchstone::standard {

http::Response placed(const http::Request& request, std::string_view address,
                      std::string_view state, int status) {
  const auto here = standard_url(request, address);
  if (!request.json)
    return http::said(http::see_other(here), request,
                      state == "withdrawn" ? "It is withdrawn. Nobody begins with it any more."
                                           : "It is published. Everybody here can use it.");
  return http::json(
      status, json::text_of(shape::Placed{std::string(address), std::string(state), here.text()}));
}

}  // namespace touchstone::standard
