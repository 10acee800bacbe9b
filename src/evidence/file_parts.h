#pragma once
#include <string>

#include "evidence/file_form.h"
#include "platform/html/html.h"

namespace touchstone::evidence {

// What the browser offers to choose; the first two make phones offer their camera.
std::string accepted_endings();
// What came with an attempt that could not be saved, so that nobody need send it again.
Html files_here_already(const http::Request& request, const SentFiles& sent);
// For the form of an attempt some of whose files are not kept: that they are chosen again, or that
// it goes without them (misses_files). Empty where all is well with them. `id` is that of the tick.
Html files_to_choose_again(const SentFiles& sent, const std::string& id = "without_files");
// For a form whose files are not kept: which of them it asks about, so that whoever chooses them
// again is believed.
Html asked_fields(const http::Request& request, const SentFiles& sent);
// Asked when something that was sent looks like a table of single children.
Html question_of_children(const Complaints& complaints,
                          const std::string& id = "no_single_children");

}  // namespace touchstone::evidence
