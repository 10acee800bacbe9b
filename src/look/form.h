#pragma once
#include "platform/html/html.h"
#include "platform/http/request.h"

namespace touchstone::look {

// What proves that a form came from a page of ours; without a session there is nothing to prove.
Html csrf_field(const http::Request& request);

// A form that is posted to that address, with its proof. Wrong values are shown by us, not by the
// browser.
Html form(const http::Request& request, const Url& action, const Html& inside,
          const Attributes& attributes = {});
// The attributes of a form that is sent whole: the script keeps what is typed in the tab until it
// has arrived, for whoever is signed in, and asks before it is left.
Attributes kept_as_draft(const http::Request& request);
// Opens such a form; what follows is inside until "</form>" is added.
void begin_form(Html& out, const http::Request& request, const Url& action,
                const Attributes& attributes = {});
// A whole form, for what is long: it is copied once only.
void add_form(Html& out, const http::Request& request, const Url& action, const Html& inside,
              const Attributes& attributes = {});

}  // namespace touchstone::look
