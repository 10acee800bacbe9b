#include "evidence/attached_parts.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "evidence/file_pages.h"
#include "evidence/piece_store.h"
#include "platform/files/sha256.h"
#include "platform/json/described.h"
#include "platform/text.h"

namespace touchstone::evidence {

namespace {

struct SaidOf {
  std::string file;  // its SHA-256
};
BOOST_DESCRIBE_STRUCT(SaidOf, (), (file))

}  // namespace

void note_answer(sql::Write& write, const SentFiles& sent, const Piece& piece) {
  if (!piece.file) return;
  const auto found = std::ranges::find(sent.files, *piece.file, &SentFile::file);
  if (found != sent.files.end() && found->asks)
    write.record({"evidence", piece.id.value, "said to show no single children",
                  json::text_of(SaidOf{files::to_hex(piece.file->hash)})});
}

void attach(sql::Write& write, const SentFiles& sent, const Thing& thing,
            Id<people::Person> responsible, std::string_view note, Date today, Moment at) {
  for (const auto& each : sent.files) {
    const Piece piece{
        .id = Id<Piece>::fresh(),
        .made_by = responsible,
        .only_mine = true,
        .title = std::string(first_characters(stem_of(each.file.name), longest_title)),
        .kind = "file",
        .file = each.file,
        .text = std::string(note),
        .about_on = today,
        .came_on = today};
    add(write, piece, at);
    note_answer(write, sent, piece);
    use(write, piece.id, thing, responsible, at);
  }
}

http::Response send_attached(const http::Request& request, const Piece& piece) {
  return sent_file(request, piece.file);
}

Html show_file(const File& file, const Url& address, std::string_view title) {
  Html out;
  if (is_picture(file))
    out.add(R"(<p class="govuk-body"><img class="app-picture" src="{}" alt="{}"></p>)", address,
            title);
  out.add(R"(<p class="govuk-body"><a class="govuk-link" href="{}" download>{}</a> ({})</p>)",
          address, file.name, size_in_words(file.size));
  return out;
}

}  // namespace touchstone::evidence
