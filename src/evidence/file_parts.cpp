#include "evidence/file_parts.h"

#include "look/checkboxes.h"
#include "platform/files/file_kind.h"

namespace touchstone::evidence {

std::string accepted_endings() {
  std::string endings = "image/*,video/*";
  for (const auto& kind : files::file_kinds()) endings.append(",").append(kind.ending);
  return endings;
}

Html files_here_already(const http::Request& request, const SentFiles& sent) {
  if (sent.files.empty()) return {};
  look::Checkboxes here{
      .name = "kept",
      .fieldset = look::Fieldset{.legend = {.text = "Here already",
                                            .classes = "govuk-fieldset__legend--s"}},
      .hint = {.text = "Untick what should be left out."},
      .classes = "govuk-checkboxes--small"};
  for (const auto& each : sent.files)
    here.items.push_back({.text = each.file.name + ", " + size_in_words(each.file.size),
                          .value = kept_field(request, each),
                          .checked = true});
  return look::checkboxes(here);
}

Html files_to_choose_again(const SentFiles& sent, const std::string& id) {
  if (sent.complaints.about("file").empty()) return {};
  return html(R"(<input type="hidden" name="{}" value="yes">{})", http::missing_files_field,
              look::checkboxes({.name = "without_files",
                                .id_prefix = id,
                                .items = {{.text = "Send it without them", .value = "yes"}},
                                .classes = "govuk-checkboxes--small"}));
}

Html asked_fields(const http::Request& request, const SentFiles& sent) {
  Html out;
  for (const auto& each : asked_about(sent))
    out.add(R"(<input type="hidden" name="asked" value="{}">)", kept_field(request, each));
  return out;
}

Html question_of_children(const Complaints& complaints, const std::string& id) {
  const auto complaint = complaints.about("no_single_children");
  if (complaint.empty()) return {};
  return look::checkboxes(
      {.name = "no_single_children",
       .id_prefix = id,
       .fieldset = look::Fieldset{.legend = {.text = "This looks like data about single children "
                                                     "or learners",
                                             .classes = "govuk-fieldset__legend--s"}},
       .items = {{.text = "I have looked: nobody can be recognised in it", .value = "true"}},
       .hint = {.text = "Evidence should show numbers of groups. Lists with a row for each child, "
                        "such as those for inspectors, belong where children’s records are kept."},
       .error_message = {.text = complaint}});
}

}  // namespace touchstone::evidence
