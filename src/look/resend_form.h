#pragma once
#include <string_view>

#include "platform/html/html.h"
#include "platform/http/fields.h"

namespace touchstone::look {

// The fields of a form, unseen, each under its name with `prefix` before it.
Html hidden_fields(const http::Fields& fields, std::string_view prefix = {});

// A button that sends to `to` what was typed before, with the proof `csrf`.
Html resend_form(std::string_view csrf, const Url& to, const http::Fields& typed,
                 std::string_view button);

}  // namespace touchstone::look
