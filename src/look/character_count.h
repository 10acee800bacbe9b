#pragma once
#include "look/content.h"
#include "look/textarea.h"

namespace touchstone::look {

struct PluralText {
  std::string one{};
  std::string other{};  // with %{count}
};
// Several lines of text, with how many characters or words are left where scripts run.
struct CharacterCount {
  Textarea textarea{};
  int maxlength = 0;  // characters; 0: no such limit
  int maxwords = 0;
  int threshold = 0;  // per cent of the limit from which the count is shown; 0: always
  std::string count_type{};
  std::string count_message_classes{};
  std::string textarea_description_text{};
  PluralText characters_under_limit_text{};
  std::string characters_at_limit_text{};
  PluralText characters_over_limit_text{};
  PluralText words_under_limit_text{};
  std::string words_at_limit_text{};
  PluralText words_over_limit_text{};
};
Html character_count(const CharacterCount& count);

}  // namespace touchstone::look
