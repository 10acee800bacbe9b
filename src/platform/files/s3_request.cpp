#include "platform/files/s3_request.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <memory>
#include <pugixml.hpp>
#include <system_error>
#include <thread>

namespace touchstone::files {
namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

constexpr long connect_patience = 5;     // seconds
constexpr long slowest = 1000;           // bytes a second …
constexpr long slow_patience = 30;       // … for so many seconds
constexpr long go_ahead_patience = 100;  // milliseconds, for "100 Continue"
constexpr std::chrono::milliseconds pause{200};
constexpr std::size_t longest_code = 64;

constexpr std::string_view small = "abcdefghijklmnopqrstuvwxyz0123456789";
constexpr std::string_view large = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

// libcurl wants this once, before threads begin.
[[maybe_unused]] const CURLcode curl_begun = curl_global_init(CURL_GLOBAL_DEFAULT);

bool consists_of(std::string_view text, const std::string& letters) {
  return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

// One try: what libcurl's callbacks work on.
struct Attempt {
  const S3Request& request;
  CURL* curl = nullptr;
  CURLcode result = CURLE_OK;
  std::int64_t sent = 0;
  S3Answer answer;
  std::string trouble;  // on this side
};

std::size_t give_file(char* to, std::size_t size, std::size_t count, void* data) {
  auto& attempt = *static_cast<Attempt*>(data);
  const auto& upload = *attempt.request.upload;
  const auto rest = upload.size - attempt.sent;
  const auto wanted = std::min(size * count, static_cast<std::size_t>(rest));
  if (wanted == 0) return 0;
  const auto got = ::pread(upload.file, to, wanted, attempt.sent);
  if (got <= 0) {
    attempt.trouble = "the file to be sent cannot be read to its end";
    return CURL_READFUNC_ABORT;
  }
  attempt.sent += got;
  return static_cast<std::size_t>(got);
}

int seek_file(void* data, curl_off_t offset, int origin) {
  if (origin != SEEK_SET) return CURL_SEEKFUNC_CANTSEEK;
  static_cast<Attempt*>(data)->sent = offset;
  return CURL_SEEKFUNC_OK;
}

std::size_t take_bytes(char* bytes, std::size_t size, std::size_t count, void* data) {
  auto& attempt = *static_cast<Attempt*>(data);
  const std::string_view come(bytes, size * count);
  curl_easy_getinfo(attempt.curl, CURLINFO_RESPONSE_CODE, &attempt.answer.status);
  auto& text = attempt.answer.text;
  if (attempt.request.download != nullptr && attempt.answer.status == 200) {
    if (attempt.request.download->take(come)) return come.size();
    attempt.trouble =
        "cannot write down: " + std::error_code(errno, std::generic_category()).message();
    return 0;
  }
  if (text.size() + come.size() > attempt.request.longest_text) {
    attempt.trouble = "the answer is too long";
    return 0;
  }
  text += come;
  return come.size();
}

void set_bounds(CURL* curl) {
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_patience);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, slowest);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, slow_patience);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
}

void set_signature(CURL* curl, const S3Settings& settings) {
  const auto kind = fmt::format("aws:amz:{}:s3", settings.region);
  curl_easy_setopt(curl, CURLOPT_AWS_SIGV4, kind.c_str());
  curl_easy_setopt(curl, CURLOPT_USERNAME, settings.access_key.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.secret_key.c_str());
}

void set_method(CURL* curl, const S3Request& request) {
  if (request.method == "HEAD") {
    curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
  } else if (request.upload) {
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    // An "Expect:" that switches the waiting off would be signed and not sent.
    curl_easy_setopt(curl, CURLOPT_EXPECT_100_TIMEOUT_MS, go_ahead_patience);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t{request.upload->size});
  } else {
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
  }
}

void set_callbacks(CURL* curl, Attempt& attempt) {
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, give_file);
  curl_easy_setopt(curl, CURLOPT_READDATA, &attempt);
  curl_easy_setopt(curl, CURLOPT_SEEKFUNCTION, seek_file);
  curl_easy_setopt(curl, CURLOPT_SEEKDATA, &attempt);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_bytes);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &attempt);
  curl_easy_setopt(curl, CURLOPT_FILETIME, 1L);
}

