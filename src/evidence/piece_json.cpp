#include "evidence/piece_json.h"

namespace touchstone::evidence::shape {

Evidence shape_of(const Piece& piece) {
  return {.id = to_text(piece.id),
          .title = piece.title,
          .kind = piece.kind,
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

}  // namespace touchstone::evidence::shape
