#include "platform/http/sent_form_store.h"

#include <algorithm>

#include "platform/date.h"
#include "platform/http/deed.h"
#include "platform/secret.h"

namespace touchstone::http {
namespace {

constexpr auto same_press = std::chrono::seconds(30);
constexpr auto kept = std::chrono::hours(1);

void add_part(std::string& all, std::string_view part) {
  all += std::to_string(part.size());
  all += ':';
  all += part;
}

// `csrf` stands for the session, or for the browser of somebody who has none.
Digest sender_of(const Request& request) {
  return digest_of(request.csrf);
}

// Each part after its length, so that no two forms are written alike.
Digest digest_of_form(const Request& request) {
  std::string all;
  add_part(all, request.target);
  for (const auto& [name, value] : request.fields) {
    add_part(all, name);
    add_part(all, value.value_or(""));
  }
  for (const auto& upload : request.uploads) {
    add_part(all, upload.field);
    add_part(all, upload.name);
    add_part(all, std::to_string(upload.size));
  }
  return digest_of(all);
}

}  // namespace

std::optional<Response> answered_before(sql::Write& write, const Request& request) {
  if (request.json || request.csrf.empty()) return std::nullopt;
  for (const auto& row :
       write.rows("SELECT location, deed FROM sent_form WHERE sender = ? AND digest = ? AND at > ?",
                  sender_of(request), digest_of_form(request), now() - same_press)) {
    Response again;
    again.status = 303;
    again.headers.emplace_back("Location", row.get<std::string>(0));
    if (auto deed = row.get<std::string>(1); !deed.empty()) tell(again, std::move(deed));
    return again;
  }
  return std::nullopt;
}

void note_answer(sql::Write& write, const Request& request, const Response& response) {
  if (request.json || request.csrf.empty() || response.status != 303) return;
  const auto location =
      std::ranges::find(response.headers, "Location", &std::pair<std::string, std::string>::first);
  if (location == response.headers.end()) return;
  auto housekeeping = write.housekeeping();
  housekeeping.execute("DELETE FROM sent_form WHERE at < ?", now() - kept);
  housekeeping.execute(
      "INSERT INTO sent_form (sender, digest, location, deed, at) VALUES (?, ?, ?, ?, ?)"
      " ON CONFLICT (sender, digest) DO UPDATE SET location = excluded.location,"
      " deed = excluded.deed, at = excluded.at",
      sender_of(request), digest_of_form(request), location->second, deed_told_by(response), now());
}

void forget_answers(sql::Write& write, const Request& request) {
  auto housekeeping = write.housekeeping();
  housekeeping.execute("DELETE FROM sent_form WHERE sender = ?", sender_of(request));
}

}  // namespace touchstone::http
