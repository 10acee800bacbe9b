#include "self_assessment/question_parts.h"

#include <fmt/format.h>

#include <map>
#include <mutex>
#include <shared_mutex>

#include "self_assessment/institution_proof.h"
#include "self_assessment/judgement.h"

namespace touchstone::self_assessment {
namespace {

std::vector<look::LevelOption> level_options(const standard::Content& content,
                                             const standard::Element& element,
                                             std::string_view voice) {
  std::vector<look::LevelOption> options;
  for (const auto& level : content.scale_of(element).levels) {
    look::LevelOption option{level.key, level.letter, level.name, level.points, {}, {}};
    if (const auto* descriptor = element.descriptor(voice, level.key)) {
      option.text = descriptor->short_text;
      for (const auto& statement : descriptor->statements)
        option.statements.push_back(
            {fmt::format("{}.{}", level.key, statement.key), statement.text});
    }
    options.push_back(std::move(option));
  }
  return options;
}

std::vector<look::TickList> tick_lists(const standard::Element& element) {
  std::vector<look::TickList> lists;
  for (const auto& list : element.lists) {
    look::TickList ticks{list.title, {}};
    for (const auto& item : list.items)
      ticks.items.push_back({fmt::format("{}.{}", list.key, item.key), item.text});
    lists.push_back(std::move(ticks));
  }
  return lists;
}

// A button and not a link, so that what is chosen and not saved yet is not lost.
Html attach_button(const standard::Element& element) {
  return html(
      R"(<p class="ts-evidence"><button class="ts-plain-button" name="evidence" value="{}" )"
      R"(aria-label="Attach evidence for {}">Attach evidence</button></p>)",
      element.key, element.title);
}

ThemeQuestions put_together(const standard::Content& content, std::string_view voice) {
  const auto elements = content.elements();
  ThemeQuestions questions;
  questions.reserve(elements.size());
  for (const auto* element : elements)
    questions.emplace_back(
        look::LevelQuestion{.key = element->key,
                            .title = element->title,
                            .number = static_cast<int>(questions.size()) + 1,
                            .of = static_cast<int>(elements.size()),
                            .levels = level_options(content, *element, voice),
                            .lists = tick_lists(*element),
                            .ending = attach_button(*element),
                            .sequential = content.scale_of(*element).sequential(),
                            .of_a_job = voice != institution_voice || element->repeated(),
                            .not_of_a_job = not_my_job_in_words(voice),
                            .counts = content.adds_points(),
                            .longest_note = longest_note});
  return questions;
}

// What it is kept for; the content is held, so that no other can ever stand at its address.
using Key = std::pair<std::shared_ptr<const standard::Content>, std::string>;

struct ByAddressAndVoice {
  using is_transparent = void;
  static auto seen(const auto& key) {
    return std::pair<const standard::Content*, std::string_view>(key.first.get(), key.second);
  }
  bool operator()(const auto& one, const auto& other) const { return seen(one) < seen(other); }
};

// Standards that are in use at the same time: more are put together anew now and then.
constexpr std::size_t most_kept = 64;

struct Store {
  std::shared_mutex mutex;
  std::map<Key, std::shared_ptr<const ThemeQuestions>, ByAddressAndVoice> kept;
};

Store& store() {
  static Store store;
  return store;
}

std::shared_ptr<const ThemeQuestions> kept_for(
    const std::pair<const std::shared_ptr<const standard::Content>&, std::string_view>& key) {
  const std::shared_lock lock(store().mutex);
  const auto found = store().kept.find(key);
  return found == store().kept.end() ? nullptr : found->second;
}

}  // namespace

std::shared_ptr<const ThemeQuestions> questions_of(
    const std::shared_ptr<const standard::Content>& content, std::string_view voice) {
  if (auto kept = kept_for({content, voice})) return kept;
  auto questions = std::make_shared<const ThemeQuestions>(put_together(*content, voice));
  const std::unique_lock lock(store().mutex);
  if (store().kept.size() >= most_kept) store().kept.clear();
  store().kept.insert_or_assign(Key(content, voice), questions);
  return questions;
}

}  // namespace touchstone::self_assessment
