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
// An attribute of a form whose questions became more by a press: the page at which it has as many,
// for the script, which keeps what is typed and brings it back there.
Attributes shown_again_at(const Url& page);
// Opens such a form; what follows is inside until "</form>" is added.
void begin_form(Html& out, const http::Request& request, const Url& action,
                const Attributes& attributes = {});
// A whole form, for what is long: it is copied once only.
void add_form(Html& out, const http::Request& request, const Url& action, const Html& inside,
              const Attributes& attributes = {});

}  // namespace touchstone::look
