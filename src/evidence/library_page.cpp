#include "evidence/library_page.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "evidence/address_parts.h"
#include "look/button.h"
#include "look/checkboxes.h"
#include "look/details.h"
#include "look/form.h"
#include "look/input.h"
#include "look/pagination.h"
#include "look/select.h"
#include "look/tag.h"
#include "platform/text.h"
#include "signin/signin.h"

namespace touchstone::evidence {
namespace {

constexpr std::size_t id_length = 26;

Html select_of(const char* name, std::string_view label, std::string_view any,
               std::span<const Option> options, const std::string& chosen) {
  look::Select select{.label = {.text = label},
                      .name = name,
                      .items = {{.text = std::string(any), .value = ""}},
                      .value = chosen};
  for (const auto& [key, words] : options)
    select.items.push_back({.text = std::string(words), .value = std::string(key)});
  return look::select(select);
}

Html narrowing(const Query& query) {
  Html fields = select_of("kind", "Kind", "All kinds", kinds, query.kind);
  fields.add(select_of("source", "From", "Anywhere", sources, query.source));
  fields.add(look::checkboxes(
      {.name = "own",
       .items = {{.text = "Only what I added", .value = "true", .checked = query.only_own}},
       .classes = "govuk-checkboxes--small"}));
  return fields;
}

Html find_form(const http::Request& request, const Query& query) {
  Html fields = look::input({.label = {.text = "Find evidence"},
                             .name = "search",
                             .value = query.search,
                             .type = "search",
                             .hint = {.text = "Words of its title, text, address or file name"},
                             .classes = "govuk-input--width-20"});
  fields.add(
      look::details({.summary = "Only some of it",
                     .text = narrowing(query),
                     .open = !query.kind.empty() || !query.source.empty() || query.only_own}));
  if (query.order != Order::came)
    fields.add(R"(<input type="hidden" name="order" value="{}">)", to_text(query.order));
  fields.add(look::button({.text = "Find", .classes = "govuk-button--secondary"}));
  return html(R"(<form method="get" action="{}" role="search">{}</form>)", library_url(request),
              fields);
}

Html ordered_by(const http::Request& request, const Query& query) {
  constexpr std::array orders{std::pair(Order::came, "newest first"),
                              std::pair(Order::about, "by the day it is about"),
                              std::pair(Order::title, "by title")};
  Html out;
  for (const auto& [order, words] : orders) {
    if (!out.empty()) out.add(" · ");
    if (order == query.order) {
      out.add(R"(<b aria-current="true">{}</b>)", words);
      continue;
    }
    auto other = query;
    other.order = order;
    other.after.reset();
    out.add(R"(<a class="govuk-link" href="{}">{}</a>)", asking(request, other), words);
  }
  return html(R"(<p class="govuk-body ts-screen-only">In order: {}</p>)", out);
}

Html title_of(const http::Request& request, const Piece& piece) {
  Html out =
      html(R"(<a class="govuk-link" href="{}">{}</a>)", piece_url(request, piece.id), piece.title);
  if (piece.only_mine)
    out.add(" {}", look::tag({.text = "Only you", .classes = "govuk-tag--grey"}));
  else if (piece.sensitive)
    out.add(" {}", look::tag({.text = "Sensitive", .classes = "govuk-tag--yellow"}));
  return out;
}

// "File: lesson plan.docx, 12 KB"
std::string what_it_is(const Piece& piece) {
  std::string words(words_of(kinds, piece.kind));
  return piece.file
             ? fmt::format("{}: {}, {}", words, piece.file->name, size_in_words(piece.file->size))
             : words;
}

Html list_of_pieces(const http::Request& request, const std::vector<Piece>& pieces) {
  Html items;
  for (const auto& piece : pieces)
    items.add(
        R"(<li class="app-person"><div>{}</div><div>{}</div><div>about {}<br>came {}</div></li>)",
        title_of(request, piece), what_it_is(piece), to_words(piece.about_on),
        to_words(piece.came_on));
  return html(R"(<ul class="govuk-list" id="pieces">{}</ul>)", items);
}

bool asks_nothing(const Query& query) {
  return query.search.empty() && query.kind.empty() && query.source.empty() && !query.only_own;
}

Html found(const http::Request& request, const Query& query, const LibraryPage& page) {
  if (page.pieces.empty())
    return html(R"(<p class="govuk-body">{}</p>)", asks_nothing(query)
                                                       ? "Nothing is in the library yet."
                                                       : "Nothing in the library is like that.");
  Html out = ordered_by(request, query);
  out.add(list_of_pieces(request, page.pieces));
  if (page.next) {
    auto more = query;
    more.after = page.next;
    out.add(look::pagination({.next = {.text = "Next pieces", .href = asking(request, more)},
                              .landmark_label = "More evidence"}));
  }
  return out;
}

Html binned_row(const http::Request& request, const Piece& piece) {
  return html(
      R"(<div class="app-row"><p class="govuk-body"><b>{}</b><br>put here on {}, deleted after {})"
      R"(</p>{}</div>)",
      piece.title, to_words(date_in(*piece.binned_at, request.visitor.zone)),
      to_words(date_in(*piece.binned_at + kept_in_bin, request.visitor.zone)),
      look::form(
          request, piece_url(request, piece.id, "restoration"),
          look::button({.text = "Put back " + piece.title, .classes = "govuk-button--secondary"})));
}

}  // namespace

std::string_view to_text(Order order) {
  if (order == Order::title) return "title";
  return order == Order::about ? "about" : "came";
}

Order order_from_text(std::string_view text) {
  if (text == "title") return Order::title;
  return text == "about" ? Order::about : Order::came;
}

std::string text_of_end(const LibraryEnd& end) {
  return to_base64url(to_text(end.piece) + end.key);
}

std::optional<LibraryEnd> end_from_text(std::string_view text) {
  const auto decoded = from_base64url(text);
  if (!decoded || decoded->size() < id_length || !is_utf8(*decoded)) return std::nullopt;
  const auto piece = Id<Piece>::from_text(decoded->substr(0, id_length));
  if (!piece) return std::nullopt;
  return LibraryEnd{decoded->substr(id_length), *piece};
}

Url asking(const http::Request& request, const Query& query) {
  auto address = library_url(request);
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) address = address.with(name, value);
  };
  add("search", query.search);
  add("kind", query.kind);
  add("source", query.source);
  if (query.only_own) add("own", "true");
  if (query.order != Order::came) add("order", to_text(query.order));
  if (query.after) add("after", text_of_end(*query.after));
  return address;
}

