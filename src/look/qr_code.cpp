#include "look/qr_code.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace touchstone::look {
namespace {

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Code encoded(std::string_view text) {
  Code code(QRcode_encodeData(static_cast<int>(text.size()),
                              reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
            QRcode_free);
  if (!code) throw std::invalid_argument("too much text for a QR code");
  return code;
}

// One square for each dark module, as the d of a path.
std::string dark_squares(const QRcode& code) {
  std::string path;
  for (int row = 0; row < code.width; ++row)
    for (int column = 0; column < code.width; ++column)
      if (code.data[row * code.width + column] & 1)
        path += fmt::format("M{} {}h1v1h-1z", column + 4, row + 4);
  return path;
}

}  // namespace

Html qr_code(std::string_view text, std::string_view alternative) {
  const auto code = encoded(text);
  return html(
      R"(<svg class="app-qr" viewBox="{}" role="img" aria-label="{}" shape-rendering="crispEdges">)"
      R"(<rect width="100%" height="100%" fill="#fff"/><path d="{}" fill="#000"/></svg>)",
      fmt::format("0 0 {0} {0}", code->width + 8), alternative, dark_squares(*code));
}

}  // namespace touchstone::look
