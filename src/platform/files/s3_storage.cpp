#include "platform/files/s3_storage.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <memory>
#include <pugixml.hpp>

#include "platform/files/sha256.h"

namespace touchstone::files {
namespace {

constexpr std::size_t longest_listing = 10 * 1024 * 1024;  // bytes

// A bucket that is missing is a setting that is wrong, not a file that is not there.
bool is_missing(const S3Answer& answer) {
  return answer.status == 404 && error_code_of(answer) != "NoSuchBucket";
}

std::string percent_encoded(const std::string& text) {
  const std::unique_ptr<char, decltype(&curl_free)> encoded(
      curl_easy_escape(nullptr, text.c_str(), static_cast<int>(text.size())), curl_free);
  if (!encoded) throw std::bad_alloc();
  return encoded.get();
}

pugi::xml_document listing_in(const S3Answer& answer) {
  pugi::xml_document document;
  if (!document.load_buffer(answer.text.data(), answer.text.size()) ||
      !document.child("ListBucketResult"))
    throw StorageError("the storage server answered with something else than a list of files");
  return document;
}

// Empty at the end.
std::string next_page_of(const pugi::xml_node& listing, const std::string& token) {
  if (std::string_view(listing.child_value("IsTruncated")) != "true") return "";
  std::string next = listing.child_value("NextContinuationToken");
  if (next.empty() || next == token)
    throw StorageError("the storage server does not say how its list of files goes on");
  return next;
}

}  // namespace

// One download of a file at a time: whoever comes second waits until it is over.
class S3Storage::Coming {
 public:
  Coming(S3Storage& storage, const Digest& hash) : storage_(storage), hash_(hash) {
    std::unique_lock lock(storage_.mutex_);
    storage_.came_.wait(lock, [&] { return !storage_.coming_.contains(hash_); });
    storage_.coming_.insert(hash_);
  }
  ~Coming() {
    {
      const std::lock_guard lock(storage_.mutex_);
      storage_.coming_.erase(hash_);
    }
    storage_.came_.notify_all();
  }
  Coming(const Coming&) = delete;
  Coming& operator=(const Coming&) = delete;

 private:
  S3Storage& storage_;
  const Digest hash_;
};

S3Storage::S3Storage(S3Settings settings, std::filesystem::path folder, int keys_of_a_page)
    : settings_(std::move(settings)), folder_(std::move(folder)), keys_of_a_page_(keys_of_a_page) {
  if (const auto complaint = complaint_about_s3(settings_); !complaint.empty())
    throw StorageError(complaint);
}

std::string S3Storage::path_of(const Digest& hash) const {
  return fmt::format("/{}/{}", settings_.bucket, to_hex(hash));
}

void S3Storage::keep(const Digest& hash, const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat facts{};
  if (!file.open() || ::fstat(file.number(), &facts) != 0)
    throw StorageError("cannot open " + path.string());
  const S3Request request{.method = "PUT",
                          .path = path_of(hash),
                          .upload = S3Upload{file.number(), facts.st_size, to_hex(hash)}};
  const auto answer = ask(settings_, request);
  if (answer.status != 200) refuse(request, answer);
  // What stays here by mistake is a copy.
  ::unlink(path.c_str());
}

bool S3Storage::keep_on(const Digest& hash) {
  const auto path = path_of(hash);
  const S3Request request{
      .method = "PUT",
      .path = path,
      .headers = {"x-amz-copy-source: " + path, "x-amz-metadata-directive: REPLACE"},
      .upload = S3Upload{}};
  const auto answer = ask(settings_, request);
  if (is_missing(answer)) return false;
  // The status is sent before the copy begins: one that fails may say 200 too.
  if (answer.status != 200 || !error_code_of(answer).empty()) refuse(request, answer);
  return true;
}

std::optional<OpenFile> S3Storage::open(const Digest& hash) {
  if (auto near = copies_.find(hash)) return near;
  const Coming coming(*this, hash);
  if (auto near = copies_.find(hash)) return near;
  copies_.make_room();
  S3Download download(folder_);
  const S3Request request{.method = "GET", .path = path_of(hash), .download = &download};
  const auto answer = ask(settings_, request);
  if (is_missing(answer)) return std::nullopt;
  if (answer.status != 200) refuse(request, answer);
  return copies_.add(hash, std::move(download).finish(hash));
}

S3Answer S3Storage::page(const std::string& token) const {
  const auto from =
      token.empty() ? "" : fmt::format("continuation-token={}&", percent_encoded(token));
  const S3Request request{.method = "GET",
                          .path = "/" + settings_.bucket,
                          .query = fmt::format("{}list-type=2&max-keys={}", from, keys_of_a_page_),
                          .longest_text = longest_listing};
  auto answer = ask(settings_, request);
  if (answer.status != 200) refuse(request, answer);
  return answer;
}

void S3Storage::each(const std::function<void(const Digest& hash)>& found) {
  std::string token;
  do {
    const auto document = listing_in(page(token));
    const auto listing = document.child("ListBucketResult");
    for (const auto& file : listing.children("Contents"))
      if (const auto hash = digest_from_hex(file.child_value("Key"))) found(*hash);
    token = next_page_of(listing, token);
  } while (!token.empty());
}

bool S3Storage::remove(const Digest& hash, Moment kept_before) {
  const S3Request look{.method = "HEAD", .path = path_of(hash)};
  const auto seen = ask(settings_, look);
  if (seen.status == 404) return false;
  if (seen.status != 200 || !seen.last_modified) refuse(look, seen);
  if (*seen.last_modified + std::chrono::seconds(1) > kept_before) return false;
  // Once: a second try would come later, and what it deletes may have been kept on by then.
  const S3Request request{.method = "DELETE", .path = path_of(hash), .tries = 1};
  const auto answer = ask(settings_, request);
  if (is_missing(answer)) return false;
  if (answer.status != 204 && answer.status != 200) refuse(request, answer);
  copies_.forget(hash);
  return true;
}

}  // namespace touchstone::files
