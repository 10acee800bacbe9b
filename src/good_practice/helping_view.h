#pragma once
#include "self_assessment/self_assessment.h"

// What this room offers to those who score themselves.
namespace touchstone::good_practice {

// "2 colleagues wrote down what works for them; 4 tried it, 3 would do it again." (C-32)
std::optional<self_assessment::Suggestion> suggest_practice(sql::Read& read,
                                                            const http::Request& request,
                                                            const standard::Content& content,
                                                            std::string_view theme);
// What was shared and has a proven impact, for those who judge the organisation (E-23).
self_assessment::Proven proven_practice(sql::Read& read, const http::Request& request,
                                        const standard::Content& content);
// Trials to report on, questions to answer, and for validators how much waits.
void add_due_practice(sql::Read& read, const http::Request& request, const signin::Member& member,
                      std::vector<self_assessment::Due>& dues);

}  // namespace touchstone::good_practice
