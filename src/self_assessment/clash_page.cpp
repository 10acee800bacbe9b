#include "self_assessment/clash_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "look/button.h"
#include "look/form.h"
#include "look/radios.h"
#include "platform/json/described.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/frame_parts.h"

namespace touchstone::self_assessment {
namespace shape {

struct Version {
  std::string level;
  std::string note;
  std::vector<std::string> unticked;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(Version, (), (level, note, unticked, version))

struct Pair {
  std::string theme;
  Version yours;
  Version theirs;
};
BOOST_DESCRIBE_STRUCT(Pair, (), (theme, yours, theirs))

struct ClashProblem {
  std::string type;
  std::string title;
  int status;
  std::string detail;
  std::vector<Pair> clashes;
};
BOOST_DESCRIBE_STRUCT(ClashProblem, (), (type, title, status, detail, clashes))

}  // namespace shape

namespace {

constexpr std::string_view sentence =
    "This was changed in another window or on another device since you opened the page.";

shape::Version shape_of(const Judgement& judgement) {
  return {answer_of(judgement), judgement.note, judgement.unticked, judgement.version};
}

http::Response clash_json(const std::vector<ClashingTheme>& clashes) {
  shape::ClashProblem problem{"about:blank", "Changed elsewhere", 409, std::string(sentence), {}};
  for (const auto& clash : clashes)
    problem.clashes.push_back({clash.yours.element, shape_of(clash.yours), shape_of(clash.theirs)});
  auto response = http::json(409, json::text_of(problem));
  response.type = "application/problem+json";
  return response;
}

Html hidden(const std::string& name, std::string_view value) {
  return html(R"(<input type="hidden" name="{}" value="{}">)", name, value);
}

std::vector<std::string> ticked(const OwnSheet& own, const Judgement& judgement) {
  std::vector<std::string> held;
  for (const auto* descriptor :
       own.content().element(judgement.element)->descriptors(own.sheet().voice))
    for (const auto& statement : descriptor->statements)
      if (auto key = fmt::format("{}.{}", descriptor->level, statement.key);
          std::ranges::find(judgement.unticked, key) == judgement.unticked.end())
        held.push_back(std::move(key));
  return held;
}

// One theme as the form would have sent it, so that nothing that was typed is lost, and a tick that
// was set again is set.
Html carried(const OwnSheet& own, const Judgement& judgement, std::int64_t version) {
  const auto name = [&](std::string_view member) {
    return fmt::format("{}.{}", judgement.element, member);
  };
  Html out;
  out.add(hidden(name("level"), answer_of(judgement)));
  out.add(hidden(name("note"), judgement.note));
  out.add(hidden(name("version"), std::to_string(version)));
  out.add(hidden(name("statements"), "yes"));
  for (const auto& key : ticked(own, judgement)) out.add(hidden(name("holds"), key));
  out.add(hidden(name("lists"), "yes"));
  for (const auto& key : judgement.items) out.add(hidden(name("items"), key));
  return out;
}

Html one_version(std::string_view whose, const Judgement& judgement, const standard::Scale& scale,
                 std::string_view voice) {
  const auto unticked = judgement.unticked.size();
  return html(
      R"(<div class="app-version"><h3 class="govuk-heading-s">{}</h3>)"
      R"(<p class="govuk-body"><b>{}</b></p><p class="govuk-body app-note">{}</p>{}</div>)",
      whose, words_of(judgement.state, judgement.level, scale, voice),
      judgement.note.empty() ? std::string_view("No note") : std::string_view(judgement.note),
      unticked == 0 ? Html() : html(R"(<p class="govuk-body-s">{} not ticked</p>)", unticked));
}

Html one_clash(const OwnSheet& own, const ClashingTheme& clash) {
  const auto& element = *own.content().element(clash.yours.element);
  const auto& scale = own.content().scale_of(element);
  const auto& voice = own.sheet().voice;
  return html(
      R"(<section class="app-clash"><h2 class="govuk-heading-m">{}</h2>)"
      R"(<div class="app-versions">{}{}</div>{}</section>)",
      element.title, one_version("What you have here", clash.yours, scale, voice),
      one_version("What was saved elsewhere", clash.theirs, scale, voice),
      look::radios({.name = element.key + ".keep",
                    .fieldset = look::Fieldset{.legend = {.text = "Which one do you want to keep?",
                                                          .classes = "govuk-fieldset__legend--s"}},
                    .items = {{.text = "What you have here", .value = "yours"},
                              {.text = "What was saved elsewhere", .value = "theirs"}},
                    .value = "yours",
                    .classes = "govuk-radios--inline"}));
}

Html clash_html(const http::Request& request, const OwnSheet& own,
                const std::vector<Judgement>& sent, const std::vector<ClashingTheme>& clashes) {
  Html fields;
  for (const auto& judgement : sent) {
    const auto clash = std::ranges::find(clashes, judgement.element,
                                         [](const auto& one) { return one.yours.element; });
    fields.add(carried(own, judgement,
                       clash == clashes.end() ? judgement.version : clash->theirs.version));
    if (clash != clashes.end()) fields.add(one_clash(own, *clash));
  }
  if (const auto then = request.fields.text("then"); !then.empty())
    fields.add(hidden("then", then));
  fields.add(look::button({.text = "Keep these and go on"}));
  Html main;
  main.add(R"(<h1 class="govuk-heading-l">Which version do you want to keep?</h1>)"
           R"(<p class="govuk-body">{} Nothing that you typed is lost.</p>)",
           sentence);
  main.add(look::form(request, sheet_url(request, own.sheet().id, "judgements"), fields));
  return framed(request, {.title = "Which version do you want to keep?",
                          .main = std::move(main),
                          .back = sheet_url(request, own.sheet().id)});
}

}  // namespace

http::Response clash_answer(const http::Request& request, const OwnSheet& own,
                            const std::vector<Judgement>& sent,
                            const std::vector<ClashingTheme>& clashes) {
  if (request.json) return clash_json(clashes);
  return http::page(409, clash_html(request, own, sent, clashes));
}

}  // namespace touchstone::self_assessment
