#include "self_assessment/score_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "platform/json/flatten.h"
#include "self_assessment/roll_up.h"
#include "self_assessment/sheet_json.h"

namespace touchstone::self_assessment {
namespace {

std::vector<Judgement> read_answers(std::string_view answers, const standard::Content& content,
                                    std::string_view voice, Complaints& complaints) {
  std::vector<Judgement> judgements;
  json::flatten(
      answers,
      [&](const std::string& theme, const std::optional<std::string>& answer) {
        const auto* element = content.element(theme);
        if (!element) {
          complaints.add(theme,
                         fmt::format("{} has no theme called “{}”.", content.address(), theme));
          return;
        }
        Judgement judgement{.element = theme};
        if (answer && answer->empty())
          complaints.add(theme, "The answer is empty; leave a theme out, or say null.");
        else if (!set_answer(judgement, answer.value_or(""), content.scale_of(*element)))
          complaints.add(theme, fmt::format("“{}” is not a level.", *answer));
        judgements.push_back(std::move(judgement));
      },
      complaints);
  complaints.add(complaints_about(judgements, content, voice));
  return judgements;
}

}  // namespace

int score_command(std::string_view answers, const standard::Content& content,
                  std::string_view subject, std::ostream& out, std::ostream& err) {
  if (!content.has_voice(subject)) {
    err << fmt::format("--subject: {} cannot be scored as “{}”; it knows {}.\n", content.address(),
                       subject, fmt::join(content.voices, ", "));
    return 2;
  }
  Complaints complaints;
  auto judgements = read_answers(answers, content, subject, complaints);
  for (const auto& complaint : complaints)
    err << (complaint.field.empty() ? "" : complaint.field + ": ") << complaint.message << '\n';
  if (!complaints.empty()) return 2;
  out << result_json(roll_up(content, subject, judgements)) << '\n';
  return 0;
}

}  // namespace touchstone::self_assessment
