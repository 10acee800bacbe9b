#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "platform/files/child_level.h"
#include "platform/files/file_kind.h"
#include "platform/text.h"

// Whatever somebody sends, under any name, is either refused in words or of the kind that its name
// says, and can be looked into. The first byte chooses the ending.
namespace {

namespace files = touchstone::files;

void demand(bool kept) {
  if (!kept) std::abort();
}

// A file in memory that has a path.
class File {
 public:
  File(const std::uint8_t* data, std::size_t size) : number_(::memfd_create("sent", MFD_CLOEXEC)) {
    demand(number_ >= 0 && ::write(number_, data, size) == static_cast<ssize_t>(size));
  }
  ~File() { ::close(number_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }

 private:
  int number_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto kinds = files::file_kinds();
  const auto& named = kinds[data[0] % kinds.size()];
  const File file(data + 1, size - 1);
  const auto found = files::kind_of_file(file.path(), "sent" + std::string(named.ending));
  if (!found) {
    demand(!found.error().empty() && touchstone::is_utf8(found.error()));
    return 0;
  }
  demand(found->ending == named.ending && found->type == named.type);
  const auto level = files::child_level_of(file.path(), *found);
  demand(found->family == files::Family::table || level == files::ChildLevel::no);
  return 0;
}
