#pragma once
#include <string>

#include "platform/complaint.h"
#include "platform/html/html.h"
#include "platform/http/request.h"

namespace touchstone::self_assessment {

struct Framed {
  std::string title;
  Html main;
  Complaints complaints{};
  Url back{};
  bool wide = false;
};

// The page around what the rooms of score sheets show: navigation, the demo's clock, the way back.
Html framed(const http::Request& request, Framed page);

// A form that posts one button and nothing else. `classes` are the button's.
Html button_form(const http::Request& request, const Url& action, std::string_view words,
                 std::string_view classes = "");

}  // namespace touchstone::self_assessment
