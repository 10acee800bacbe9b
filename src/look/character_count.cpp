#include "look/character_count.h"

namespace touchstone::look {

namespace {

std::string type_of(const CharacterCount& count) {
  if (!count.count_type.empty()) return count.count_type;
  return count.maxwords > 0 ? "words" : "";
}

std::string description(const CharacterCount& count) {
  const auto limit = count.maxwords > 0 ? count.maxwords : count.maxlength;
  if (limit == 0) return {};
  std::string text = count.textarea_description_text;
  if (text.empty())
    text = type_of(count) == "words" ? "You can enter up to %{count} words"
                                     : "You can enter up to %{count} characters";
  constexpr std::string_view mark = "%{count}";
  if (const auto at = text.find(mark); at != text.npos)
    text.replace(at, mark.size(), std::to_string(limit));
  return text;
}

Attributes limits(const CharacterCount& count) {
  Attributes out;
  out.set("data-module", "govuk-character-count");
  if (count.maxlength > 0) out.set("data-maxlength", count.maxlength);
  if (count.maxwords > 0) out.set("data-maxwords", count.maxwords);
  if (count.threshold > 0) out.set("data-threshold", count.threshold);
  out.maybe("data-count-type", type_of(count));
  if (count.maxlength == 0 && count.maxwords == 0)
    out.maybe("data-i18n.textarea-description.other", count.textarea_description_text);
  return out;
}

Attributes words(const CharacterCount& count) {
  Attributes out;
  out.maybe("data-i18n.characters-under-limit.other", count.characters_under_limit_text.other)
      .maybe("data-i18n.characters-under-limit.one", count.characters_under_limit_text.one)
      .maybe("data-i18n.characters-at-limit", count.characters_at_limit_text)
      .maybe("data-i18n.characters-over-limit.other", count.characters_over_limit_text.other)
      .maybe("data-i18n.characters-over-limit.one", count.characters_over_limit_text.one)
      .maybe("data-i18n.words-under-limit.other", count.words_under_limit_text.other)
      .maybe("data-i18n.words-under-limit.one", count.words_under_limit_text.one)
      .maybe("data-i18n.words-at-limit", count.words_at_limit_text)
      .maybe("data-i18n.words-over-limit.other", count.words_over_limit_text.other)
      .maybe("data-i18n.words-over-limit.one", count.words_over_limit_text.one);
  return out;
}

}  // namespace

Html character_count(const CharacterCount& count) {
  auto inner = count.textarea;
  if (inner.id.empty()) inner.id = inner.name;
  const auto message =
      hint({.text = description(count),
            .classes = joined({"govuk-character-count__message", count.count_message_classes}),
            .id = inner.id + "-info"});
  inner.described_by = inner.id + "-info";
  inner.classes = joined({"govuk-js-character-count", inner.classes});
  auto& group = inner.form_group;
  group.classes = joined({"govuk-character-count", group.classes});
  group.attributes = limits(count).add(words(count)).add(group.attributes);
  group.after = html("{}{}", message, group.after.html());
  return textarea(inner);
}

}  // namespace touchstone::look
