#pragma once
#include "platform/http/routes.h"
#include "self_assessment/bin_jobs.h"
#include "self_assessment/demo_store.h"
#include "self_assessment/due_view.h"
#include "self_assessment/institution_jobs.h"
#include "self_assessment/personal_store.h"
#include "self_assessment/proven_view.h"
#include "self_assessment/reminder_jobs.h"
#include "self_assessment/score_command.h"
#include "self_assessment/spread_store.h"
#include "self_assessment/suggestion_view.h"
#include "self_assessment/theme_evidence_view.h"

// Self-assessment: score sheets, what they add up to, targets. The front door of the room.
namespace touchstone::self_assessment {

void add_routes(http::Routes& routes);

}  // namespace touchstone::self_assessment
