#include "platform/http/upload.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace touchstone::http {

std::optional<std::string> uploaded(const Request& request, std::string_view field,
                                    std::size_t at_most) {
  const auto upload = std::ranges::find_if(request.uploads, [&](const Upload& each) {
    return each.field == field && (each.size > 0 || !each.name.empty());
  });
  if (upload == request.uploads.end()) return std::nullopt;
  std::ifstream in(upload->path, std::ios::binary);
  std::string bytes(std::min(static_cast<std::size_t>(upload->size), at_most + 1), '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
    throw std::runtime_error("an uploaded file cannot be read: " + upload->path);
  return bytes;
}

}  // namespace touchstone::http