List headers_of(const S3Request& request) {
  const auto* sha256 = request.upload ? request.upload->sha256.c_str() : sha256_of_nothing;
  std::vector<std::string> lines{fmt::format("x-amz-content-sha256: {}", sha256)};
  lines.insert(lines.end(), request.headers.begin(), request.headers.end());
  List list(nullptr, curl_slist_free_all);
  for (const auto& line : lines) {
    auto* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    if (!list) list.reset(longer);
  }
  return list;
}

void note_last_modified(Attempt& attempt) {
  curl_off_t seconds = -1;
  curl_easy_getinfo(attempt.curl, CURLINFO_RESPONSE_CODE, &attempt.answer.status);
  curl_easy_getinfo(attempt.curl, CURLINFO_FILETIME_T, &seconds);
  if (seconds >= 0) attempt.answer.last_modified = Moment(std::chrono::seconds(seconds));
}

Attempt try_once(const S3Settings& settings, const S3Request& request) {
  const Handle curl(curl_easy_init(), curl_easy_cleanup);
  if (!curl) throw std::bad_alloc();
  const auto headers = headers_of(request);
  const auto url = fmt::format("{}{}{}{}", settings.endpoint, request.path,
                               request.query.empty() ? "" : "?", request.query);
  Attempt attempt{.request = request, .curl = curl.get(), .answer = {}, .trouble = {}};
  if (request.download != nullptr) request.download->restart();
  set_bounds(curl.get());
  set_signature(curl.get(), settings);
  set_method(curl.get(), request);
  set_callbacks(curl.get(), attempt);
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  attempt.result = curl_easy_perform(curl.get());
  note_last_modified(attempt);
  return attempt;
}

std::string name_of(const S3Request& request) {
  return fmt::format("the storage server, asked for {} {}", request.method, request.path);
}

// What may go well the next time.
bool may_pass(const Attempt& attempt) {
  switch (attempt.result) {
    case CURLE_OK:
      return attempt.answer.status >= 500;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return true;
    default:
      return false;
  }
}

[[noreturn]] void give_up(const Attempt& attempt) {
  if (attempt.result == CURLE_OK) refuse(attempt.request, attempt.answer);
  throw StorageError(fmt::format(
      "{}: {}", name_of(attempt.request),
      attempt.trouble.empty() ? curl_easy_strerror(attempt.result) : attempt.trouble.c_str()));
}

}  // namespace

std::string complaint_about_s3(const S3Settings& settings) {
  const auto& endpoint = settings.endpoint;
  const std::string digits_and_letters = std::string(small) + std::string(large);
  const bool web = endpoint.starts_with("http://") || endpoint.starts_with("https://");
  const auto rest = web ? endpoint.substr(endpoint.find("://") + 3) : "";
  if (!consists_of(rest, digits_and_letters + ".-_:[]/") || rest.ends_with('/'))
    return "The address of the storage server is not like https://s3.example, without a user and "
           "without a slash at the end.";
  if (!consists_of(settings.bucket, digits_and_letters + ".-_"))
    return "The name of the bucket has letters, digits, dots, dashes and underscores only.";
  if (!consists_of(settings.region, digits_and_letters + "-_"))
    return "The region has letters, digits, dashes and underscores only.";
  if (settings.access_key.empty() || settings.secret_key.empty())
    return "The storage server needs an access key and a secret key.";
  return "";
}

S3Answer ask(const S3Settings& settings, const S3Request& request) {
  for (int tried = 1;; ++tried) {
    auto attempt = try_once(settings, request);
    const bool again = may_pass(attempt);
    if (attempt.result == CURLE_OK && !again) return std::move(attempt.answer);
    if (!again || tried >= request.tries) give_up(attempt);
    std::this_thread::sleep_for(pause * tried);
  }
}

std::string error_code_of(const S3Answer& answer) {
  pugi::xml_document document;
  if (!document.load_buffer(answer.text.data(), answer.text.size())) return "";
  const std::string code = document.child("Error").child_value("Code");
  const bool plain = consists_of(code, std::string(small) + std::string(large) + ".");
  return plain && code.size() <= longest_code ? code : "";
}

void refuse(const S3Request& request, const S3Answer& answer) {
  throw StorageError(
      fmt::format("{}: {} {}", name_of(request), answer.status, error_code_of(answer)));
}

}  // namespace touchstone::files
