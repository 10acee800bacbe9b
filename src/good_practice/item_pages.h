#pragma once
#include "good_practice/item_page.h"

// The page of one item, and what is done there.
namespace touchstone::good_practice {

http::Response show_item(sql::Read& read, const http::Request& request, const SeenPractice& seen);

// After something was done: back to the page of the item, or what it is now as JSON. `deed` is told
// there, with a button that posts to `undo`, where there is one.
http::Response item_answer(sql::Read& read, const http::Request& request, Id<Practice> id,
                           int status, std::string_view deed, const Url& undo = {});
// What it is now as JSON. `taken_over`: the fields that were changed elsewhere meanwhile and stay
// so.
http::Response item_told(sql::Read& read, const http::Request& request, Id<Practice> id, int status,
                         const std::vector<std::string>& taken_over = {});
// The page again, with what was typed and what is wrong with it; 409 where it rests on what is no
// longer so.
http::Response item_refused(sql::Read& read, const http::Request& request, const SeenPractice& seen,
                            const RefusedForm& refused, int status = 422);

http::Response decide_item(sql::Write& write, const http::Request& request,
                           const DecidedPractice& decided);
http::Response log_item_sharing(sql::Write& write, const http::Request& request,
                                const SpreadPractice& spread);
// In the feed that anybody may read, or not.
http::Response change_publicity(sql::Write& write, const http::Request& request,
                                const SpreadPractice& spread);
// The name of a partner's manager who wants to be forgotten; whose address it was stays.
http::Response forget_sender(sql::Write& write, const http::Request& request,
                             const DecidedPractice& decided);
http::Response record_item_impact(sql::Write& write, const http::Request& request,
                                  const SpreadPractice& spread);

}  // namespace touchstone::good_practice
