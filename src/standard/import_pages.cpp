#include "standard/import_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <semaphore>

#include "look/button.h"
#include "look/file_upload.h"
#include "look/form.h"
#include "look/inset_text.h"
#include "look/textarea.h"
#include "platform/http/upload.h"
#include "platform/json/described.h"
#include "standard/address_parts.h"
#include "standard/case_package.h"
#include "standard/node_builder.h"
#include "standard/standard_json.h"
#include "standard/standard_pages.h"
#include "standard/standard_store.h"

namespace touchstone::standard {
namespace {

constexpr std::size_t most_told = 30;  // problems; the first ones explain the others

Html import_form(const http::Request& request, const std::string& text,
                 const Complaints& complaints) {
  Html fields = look::file_upload(
      {.label = {.text = "A file"},
       .name = "file",
       .hint = {.text = "YAML or JSON of at most 1 MB, or 1EdTech CASE 1.1 as JSON of at "
                        "most 32 MB."},
       .error_message = {.text = complaints.about("file")}});
  fields.add(look::textarea({.label = {.text = "Or its text"},
                             .name = "pack",
                             .value = text,
                             .rows = text.empty() ? 8 : 24,
                             .spellcheck = false,
                             .hint = {.text = "When a file is chosen as well, the file counts."},
                             .error_message = {.text = complaints.about("pack")},
                             .classes = "ts-code"}));
  fields.add(look::button({.text = "Publish it"}));
  return look::form(request, packs_url(request), fields, look::sends_files());
}

http::Response shown(const http::Request& request, int status, const std::string& text,
                     const Complaints& complaints, const Html& note = {}) {
  Html main = html(
      R"(<h1 class="govuk-heading-l">Bring in a standard</h1><p class="govuk-body">A standard is )"
      R"(a file that people write by hand. Download one that is here to see how it looks, or to )"
      R"(start from it. What was published never changes, so give a changed one a new version.</p>)");
  main.add(note).add(import_form(request, text, complaints));
  auto page = signin::page_of(request, "Bring in a standard", std::move(main));
  page.complaints = complaints;
  page.back = standards_url(request);
  return http::page(status, look::layout(page));
}

// What is read takes many times its own size.
bool is_large(const http::Request& request) {
  constexpr std::size_t still_small = 256 * 1024;
  return request.fields.text("pack").size() > still_small ||
         std::ranges::any_of(request.uploads, [](const http::Upload& upload) {
           return static_cast<std::size_t>(upload.size) > still_small;
         });
}

Complaints told(const Brought& brought) {
  Complaints complaints;
  if (brought.pack) return complaints;
  const auto& problems = brought.pack.error();
  for (std::size_t n = 0; n < problems.size() && n < most_told; ++n)
    complaints.add("pack", to_text(brought.file, problems[n]));
  if (problems.size() > most_told)
    complaints.add("pack", fmt::format("And {} more of the kind.", problems.size() - most_told));
  return complaints;
}

// What is too large to be typed is not kept to be changed.
Brought brought_in(const http::Request& request) {
  Brought brought{.file = "pack"};
  const bool large = is_large(request);
  const auto alone = large ? alone_with_a_large_one() : nullptr;
  brought.must_wait = large && !alone;
  if (brought.must_wait) return brought;
  brought.text = request.fields.text("pack");
  if (auto sent = http::uploaded(request, "file", longest_case)) {
    brought.text = *std::move(sent);
    brought.file = request.uploads.front().name;
  }
  brought.came = !brought.text.empty();
  if (brought.came) brought.pack = read_any_pack(brought.text);
  if (brought.text.size() > longest_pack) brought.text = {};
  return brought;
}

http::Response same_content(const http::Request& request, const Kept& there) {
  const auto address = there.content->address();
  const auto sentence =
      fmt::format("{} is here already with the same content. Nothing was changed.", address);
  if (request.json)
    return placed(request, address, there.withdrawn ? "withdrawn" : "published", 200);
  return shown(
      request, 200, {}, {},
      look::inset_text({.text = html(R"({} <a class="govuk-link" href="{}">Look at it</a>)",
                                     sentence, standard_url(request, address))}));
}

}  // namespace

std::string placed_schema(json::Components& components) {
  return json::schema_of<shape::Placed>(components);
}

http::Response import_page(sql::Read& read, const http::Request& request,
                           const signin::Member& member) {
  if (request.json) return list_page(read, request, member);
  return shown(request, 200, {}, {});
}

std::shared_ptr<void> alone_with_a_large_one() {
  static std::binary_semaphore free(1);
  if (!free.try_acquire()) return nullptr;
  return {&free, [](void*) { free.release(); }};
}

http::Later<Brought> read_brought(sql::Read& read, const http::Request& request) {
  // Whoever may not bring in anything is not worth the reading.
  if (!signin::member_or_deputy(read, request, http::Verb::keep_standards))
    return [] { return Brought(); };
  return [&request] { return brought_in(request); };
}

http::Response import_standard(sql::Write& write, const http::Request& request,
                               const signin::Member&, const Brought& brought) {
  if (brought.must_wait)
    return http::refused(
        503, "Somebody else brings in a large standard just now. Try again in a few seconds.");
  auto complaints = request.body_complaints;
  if (!brought.came) complaints.add("file", "Choose a file, or paste its text.");
  complaints.add(told(brought));
  if (complaints.empty()) {
    const auto& pack = *brought.pack;
    const auto there = kept_at(write, write.actor().workspace, pack.content->address());
    if (there && there->hash == pack.hash) return same_content(request, *there);
    if (const auto done = import(write, pack); !done) complaints.add("pack", done.error());
  }
  if (!complaints.empty())
    return request.json ? http::refused(complaints) : shown(request, 422, brought.text, complaints);
  return placed(request, brought.pack->content->address());
}

}  // namespace touchstone::standard
