#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "look/radios.h"
#include "look/select.h"
#include "platform/complaint.h"
#include "platform/html/html.h"
#include "platform/http/request.h"

namespace touchstone::good_practice {

// One form of a page with several, and what was typed into it when it was refused. Ids are
// "form-field", so that two forms may have the same field.
class FormParts {
 public:
  // `complaints`: of this form, as they came; empty when another form was sent.
  FormParts(std::string_view form, const http::Request& request, const Complaints& complaints)
      : form_(form), request_(request), complaints_(complaints) {}

  Html line(std::string_view name, std::string_view label, std::string_view fallback = {},
            std::string_view hint = {}) const;
  Html lines(std::string_view name, std::string_view label, std::string_view fallback = {},
             std::string_view hint = {}, int rows = 4) const;
  // Where people do not know the day by heart, the browser shows a calendar.
  Html day(std::string_view name, std::string_view label, std::string_view fallback = {},
           std::string_view hint = {}) const;
  Html choose(std::string_view name, std::string_view label, std::vector<look::SelectItem> items,
              std::string_view fallback = {}, std::string_view hint = {}) const;
  Html radios(std::string_view name, std::string_view legend, std::vector<look::RadiosItem> items,
              std::string_view fallback = {}) const;
  // One box that is ticked or not: "yes".
  Html tick(std::string_view name, std::string_view words, bool fallback = false,
            std::string_view hint = {}) const;
  bool was_refused() const { return !complaints_.empty(); }
  std::string value(std::string_view name, std::string_view fallback) const;

 private:
  std::string id(std::string_view name) const;
  std::string_view form_;
  const http::Request& request_;
  const Complaints& complaints_;
};

// The complaints of one form, tied to its inputs.
Complaints tied_to(std::string_view form, const Complaints& complaints);

// A secondary button that posts nothing but itself and, where given, one value.
Html one_button(const http::Request& request, const Url& to, std::string_view words,
                std::string_view name = {}, std::string_view value = {});

}  // namespace touchstone::good_practice
