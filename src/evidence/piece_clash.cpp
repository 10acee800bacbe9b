#include "evidence/piece_clash.h"

namespace touchstone::evidence {
namespace {

std::string words_or_none(const std::optional<Date>& date) {
  return date ? to_words(*date) : std::string();
}

void compare_options(Complaints& clash, const Piece& kept, const Piece& typed) {
  const auto compare = [&](const char* field, std::span<const Option> options,
                           std::string Piece::* member) {
    if (kept.*member != typed.*member)
      clash.add(field, reads_elsewhere(words_of(options, kept.*member)));
  };
  compare("source", sources, &Piece::source);
  compare("nature", natures, &Piece::nature);
  compare("basis", bases, &Piece::basis);
  compare("concerns", concerns_of, &Piece::concerns);
  compare("viewpoint", viewpoints, &Piece::viewpoint);
}

}  // namespace

Complaints clash_of(const Piece& kept, const Piece& typed) {
  Complaints clash;
  if (kept.title != typed.title) clash.add("title", reads_elsewhere(kept.title));
  if (kept.kind != typed.kind) clash.add("kind", reads_elsewhere(words_of(kinds, kept.kind)));
  if (kept.file != typed.file)
    clash.add("file",
              reads_elsewhere(kept.file ? std::string_view(kept.file->name) : std::string_view()));
  if (kept.link != typed.link) clash.add("link", reads_elsewhere(kept.link));
  if (kept.text != typed.text) clash.add("text", reads_elsewhere(kept.text));
  if (kept.about_on != typed.about_on)
    clash.add("about_on", reads_elsewhere(to_words(kept.about_on)));
  if (kept.came_on != typed.came_on) clash.add("came_on", reads_elsewhere(to_words(kept.came_on)));
  if (kept.only_mine != typed.only_mine)
    clash.add("only_mine",
              kept.only_mine ? "Elsewhere this was ticked." : "Elsewhere this was unticked.");
  if (kept.sensitive != typed.sensitive)
    clash.add("sensitive",
              kept.sensitive ? "Elsewhere this was ticked." : "Elsewhere this was unticked.");
  compare_options(clash, kept, typed);
  if (kept.keep_until != typed.keep_until)
    clash.add("keep_until", reads_elsewhere(words_or_none(kept.keep_until)));
  return clash;
}

}  // namespace touchstone::evidence
