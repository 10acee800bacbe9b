#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "look/content.h"
#include "look/fieldset.h"
#include "look/form_group.h"

namespace touchstone::look {

// One of the answers of radios or checkboxes, or a line between them.
struct ChoiceItem {
  Content text{};
  std::string value{};
  std::string id{};               // empty: made from the question's
  std::optional<bool> checked{};  // empty: by the question's value
  bool disabled = false;
  Hint hint{};
  Html conditional{};       // asked only when this one is chosen
  std::string divider{};    // "or": then all else is ignored
  std::string name{};       // checkboxes: another than the question's
  std::string behaviour{};  // checkboxes: "exclusive" unticks the others
  std::string label_classes{};
  Attributes label_attributes{};
  Attributes attributes{};
};

// What radios and checkboxes have in common.
struct Choice {
  std::string kind;  // "radios" or "checkboxes"
  std::string type;  // "radio" or "checkbox"
  std::string name;
  std::string id_prefix;  // empty: the name
  std::optional<Fieldset> fieldset;
  Hint hint;
  ErrorMessage error_message;
  std::string described_by;
  FormGroup form_group;
  std::string classes;
  Attributes attributes;
};
// `is_checked` says which items of the question are chosen; it is asked for those that do not say
// so themselves.
Html choice(const Choice& choice, const std::vector<ChoiceItem>& items,
            const std::function<bool(const ChoiceItem&)>& is_checked);

}  // namespace touchstone::look
