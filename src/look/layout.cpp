#include "look/layout.h"

#include "look/back_link.h"
#include "look/error_summary.h"
#include "look/form.h"
#include "look/generic_header.h"
#include "look/notification_banner.h"
#include "look/resend_form.h"
#include "look/skip_link.h"
#include "platform/http/assets.h"

namespace touchstone::look {
namespace {

void add_head(Html& out, const Page& page) {
  out.add(
      R"(<!DOCTYPE html><html lang="en-GB" class="govuk-template"><head><meta charset="utf-8">)"
      R"(<title>{}{} – Touchstone</title>)"
      R"(<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">)"
      R"(<meta name="theme-color" content="#0f4c5c"><meta name="color-scheme" content="light">)"
      R"(<link rel="icon" href="{}" type="image/svg+xml"><link rel="stylesheet" href="{}">)",
      page.complaints.empty() ? "" : "Error: ", page.title, http::asset("favicon.svg"),
      http::asset("style.css"));
  out.add(R"(<script type="module" src="{}"></script></head>)", http::asset("touchstone.js"));
}

// Who is signed in, and the way out.
Html account_of(const Page& page) {
  const auto& visitor = page.request.visitor;
  if (!visitor.signed_in() || page.account.empty()) return {};
  Html out = html(R"(<div class="ts-account"><a class="govuk-service-navigation__link" href="{}">)"
                  R"(<span class="govuk-visually-hidden">Your account: </span>{}</a>)",
                  page.account, visitor.name);
  if (!page.sign_out.empty())
    out.add(form(page.request, page.sign_out,
                 html(R"(<button class="ts-plain-button">Sign out</button>)")));
  return out.add("</div>");
}

// Whom the visitor acts for, and the way back.
void add_acting(Html& out, const http::Request& request) {
  const auto& visitor = request.visitor;
  if (visitor.acts_for.empty()) return;
  out.add(
      R"(<section class="ts-acting" aria-label="Acting for somebody"><div class="govuk-width-container">)"
      R"(<p class="govuk-body-s">You act for <strong>{}</strong>.</p>{}</div></section>)",
      visitor.acts_for,
      form(request, url("/{}/deputies/return", visitor.acts_in),
           html(R"(<button class="ts-plain-button">Stop acting for them</button>)")));
}

void add_top(Html& out, const Page& page) {
  const auto& organisation = page.request.visitor.workspace_name;
  Attributes whose;  // what is typed here is kept in the tab for them and nobody else
  if (const auto& visitor = page.request.visitor; visitor.signed_in())
    whose.set("data-visitor", to_text(visitor.account));
  out.add(R"(<body class="govuk-template__body"{}>{})", whose,
          skip_link({.text = "Skip to main content", .href = Url::here("main-content")}));
  if (!page.banner.empty())
    out.add(
        R"(<section class="ts-demo" aria-label="About this demonstration"><div class="govuk-width-container">{}</div></section>)",
        page.banner);
  add_acting(out, page.request);
  const auto logo = html(R"(<span class="ts-mark" aria-hidden="true"></span><span>{}</span>)",
                         organisation.empty() ? std::string_view("Touchstone") : organisation);
  out.add(R"(<header class="govuk-template__header">{})",
          generic_header({.logo = logo, .url = page.home}));
  const auto account = account_of(page);
  if (!page.navigation.empty() || !account.empty())
    out.add(service_navigation({.navigation = page.navigation,
                                .aria_label = "Touchstone",
                                .navigation_label = "Touchstone",
                                .collapse_navigation_on_mobile = false,
                                .slots = {.end = account, .end_inline = true}}));
  out.add("</header>");
}

Html summary_of(const Complaints& complaints) {
  if (complaints.empty()) return {};
  ErrorSummary summary;
  for (const auto& complaint : complaints)
    summary.error_list.push_back(
        {complaint.message, complaint.field.empty() ? Url() : Url::here(complaint.field), {}});
  return error_summary(summary);
}

void add_main(Html& out, const Page& page) {
  out.add(R"(<div class="{}">)",
          page.wide ? "govuk-width-container ts-wide" : "govuk-width-container");
  if (!page.back.empty())
    out.add(R"(<nav aria-label="Back">{}</nav>)", back_link({.href = page.back}));
  out.add(R"(<main class="govuk-main-wrapper" id="main-content">)");
  if (!page.notice.empty())
    out.add(notification_banner({.text = page.notice, .success = page.notice_of_success}));
  out.add(summary_of(page.complaints)).add(page.main);
  out.add("</main></div>");
}

std::string& the_contact() {
  static std::string contact;
  return contact;
}

// A named human: of the organisation, or whoever looks after this server.
Html who_to_ask(const http::Visitor& visitor) {
  if (visitor.ask_name.empty()) return html("{}", contact());
  if (visitor.ask_email.empty()) return html("{}", visitor.ask_name);
  return html("{}, {}", visitor.ask_name, visitor.ask_email);
}

void add_footer(Html& out, const Page& page) {
  out.add(
      R"(<footer class="govuk-template__footer ts-footer"><div class="govuk-width-container">)");
  if (const auto ask = who_to_ask(page.request.visitor); !ask.empty())
    out.add(R"(<p class="ts-footer__ask"><strong>Who to ask:</strong> {}</p>)", ask);
  out.add(R"(<p class="ts-footer__small">Touchstone <a class="govuk-link" href="{}">)"
          R"(Accessibility statement</a></p></div></footer></body></html>)",
          url("/accessibility"));
}

std::string_view heading_for(int status, const http::Refusal& refusal) {
  if (refusal.signed_out) return "You are signed out";
  if (refusal.typed) return "This page is out of date";
  switch (status) {
    case 403:
      return "You cannot do this";
    case 404:
      return "Page not found";
    case 409:
      return refusal.changed_meanwhile ? "Somebody changed this meanwhile"
                                       : "This cannot be done as things stand";
    case 413:
      return "That is too large";
    case 429:
      return "Too many tries";
    case 503:
      return "Touchstone is busy";
    default:
      return status < 500 ? "That did not work" : "Something broke on our side";
  }
}

Html list_of(const Complaints& complaints) {
  if (complaints.empty()) return {};
  Html out = html(R"(<ul class="govuk-list govuk-list--bullet">)");
  for (const auto& complaint : complaints) out.add("<li>{}</li>", complaint.message);
  return out.add("</ul>");
}

}  // namespace

