#include "visit.h"

#include <stdexcept>

#include "platform/json/flatten.h"

namespace touchstone::bench {
namespace {

constexpr std::string_view as_json =
    "Accept: application/json\r\nContent-Type: application/json\r\n";

std::string between(std::string_view text, std::string_view before, char after) {
  const auto at = text.find(before);
  if (at == text.npos) throw std::runtime_error("the page lacks " + std::string(before));
  const auto rest = text.substr(at + before.size());
  return std::string(rest.substr(0, rest.find(after)));
}

void expect(const Reply& reply, int status, std::string_view what) {
  if (reply.status == status) return;
  throw std::runtime_error(std::string(what) + " was answered with " +
                           std::to_string(reply.status) + ": " + std::string(reply.body));
}

std::string cookie_set_by(const Reply& reply) {
  const auto set = header(reply, "Set-Cookie");
  return "Cookie: " + std::string(set.substr(0, set.find(';'))) + "\r\n";
}

std::string form_value(std::string_view text) {
  std::string value;
  for (const char c : text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    (value += '%').push_back(digits[byte >> 4U]);
    value.push_back(digits[byte & 15U]);
  }
  return value;
}

}  // namespace

std::vector<std::string> members(std::string_view json, std::string_view name) {
  std::vector<std::string> found;
  Complaints complaints;
  json::flatten(
      json,
      [&](const std::string& key, const std::optional<std::string>& value) {
        if (key == name) found.push_back(value.value_or(""));
      },
      complaints);
  if (!complaints.empty()) throw std::runtime_error("this is no JSON: " + std::string(json));
  return found;
}

namespace {

std::vector<std::string> members_of_page(Clients& client, const Visit& visit,
                                         const std::string& address, std::string_view name) {
  const auto reply = client.ask(
      request("GET", address, client.port(), visit.cookie + "Accept: application/json\r\n"));
  expect(reply, 200, address);
  return members(reply.body, name);
}

}  // namespace

Visit sign_in(Clients& client, const std::string& email, const std::string& password) {
  const auto form = client.ask(request("GET", "/sign-in", client.port(), {}));
  expect(form, 200, "the sign-in page");
  const auto cookie = cookie_set_by(form);
  const auto body = "csrf=" + between(form.body, "name=\"csrf\" value=\"", '"') +
                    "&email=" + form_value(email) + "&password=" + form_value(password);
  const auto signed_in =
      client.ask(request("POST", "/sign-in", client.port(),
                         cookie + "Content-Type: application/x-www-form-urlencoded\r\n", body));
  expect(signed_in, 303, "signing in");
  Visit visit{cookie_set_by(signed_in), {}};
  const auto page = client.ask(request("GET", "/account", client.port(), visit.cookie));
  visit.proof = "X-CSRF-Token: " + between(page.body, "name=\"csrf\" value=\"", '"') + "\r\n";
  return visit;
}

std::string begin_sheet(Clients& client, const Visit& visit) {
  const auto begun = client.ask(request("POST", "/eastmere/self-assessments", client.port(),
                                        visit.cookie + visit.proof + std::string(as_json),
                                        R"({"standard": "personal-tutoring@1.0"})"));
  if (begun.status != 200) expect(begun, 201, "beginning a sheet");
  return members(begun.body, "location").at(0);
}

std::vector<std::string> themes_of(Clients& client, const Visit& visit, const std::string& sheet) {
  return members_of_page(client, visit, sheet, "judgements.theme");
}

std::vector<std::string> versions_of(Clients& client, const Visit& visit,
                                     const std::string& sheet) {
  return members_of_page(client, visit, sheet, "judgements.version");
}

std::string page_request(std::uint16_t port, const Visit& visit, const std::string& address) {
  return request("GET", address, port, visit.cookie);
}

std::string save_request(std::uint16_t port, const Visit& visit, const std::string& sheet,
                         const std::string& theme, std::string_view level, std::int64_t version) {
  const auto body =
      "{\"level\": \"" + std::string(level) + "\", \"version\": " + std::to_string(version) + "}";
  return request("POST", sheet + "/judgements/" + theme, port,
                 visit.cookie + visit.proof + std::string(as_json), body);
}

}  // namespace touchstone::bench
