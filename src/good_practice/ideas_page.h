#pragma once
#include "good_practice/ideas_view.h"

namespace touchstone::good_practice {

Html ideas_page(sql::Read& read, const http::Request& request, const Viewer& viewer,
                const IdeasView& view);
// "Waiting since 3 January 2027 (16 days)", "Shared", "Sent back to you".
std::string standing_of(const OwnIdea& own, Date today);

}  // namespace touchstone::good_practice
