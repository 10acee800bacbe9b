#pragma once
#include <string>

#include "good_practice/idea_file_parts.h"
#include "good_practice/practice.h"
#include "good_practice/reach_proof.h"

namespace touchstone::good_practice {

// What somebody typed into the form of an item.
struct TypedPractice {
  Practice practice{};
  evidence::SentFiles sent{};
  std::vector<std::string> taken_away{};  // ids of files that were with it
  Complaints complaints{};
};

// `before`: what is changed; a fresh item of the viewer's for a new one. Its finder, and what the
// program knows by itself, stays.
TypedPractice read_practice(sql::Read& read, const http::Request& request, const Viewer& viewer,
                            Practice before, const evidence::SentFiles& sent);
// What is no address on the web.
Complaints complaints_about_links(const Practice& practice);
// A new one of theirs, with what the address says of it: ?theme=, ?did=, ?meeting=.
Practice fresh_practice(sql::Read& read, const http::Request& request, const Viewer& viewer);
// The meeting of that id, where it is one of this organisation.
std::optional<Id<Meeting>> meeting_from(sql::Read& read, const Uuid& workspace,
                                        std::string_view text);

// The form; `before.version` is 0 for a new one.
http::Response record_page(sql::Read& read, const http::Request& request, const Viewer& viewer,
                           const TypedPractice& typed, int status);

}  // namespace touchstone::good_practice
