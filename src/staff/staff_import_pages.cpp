#include "staff/staff_import_pages.h"

#include "platform/http/deed.h"
#include "platform/http/upload.h"
#include "platform/json/described.h"
#include "platform/text.h"
#include "staff/address_parts.h"
#include "staff/file_text.h"
#include "staff/staff_import_json.h"
#include "staff/staff_import_page.h"
#include "staff/staff_import_store.h"

namespace touchstone::staff {
namespace {

StaffImport import_of(sql::Read& read, const http::Request& request, const people::Keeper& keeper,
                      const StaffFile& file) {
  return plan_import(
      file, people::roster(read, keeper),
      {.person = keeper.person, .words = request.visitor.words, .for_person = keeper.for_person});
}

// A draft was readable when it was kept.
StaffFile file_of(const StaffDraft& draft) {
  auto file = read_staff_file(draft.content);
  return file ? *std::move(file) : StaffFile{};
}

http::Response show_form(const http::Request& request, const ImportFormView& view) {
  if (!request.json)
    return http::page(view.complaints.empty() ? 200 : 422, import_form_page(request, view));
  if (!view.complaints.empty()) return http::refused(view.complaints);
  shape::Import none{};
  none.state = view.done.empty() ? "none" : "done";
  none.done = view.done;
  return http::json(json::text_of(none));
}

http::Response refuse_file(const http::Request& request, const SentFile& sent) {
  ImportFormView view{.complaints = request.body_complaints};
  view.typed = sent.content;
  for (const auto& problem : sent.problems) {
    auto place = problem.line == 0 ? std::string() : "Line " + std::to_string(problem.line);
    if (!problem.column.empty()) place += ", " + problem.column;
    view.complaints.add(sent.field,
                        place.empty() ? problem.message : place + ": " + problem.message);
  }
  return show_form(request, view);
}

}  // namespace

SentFile read_sent_file(sql::Read&, const http::Request& request) {
  SentFile sent{.field = "file"};
  if (!request.visitor.may(http::Verb::keep_staff_list)) return sent;
  auto bytes = http::uploaded(request, "file", most_staff_bytes);
  if (!bytes && !trimmed(request.fields.text("text")).empty()) {
    sent.field = "text";
    bytes = request.fields.text("text");
  }
  if (!bytes || bytes->empty()) {
    sent.problems.push_back({0, "", "Choose a file, or paste a table."});
    return sent;
  }
  if (auto file = read_staff_file(*bytes); !file) {
    sent.problems = std::move(file.error());
    if (sent.field == "text") sent.content = *std::move(bytes);
    return sent;
  }
  auto text = text_of_file(*bytes);
  sent.content = std::move(text->text);
  sent.from_windows = text->from_windows;
  return sent;
}

namespace {

http::Response import_as_it_stands(sql::Read& read, const http::Request& request,
                                   const ListKeeper& who) {
  const auto draft = draft_of(read, who.keeper(), now());
  if (!draft || !draft->done.empty())
    return show_form(request, {.done = draft ? draft->done : std::string()});
  const auto file = file_of(*draft);
  ImportView view{.import = import_of(read, request, who.keeper(), file),
                  .table = draft->content,
                  .from_windows = draft->from_windows,
                  .complaints = {}};
  if (request.json) return http::json(json::text_of(shape::shape_of(view.import)));
  return http::page(import_page(request, view));
}

}  // namespace

http::Response show_import(sql::Read& read, const http::Request& request, const ListKeeper& who) {
  auto response = import_as_it_stands(read, request, who);
  // The file that waits is no part of the organisation's history, by which pages are kept.
  response.secret = true;
  return response;
}

http::Response begin_import(sql::Housekeeping& housekeeping, const http::Request& request,
                            const ListKeeper& who, const SentFile& sent) {
  if (!sent.problems.empty() || !request.body_complaints.empty()) return refuse_file(request, sent);
  keep_draft(housekeeping, who.keeper(),
             {.at = now(), .content = sent.content, .from_windows = sent.from_windows});
  return request.json ? show_import(housekeeping, request, who)
                      : http::see_other(import_url(request));
}

http::Response complete_import(sql::Write& write, const http::Request& request,
                               const ListKeeper& who) {
  const auto& keeper = who.keeper();
  const auto draft = draft_of(write, keeper, now());
  if (!draft || !draft->done.empty())
    return http::refused(409, "There is no file that waits. Send it again.");
  const auto import = import_of(write, request, keeper, file_of(*draft));
  Complaints complaints;
  if (!import.may_be_applied())
    complaints.add("", "Some lines must be put right first. Nothing was changed.");
  if (import.digest != request.fields.text("digest"))
    return http::changed_meanwhile(
        "The staff list changed meanwhile, and the file would now do something "
        "else. Nothing was changed. Look at the file again.");
  if (!complaints.empty()) return http::refused(complaints);
  apply_import(write, import, keeper.on);
  auto housekeeping = write.housekeeping();
  const auto done = import_in_words(import);
  keep_draft(housekeeping, keeper, {.at = draft->at, .content = {}, .done = done});
  return request.json ? show_import(write, request, who)
                      : http::said(http::see_other(import_url(request)), request, done);
}

http::Response remove_import(sql::Housekeeping& housekeeping, const http::Request& request,
                             const ListKeeper& who) {
  forget_draft(housekeeping, who.keeper());
  return request.json ? show_form(request, {}) : http::see_other(import_url(request));
}

http::Response download_staff_list(sql::Read& read, const http::Request& request,
                                   const ListKeeper& who) {
  const auto roster = people::roster(read, who.keeper());
  http::Response response;
  response.type = "text/csv; charset=utf-8";
  response.body = write_staff_file(rows_of(roster, request.visitor.words));
  response.headers.emplace_back(
      "Content-Disposition",
      "attachment; filename=\"staff-list-" + request.visitor.workspace_slug + ".csv\"");
  return response;
}

std::string import_schema(json::Components& components) {
  return json::schema_of<shape::Import>(components);
}

}  // namespace touchstone::staff
