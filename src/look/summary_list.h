#pragma once
#include <optional>
#include <vector>

#include "look/content.h"

namespace touchstone::look {

struct SummaryAction {
  Content text{};  // "Change"
  Url href{};
  std::string visually_hidden_text{};  // "name"
  std::string classes{};
  Attributes attributes{};
};
struct SummaryActions {
  std::vector<SummaryAction> items{};
  std::string classes{};
};
struct SummaryPart {
  Content text{};
  std::string classes{};
};
struct SummaryRow {
  SummaryPart key{};
  SummaryPart value{};
  std::optional<SummaryActions> actions{};
  std::string classes{};
};
struct SummaryCardTitle {
  Content text{};
  int heading_level = 2;
  std::string classes{};
};
struct SummaryCard {
  std::optional<SummaryCardTitle> title{};
  SummaryActions actions{};
  std::string classes{};
  Attributes attributes{};
};
// Names and what they hold, with links to change them; in a card of its own when there are several.
struct SummaryList {
  std::vector<SummaryRow> rows{};
  std::optional<SummaryCard> card{};
  std::string classes{};
  Attributes attributes{};
};
Html summary_list(const SummaryList& list);

}  // namespace touchstone::look
