#include "look/radios.h"

namespace touchstone::look {

Html radios(const Radios& radios) {
  const Choice all{"radios",
                   "radio",
                   radios.name,
                   radios.id_prefix,
                   radios.fieldset,
                   radios.hint,
                   radios.error_message,
                   radios.fieldset ? radios.fieldset->described_by : "",
                   radios.form_group,
                   radios.classes,
                   radios.attributes};
  return choice(all, radios.items, [&](const RadiosItem& item) {
    return !radios.value.empty() && item.value == radios.value;
  });
}

}  // namespace touchstone::look
