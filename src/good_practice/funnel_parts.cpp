#include "good_practice/funnel_parts.h"

#include <algorithm>

namespace touchstone::good_practice {

Html funnel_chart(const Funnel& funnel) {
  const int most = std::max(1, funnel.items.front());
  Html rows;
  for (const auto stage : every_stage) {
    const auto n = funnel.at(stage);
    rows.add(R"(<tr><th scope="row">{}</th><td class="app-funnel__number">{}</td>)"
             R"(<td class="app-funnel__bar" aria-hidden="true"><svg viewBox="0 0 100 10" )"
             R"(preserveAspectRatio="none"><rect width="{}" height="10"></rect></svg></td></tr>)",
             in_words(stage), n, 100 * n / most);
  }
  return html(
      R"(<table class="app-funnel"><caption class="govuk-visually-hidden">How far everybody’s ideas spread</caption><thead class="govuk-visually-hidden"><tr>)"
      R"(<th scope="col">Stage</th><th scope="col">How many</th><td></td></tr></thead>)"
      R"(<tbody>{}</tbody></table>)",
      rows);
}

}  // namespace touchstone::good_practice
