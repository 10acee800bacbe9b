#include "evidence/piece_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "evidence/address_parts.h"
#include "evidence/attached_parts.h"
#include "look/button.h"
#include "look/details.h"
#include "look/file_upload.h"
#include "look/form.h"
#include "look/inset_text.h"
#include "look/summary_list.h"
#include "look/textarea.h"
#include "look/warning_text.h"
#include "platform/text.h"
#include "signin/signin.h"

namespace touchstone::evidence {
namespace {

Html page_with(const http::Request& request, std::string title, Html main, Url back,
               const Complaints& complaints = {}) {
  auto page = signin::page_of(request, std::move(title), std::move(main));
  page.back = std::move(back);
  page.complaints = complaints;
  return look::layout(page);
}

Html link_out(const std::string& link) {
  const auto address = Url::outside(link);
  if (!address) return html("{}", link);
  return html(R"(<a class="govuk-link" href="{}" rel="noreferrer noopener">{}</a>)", *address,
              link);
}

Html in_paragraphs(std::string_view text) {
  Html out;
  for (const auto line : split(text, '\n')) {
    if (!out.empty()) out.add("<br>");
    out.add("{}", line);
  }
  return out;
}

// `file_address` is where its file is.
Html content_of(const Piece& piece, const Url& file_address) {
  Html out;
  if (piece.file) out.add(show_file(*piece.file, file_address, piece.title));
  if (!piece.text.empty() && piece.kind == "quote")
    out.add(look::inset_text({.text = in_paragraphs(piece.text)}));
  else if (!piece.text.empty())
    out.add(R"(<p class="govuk-body">{}</p>)", in_paragraphs(piece.text));
  if (!piece.link.empty()) out.add(R"(<p class="govuk-body">{}</p>)", link_out(piece.link));
  return out;
}

bool is_shown_elsewhere(const PieceView& view) {
  return std::ranges::any_of(view.uses, &UseLine::shows_it);
}

std::string who_may_see(const PieceView& view) {
  const auto& piece = view.seen.piece();
  if (piece.only_mine && is_shown_elsewhere(view))
    return "In the library only you; and where it is used, whoever may read that";
  if (piece.only_mine) return "Only you";
  if (piece.sensitive)
    return "Sensitive: whoever added it, and those who may read their team’s self-assessments";
  return "Everybody in your organisation";
}

Html facts_of(const http::Request& request, const PieceView& view) {
  const auto& piece = view.seen.piece();
  look::SummaryList list;
  const auto row = [&](std::string_view key, std::string_view value) {
    if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
  };
  row("Kind", words_of(kinds, piece.kind));
  row("About", to_words(piece.about_on));
  row("Came", to_words(piece.came_on));
  row("From", words_of(sources, piece.source));
  row("Sort", words_of(natures, piece.nature));
  row("Rests on", words_of(bases, piece.basis));
  row("Shows", words_of(concerns_of, piece.concerns));
  row("Whose view", words_of(viewpoints, piece.viewpoint));
  row("Who may see it", who_may_see(view));
  row("Added by", view.maker.empty() ? std::string("Somebody who left") : view.maker);
  row("Last changed", to_words(date_in(piece.changed_at, request.visitor.zone)));
  if (piece.keep_until) row("Kept until", to_words(*piece.keep_until));
  return look::summary_list(list);
}

Html where_used(const PieceView& view) {
  if (view.uses.empty()) return {};
  Html items;
  for (const auto& use : view.uses)
    items.add(R"(<li><a class="govuk-link" href="{}">{}</a></li>)", use.href, use.words);
  return html(
      R"(<h2 class="govuk-heading-m">Where it is used</h2><ul class="govuk-list govuk-list--bullet">)"
      R"({}</ul>)",
      items);
}

Html before_it_was_changed(const http::Request& request, const PieceView& view) {
  if (view.revisions.empty()) return {};
  Html out;
  for (const auto& then : view.revisions)
    out.add(R"(<h2 class="govuk-heading-s">{}</h2><p class="govuk-body-s">Written on {}, about {}.)"
            R"(</p>{})",
            then.title, to_words(date_in(then.changed_at, request.visitor.zone)),
            to_words(then.about_on),
            content_of(then, earlier_file_url(request, view.seen.piece().id, then.version)));
  return look::details(
      {.summary = counted(std::ssize(view.revisions), "earlier version", "earlier versions"),
       .text = out});
}

Html public_part(const http::Request& request, const PieceView& view) {
  const auto& piece = view.seen.piece();
  if (!may_be_public(piece)) return {};
  Html out = html(R"(<h2 class="govuk-heading-m">For readers without an account</h2>)");
  if (view.public_since) {
    out.add(R"(<p class="govuk-body">Whoever has its public address can read this piece. To see )"
            R"(the address again, make a new one: the old one stops working.</p>)");
    out.add(look::form(
        request, piece_url(request, piece.id, "address-removal"),
        look::button({.text = "Stop sharing it publicly", .classes = "govuk-button--secondary"})));
  } else {
    out.add(R"(<p class="govuk-body">Make an address at which anybody can read this piece. You )"
            R"(can take it back at any time.</p>)");
  }
  out.add(look::form(request, piece_url(request, piece.id, "address"),
                     html(R"(<input type="hidden" name="replaces" value="{}">{})",
                          replaced_by_form(view.public_since),
                          look::button({.text = view.public_since ? "Make a new public address"
                                                                  : "Make a public address",
                                        .classes = "govuk-button--secondary"}))));
  return out;
}

Html what_may_be_done(const http::Request& request, const PieceView& view) {
  const auto& piece = view.seen.piece();
  if (!may_change(view.seen.viewer(), piece)) return {};
  if (piece.binned_at)
    return html("{}{}", look::warning_text({.text = "This piece is in the bin. Nobody finds it."}),
                look::form(request, piece_url(request, piece.id, "restoration"),
                           look::button({.text = "Put it back"})));
  Html out = public_part(request, view);
  out.add(R"(<h2 class="govuk-heading-m">Change it</h2>)");
  out.add(look::button({.text = "Change this piece",
                        .href = piece_url(request, piece.id, "edit"),
                        .classes = "govuk-button--secondary"}));
  if (!view.kept_out_of_bin.empty())
    return out.add(R"(<p class="govuk-body" id="not-into-the-bin">{}</p>)", view.kept_out_of_bin);
  if (!view.uses.empty())
    out.add(R"(<p class="govuk-body">In the bin it is not seen where it is used either.</p>)");
  out.add(look::form(
      request, piece_url(request, piece.id, "bin"),
      look::button({.text = "Put it in the bin", .classes = "govuk-button--secondary"})));
  return out;
}

}  // namespace

std::string replaced_by_form(const std::optional<Moment>& public_since) {
  return public_since ? std::to_string(to_number(*public_since)) : "none";
}

Html piece_page(const http::Request& request, const PieceView& view) {
  const auto& piece = view.seen.piece();
  Html main = html(R"(<h1 class="govuk-heading-l">{}</h1>)", piece.title);
  main.add(content_of(piece, piece_url(request, piece.id, "file")));
  main.add(facts_of(request, view));
  main.add(where_used(view));
  main.add(before_it_was_changed(request, view));
  main.add(what_may_be_done(request, view));
  return page_with(request, piece.title, std::move(main), library_url(request));
}

Html new_piece_page(const http::Request& request, const TypedPiece& typed) {
  Html main = html(
      R"(<h1 class="govuk-heading-l">Add evidence</h1>{})",
      look::form(request, library_url(request),
                 html("{}{}", piece_questions(request, typed), look::button({.text = "Add it"})),
                 look::sends_files()));
  return page_with(request, "Add evidence", std::move(main), library_url(request),
                   typed.complaints);
}

Html edit_piece_page(const http::Request& request, const TypedPiece& typed) {
  const auto here = piece_url(request, typed.piece.id);
  Html main =
      html(R"(<h1 class="govuk-heading-l">Change evidence</h1>)"
           R"(<p class="govuk-body">What it said before stays readable.</p>{})",
           look::form(request, here,
                      html("{}{}", piece_questions(request, typed), look::button({.text = "Save"})),
                      look::sends_files()));
  return page_with(request, "Change evidence", std::move(main), here, typed.complaints);
}

Html address_page(const http::Request& request, const Piece& piece, std::string_view address) {
  Html main = html(R"(<h1 class="govuk-heading-l">Its public address</h1>)");
  main.add(look::textarea({.label = {.text = "Copy this address now"},
                           .name = "address",
                           .value = std::string(address),
                           .rows = 3,
                           .hint = {.text = "It is shown once. Whoever has it can read this piece "
                                            "until you take it back."},
                           .attributes = Attributes().set("readonly", "").set("data-copy")}));
  main.add(look::button({.text = "Done", .href = piece_url(request, piece.id)}));
  return page_with(request, "Its public address", std::move(main), piece_url(request, piece.id));
}

Html public_piece_page(const http::Request& request, const PublicPiece& shown) {
  Html main = html(R"(<h1 class="govuk-heading-l">{}</h1>)", shown.piece.title);
  main.add(content_of(shown.piece, public_file_url(request.parameter("secret"))));
  main.add(R"(<p class="govuk-body-s">{} of {}, about {}.</p>)", words_of(kinds, shown.piece.kind),
           shown.workspace.name, to_words(shown.piece.about_on));
  return look::layout(signin::page_of(request, shown.piece.title, std::move(main)));
}

}  // namespace touchstone::evidence
