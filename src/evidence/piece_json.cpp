#include "evidence/piece_json.h"

#include "platform/files/sha256.h"

namespace touchstone::evidence::shape {

Evidence shape_of(const Piece& piece) {
  return {.id = to_text(piece.id),
          .title = piece.title,
          .kind = piece.kind,
          .file = shape_of(piece.file),
          .link = piece.link,
          .text = piece.text,
          .source = piece.source,
          .nature = piece.nature,
          .basis = piece.basis,
          .concerns = piece.concerns,
          .viewpoint = piece.viewpoint,
          .about_on = piece.about_on,
          .came_on = piece.came_on,
          .keep_until = piece.keep_until,
          .only_mine = piece.only_mine,
          .sensitive = piece.sensitive,
          .binned_at = piece.binned_at,
          .changed_at = piece.changed_at,
          .version = piece.version};
}

std::optional<EvidenceFile> shape_of(const std::optional<File>& file) {
  if (!file) return std::nullopt;
  return EvidenceFile{file->name, file->type, file->size, files::to_hex(file->hash)};
}

}  // namespace touchstone::evidence::shape
