#pragma once
#include "good_practice/idea_file_parts.h"

// The form on which somebody records what works, and changes it.
namespace touchstone::good_practice {

http::Response show_record(sql::Read& read, const http::Request& request, const Viewer& viewer);
// With the files that came with it.
http::Response record_new(sql::Write& write, const http::Request& request, const Viewer& viewer,
                          const evidence::SentFiles& sent);
http::Response show_change(sql::Read& read, const http::Request& request,
                           const FoundPractice& found);
// Whatever was sent back goes to the validators again.
http::Response change_practice(sql::Write& write, const http::Request& request,
                               const FoundPractice& found, const evidence::SentFiles& sent);

// To one named colleague, by e-mail address, while it was not validated (E-9); or to nobody.
http::Response show_to_colleague(sql::Write& write, const http::Request& request,
                                 const FoundPractice& found);
http::Response show_to_nobody(sql::Write& write, const http::Request& request,
                              const FoundPractice& found);
// The tutor agrees to be named outside of the team, or no longer (E-25).
http::Response change_naming(sql::Write& write, const http::Request& request,
                             const SeenPractice& seen);

}  // namespace touchstone::good_practice
