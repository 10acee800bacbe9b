#include "look/checkboxes.h"

#include <algorithm>

namespace touchstone::look {

Html checkboxes(const Checkboxes& checkboxes) {
  const bool fieldset_says = checkboxes.fieldset && !checkboxes.fieldset->described_by.empty();
  const Choice all{"checkboxes",
                   "checkbox",
                   checkboxes.name,
                   checkboxes.id_prefix,
                   checkboxes.fieldset,
                   checkboxes.hint,
                   checkboxes.error_message,
                   fieldset_says ? checkboxes.fieldset->described_by : checkboxes.described_by,
                   checkboxes.form_group,
                   checkboxes.classes,
                   checkboxes.attributes};
  return choice(all, checkboxes.items, [&](const CheckboxesItem& item) {
    return std::ranges::find(checkboxes.values, item.value) != checkboxes.values.end();
  });
}

}  // namespace touchstone::look
