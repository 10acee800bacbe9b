#include "evidence/attached_parts.h"

#include "evidence/file_pages.h"
#include "evidence/piece_store.h"
#include "platform/text.h"

namespace touchstone::evidence {

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
