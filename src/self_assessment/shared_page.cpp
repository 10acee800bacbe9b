#include "self_assessment/shared_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "look/button.h"
#include "look/details.h"
#include "look/form.h"
#include "look/textarea.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/frame_parts.h"
#include "self_assessment/result_parts.h"

namespace touchstone::self_assessment {
namespace {

struct ShownSheet {
  const http::Request& request;
  const SharedSheet& shared;
  const SheetView& view;
  const std::vector<sharing::Comment>& comments;
  const TypedComment& typed;
};

Html comments_about(const ShownSheet& shown, std::string_view theme) {
  Html out;
  for (const auto& comment : shown.comments) {
    if (comment.part != theme) continue;
    const auto by_maker = comment.made_by == shown.shared.maker().id;
    out.add(R"(<li class="app-comment"><p class="govuk-body-s"><strong>{}</strong>, {}</p>)"
            R"(<p class="govuk-body app-note">{}</p></li>)",
            by_maker ? shown.shared.maker().name : shown.shared.audience().name,
            to_words(date_in(comment.at, shown.request.visitor.zone)), comment.text);
  }
  return out.empty() ? out : html(R"(<ul class="govuk-list">{}</ul>)", out);
}

Html comment_form(const ShownSheet& shown, std::string_view theme, std::string_view title) {
  const bool mine = shown.typed.theme == theme && !shown.typed.complaints.empty();
  look::Textarea text{.label = {.text = fmt::format("Your comment on {}", title)},
                      .name = "text",
                      .id = theme.empty() ? std::string("text") : fmt::format("text-{}", theme),
                      .value = mine ? shown.typed.text : std::string(),
                      .rows = 3};
  if (mine) text.error_message.text = shown.typed.complaints.about("text");
  const auto form = look::form(
      shown.request,
      url("/{}/shared/{}/comments", shown.request.visitor.workspace_slug, shown.shared.share().id),
      html(R"(<input type="hidden" name="theme" value="{}">{}{})", theme, look::textarea(text),
           look::button({.text = "Add this comment", .classes = "govuk-button--secondary"})));
  return look::details(
      {.summary = fmt::format("Comment on {}", title), .text = form, .open = mine});
}

Html theme_of(const ShownSheet& shown, const Row& row) {
  const auto& content = shown.view.content();
  const auto& element = *content.element(row.theme);
  const auto* descriptor = element.descriptor(shown.view.voice(), row.level);
  const auto* target = shown.view.target(row.theme);
  Html out =
      html(R"(<section id="{}"><h2 class="govuk-heading-m">{}: {}</h2>)", row.theme, row.title,
           words_of(row.state, row.level, content.scale_of(element), shown.view.voice()));
  if (descriptor && row.state == State::judged)
    out.add(R"(<p class="govuk-body">{}</p>)", descriptor->short_text);
  if (target)
    out.add(R"(<p class="govuk-body"><strong>Target{}:</strong> {}</p>)",
            target->due_on ? " for " + to_words(*target->due_on) : std::string(), target->text);
  if (shown.view.evidence.contains(row.theme))
    out.add(R"(<p class="govuk-body"><strong>What shows it:</strong> {}</p>)",
            evidence_links(shown.request, shown.view, row.theme));
  out.add(comments_about(shown, row.theme));
  out.add(comment_form(shown, row.theme, row.title));
  return out.add("</section>");
}

std::string who_and_what(const ShownSheet& shown) {
  const auto& shared = shown.shared;
  const auto& sheet = shared.sheet().sheet();
  const auto state =
      sheet.finished()
          ? fmt::format("It was finished on {} and stays as it is.",
                        to_words(date_in(*sheet.finished_at, shown.request.visitor.zone)))
          : std::string("It is not finished yet, so it may still change.");
  if (shared.is_mine())
    return fmt::format("This is what {} sees. {} Your notes to yourself are not shown.",
                       shared.audience().name, state);
  return fmt::format("{} shows this to you and asks for your comments. {}", shared.maker().name,
                     state);
}

Html whole(const ShownSheet& shown) {
  if (!shown.shared.share().part.empty()) return {};
  Html out = headline(shown.view);
  out.add(themes_that_would_do(shown.view));
  out.add(profile(shown.request, shown.view, shared_url(shown.request, shown.shared.share().id)));
  out.add(R"(<h2 class="govuk-heading-m">The whole</h2>)");
  out.add(comments_about(shown, ""));
  out.add(comment_form(shown, "", "the whole score sheet"));
  return out;
}

// The request waits in the reader's work until they answer or say that there is nothing to say.
Html nothing_to_say(const ShownSheet& shown) {
  if (shown.shared.is_mine() || !shown.shared.share().waits()) return {};
  return html(
      R"(<h2 class="govuk-heading-m">Nothing to say?</h2><p class="govuk-body">It waits in “Your )"
      R"(work” until you write a comment or put it away.</p>{})",
      button_form(shown.request,
                  url("/{}/shared/{}/putting-away", shown.request.visitor.workspace_slug,
                      shown.shared.share().id),
                  "Put it away", "govuk-button--secondary"));
}

// Tied to the textarea of its theme.
Complaints tied_to_theme(const TypedComment& typed) {
  Complaints complaints;
  for (const auto& complaint : typed.complaints)
    complaints.add(
        typed.theme.empty() ? complaint.field : fmt::format("{}-{}", complaint.field, typed.theme),
        complaint.message);
  return complaints;
}

}  // namespace

Html shared_page(const http::Request& request, const SharedSheet& shared, const SheetView& view,
                 const std::vector<sharing::Comment>& comments, const TypedComment& typed) {
  const ShownSheet shown{request, shared, view, comments, typed};
  const auto title = fmt::format("{}: {}", shared.maker().name, shared.sheet().sheet().name);
  Html main = html(R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">{}</p>)", title,
                   who_and_what(shown));
  main.add(whole(shown));
  for (const auto& row : view.result.rows)
    if (shared.shows(row.theme)) main.add(theme_of(shown, row));
  main.add(nothing_to_say(shown));
  return framed(request,
                {.title = title,
                 .main = std::move(main),
                 .complaints = tied_to_theme(typed),
                 .back = shared.is_mine() ? sheet_url(request, shared.sheet().sheet().id, "shares")
                                          : url("/{}", request.visitor.workspace_slug)});
}

}  // namespace touchstone::self_assessment
