#include "platform/files/s3_request.h"

#include <curl/curl.h>

#include <optional>

#include "platform/files/storage.h"

namespace touchstone::files {
namespace {

constexpr long connect_patience = 5;  // seconds
constexpr long slowest = 1'000;       // bytes a second …
constexpr long slow_for = 30;         // … over so many seconds
constexpr std::size_t longest_text = 10'000'000;
constexpr long status_ok = 200;
// SHA-256 of nothing.
constexpr std::string_view of_nothing =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

// libcurl wants this once, before threads begin.
[[maybe_unused]] const CURLcode curl_started = curl_global_init(CURL_GLOBAL_DEFAULT);

}  // namespace

struct S3Request::Parts {
  CURL* curl = nullptr;
  curl_slist* headers = nullptr;
  std::string sha256 = std::string(of_nothing);
  int file = -1;
  off_t at = 0;
  std::function<bool(std::string_view)> sink;
  std::string text;

  Parts() : curl(curl_easy_init()) {
    if (curl == nullptr) throw StorageError("there is not enough memory to ask the S3 server");
  }
  ~Parts() {
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  bool take(std::string_view bytes) {
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (sink && status == status_ok) return sink(bytes);
    if (text.size() + bytes.size() > longest_text) return false;
    text.append(bytes);
    return true;
  }
};

namespace {

std::size_t take_bytes(const char* bytes, std::size_t, std::size_t count, void* parts) {
  return static_cast<S3Request::Parts*>(parts)->take({bytes, count}) ? count : 0;
}

std::size_t give_bytes(char* into, std::size_t size, std::size_t count, void* from) {
  auto& parts = *static_cast<S3Request::Parts*>(from);
  const auto got = ::pread(parts.file, into, size * count, parts.at);
  if (got < 0) return CURL_READFUNC_ABORT;
  parts.at += got;
  return static_cast<std::size_t>(got);
}

void set_patience(CURL* curl) {
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_patience);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, slowest);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, slow_for);
}

void set_signature(CURL* curl, const S3Settings& settings) {
  curl_easy_setopt(curl, CURLOPT_AWS_SIGV4, ("aws:amz:" + settings.region + ":s3").c_str());
  curl_easy_setopt(curl, CURLOPT_USERNAME, settings.access_key.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.secret_key.c_str());
}

}  // namespace

S3Request::S3Request(const S3Settings& settings, const std::string& method, std::string_view path)
    : parts_(std::make_unique<Parts>()) {
  auto* curl = parts_->curl;
  const auto address = settings.endpoint + "/" + settings.bucket + std::string(path);
  curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.c_str());
  if (method == "HEAD") curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
  curl_easy_setopt(curl, CURLOPT_FILETIME, 1L);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_bytes);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, parts_.get());
  set_patience(curl);
  set_signature(curl, settings);
}

S3Request::~S3Request() = default;

void S3Request::header(const std::string& line) {
  auto* longer = curl_slist_append(parts_->headers, line.c_str());
  if (longer == nullptr) throw StorageError("there is not enough memory to ask the S3 server");
  parts_->headers = longer;
}

void S3Request::body(const Descriptor& file, std::int64_t size, const std::string& sha256) {
  parts_->file = file.number();
  parts_->sha256 = sha256;
  curl_easy_setopt(parts_->curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(parts_->curl, CURLOPT_READFUNCTION, give_bytes);
  curl_easy_setopt(parts_->curl, CURLOPT_READDATA, parts_.get());
  curl_easy_setopt(parts_->curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(size));
}

void S3Request::pour_into(std::function<bool(std::string_view)> sink) {
  parts_->sink = std::move(sink);
}

long S3Request::send() {
  header("x-amz-content-sha256: " + parts_->sha256);
  curl_easy_setopt(parts_->curl, CURLOPT_HTTPHEADER, parts_->headers);
  const auto result = curl_easy_perform(parts_->curl);
  if (result != CURLE_OK)
    throw StorageError(std::string("the S3 server cannot be asked: ") + curl_easy_strerror(result));
  long status = 0;
  curl_easy_getinfo(parts_->curl, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

const std::string& S3Request::text() const {
  return parts_->text;
}

std::optional<Moment> S3Request::last_modified() const {
  curl_off_t seconds = -1;
  curl_easy_getinfo(parts_->curl, CURLINFO_FILETIME_T, &seconds);
  if (seconds < 0) return std::nullopt;
  return Moment(std::chrono::seconds(seconds));
}

}  // namespace touchstone::files
