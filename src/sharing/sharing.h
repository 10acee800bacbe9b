#pragma once
#include "sharing/comment.h"
#include "sharing/personal_store.h"
#include "sharing/share.h"
#include "sharing/share_store.h"

// What somebody lets a named colleague see, and what the two write about it. The front door of the
// room. Whose thing it is, and what it shows, the thing's own room knows.
