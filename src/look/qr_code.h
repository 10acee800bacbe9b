#pragma once
#include <string_view>

#include "platform/html/html.h"

namespace touchstone::look {

// A QR code (ISO/IEC 18004, error correction M) of the text as an SVG picture with four modules of
// white around it. `alternative` says what it leads to. Throws std::invalid_argument for more text
// than a code holds (2,331 bytes).
Html qr_code(std::string_view text, std::string_view alternative);

}  // namespace touchstone::look
