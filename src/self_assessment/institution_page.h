#pragma once
#include <string>

#include "platform/html/html.h"
#include "platform/http/request.h"
#include "self_assessment/institution_view.h"

namespace touchstone::self_assessment {

Html institution_page(const http::Request& request, const InstitutionView& view);

// {"standard", "team", "leaders", "tutors_on_institution", "tutors_on_themselves"}; each null where
// there is nothing to show.
std::string institution_json(const InstitutionView& view);

}  // namespace touchstone::self_assessment
