#include "self_assessment/theme_evidence_page.h"

#include <fmt/format.h>

#include "look/button.h"
#include "look/form.h"
#include "look/input.h"
#include "platform/text.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/frame_parts.h"

namespace touchstone::self_assessment {
namespace {

// "Quote, learner feedback, about 12 November 2026"
std::string nature_of_piece(const evidence::Piece& piece) {
  auto words = std::string(evidence::words_of(evidence::kinds, piece.kind));
  if (const auto source = evidence::words_of(evidence::sources, piece.source); !source.empty())
    words.append(", ").append(source);
  return fmt::format("{}, about {}", words, to_words(piece.about_on));
}

Html piece_row(const http::Request& request, const evidence::Piece& piece, const Url& action,
               std::string_view verb) {
  return html(
      R"(<li class="app-row"><p class="govuk-body"><a class="govuk-link" href="{}">{}</a><br>{}</p>{}</li>)",
      evidence::piece_url(request, piece.id), piece.title, nature_of_piece(piece),
      look::form(
          request, action,
          html(R"(<input type="hidden" name="piece" value="{}">{})", to_text(piece.id),
               look::button({.text = html(R"({}<span class="govuk-visually-hidden"> {}</span>)",
                                          verb, piece.title),
                             .classes = "govuk-button--secondary"}))));
}

Html used_pieces(const http::Request& request, const OwnSheet& own, const ThemeEvidence& shown) {
  if (shown.used.empty()) return html(R"(<p class="govuk-body">Nothing is attached yet.</p>)");
  Html list;
  for (const auto& piece : shown.used)
    list.add(piece_row(request, piece,
                       theme_evidence_url(request, own.sheet().id, shown.theme, "removal"),
                       "Detach"));
  return html(R"(<ul class="govuk-list">{}</ul>)", list);
}

Html search_form(const http::Request& request, const OwnSheet& own, const ThemeEvidence& shown) {
  return html(R"(<form method="get" action="{}" role="search">{}{}</form>)",
              theme_evidence_url(request, own.sheet().id, shown.theme),
              look::input({.label = {.text = "Find evidence"},
                           .name = "search",
                           .value = shown.search,
                           .type = "search",
                           .hint = {.text = "Words of its title, text or address"},
                           .classes = "govuk-input--width-20"}),
              look::button({.text = "Find", .classes = "govuk-button--secondary"}));
}

Html other_pieces(const http::Request& request, const OwnSheet& own, const ThemeEvidence& shown) {
  if (shown.others.empty())
    return html(R"(<p class="govuk-body">{}</p>)",
                shown.search.empty() ? "The library has nothing else that you can see."
                                     : "Nothing else in the library is like that.");
  Html list;
  for (const auto& piece : shown.others)
    list.add(piece_row(request, piece, theme_evidence_url(request, own.sheet().id, shown.theme),
                       "Attach"));
  return html(R"(<ul class="govuk-list" id="piece">{}</ul>)", list);
}

}  // namespace

Html theme_evidence_page(const http::Request& request, const OwnSheet& own,
                         const ThemeEvidence& shown) {
  const auto& sheet = own.sheet();
  const auto title =
      fmt::format("{}: evidence for {}", sheet.name, own.content().element(shown.theme)->title);
  Html main = html(
      R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">Whom you share this theme with sees )"
      R"(the pieces that they may see in the library anyway. What only you see stays yours.</p>)",
      title);
  main.add(R"(<h2 class="govuk-heading-m">Attached</h2>{})", used_pieces(request, own, shown));
  if (sheet.open()) {
    main.add(R"(<h2 class="govuk-heading-m">Attach from the library</h2>{}{})",
             search_form(request, own, shown), other_pieces(request, own, shown));
    main.add(
        R"(<p class="govuk-body">Is it not there yet? <a class="govuk-link" href="{}">Add it to the )"
        R"(library</a>, then come back here: the newest stands first.</p>)",
        evidence::library_url(request, "new"));
  }
  const auto back = sheet.open() ? sheet_url(request, sheet.id).at(shown.theme)
                                 : sheet_url(request, sheet.id, "result");
  return framed(
      request,
      {.title = title, .main = std::move(main), .complaints = shown.complaints, .back = back});
}

}  // namespace touchstone::self_assessment
