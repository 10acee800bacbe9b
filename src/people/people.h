#pragma once
#include "people/account.h"
#include "people/account_store.h"
#include "people/demo_store.h"
#include "people/email.h"
#include "people/furnishing_store.h"
#include "people/person.h"
#include "people/person_store.h"
#include "people/personal_store.h"
#include "people/presence_store.h"
#include "people/role.h"
#include "people/roster_store.h"
#include "people/staff_list_store.h"
#include "people/team.h"
#include "people/team_store.h"
#include "people/workspace.h"
#include "people/workspace_store.h"

// Who we are: workspaces, teams, people, and roles granted on teams. The front door of the room.
