#include "standard/adapted_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "look/button.h"
#include "look/checkboxes.h"
#include "look/details.h"
#include "look/fieldset.h"
#include "look/form.h"
#include "look/input.h"
#include "look/select.h"
#include "look/textarea.h"
#include "platform/text.h"
#include "standard/address_parts.h"
#include "standard/content_words.h"
#include "standard/pack_bands.h"
#include "standard/repetition.h"

namespace touchstone::standard {
namespace {

constexpr std::size_t any_text = 30'000;  // the rules say how long is too long
constexpr std::int64_t highest_points = 100'000;

void collect_areas(const std::vector<Area>& from, std::vector<const Area*>& into) {
  for (const auto& area : from) {
    into.push_back(&area);
    collect_areas(area.areas, into);
  }
}

const Scale& scale_of_rows(const Content& content) {
  return content.scale_of(*content.elements().front());
}

int read_points(http::Reader& reader, const std::string& field) {
  return static_cast<int>(
      reader.whole(field, 0, highest_points, "Give the points as a whole number of 0 or more."));
}

void read_bands(http::Reader& reader, const Content& parent, TypedCopy& typed) {
  for (const auto& [voice, bands] : parent.scoring.bands) {
    VoiceBands own{voice, {}};
    for (const auto& band : bands) {
      const auto field = fmt::format("bands.{}.{}", voice, band.level);
      own.bands.push_back(
          {band.level, read_points(reader, field + ".from"), read_points(reader, field + ".to")});
    }
    typed.copy.bands.push_back(std::move(own));
  }
}

OwnRow read_row(http::Reader& reader, const std::string& field, const Content& parent) {
  OwnRow row;
  row.title = reader.text(field + ".title", any_text);
  row.area = reader.text(field + ".area", any_text);
  row.guidance = reader.text(field + ".guidance", any_text);
  for (const auto& voice : parent.voices)
    for (const auto& level : scale_of_rows(parent).levels)
      if (auto text = reader.text(fmt::format("{}.{}.{}", field, voice, level.key), any_text);
          !text.empty())
        row.texts[{voice, level.key}] = std::move(text);
  return row;
}

bool is_blank(const OwnRow& row) {
  return row.title.empty() && row.guidance.empty() && row.texts.empty();
}

// What was typed stands there again where it is no number.
look::Input points_input(const http::Request& request, const std::string& field,
                         const std::string& label, int points, const Complaints& complaints) {
  return {.label = {.text = label},
          .name = field,
          .value = complaints.about(field).empty() ? std::to_string(points)
                                                   : std::string(request.fields.text(field)),
          .inputmode = "numeric",
          .error_message = {.text = complaints.about(field)},
          .classes = "govuk-input--width-4"};
}

Html bands_of_voice(const http::Request& request, const Content& parent, const VoiceBands& bands,
                    const Complaints& complaints) {
  Html rows;
  for (const auto& [level, from, to] : bands.bands) {
    const auto field = fmt::format("bands.{}.{}", bands.voice, level);
    const auto& name = parent.band_name(level);
    rows.add(R"(<div class="ts-band">{}{}</div>)",
             look::input(points_input(request, field + ".from", name + ", from", from, complaints)),
             look::input(points_input(request, field + ".to", "to", to, complaints)));
  }
  return look::fieldset(
      {.legend = {.text = "Overall level: " + heading_for(bands.voice),
                  .classes = "govuk-fieldset__legend--m"},
       .html = html(R"(<p class="govuk-hint">From 0 to {} without a gap, ends inside; each {} of )"
                    R"(your own adds {} points{}.</p>{})",
                    most_points(parent), parent.words.element,
                    scale_of_rows(parent).levels.back().points,
                    parent.dimensions.empty() ? "" : ", as often as it is asked", rows)});
}

Html texts_of_row(const Content& parent, const OwnRow& row, const std::string& field,
                  const Complaints& complaints) {
  Html out;
  for (const auto& voice : parent.voices) {
    Html levels;
    bool open = false;
    for (const auto& level : scale_of_rows(parent).levels) {
      const auto name = fmt::format("{}.{}.{}", field, voice, level.key);
      const auto typed = row.texts.find({voice, level.key});
      open = open || typed != row.texts.end() || !complaints.about(name).empty();
      levels.add(look::textarea({.label = {.text = level.name},
                                 .name = name,
                                 .value = typed == row.texts.end() ? "" : typed->second,
                                 .rows = 2,
                                 .error_message = {.text = complaints.about(name)}}));
    }
    out.add(look::details({.summary = "What each level looks like: " + heading_for(voice),
                           .text = levels,
                           .open = open}));
  }
  return out;
}

// "Provision, asked 4 times" where it is repeated.
std::string name_of(const Content& parent, const Area& area) {
  const auto times = times_asked(parent, area.key);
  return times < 2 ? area.title : fmt::format("{}, asked {} times", area.title, times);
}

Html row_fields(const Content& parent, const OwnRow& row, std::size_t n,
                const Complaints& complaints) {
  const auto field = fmt::format("rows.{}", n);
  auto fields = look::input({.label = {.text = "Title"},
                             .name = field + ".title",
                             .value = row.title,
                             .error_message = {.text = complaints.about(field + ".title")}});
  look::Select area{.label = {.text = "In which " + parent.words.area},
                    .name = field + ".area",
                    .items = {},
                    .value = row.area,
                    .error_message = {.text = complaints.about(field + ".area")}};
  for (const auto* each : areas_of(parent))
    area.items.push_back({.text = name_of(parent, *each), .value = each->key});
  fields.add(look::select(area));
  fields.add(look::textarea({.label = {.text = "What it is about (if you like)"},
                             .name = field + ".guidance",
                             .value = row.guidance,
                             .rows = 2,
                             .error_message = {.text = complaints.about(field + ".guidance")}}));
  fields.add(texts_of_row(parent, row, field, complaints));
  return look::fieldset(
      {.legend = {.text = fmt::format("A {} of your own{}", parent.words.element,
                                      n == 1 ? std::string() : fmt::format(", {}", n)),
                  .classes = "govuk-fieldset__legend--m"},
       .html = fields});
}

// One more than the highest whole number that a version of that key has here.
std::string next_version(const std::string& key, const std::vector<std::string>& addresses) {
  int highest = 0;
  for (const auto& address : addresses) {
    if (!address.starts_with(key + "@")) continue;
    const auto label = std::string_view(address).substr(key.size() + 1);
    int number = 0;
    const auto read = std::from_chars(label.data(), label.data() + label.size(), number);
    if (read.ec == std::errc() && read.ptr == label.data() + label.size() && number < 1'000'000)
      highest = std::max(highest, number);
  }
  return std::to_string(highest + 1);
}

}  // namespace

std::vector<const Area*> areas_of(const Content& content) {
  std::vector<const Area*> all;
  collect_areas(content.areas, all);
  return all;
}

TypedCopy read_copy(const http::Request& request, const Content& parent) {
  TypedCopy typed;
  typed.complaints = request.body_complaints;
  http::Reader reader(request.fields, typed.complaints);
  typed.copy.title = reader.text("title", any_text);
  typed.copy.version = reader.text("version", any_text);
  typed.copy.summary = reader.text("summary", any_text);
  const auto then = reader.text("then", 20);
  typed.more = then == "more";
  typed.fit = then == "fit";
  typed.as_it_is = reader.flag("as_it_is");
  read_bands(reader, parent, typed);
  for (std::size_t n = 1; n <= most_own_rows; ++n) {
    const auto field = fmt::format("rows.{}", n);
    if (reader.has(field + ".title")) typed.room = n;
    auto row = read_row(reader, field, parent);
    if (!is_blank(row)) typed.copy.rows.push_back(std::move(row));
  }
  reader.refuse_unknown();
  return typed;
}

bool adds_nothing(const TypedCopy& typed, const Content& parent) {
  return typed.copy.rows.empty() && typed.copy.bands == parent.scoring.bands;
}

TypedCopy fresh_copy(const http::Request& request, const Content& parent,
                     const std::vector<std::string>& addresses) {
  TypedCopy typed;
  const bool own = !parent.adapted_from.empty();
  typed.copy.title =
      own ? parent.title : fmt::format("{} at {}", parent.title, request.visitor.workspace_name);
  typed.copy.version = next_version(own_key(parent, request.visitor.workspace_slug), addresses);
  typed.copy.summary = parent.summary;
  typed.copy.bands = parent.scoring.bands;
  Complaints ignored;
  typed.room = static_cast<std::size_t>(
      http::Reader(request.query, ignored).whole("room", 1, most_own_rows, ""));
  return typed;
}

Html copy_form(const http::Request& request, const Content& parent, const TypedCopy& typed) {
  const auto& copy = typed.copy;
  const auto& complaints = typed.complaints;
  const auto rows = std::max(typed.room, copy.rows.size());
  auto fields = look::input({.label = {.text = "What it is called"},
                             .name = "title",
                             .value = copy.title,
                             .error_message = {.text = complaints.about("title")}});
  fields.add(look::input({.label = {.text = "Its version"},
                          .name = "version",
                          .value = copy.version,
                          .hint = {.text = "Such as 1, or 2027-01. A version that was published "
                                           "never changes."},
                          .error_message = {.text = complaints.about("version")},
                          .classes = "govuk-input--width-10"}));
  fields.add(look::textarea({.label = {.text = "What it is for"},
                             .name = "summary",
                             .value = copy.summary,
                             .rows = 3,
                             .error_message = {.text = complaints.about("summary")}}));
  for (std::size_t n = 0; n < rows; ++n)
    fields.add(
        row_fields(parent, n < copy.rows.size() ? copy.rows[n] : OwnRow{}, n + 1, complaints));
  if (rows < most_own_rows)
    fields.add(look::button({.text = fmt::format("Room for another {}", parent.words.element),
                             .name = "then",
                             .value = "more",
                             .classes = "govuk-button--secondary"}));
  for (const auto& bands : copy.bands)
    fields.add(bands_of_voice(request, parent, bands, complaints));
  if (const auto unsaid = complaints.about("as_it_is"); typed.as_it_is || !unsaid.empty())
    fields.add(look::checkboxes(
        {.name = "as_it_is",
         .items = {{.text = "Publish it as it is", .value = "true"}},
         .values = typed.as_it_is ? std::vector<std::string>{"true"} : std::vector<std::string>{},
         .error_message = {.text = unsaid}}));
  if (!copy.bands.empty())
    fields.add(look::button({.text = "Fit these to the points that there are now",
                             .name = "then",
                             .value = "fit",
                             .classes = "govuk-button--secondary"}));
  fields.add(look::button({.text = "Publish our own version"}));
  const auto here = standard_url(request, parent.address(), "own-version");
  return look::form(request, here, fields,
                    look::shown_again_at(here.with("room", std::to_string(rows))));
}

}  // namespace touchstone::standard
