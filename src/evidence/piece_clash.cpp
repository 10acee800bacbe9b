#include "evidence/piece_clash.h"

#include "platform/files/sha256.h"

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

Complaints differences(const Piece& kept, const Piece& typed) {
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

}  // namespace

PieceAnswers answers_of(const Piece& piece) {
  return {{"title", piece.title},
          {"kind", piece.kind},
          {"file", piece.file ? files::to_hex(piece.file->hash) : std::string()},
          {"link", piece.link},
          {"text", piece.text},
          {"about_on", to_iso(piece.about_on)},
          {"came_on", to_iso(piece.came_on)},
          {"only_mine", piece.only_mine ? "yes" : ""},
          {"sensitive", piece.sensitive ? "yes" : ""},
          {"source", piece.source},
          {"nature", piece.nature},
          {"basis", piece.basis},
          {"concerns", piece.concerns},
          {"viewpoint", piece.viewpoint},
          {"keep_until", piece.keep_until ? to_iso(*piece.keep_until) : std::string()}};
}

Complaints clash_of(const Piece& kept, const Piece& typed,
                    const std::optional<PieceAnswers>& opened) {
  auto differ = differences(kept, typed);
  if (!opened) return differ;
  const auto now = answers_of(kept);
  Complaints clash;
  for (const auto& each : differ)
    if (const auto before = opened->find(each.field);
        before == opened->end() || before->second != now.at(each.field))
      clash.add(each.field, each.message);
  return clash;
}

}  // namespace touchstone::evidence
