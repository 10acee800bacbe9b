#include "look/error_message.h"

namespace touchstone::look {

Html error_message(const ErrorMessage& message) {
  auto attributes = with_classes({"govuk-error-message", message.classes});
  attributes.maybe("id", message.id).add(message.attributes);
  if (message.visually_hidden_text.empty())
    return html("<p{}>{}</p>", attributes, message.text.html());
  return html(R"(<p{}><span class="govuk-visually-hidden">{}:</span> {}</p>)", attributes,
              message.visually_hidden_text, message.text.html());
}

}  // namespace touchstone::look
