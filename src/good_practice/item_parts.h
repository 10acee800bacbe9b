#pragma once
#include "good_practice/item_page.h"

// The sections of the page of one item; each is empty where its reader has nothing to do there.
namespace touchstone::good_practice {

struct ItemShown {
  sql::Read& read;
  const http::Request& request;
  const SeenPractice& seen;
  const ItemView& view;
  const RefusedForm& refused;

  const Complaints& complaints(std::string_view form) const {
    static const Complaints none;
    return refused.form == form ? refused.complaints : none;
  }
};

// "In the Quality Team meeting of 12 January 2027"; empty without one.
Html in_meeting(const ItemShown& shown, const std::optional<Id<Meeting>>& meeting);
// The hidden field that puts what a form does into the minutes (?meeting=).
Html minuted(const ItemShown& shown);

// What was decided, by whom, when; and for validators the form to decide.
Html item_decisions(const ItemShown& shown);
Html decision_form(const ItemShown& shown);
// For what came from outside, while it still says by whom.
Html sender_form(const ItemShown& shown);
// What it is part of: meetings, plans, events, digests, trials, reports (E-24).
Html item_ties(const ItemShown& shown);
// By which channels it was shared; for validators the form to log one more.
Html item_sharings(const ItemShown& shown);
// Who tried it, and how it went; the form to try it.
Html item_taken_in(const ItemShown& shown);
Html item_trials(const ItemShown& shown);
// To ask an adviser, with what was asked and answered.
Html item_questions(const ItemShown& shown);
// What it changed for learners; for validators the form to record that.
Html item_impacts(const ItemShown& shown);
// The family of variations, as a tree.
Html item_family(const ItemShown& shown);
// What its finder and its tutor can do.
Html own_actions(const ItemShown& shown);

}  // namespace touchstone::good_practice
