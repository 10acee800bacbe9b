#include "evidence/file_pages.h"

#include <algorithm>

#include "platform/files/place.h"
#include "platform/files/sha256.h"
#include "platform/http/file_part.h"
#include "platform/log/log.h"

namespace touchstone::evidence {
namespace {

// All that is said of it, without its bytes.
http::Response described(const File& file) {
  http::Response response;
  response.type = file.type;
  http::attach(response, file.name);
  response.file = {nullptr, file.size, files::to_hex(file.hash)};
  return response;
}

http::Response opened(files::Storage& storage, const File& file) {
  const auto open = storage.open(file.hash);
  if (!open) {
    log::error("the file {} is not where files are kept", files::to_hex(file.hash));
    return http::refused(503, "This file is missing here. Ask whoever runs this server.");
  }
  auto response = described(file);
  response.file->file = open->file;
  response.file->size = open->size;
  return response;
}

}  // namespace

http::Response sent_file(const http::Request& request, const std::optional<File>& file) {
  if (!file || request.files == nullptr) return http::not_found();
  auto storage = request.files->storage;
  if (!storage->far()) return opened(*storage, *file);
  auto response = described(*file);
  if (!http::wants_bytes(request, *response.file)) return response;
  response.slowly = [storage = std::move(storage), file = *file] { return opened(*storage, file); };
  response.fetched = true;
  return response;
}

http::Response send_file(sql::Read&, const http::Request& request, const SeenPiece& seen) {
  return sent_file(request, seen.piece().file);
}

http::Response send_earlier_file(sql::Read& read, const http::Request& request,
                                 const SeenPiece& seen) {
  const auto revisions = revisions_of(read, seen.viewer(), seen.piece().id);
  const auto then = std::ranges::find_if(revisions, [&](const Piece& each) {
    return std::to_string(each.version) == request.parameter("version");
  });
  return then == revisions.end() ? http::not_found() : sent_file(request, then->file);
}

http::Response send_public_file(sql::Read&, const http::Request& request,
                                const AddressHolder& holder) {
  auto response = sent_file(request, holder.shown().piece.file);
  response.secret = true;  // gone at once when the address is taken back
  return response;
}

}  // namespace touchstone::evidence
