#include "platform/files/s3_storage.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>

#include <pugixml.hpp>
#include <thread>

#include "platform/files/s3_request.h"
#include "platform/files/sha256.h"
#include "platform/text.h"

namespace touchstone::files {
namespace {

constexpr int most_tries = 3;
constexpr auto pause = std::chrono::milliseconds(300);
constexpr long ok = 200;
constexpr long no_content = 204;
constexpr long not_there = 404;

// The server's own word for what is wrong, as far as it is one.
std::string reason_in(const std::string& text) {
  pugi::xml_document document;
  document.load_buffer(text.data(), text.size());
  return std::string(document.child("Error").child("Code").text().get()).substr(0, 100);
}

[[noreturn]] void refused(long status, const S3Request& request) {
  throw StorageError(
      fmt::format("the S3 server answered {} {}", status, reason_in(request.text())));
}

// A server that is just starting again or is busy for a moment is asked again.
void tried(const std::function<void()>& ask) {
  for (int n = 1; n < most_tries; ++n) {
    try {
      ask();
      return;
    } catch (const StorageError&) {
      std::this_thread::sleep_for(pause * n);
    }
  }
  ask();
}

std::string path_of(const Digest& hash) {
  return "/" + to_hex(hash);
}

// A file that is gone when it is closed.
Descriptor nameless_in(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  Descriptor file(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (!file.open()) throw StorageError("there is no room for a file in " + folder.string());
  return file;
}

bool write_all(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(file.number(), bytes.data(), bytes.size());
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::string encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").contains(c);
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace

S3Storage::S3Storage(S3Settings settings, std::filesystem::path scratch, int listed_at_once)
    : settings_(std::move(settings)),
      scratch_(std::move(scratch)),
      listed_at_once_(listed_at_once) {}

void S3Storage::keep(const Digest& hash, const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) throw StorageError("cannot open " + path.string());
  const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path));
  tried([&] {
    S3Request request(settings_, "PUT", path_of(hash));
    request.body(file, size, to_hex(hash));
    const auto status = request.send();
    if (status != ok) refused(status, request);
  });
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
}

bool S3Storage::keep_on(const Digest& hash) {
  S3Request request(settings_, "PUT", path_of(hash));
  request.header("x-amz-copy-source: /" + settings_.bucket + path_of(hash));
  request.header("x-amz-metadata-directive: REPLACE");
  const auto status = request.send();
  if (status != ok && status != not_there) refused(status, request);
  return status == ok;
}

std::optional<OpenFile> S3Storage::open(const Digest& hash) {
  S3Request request(settings_, "GET", path_of(hash));
  OpenFile fetched{.file = nameless_in(scratch_)};
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  request.pour_into([&](std::string_view bytes) {
    crypto_hash_sha256_update(&state, unsigned_bytes(bytes), bytes.size());
    fetched.size += std::ssize(bytes);
    return write_all(fetched.file, bytes);
  });
  const auto status = request.send();
  if (status == not_there) return std::nullopt;
  if (status != ok) refused(status, request);
  Digest came{};
  crypto_hash_sha256_final(&state, came.data());
  if (came != hash) throw StorageError("the S3 server sent other bytes for " + to_hex(hash));
  return fetched;
}

void S3Storage::each(const std::function<void(const Digest& hash)>& found) {
  std::string from;
  do {
    S3Request request(settings_, "GET",
                      fmt::format("?{}list-type=2&max-keys={}",
                                  from.empty() ? "" : "continuation-token=" + encoded(from) + "&",
                                  listed_at_once_));
    if (const auto status = request.send(); status != ok) refused(status, request);
    pugi::xml_document document;
    if (!document.load_buffer(request.text().data(), request.text().size()))
      throw StorageError("the S3 server's list cannot be read");
    const auto list = document.child("ListBucketResult");
    for (const auto object : list.children("Contents"))
      if (const auto hash = digest_from_hex(object.child("Key").text().get())) found(*hash);
    const bool more = std::string_view(list.child("IsTruncated").text().get()) == "true";
    from = more ? list.child("NextContinuationToken").text().get() : "";
  } while (!from.empty());
}

bool S3Storage::remove(const Digest& hash, Moment kept_before) {
  S3Request look(settings_, "HEAD", path_of(hash));
  const auto status = look.send();
  if (status == not_there) return false;
  if (status != ok) refused(status, look);
  const auto kept_at = look.last_modified();
  if (!kept_at || *kept_at >= kept_before) return false;
  S3Request request(settings_, "DELETE", path_of(hash));
  const auto answered = request.send();
  if (answered != no_content && answered != ok) refused(answered, request);
  return true;
}

}  // namespace touchstone::files
