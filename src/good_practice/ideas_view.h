#pragma once
#include <optional>
#include <string>
#include <vector>

#include "good_practice/reach_proof.h"
#include "good_practice/spreading_store.h"
#include "good_practice/theme_view.h"
#include "platform/html/url.h"
#include "sharing/sharing.h"

namespace touchstone::good_practice {

// One item of the list.
struct ListedIdea {
  Listed item;
  std::string by{};
  std::string theme{};
};

// One's own, with how it stands.
struct OwnIdea {
  Practice practice{};
  Track track{};
};

struct IdeasView {
  std::string search{};
  std::string theme{};
  std::string subject{};
  bool stand_out = false;
  std::vector<ListedIdea> ideas{};
  Url next{};  // empty: this was the last page
  std::vector<Theme> themes{};
  std::vector<std::string> subjects{};
  std::vector<OwnIdea> own{};
  std::vector<Question> asked{};        // of the visitor, not answered
  std::vector<Trial> trials{};          // by the visitor, without a report
  std::vector<sharing::Share> shown{};  // to the visitor
  std::int64_t waiting = 0;             // for validators
  bool digest_by_mail = false;          // the visitor wants it
};
inline constexpr std::int64_t ideas_on_a_page = 30;

IdeasView ideas_view(sql::Read& read, const http::Request& request, const Viewer& viewer);

}  // namespace touchstone::good_practice
