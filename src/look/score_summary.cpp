#include "look/score_summary.h"

namespace touchstone::look {

Html score_summary(const ScoreSummary& summary) {
  Html out;
  if (!summary.sentence.empty())
    out.add(R"(<p class="ts-sentence" data-sentence>{}</p>)", summary.sentence);
  out.add(R"(<div class="ts-summary" data-summary>)");
  out.add(
      R"(<p><b data-answered>{}</b> of {} done</p><progress value="{}" max="{}" aria-label="Themes done"></progress>)",
      summary.answered, summary.of, summary.answered, summary.of);
  Attributes so_far;
  if (summary.answered == summary.of) so_far.set("hidden");
  if (summary.maximum > 0)
    out.add(R"(<p><b data-total>{}</b> of {} points <span data-so-far{}>so far</span></p>)",
            summary.total, summary.maximum, so_far);
  out.add(R"(<p class="ts-saved" role="status" data-status>{}{}</p></div>)",
          summary.saved_at.empty() ? "" : "Saved ", summary.saved_at);
  return out;
}

Html score_subtotal(std::string_view title, int sheet, int points, int maximum) {
  return html(
      R"(<p class="ts-subtotal">{} <span><b data-subtotal="{}">{}</b> of {} points</span></p>)",
      title, sheet, points, maximum);
}

}  // namespace touchstone::look
