#pragma once
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/allowance.h"
#include "platform/http/answer.h"
#include "platform/http/multipart.h"
#include "platform/http/request.h"
#include "platform/http/routes.h"

namespace touchstone::http {

// One request and what becomes of it, on its way through the threads.
struct Exchange {
  Request request;
  const Route* route = nullptr;
  std::string_view pattern = "(none)";  // for the log and the metrics
  std::size_t length = 0;               // of the body
  bool keep_alive = true;
  bool waits = false;     // for "100 Continue"
  bool must_ask = false;  // whether the visitor may come, before the body does
  std::string body;
  std::unique_ptr<Multipart> multipart;  // takes the body instead, as it comes
  Allowance::Taken memory;               // for a body that is kept in it
  Allowance::Taken room;                 // on the disk, held for it until it is gone
  bool broken_body = false;              // the multipart body could not be understood
  std::string new_form_secret;           // to be set as a cookie
  std::string etag;                      // of the page that would be made
  std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
  Response response;
  std::optional<Answer> answer;  // finished
};

}  // namespace touchstone::http
