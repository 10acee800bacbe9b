#pragma once
#include "platform/http/routes.h"
#include "standard/box.h"
#include "standard/comparable.h"
#include "standard/content.h"
#include "standard/demo_store.h"
#include "standard/pack.h"
#include "standard/repetition.h"
#include "standard/standard_command.h"
#include "standard/standard_store.h"
#include "standard/version.h"

// What we judge against: packs and their published versions. The front door of the room.
namespace touchstone::standard {

// /{workspace}/standards and what lies below /{workspace}/standards/{standard}, by key@version, for
// every member; /{workspace}/packs and what changes something for those who keep the standards.
void add_routes(http::Routes& routes);

}  // namespace touchstone::standard
