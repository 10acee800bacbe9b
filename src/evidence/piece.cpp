#include "evidence/piece.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/text.h"

namespace touchstone::evidence {
namespace {

void check_option(Complaints& complaints, std::span<const Option> options, const std::string& key,
                  std::string_view field) {
  if (!key.empty() && words_of(options, key).empty())
    complaints.add(std::string(field), "Choose one of the answers, or none.");
}

bool is_web_address(std::string_view link) {
  const auto rest = link.starts_with("https://")  ? link.substr(8)
                    : link.starts_with("http://") ? link.substr(7)
                                                  : std::string_view();
  return !rest.empty() && rest.front() != '/' &&
         std::ranges::none_of(link, [](unsigned char c) { return c <= ' ' || c == 0x7f; });
}

constexpr int furthest_back = 50 * 366;   // days
constexpr int furthest_ahead = 30 * 366;  // days

Complaints complaints_about_content(const Piece& piece) {
  Complaints complaints;
  if (piece.kind == "file" && !piece.file) complaints.add("file", "Choose the file.");
  if (piece.kind == "link" && piece.link.empty())
    complaints.add("link", "Enter the address of the page.");
  else if (piece.link.size() > longest_link)
    complaints.add("link",
                   fmt::format("The address must be {} characters or fewer.", longest_link));
  else if (!piece.link.empty() && !is_web_address(piece.link))
    complaints.add("link", "Enter a whole web address that begins with https:// or http://.");
  if (piece.kind == "quote" && piece.text.empty())
    complaints.add("text", "Enter what was said or written.");
  else if (piece.kind == "reading" && piece.text.empty())
    complaints.add("text", "Enter what the data say, such as “92% stayed to the end”.");
  else if (characters(piece.text) > longest_text)
    complaints.add("text", fmt::format("The text must be {} characters or fewer.", longest_text));
  return complaints;
}

}  // namespace

std::string_view words_of(std::span<const Option> options, std::string_view key) {
  const auto* const found = std::ranges::find(options, key, &Option::key).base();
  return found == options.data() + options.size() ? std::string_view() : found->words;
}

Complaints complaints_about(const Piece& piece, Date today) {
  Complaints complaints;
  if (piece.title.empty()) complaints.add("title", "Enter a short title.");
  if (characters(piece.title) > longest_title)
    complaints.add("title",
                   fmt::format("The title must be {} characters or fewer.", longest_title));
  if (words_of(kinds, piece.kind).empty()) complaints.add("kind", "Choose what it is.");
  complaints.add(complaints_about_content(piece));
  if (piece.about_on > today)
    complaints.add("about_on",
                   "It cannot tell about a day to come. Enter the last day that it covers so far.");
  if (piece.came_on > today)
    complaints.add("came_on", "It cannot have come after today. Enter today or an earlier date.");
  for (const auto& [field, day] :
       {std::pair("about_on", piece.about_on), std::pair("came_on", piece.came_on)})
    if (day.ok() && day <= today && days_between(day, today) > furthest_back)
      complaints.add(field, "Check the year: this day is more than 50 years ago.");
  if (piece.keep_until && days_between(today, *piece.keep_until) > furthest_ahead)
    complaints.add("keep_until", "Check the year: this day is more than 30 years from now.");
  if (piece.keep_until && *piece.keep_until < today)
    complaints.add("keep_until", "This date has passed. Choose one to come, or leave it empty.");
  check_option(complaints, sources, piece.source, "source");
  check_option(complaints, natures, piece.nature, "nature");
  check_option(complaints, bases, piece.basis, "basis");
  check_option(complaints, concerns_of, piece.concerns, "concerns");
  check_option(complaints, viewpoints, piece.viewpoint, "viewpoint");
  return complaints;
}

bool may_be_public(const Piece& piece) {
  return !piece.only_mine && !piece.sensitive && !piece.binned_at;
}

}  // namespace touchstone::evidence
