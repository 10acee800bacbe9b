#include "platform/files/disk_calls_test.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <mutex>

namespace touchstone::files::testing {
namespace {

struct Log {
  std::mutex mutex;
  std::vector<DiskCall> calls;
  std::size_t asked = 0;
  std::optional<std::size_t> failing;
};
std::atomic<Log*> listening = nullptr;

template <class Call>
int noted(const DiskCall& call, Call carry_out) {
  auto* log = listening.load();
  if (log == nullptr) return static_cast<int>(carry_out());
  const std::lock_guard lock(log->mutex);
  if (log->asked++ == log->failing) {
    errno = EIO;
    return -1;
  }
  const auto result = carry_out();
  if (result == 0) log->calls.push_back(call);
  return static_cast<int>(result);
}

}  // namespace

DiskCalls::DiskCalls(std::optional<std::size_t> failing) {
  auto* log = new Log;
  log->failing = failing;
  listening = log;
}

DiskCalls::~DiskCalls() {
  delete listening.exchange(nullptr);
}

std::vector<DiskCall> DiskCalls::all() const {
  const std::lock_guard lock(listening.load()->mutex);
  return listening.load()->calls;
}

}  // namespace touchstone::files::testing

// These take the place of the C library's own in this test program.
using touchstone::files::testing::DiskCall;

extern "C" int fsync(int file) {
  std::error_code ignored;
  const auto path = std::filesystem::read_symlink(fmt::format("/proc/self/fd/{}", file), ignored);
  return touchstone::files::testing::noted({DiskCall::Kind::write_down, path},
                                           [&] { return ::syscall(SYS_fsync, file); });
}

extern "C" int rename(const char* from, const char* to) noexcept {
  return touchstone::files::testing::noted({DiskCall::Kind::rename, from, to}, [&] {
    return ::syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
  });
}

extern "C" int mkdir(const char* path, mode_t mode) noexcept {
  return touchstone::files::testing::noted({DiskCall::Kind::make_folder, path}, [&] {
    return ::syscall(SYS_mkdirat, AT_FDCWD, path, mode);
  });
}
