#include "platform/http/conditional.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <stdexcept>

#include "platform/text.h"

namespace touchstone::http {
namespace {

// Another program, another page: the hash of the file that runs.
std::uint64_t build_id() {
  static const std::uint64_t id = [] {
    const int file = ::open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    struct stat facts{};
    if (file < 0 || ::fstat(file, &facts) != 0)
      throw std::runtime_error("The program cannot read itself.");
    const auto size = static_cast<std::size_t>(facts.st_size);
    void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    ::close(file);
    if (bytes == MAP_FAILED) throw std::runtime_error("The program cannot read itself.");
    const auto hash = XXH3_64bits(bytes, size);
    ::munmap(bytes, size);
    return hash;
  }();
  return id;
}

void add(std::string& key, std::string_view part) {
  key.append(part).push_back('\0');
}

std::string weak(std::uint64_t hash) {
  std::string tag = "W/\"";
  for (int i = 0; i < 16; ++i, hash >>= 4) tag += "0123456789abcdef"[hash & 15];
  return tag + '"';
}

std::string_view opaque(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

}  // namespace

std::string etag_of(const Request& request, Moment at) {
  const auto& visitor = request.visitor;
  if (visitor.person.empty() || visitor.workspace.empty()) return {};
  std::string key;
  key.reserve(256);
  add(key, request.target);
  add(key, request.json ? "json" : "html");
  add(key, request.csrf);
  add(key, to_iso(visitor.today));
  add(key, std::to_string(visitor.revision));
  add(key, std::to_string(std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count()));
  const auto& session = visitor.session.bytes;
  add(key, {reinterpret_cast<const char*>(session.data()), session.size()});
  return weak(XXH3_64bits_withSeed(key.data(), key.size(), build_id()));
}

std::string etag_of(std::string_view body) {
  return weak(XXH3_64bits_withSeed(body.data(), body.size(), 1));
}

bool unchanged(const Request& request, std::string_view etag) {
  if (etag.empty()) return false;
  for (const auto sent : split(request.header("if-none-match"), ',')) {
    const auto tag = trimmed(sent);
    if (!tag.empty() && opaque(tag) == opaque(etag)) return true;
  }
  return false;
}

}  // namespace touchstone::http
