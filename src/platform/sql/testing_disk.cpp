#include "platform/sql/testing_disk.h"

#include <algorithm>
#include <atomic>
#include <cstring>

namespace touchstone::sql::testing {
namespace {

// SQLite makes room for this and hands it to every call.
struct Handle {
  sqlite3_file base;
  Disk* disk;
  const char* name;
  bool only_reads;
};

constexpr int locks_of_the_writer = 3;  // to write, to checkpoint, to recover

void write_into(std::string& file, std::int64_t offset, std::string_view bytes) {
  const auto at = static_cast<std::size_t>(offset);
  if (file.size() < at + bytes.size()) file.resize(at + bytes.size());
  std::ranges::copy(bytes, file.begin() + offset);
}

void carry_out(std::string& file, const Step& step) {
  if (step.kind == Step::Kind::write) write_into(file, step.number, step.bytes);
  if (step.kind == Step::Kind::truncate) file.resize(static_cast<std::size_t>(step.number));
}

}  // namespace

// The calls that SQLite makes.
struct DiskCalls {
  static Handle& handle(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
  static Disk& disk(sqlite3_vfs* vfs) { return *static_cast<Disk*>(vfs->pAppData); }
  static Disk::File& file_of(const Handle& handle) { return handle.disk->files_[handle.name]; }
  static std::lock_guard<std::mutex> guard(const Handle& handle) {
    return std::lock_guard(handle.disk->mutex_);
  }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out);
  static int remove(sqlite3_vfs* vfs, const char* name, int) {
    const std::lock_guard lock(disk(vfs).mutex_);
    return disk(vfs).files_.erase(name) > 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
  }
  static int access(sqlite3_vfs* vfs, const char* name, int, int* out) {
    const std::lock_guard lock(disk(vfs).mutex_);
    *out = disk(vfs).files_.contains(name) ? 1 : 0;
    return SQLITE_OK;
  }
  static int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
  }

  static int close(sqlite3_file* file) {
    const auto lock = guard(handle(file));
    file_of(handle(file)).locks.erase(file);
    return SQLITE_OK;
  }
  static int read(sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
    const auto lock = guard(handle(file));
    const auto& bytes = file_of(handle(file)).bytes;
    const auto from = std::min(bytes.size(), static_cast<std::size_t>(offset));
    const auto there = std::min(bytes.size() - from, static_cast<std::size_t>(size));
    std::memset(out, 0, static_cast<std::size_t>(size));
    std::memcpy(out, bytes.data() + from, there);
    return there == static_cast<std::size_t>(size) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
  }
  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    return step(file, {.kind = Step::Kind::write,
                       .file = handle(file).name,
                       .number = offset,
                       .bytes = {static_cast<const char*>(bytes), static_cast<std::size_t>(size)}});
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return step(
        file,
        {.kind = Step::Kind::truncate, .file = handle(file).name, .number = size, .bytes = {}});
  }
  static int sync(sqlite3_file* file, int) {
    return step(file,
                {.kind = Step::Kind::sync, .file = handle(file).name, .number = 0, .bytes = {}});
  }
  static int step(sqlite3_file* file, Step step) {
    const auto lock = guard(handle(file));
    return handle(file).disk->step(std::move(step));
  }
  static int size(sqlite3_file* file, sqlite3_int64* out) {
    const auto lock = guard(handle(file));
    *out = static_cast<sqlite3_int64>(file_of(handle(file)).bytes.size());
    return SQLITE_OK;
  }
  static int lock(sqlite3_file* file, int level);
  static int unlock(sqlite3_file* file, int level) {
    const auto lock = guard(handle(file));
    file_of(handle(file)).locks[file] = level;
    return SQLITE_OK;
  }
  static int reserved(sqlite3_file*, int* out) {
    *out = 0;
    return SQLITE_OK;
  }
  static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
  static int sector(sqlite3_file*) { return 4096; }
  static int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

  static int shared_map(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
    const auto lock = guard(handle(file));
    auto& shared = file_of(handle(file)).shared;
    const auto at = static_cast<std::size_t>(region);
    *out = nullptr;
    if (shared.size() <= at && extend == 0) return SQLITE_OK;
    while (shared.size() <= at) shared.emplace_back(static_cast<std::size_t>(size), '\0');
    *out = shared[at].data();
    return SQLITE_OK;
  }
  static int shared_lock(sqlite3_file* file, int first, int count, int how);
  static void barrier(sqlite3_file*) { std::atomic_thread_fence(std::memory_order_seq_cst); }
  static int shared_unmap(sqlite3_file*, int) { return SQLITE_OK; }
};

namespace {

const sqlite3_io_methods methods = {.iVersion = 2,
                                    .xClose = DiskCalls::close,
                                    .xRead = DiskCalls::read,
                                    .xWrite = DiskCalls::write,
                                    .xTruncate = DiskCalls::truncate,
                                    .xSync = DiskCalls::sync,
                                    .xFileSize = DiskCalls::size,
                                    .xLock = DiskCalls::lock,
                                    .xUnlock = DiskCalls::unlock,
                                    .xCheckReservedLock = DiskCalls::reserved,
                                    .xFileControl = DiskCalls::control,
                                    .xSectorSize = DiskCalls::sector,
                                    .xDeviceCharacteristics = DiskCalls::characteristics,
                                    .xShmMap = DiskCalls::shared_map,
                                    .xShmLock = DiskCalls::shared_lock,
                                    .xShmBarrier = DiskCalls::barrier,
                                    .xShmUnmap = DiskCalls::shared_unmap,
                                    .xFetch = nullptr,
                                    .xUnfetch = nullptr};

}  // namespace