void set_contact(std::string contact) {
  the_contact() = std::move(contact);
}

const std::string& contact() {
  return the_contact();
}

Html layout(const Page& page) {
  Html out;
  out.reserve(page.main.size() + 6000);
  add_head(out, page);
  add_top(out, page);
  add_main(out, page);
  add_footer(out, page);
  return out;
}

Html refusal_page(const http::Request& request, int status, const http::Refusal& refusal) {
  const auto heading = heading_for(status, refusal);
  Html main = html(R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">{}</p>)", heading,
                   refusal.sentence);
  main.add(list_of(refusal.complaints));
  if (const auto here = Url::ours(request.target); refusal.typed && here)
    main.add("{}",
             resend_form(request.csrf, *here, *refusal.typed,
                         refusal.signed_out ? "Sign in to save it" : "Send what you typed again"));
  if (status >= 500 && !request.id.empty())
    main.add(
        R"(<p class="govuk-body">If it happens again, tell the person who looks after Touchstone this number: )"
        R"(<strong class="ts-id">{}</strong></p>)",
        request.id);
  if (!refusal.signed_out)
    main.add(R"(<p class="govuk-body"><a class="govuk-link" href="{}">{}</a></p>)",
             refusal.instead.value_or(url("/")),
             refusal.instead ? "Go to the page that this belongs to" : "Go to the start page");
  return layout({.title = std::string(heading), .request = request, .main = std::move(main)});
}

}  // namespace touchstone::look