Html library_page(const http::Request& request, const Query& query, const LibraryPage& page) {
  Html main = html(
      R"(<h1 class="govuk-heading-l">Evidence</h1><p class="govuk-body">What shows how well we do: )"
      R"(added once, used wherever it fits.</p>)");
  main.add(look::button({.text = "Add evidence", .href = library_url(request, "new")}));
  main.add(find_form(request, query));
  main.add(found(request, query, page));
  main.add(
      R"(<p class="govuk-body ts-screen-only"><a class="govuk-link" href="{}">The bin of the library</a></p>)",
      library_url(request, "bin"));
  return look::layout(signin::page_of(request, "Evidence", std::move(main)));
}

Html evidence_bin_page(const http::Request& request, const std::vector<Piece>& pieces) {
  Html main = html(
      R"(<h1 class="govuk-heading-l">The bin of the library</h1><p class="govuk-body">Nobody finds )"
      R"(what is here. You can put back what you need. What has been here for 30 days is deleted )"
      R"(for good.</p>)");
  if (pieces.empty()) main.add(R"(<p class="govuk-body">The bin is empty.</p>)");
  for (const auto& piece : pieces) main.add(binned_row(request, piece));
  auto page = signin::page_of(request, "The bin of the library", std::move(main));
  page.back = library_url(request);
  return look::layout(page);
}

}  // namespace touchstone::evidence
