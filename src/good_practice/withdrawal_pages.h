#pragma once
#include "good_practice/item_parts.h"
#include "good_practice/reach_proof.h"

// A finder takes back what waits for the quality team, and puts it back.
namespace touchstone::good_practice {

// Nobody is told. 422 with a sentence for what others have already (withdrawal.h).
http::Response withdraw_item(sql::Write& write, const http::Request& request,
                             const FoundPractice& found);
http::Response put_item_back(sql::Write& write, const http::Request& request,
                             const FoundPractice& found);

// "You withdrew this on 19 January 2027 …"
std::string withdrawn_in_words(const Practice& practice, std::string_view zone);
// The button for its finder, one way or the other; empty where neither can be done.
Html withdrawal_form(const ItemShown& shown);

}  // namespace touchstone::good_practice
