#include "platform/mail/smtp.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "platform/text.h"

namespace touchstone::mail {
namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

constexpr long connect_patience = 15;  // seconds
constexpr std::size_t longest_problem = 300;

// libcurl wants this once, before threads begin.
[[maybe_unused]] const CURLcode curl_started = curl_global_init(CURL_GLOBAL_DEFAULT);

std::string_view host_of(std::string_view url) {
  auto rest = url.substr(url.find("://") + 3);
  rest = rest.substr(0, rest.find('/'));
  if (rest.starts_with('[')) return rest.substr(1, rest.find(']') - 1);
  return rest.substr(0, rest.find(':'));
}

bool is_on_this_machine(std::string_view host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

// What the server answers: who we are and what we may do, a recipient, the text.
enum class About : std::uint8_t { us, recipient, text };

struct Conversation {
  std::string_view rest{};  // of what is to be sent
  About about = About::us;
  std::string refusal{};  // the server's last line that begins with 4 or 5
  About refused = About::us;
  const std::stop_token* stop = nullptr;
};

std::size_t give_bytes(char* to, std::size_t size, std::size_t count, void* data) {
  auto& rest = static_cast<Conversation*>(data)->rest;
  const auto taken = std::min(size * count, rest.size());
  std::memcpy(to, rest.data(), taken);
  rest.remove_prefix(taken);
  return taken;
}

std::size_t hear_line(char* line, std::size_t size, std::size_t count, void* data) {
  const std::string_view heard(line, size * count);
  auto& conversation = *static_cast<Conversation*>(data);
  if ((heard.starts_with('4') || heard.starts_with('5')) && is_utf8(heard)) {
    conversation.refusal = cleaned(heard);
    conversation.refused = conversation.about;
  }
  return heard.size();
}

// What libcurl says goes out: commands, and then the text.
int see_what_is_said(CURL*, curl_infotype kind, char* bytes, std::size_t size, void* data) {
  auto& about = static_cast<Conversation*>(data)->about;
  if (kind == CURLINFO_HEADER_OUT)
    about = std::string_view(bytes, size).starts_with("RCPT") ? About::recipient : About::us;
  else if (kind == CURLINFO_DATA_OUT)
    about = About::text;
  return 0;
}

std::size_t hear_nothing(char*, std::size_t size, std::size_t count, void*) {
  return size * count;
}

int go_on(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto* stop = static_cast<Conversation*>(data)->stop;
  return stop != nullptr && stop->stop_requested() ? 1 : 0;
}

void set_server(CURL* curl, const Server& server, const Sender& from) {
  const auto url = fmt::format("{}/{}", server.url, from.address.domain());
  const bool open = server.url.starts_with("smtp://") && is_on_this_machine(host_of(server.url));
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_patience);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(server.patience.count()));
  curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                   static_cast<long>(server.patience.count()));
  curl_easy_setopt(
      curl, CURLOPT_USE_SSL,
      static_cast<long>(open && server.authorities.empty() ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!server.authorities.empty())
    curl_easy_setopt(curl, CURLOPT_CAINFO, server.authorities.c_str());
  if (server.user.empty()) return;
  curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
}

void set_ears(CURL* curl, Conversation& conversation) {
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, hear_line);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &conversation);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, hear_nothing);
  curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, see_what_is_said);
  curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &conversation);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, go_on);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &conversation);
}

// Refusals of us, not of this mail: whatever comes before its recipient, a password that is wrong
// or asked for, TLS that is asked for, and a recipient refused for a policy (RFC 3463: 5.7), as
// where we may send to nobody elsewhere. All mail that waits would be lost by what one setting
// mends.
bool is_about_us(const Conversation& conversation) {
  constexpr std::array<std::string_view, 4> codes{"530", "534", "535", "538"};
  const std::string_view said = conversation.refusal;
  return conversation.refused == About::us ||
         std::ranges::find(codes, said.substr(0, 3)) != codes.end() ||
         (conversation.refused == About::recipient && said.substr(3).starts_with(" 5.7."));
}

Delivery outcome_of(CURLcode result, const Conversation& conversation) {
  if (result == CURLE_OK) return {Outcome::sent, ""};
  const auto& said = conversation.refusal;
  if (said.empty()) return {Outcome::later, curl_easy_strerror(result)};
  const bool for_good =
      said.starts_with('5') && !is_about_us(conversation) && result != CURLE_LOGIN_DENIED;
  return {for_good ? Outcome::never : Outcome::later,
          said.size() <= longest_problem ? said : "The mail server gave a very long answer."};
}

}  // namespace

std::string complaint_about_smtp(std::string_view url) {
  if (!url.starts_with("smtp://") && !url.starts_with("smtps://"))
    return "Give smtp://HOST:PORT or smtps://HOST:PORT.";
  const auto rest = url.substr(url.find("://") + 3);
  if (rest.empty() ||
      rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-:[]") != std::string_view::npos)
    return "Give HOST:PORT in lower case, without a user, password or path.";
  return "";
}

Delivery deliver(const Server& server, const Sender& from, const Address& to,
                 std::string_view bytes, const std::stop_token& stop) {
  const Handle curl(curl_easy_init(), curl_easy_cleanup);
  const List recipients(curl_slist_append(nullptr, to.text().c_str()), curl_slist_free_all);
  if (!curl || !recipients) return {Outcome::later, "There is not enough memory to send mail."};
  Conversation conversation{.rest = bytes, .stop = &stop};
  set_server(curl.get(), server, from);
  set_ears(curl.get(), conversation);
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.address.text().c_str());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, give_bytes);
  curl_easy_setopt(curl.get(), CURLOPT_READDATA, &conversation);
  return outcome_of(curl_easy_perform(curl.get()), conversation);
}

std::optional<std::string> why_not_reached(const Server& server, const Sender& from) {
  const Handle curl(curl_easy_init(), curl_easy_cleanup);
  if (!curl) return "There is not enough memory to send mail.";
  Conversation conversation;
  set_server(curl.get(), server, from);
  set_ears(curl.get(), conversation);
  curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, "NOOP");
  const auto outcome = outcome_of(curl_easy_perform(curl.get()), conversation);
  if (outcome.outcome == Outcome::sent) return std::nullopt;
  return outcome.problem;
}

}  // namespace touchstone::mail
