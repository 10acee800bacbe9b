#include "evidence/piece_pages.h"

#include <algorithm>

#include "evidence/address_parts.h"
#include "evidence/attached_parts.h"
#include "evidence/fixed_use_view.h"
#include "evidence/piece_clash.h"
#include "evidence/piece_json.h"
#include "evidence/piece_page.h"
#include "evidence/use_store.h"
#include "platform/http/deed.h"
#include "signin/signin.h"

namespace touchstone::evidence {
namespace {

http::Response as_json(sql::Read& read, const ChangeablePiece& own) {
  const auto kept = piece(read, own.viewer().workspace.value, own.piece().id).value();
  return http::json(json::text_of(shape::shape_of(kept)));
}

bool is_used_by_others(sql::Read& read, const Viewer& viewer, const Piece& piece) {
  const auto uses = uses_of(read, viewer.workspace.value, piece.id);
  return std::ranges::any_of(uses, [&](const Use& use) { return use.made_by != viewer.person; });
}

// Others have it where they used it, so whoever may change it cannot take it from them at once. Its
// last day can be set; then it goes.
std::string why_kept_out_of_bin(sql::Read& read, const Viewer& viewer, const Piece& piece) {
  const auto& workspace = viewer.workspace.value;
  for (const auto& use : uses_of(read, workspace, piece.id))
    if (auto fixed = fixed_by(read, workspace, use.thing); fixed && !fixed->kept_out_of_bin.empty())
      return std::move(fixed->kept_out_of_bin);
  if (!is_used_by_others(read, viewer, piece)) return {};
  return "Colleagues use this piece, so it does not go into the bin. If it must go, set “Keep it "
         "until”: after that day it goes, whoever uses it.";
}

Viewer viewer_like(sql::Read& read, const Viewer& viewer, Id<people::Person> person) {
  Viewer other{.workspace = viewer.workspace, .person = person, .today = viewer.today};
  for (const auto& grant : people::roles_of(read, viewer.workspace, person, viewer.today))
    if (std::ranges::count(people::rights_of(grant.role), people::Right::read) > 0)
      other.reads.push_back(grant.team);
  return other;
}

// Whether somebody who uses it would not see it any more.
bool hides_from_who_uses_it(sql::Read& read, const Viewer& viewer, const Piece& then) {
  return std::ranges::any_of(uses_of(read, viewer.workspace.value, then.id), [&](const Use& use) {
    return !sees(read, viewer_like(read, viewer, use.made_by), then);
  });
}

void check_privacy(sql::Read& read, const ChangeablePiece& own, TypedPiece& typed) {
  const bool is_maker = own.piece().made_by == own.viewer().person;
  if (own.piece().sensitive && !typed.piece.sensitive && !is_maker)
    typed.complaints.add("sensitive", "Only whoever added this piece can open it to everybody.");
  const bool becomes_private = typed.piece.only_mine && !own.piece().only_mine;
  if (becomes_private && !is_maker) {
    typed.complaints.add("only_mine", "Only whoever added this piece can keep it to themselves.");
    return;
  }
  if (!becomes_private && (!typed.piece.sensitive || own.piece().sensitive)) return;
  if (hides_from_who_uses_it(read, own.viewer(), typed.piece))
    typed.complaints.add(becomes_private ? "only_mine" : "sensitive",
                         "Colleagues use this piece, so they must still see it.");
}

// What others were shown of it stays as it was looked at.
void check_fixed(sql::Read& read, const ChangeablePiece& own, TypedPiece& typed) {
  const bool other_file = typed.piece.file != own.piece().file;
  if (!other_file && typed.piece.title == own.piece().title) return;
  const auto& workspace = own.viewer().workspace.value;
  for (const auto& use : uses_of(read, workspace, own.piece().id))
    if (const auto fixed = fixed_by(read, workspace, use.thing))
      typed.complaints.add(other_file ? "file" : "title", fixed->sentence);
}

// Into the library, but not to what was decided about without it.
void bring_back(sql::Write& write, const http::Request& request, const ChangeablePiece& own) {
  const auto& workspace = own.viewer().workspace.value;
  for (const auto& use : uses_of(write, workspace, own.piece().id))
    if (const auto fixed = fixed_by(write, workspace, use.thing); fixed && fixed->decided)
      unuse(write, own.piece().id, use.thing);
  put_back(write, own.piece().id, request.visitor.today);
}

http::Response edited_again(const http::Request& request, TypedPiece typed, const Piece& theirs) {
  constexpr std::string_view sentence =
      "This piece was changed elsewhere since you opened the page. Take over from that what you "
      "want, then save again to put yours in its place.";
  const auto clash = clash_of(theirs, typed.piece, typed.opened);
  if (request.json) return http::changed_meanwhile(sentence, clash);
  typed.piece.version = theirs.version;
  typed.opened = answers_of(theirs);
  typed.complaints.add(headed(sentence, clash));
  return http::page(409, edit_piece_page(request, typed));
}

}  // namespace

std::string piece_schema(json::Components& components) {
  return json::schema_of<shape::Evidence>(components);
}
std::string address_schema(json::Components& components) {
  return json::schema_of<shape::PublicAddress>(components);
}
std::string public_schema(json::Components& components) {
  return json::schema_of<shape::PublicEvidence>(components);
}

http::Response show_piece(sql::Read& read, const http::Request& request, const SeenPiece& seen) {
  const auto& shown = seen.piece();
  if (request.json) return http::json(json::text_of(shape::shape_of(shown)));
  const auto workspace = seen.viewer().workspace;
  const auto maker = people::person(read, workspace, shown.made_by);
  return http::page(piece_page(
      request, {.seen = seen,
                .maker = maker ? maker->name : std::string(),
                .revisions = revisions_of(read, seen.viewer(), shown.id),
                .uses = use_lines(read, request, uses_of(read, workspace.value, shown.id)),
                .public_since = address_made_at(read, workspace.value, shown.id),
                .kept_out_of_bin = may_change(seen.viewer(), shown)
                                       ? why_kept_out_of_bin(read, seen.viewer(), shown)
                                       : std::string()}));
}

http::Response show_edit(sql::Read&, const http::Request& request, const ChangeablePiece& own) {
  if (request.json) return http::json(json::text_of(shape::shape_of(own.piece())));
  return http::page(edit_piece_page(request, typed_of(own.piece())));
}

http::Response save_piece(sql::Write& write, const http::Request& request,
                          const ChangeablePiece& own, const SentFiles& sent) {
  if (own.piece().binned_at)
    return http::refused(422, "This piece is in the bin. Put it back first.");
  auto typed = read_piece(request, own.piece(), sent);
  check_privacy(write, own, typed);
  check_fixed(write, own, typed);
  if (!typed.complaints.empty())
    return request.json ? refused_with_files(request, sent, typed.complaints)
                        : http::page(sent.status(), edit_piece_page(request, typed));
  if (const auto changed = change(write, typed.piece, request.visitor.moment()); !changed)
    return edited_again(request, std::move(typed), changed.error());
  note_answer(write, sent, typed.piece);
  if (request.json) return as_json(write, own);
  return http::said(http::see_other(piece_url(request, own.piece().id)), request,
                    "What you changed is saved.");
}

http::Response bin_piece(sql::Write& write, const http::Request& request,
                         const ChangeablePiece& own) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  if (const auto why = why_kept_out_of_bin(write, own.viewer(), own.piece()); !why.empty())
    return http::refused(422, why);
  put_in_bin(write, own.piece().id, request.visitor.moment());
  if (request.json) return as_json(write, own);
  return http::said(http::see_other(library_url(request, "bin")), request,
                    "“" + own.piece().title + "” is in the bin. You can put it back for 30 days.",
                    piece_url(request, own.piece().id, "restoration"));
}