int DiskCalls::open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
  auto& here = disk(vfs);
  const std::lock_guard lock(here.mutex_);
  const char* called = name != nullptr ? name : "temporary";
  file->pMethods = nullptr;
  if ((flags & SQLITE_OPEN_CREATE) == 0 && !here.files_.contains(called)) return SQLITE_CANTOPEN;
  here.files_[called];
  // SQLite keeps the name as long as the file is open.
  auto& made = handle(file);
  made = {{&methods}, &here, called, (flags & SQLITE_OPEN_READONLY) != 0};
  if (out != nullptr) *out = flags;
  return SQLITE_OK;
}

int DiskCalls::lock(sqlite3_file* file, int level) {
  const auto guarded = guard(handle(file));
  auto& locks = file_of(handle(file)).locks;
  for (const auto& [other, held] : locks) {
    if (other == file || held == SQLITE_LOCK_NONE) continue;
    if (level == SQLITE_LOCK_EXCLUSIVE || held >= SQLITE_LOCK_PENDING ||
        (level >= SQLITE_LOCK_RESERVED && held >= SQLITE_LOCK_RESERVED))
      return SQLITE_BUSY;
  }
  locks[file] = std::max(locks[file], level);
  return SQLITE_OK;
}

int DiskCalls::shared_lock(sqlite3_file* file, int first, int count, int how) {
  const auto guarded = guard(handle(file));
  auto& locks = file_of(handle(file)).shared_locks;
  const bool exclusive = (how & SQLITE_SHM_EXCLUSIVE) != 0;
  const bool release = (how & SQLITE_SHM_UNLOCK) != 0;
  // A reader that meets the index while it is being rewritten asks for the write lock (number 0),
  // only to read the index once more: walIndexReadHdr() of SQLite. It can write nothing with it.
  const bool reads_again = first == 0 && count == 1;
  if (exclusive && !release && !reads_again && first < locks_of_the_writer &&
      handle(file).only_reads)
    ++handle(file).disk->trespasses_;
  for (int i = first; i < first + count && !release; ++i)
    if (exclusive ? locks[i] != 0 : locks[i] < 0) return SQLITE_BUSY;
  for (int i = first; i < first + count; ++i) {
    if (exclusive)
      locks[i] = release ? 0 : -1;
    else
      locks[i] += release ? -1 : 1;
  }
  return SQLITE_OK;
}

Disk::Disk(Files files) {
  static std::atomic<int> made = 0;
  name_ = "touchstone-disk-" + std::to_string(++made);
  for (auto& [name, bytes] : files) files_[name].bytes = std::move(bytes);
  const auto* usual = sqlite3_vfs_find(nullptr);
  layer_ = *usual;
  layer_.szOsFile = sizeof(Handle);
  layer_.pNext = nullptr;
  layer_.zName = name_.c_str();
  layer_.pAppData = this;
  layer_.xOpen = DiskCalls::open;
  layer_.xDelete = DiskCalls::remove;
  layer_.xAccess = DiskCalls::access;
  layer_.xFullPathname = DiskCalls::full_path;
  sqlite3_vfs_register(&layer_, 0);
}

Disk::~Disk() {
  sqlite3_vfs_unregister(&layer_);
}

Files Disk::files() {
  const std::lock_guard lock(mutex_);
  Files files;
  for (const auto& [name, file] : files_) files[name] = file.bytes;
  return files;
}

std::vector<Step> Disk::steps() {
  const std::lock_guard lock(mutex_);
  return steps_;
}

void Disk::mark(std::int64_t number) {
  const std::lock_guard lock(mutex_);
  steps_.push_back({.kind = Step::Kind::mark, .file = {}, .number = number, .bytes = {}});
}

int Disk::step(Step step) {
  const int result = failure ? failure(count_, step.kind) : SQLITE_OK;
  ++count_;
  if (result != SQLITE_OK && step.kind != Step::Kind::write) return result;
  if (result != SQLITE_OK) step.bytes.resize(step.bytes.size() / 2);
  carry_out(files_[step.file].bytes, step);
  steps_.push_back(std::move(step));
  return result;
}

void Wreck::see(const Step& step) {
  if (step.kind == Step::Kind::mark) return;
  auto& waiting = waiting_[step.file];
  if (step.kind != Step::Kind::sync) {
    waiting.push_back(step);
    return;
  }
  auto& file = durable_[step.file];
  for (const auto& each : waiting) carry_out(file, each);
  waiting.clear();
}

namespace {

// Some of the sectors of a write that was under way.
void apply_torn(std::string& file, const Step& step, std::mt19937& random) {
  constexpr std::size_t sector = 512;
  for (std::size_t at = 0; at < step.bytes.size(); at += sector)
    if (random() % 2 == 0)
      write_into(file, step.number + static_cast<std::int64_t>(at),
                 std::string_view(step.bytes).substr(at, sector));
}

}  // namespace

Files Wreck::cut(std::mt19937& random) const {
  auto files = durable_;
  const auto luck = random() % 4;  // how much of what was not synced is there all the same
  for (const auto& [name, waiting] : waiting_)
    for (const auto& step : waiting) {
      const auto fate = random() % 4;
      if (fate < luck)
        carry_out(files[name], step);
      else if (fate == luck && step.kind == Step::Kind::write)
        apply_torn(files[name], step, random);
    }
  return files;
}

}  // namespace touchstone::sql::testing
