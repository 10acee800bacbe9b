#include "good_practice/withdrawal_pages.h"

#include <fmt/format.h>

#include "good_practice/address_parts.h"
#include "good_practice/form_parts.h"
#include "good_practice/item_pages.h"
#include "good_practice/withdrawal_store.h"
#include "look/details.h"

namespace touchstone::good_practice {

http::Response withdraw_item(sql::Write& write, const http::Request& request,
                             const FoundPractice& found) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  const auto& practice = found.practice();
  const auto traces = traces_of(write, found.seen().viewer().workspace(), practice.id);
  if (const auto why = why_it_stays(practice, traces); !why.empty()) return http::refused(422, why);
  withdraw(write, practice.id, request.visitor.moment());
  return item_answer(write, request, practice.id, 200, "“" + practice.title + "” is withdrawn.",
                     practice_url(request, practice.id, "restoration"));
}

http::Response put_item_back(sql::Write& write, const http::Request& request,
                             const FoundPractice& found) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  const auto& practice = found.practice();
  if (practice.state != State::withdrawn) return http::refused(422, "This is not withdrawn.");
  const auto withdrawn_on = date_in(*practice.withdrawn_at, request.visitor.zone);
  put_back(write, practice.id, waits_again_since(practice, withdrawn_on, request.visitor.today));
  return item_answer(write, request, practice.id, 200, "It is with the quality team again.");
}

std::string withdrawn_in_words(const Practice& practice, std::string_view zone) {
  return fmt::format(
      "You withdrew this on {}. Nobody else sees it. You can put it back until {}; then it is "
      "deleted for good.",
      to_words(date_in(*practice.withdrawn_at, zone)),
      to_words(date_in(*practice.withdrawn_at + kept_withdrawn, zone)));
}

Html withdrawal_form(const ItemShown& shown) {
  const auto& practice = shown.seen.practice();
  if (practice.state == State::withdrawn)
    return one_button(shown.request, practice_url(shown.request, practice.id, "restoration"),
                      "Put it back");
  const auto traces = traces_of(shown.read, shown.seen.viewer().workspace(), practice.id);
  if (!why_it_stays(practice, traces).empty()) return {};
  return look::details(
      {.summary = "Withdraw it",
       .text =
           html(R"(<p class="govuk-body">It leaves the list of the quality team, and nobody is )"
                R"(told. You can put it back for 30 days.</p>{})",
                one_button(shown.request, practice_url(shown.request, practice.id, "withdrawal"),
                           "Withdraw it"))});
}

}  // namespace touchstone::good_practice
