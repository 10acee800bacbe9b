#pragma once
#include "good_practice/item_parts.h"

// Photos and files that must go, though whoever sent them does not take them away.
namespace touchstone::good_practice {

// By the quality team: what they sent back, and what came by a partner's address and is not decided
// about, for which there is nobody else.
bool may_take_files_off(const Practice& practice);

// For those who may: the files of the item, each with a button.
Html files_to_take_off(const ItemShown& shown);

// POST …/files/{file}/removal. The item is another version then. What its finder cannot let go any
// more goes into the bin, and is deleted like all that lies there; a finder who is here keeps it.
http::Response take_file_off(sql::Write& write, const http::Request& request,
                             const DecidedPractice& decided);

}  // namespace touchstone::good_practice
