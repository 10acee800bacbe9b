#include "good_practice/minutes_pages.h"

#include <fmt/format.h>

#include "good_practice/meeting_page.h"
#include "platform/document/download.h"
#include "platform/text.h"

namespace touchstone::good_practice {
namespace {

// What stands after the title and a colon on the page stands alone in a table.
std::string as_a_sentence(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

Html decided_table(const std::vector<MeetingLine>& minutes) {
  if (minutes.empty()) return html("<p>Nothing was decided.</p>");
  Html out = html(R"(<table><caption>Decided in this meeting</caption><colgroup><col width="38%">)"
                  R"(<col width="62%"></colgroup><thead><tr><th scope="col">Item</th>)"
                  R"(<th scope="col">What was decided</th></tr></thead><tbody>)");
  for (const auto& line : minutes)
    out.add(R"(<tr><th scope="row"><b>{}</b></th><td>{}</td></tr>)", line.title,
            as_a_sentence(line.what));
  return out.add("</tbody></table>");
}

Html meeting_notes(std::string_view notes) {
  Html out;
  for (const auto line : split(notes, '\n'))
    if (!trimmed(line).empty()) out.add("<p>{}</p>", line);
  return out.empty() ? out : html("<h2>Notes</h2>{}", out);
}

http::Response minutes_as(sql::Read& read, const http::Request& request, const HeldMeeting& held,
                          document::Format format) {
  const auto& meeting = held.meeting();
  const auto view =
      meeting_view(read, held.validator().workspace(), meeting, request.visitor.today);
  const auto day = to_words(meeting.held_on);
  document::Paper paper{
      .title = "Minutes of the Quality Team meeting of " + day,
      .footer = fmt::format("{}, {}", request.visitor.name, to_words(request.visitor.today)),
      .body = {}};
  if (!meeting.people.empty()) paper.body.add("<p><b>Who was there:</b> {}</p>", meeting.people);
  paper.body.add(decided_table(view.minutes)).add(meeting_notes(meeting.notes));
  return document::download(std::move(paper), format, "Quality Team minutes, " + day);
}

}  // namespace

http::Response minutes_as_word(sql::Read& read, const http::Request& request,
                               const HeldMeeting& held) {
  return minutes_as(read, request, held, document::Format::word);
}

http::Response minutes_as_pdf(sql::Read& read, const http::Request& request,
                              const HeldMeeting& held) {
  return minutes_as(read, request, held, document::Format::pdf);
}

}  // namespace touchstone::good_practice