http::Response restore_piece(sql::Write& write, const http::Request& request,
                             const ChangeablePiece& own) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  // What lies in no bin was not missing where it is shown.
  if (own.piece().binned_at) bring_back(write, request, own);
  if (request.json) return as_json(write, own);
  return http::said(http::see_other(piece_url(request, own.piece().id)), request,
                    "It is back in the library.");
}

http::Response give_address(sql::Write& write, const http::Request& request,
                            const ChangeablePiece& own) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  if (!may_be_public(own.piece()))
    return http::refused(422,
                         "A piece that is private, sensitive or in the bin has no public address.");
  const auto held = address_made_at(write, own.viewer().workspace.value, own.piece().id);
  // Sent again by a reload: the address that was copied stays.
  if (!request.json && request.fields.text("replaces") != replaced_by_form(held))
    return http::see_other(piece_url(request, own.piece().id));
  const auto secret = make_address(write, own.piece().id, request.visitor.moment());
  const auto address = signin::site_of(request) + public_url(secret).text();
  auto response = request.json ? http::json(201, json::text_of(shape::PublicAddress{address}))
                               : http::page(address_page(request, own.piece(), address));
  response.secret = true;
  return response;
}

http::Response remove_address(sql::Write& write, const http::Request& request,
                              const ChangeablePiece& own) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  take_back_address(write, own.piece().id);
  if (request.json) return as_json(write, own);
  return http::said(http::see_other(piece_url(request, own.piece().id)), request,
                    "The public address is taken back. Nobody comes in by it any more.");
}

http::Response show_public(sql::Read&, const http::Request& request, const AddressHolder& holder) {
  const auto& [workspace, shown] = holder.shown();
  auto response = request.json ? http::json(json::text_of(shape::PublicEvidence{
                                     shown.title, shown.kind, shape::shape_of(shown.file),
                                     shown.link, shown.text, shown.about_on, workspace.name}))
                               : http::page(public_piece_page(request, holder.shown()));
  response.secret = true;  // gone at once when it is taken back
  return response;
}

}  // namespace touchstone::evidence
