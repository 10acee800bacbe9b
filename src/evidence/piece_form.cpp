#include "evidence/piece_form.h"

#include "evidence/file_parts.h"
#include "look/checkboxes.h"
#include "look/details.h"
#include "look/file_upload.h"
#include "look/input.h"
#include "look/radios.h"
#include "look/select.h"
#include "look/textarea.h"
#include "platform/http/whole_text.h"
#include "platform/text.h"
#include "platform/web_address.h"

namespace touchstone::evidence {
namespace {

void read_dates(http::Reader& reader, const http::Request& request, TypedPiece& typed) {
  typed.about_on = std::string(request.fields.text("about_on"));
  typed.came_on = std::string(request.fields.text("came_on"));
  typed.keep_until = std::string(request.fields.text("keep_until"));
  const auto wrong_before = typed.complaints.size();
  const auto about = reader.date("about_on");
  if (about)
    typed.piece.about_on = *about;
  else if (typed.complaints.size() == wrong_before)
    typed.complaints.add("about_on", "Enter the day that it tells about.");
  typed.piece.came_on = reader.date("came_on").value_or(request.visitor.today);
  typed.piece.keep_until = reader.date("keep_until");
}

Html question_of_options(const char* name, std::string_view legend, std::span<const Option> options,
                         std::string_view chosen, std::string_view complaint) {
  look::Radios radios{
      .name = name,
      .fieldset =
          look::Fieldset{.legend = {.text = legend, .classes = "govuk-fieldset__legend--s"}},
      .items = {},
      .error_message = {.text = complaint},
      .classes = "govuk-radios--small"};
  for (const auto& [key, words] : options)
    radios.items.push_back({.text = words, .value = std::string(key), .checked = key == chosen});
  radios.items.push_back({.text = "Not said", .value = "", .checked = chosen.empty()});
  return look::radios(radios);
}

Html date_question(const char* name, std::string_view label, std::string_view hint,
                   const std::string& value, std::string_view complaint) {
  return look::input({.label = {.text = label},
                      .name = name,
                      .value = value,
                      .type = "date",
                      .hint = {.text = hint},
                      .error_message = {.text = complaint},
                      .classes = "govuk-input--width-10"});
}

Html file_questions(const http::Request& request, const TypedPiece& typed) {
  const auto& piece = typed.piece;
  const bool is_new = piece.version == 0;
  Html out;
  if (!is_new && piece.file)
    out.add(R"(<p class="govuk-body">Now: {}, {}</p>)", piece.file->name,
            size_in_words(piece.file->size));
  out.add(files_here_already(request, typed.sent));
  out.add(question_of_children(typed.complaints));
  Attributes attributes;
  attributes.set("accept", accepted_endings());
  out.add(look::file_upload(
      {.label = {.text = is_new ? "Choose one or more files" : "Choose another file for it"},
       .name = "file",
       .multiple = is_new,
       .hint = {.text = is_new ? "Each becomes a piece of its own. Documents and pictures up to "
                                 "25 MB, sound and film up to 1 GB."
                               : "The one there is now stays readable as an earlier version."},
       .error_message = {.text = typed.complaints.about("file")},
       .attributes = attributes}));
  return out.add(files_to_choose_again(typed.sent));
}

Html kind_question(const http::Request& request, const TypedPiece& typed) {
  look::Radios radios{
      .name = "kind",
      .fieldset =
          look::Fieldset{.legend = {.text = "What is it?", .classes = "govuk-fieldset__legend--s"}},
      .items = {},
      .value = typed.piece.kind,
      .error_message = {.text = typed.complaints.about("kind")}};
  constexpr std::array hints{"A document, a table, a picture, sound or film",
                             "A page or a document that stands somewhere else",
                             "What a learner, an employer or a colleague said or wrote",
                             "A figure, and what it was taken from"};
  for (std::size_t i = 0; i < kinds.size(); ++i)
    radios.items.push_back({.text = kinds[i].words,
                            .value = std::string(kinds[i].key),
                            .hint = {.text = hints.at(i)}});
  radios.items.front().conditional = file_questions(request, typed);
  return look::radios(radios);
}

Html content_questions(const http::Request& request, const TypedPiece& typed) {
  Html out = look::input(
      {.label = {.text = "Title"},
       .name = "title",
       .value = typed.piece.title,
       .hint = {.text = "A few words that colleagues will find it by. A file without one gets "
                        "its own name."},
       .error_message = {.text = typed.complaints.about("title")}});
  out.add(kind_question(request, typed));
  out.add(look::input({.label = {.text = "Web address"},
                       .name = "link",
                       .value = typed.piece.link,
                       .type = "url",
                       .spellcheck = false,
                       .hint = {.text = "Of the link, or where the quote or the figure is found. "
                                        "You may leave it empty for these."},
                       .error_message = {.text = typed.complaints.about("link")}}));
  out.add(look::textarea({.label = {.text = "What it says"},
                          .name = "text",
                          .value = typed.piece.text,
                          .hint = {.text = "The quote or the figure itself. Leave out the names of "
                                           "learners."},
                          .error_message = {.text = typed.complaints.about("text")}}));
  out.add(date_question("about_on", "What day is it about?",
                        "The last day of the time that it tells about.", typed.about_on,
                        typed.complaints.about("about_on")));
  out.add(date_question("came_on", "When did you get it?", "Today, if you leave it empty.",
                        typed.came_on, typed.complaints.about("came_on")));
  return out;
}

Html who_sees_it(const Piece& piece) {
  return look::checkboxes(
      {.name = "seen",
       .fieldset = look::Fieldset{.legend = {.text = "Who may see it?",
                                             .classes = "govuk-fieldset__legend--s"}},
       .items = {{.text = "Only I can see it",
                  .value = "true",
                  .id = "only_mine",
                  .checked = piece.only_mine,
                  .name = "only_mine"},
                 {.text = "It is sensitive",
                  .value = "true",
                  .id = "sensitive",
                  .checked = piece.sensitive,
                  .hint = {.text = "You see it, and those who may read your team’s "
                                   "self-assessments."},
                  .name = "sensitive"}},
       .hint = {.text = "Everybody in your organisation, unless you tick a box."}});
}

Html source_question(const TypedPiece& typed) {
  look::Select source{.label = {.text = "Where does it come from?"},
                      .name = "source",
                      .items = {{.text = "Not said", .value = ""}},
                      .value = typed.piece.source,
                      .error_message = {.text = typed.complaints.about("source")}};
  for (const auto& [key, words] : sources)
    source.items.push_back({.text = std::string(words), .value = std::string(key)});
  return look::select(source);
}

Html more_about_it(const TypedPiece& typed) {
  const auto& piece = typed.piece;
  const auto& keep_until = typed.keep_until;
  const auto& complaints = typed.complaints;
  Html out = source_question(typed);
  out.add(question_of_options("nature", "What sort of evidence is it?", natures, piece.nature,
                              complaints.about("nature")));
  out.add(question_of_options("basis", "What does it rest on?", bases, piece.basis,
                              complaints.about("basis")));
  out.add(question_of_options("concerns", "What does it show?", concerns_of, piece.concerns,
                              complaints.about("concerns")));
  out.add(question_of_options("viewpoint", "Whose view is it?", viewpoints, piece.viewpoint,
                              complaints.about("viewpoint")));
  out.add(date_question("keep_until", "Keep it until",
                        "After this day it goes into the bin. It is kept if you leave this empty.",
                        keep_until, complaints.about("keep_until")));
  const auto says_more = !piece.source.empty() || !piece.nature.empty() || !piece.basis.empty() ||
                         !piece.concerns.empty() || !piece.viewpoint.empty() || !keep_until.empty();
  return look::details({.summary = "Say more about it", .text = out, .open = says_more});
}

bool has_wrong_file(const SentFiles& sent) {
  return !sent.complaints.about("file").empty();
}

void read_file(TypedPiece& typed, bool is_known) {
  auto& piece = typed.piece;
  const auto& files = typed.sent.files;
  if (!files.empty() || has_wrong_file(typed.sent)) piece.kind = "file";
  if (!files.empty()) {
    piece.file = files.front().file;
    if (piece.title.empty()) piece.title = stem_of(piece.file->name);
    if (is_known && files.size() > 1)
      typed.complaints.add("file", "Choose one file: this is one piece.");
  }
  if (piece.kind != "file") piece.file.reset();
}

constexpr std::string_view opened_prefix = "opened.";

std::optional<PieceAnswers> answers_opened(const http::Fields& fields) {
  PieceAnswers opened;
  for (const auto& [name, value] : fields)
    if (name.starts_with(opened_prefix))
      opened[name.substr(opened_prefix.size())] = cleaned(value.value_or(""));
  return opened.empty() ? std::nullopt : std::optional(std::move(opened));
}

// Brought along unseen, so that what was changed elsewhere is told from what its sender changed.
Html opened_fields(const PieceAnswers& opened) {
  Html fields;
  for (const auto& [name, value] : opened)
    fields.add(R"(<input type="hidden" name="{}{}" value="{}">)", opened_prefix, name, value);
  return fields;
}

}  // namespace

TypedPiece typed_of(const Piece& piece) {
  return {.piece = piece,
          .about_on = piece.version == 0 ? std::string() : to_iso(piece.about_on),
          .came_on = to_iso(piece.came_on),
          .keep_until = piece.keep_until ? to_iso(*piece.keep_until) : std::string(),
          .complaints = {},
          .opened = piece.version == 0 ? std::nullopt : std::optional(answers_of(piece))};
}

TypedPiece read_piece(const http::Request& request, Piece piece, const SentFiles& sent) {
  const auto is_known = piece.version > 0;
  TypedPiece typed{.piece = std::move(piece), .sent = sent, .complaints = request.body_complaints};
  http::Reader reader(request.fields, typed.complaints);
  auto& read = typed.piece;
  read.kind = reader.text("kind", 60);
  read.title = http::whole_text(reader, request, "title");
  read.link = with_its_scheme(http::whole_text(reader, request, "link"));
  read.text = http::whole_text(reader, request, "text");
  read.source = reader.text("source", 60);
  read.nature = reader.text("nature", 60);
  read.basis = reader.text("basis", 60);
  read.concerns = reader.text("concerns", 60);
  read.viewpoint = reader.text("viewpoint", 60);
  // A program that leaves these out leaves them as they are; a form leaves out what is not ticked.
  if (!is_known || !request.json || reader.has("only_mine"))
    read.only_mine = reader.flag("only_mine");
  if (!is_known || !request.json || reader.has("sensitive"))
    read.sensitive = reader.flag("sensitive");
  read_file(typed, is_known);
  read_dates(reader, request, typed);
  if (is_known) {
    read.version = reader.version("version");
    typed.opened = answers_opened(request.fields);
  }
  // In the order of the questions.
  auto judged = read;
  if (has_wrong_file(sent)) judged.file.emplace();  // its own complaint says what is wrong
  // A file names the piece: one that was not taken is enough to put right.
  if (has_wrong_file(sent) && judged.title.empty()) judged.title = "-";
  auto complaints = complaints_about(judged, request.visitor.today);
  complaints.add(sent.complaints);
  complaints.add(typed.complaints);
  typed.complaints = std::move(complaints);
  return typed;
}

std::vector<Piece> pieces_of(const TypedPiece& typed) {
  const auto& files = typed.sent.files;
  if (files.size() < 2) return {typed.piece};
  const bool named = typed.piece.title != stem_of(files.front().file.name);
  std::vector<Piece> pieces;
  for (const auto& each : files) {
    auto& piece = pieces.emplace_back(typed.piece);
    piece.id = Id<Piece>::fresh();
    piece.file = each.file;
    const auto stem = stem_of(each.file.name);
    piece.title =
        named ? std::string(first_characters(typed.piece.title + " – " + stem, longest_title))
              : stem;
  }
  return pieces;
}

Html piece_questions(const http::Request& request, const TypedPiece& typed) {
  Html out = content_questions(request, typed);
  out.add(who_sees_it(typed.piece));
  out.add(more_about_it(typed));
  if (typed.piece.version > 0)
    out.add(R"(<input type="hidden" name="version" value="{}">{})", typed.piece.version,
            opened_fields(typed.opened.value_or(PieceAnswers())));
  return out;
}

}  // namespace touchstone::evidence
