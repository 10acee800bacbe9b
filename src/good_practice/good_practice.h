#pragma once
#include "good_practice/demo_store.h"
#include "good_practice/digest_jobs.h"
#include "good_practice/helping_view.h"
#include "good_practice/idea_file_parts.h"
#include "good_practice/personal_store.h"
#include "good_practice/trial_jobs.h"
#include "good_practice/withdrawal_jobs.h"
#include "platform/http/routes.h"

// What works in one classroom, on its way to the others: recorded, validated, shared, tried,
// reported on, its impact recorded. The front door of the room.
namespace touchstone::good_practice {

// /{workspace}/ideas and what lies below it.
void add_routes(http::Routes& routes);

}  // namespace touchstone::good_practice
