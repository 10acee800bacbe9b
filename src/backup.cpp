#include "backup.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <ostream>
#include <set>
#include <system_error>

#include "evidence/evidence.h"
#include "platform/files/folder_storage.h"
#include "platform/files/sha256.h"
#include "platform/text.h"
#include "verify.h"

namespace touchstone {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view what, const fs::path& path) {
  const auto why = std::error_code(errno, std::generic_category()).message();
  throw std::runtime_error(
      fmt::format("Nothing was kept: cannot {} {}: {}.", what, path.string(), why));
}

// Everything on the file system of that folder survives a power cut from here on.
void write_down(const fs::path& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.open() || ::syncfs(opened.number()) != 0) fail("write down", folder);
}

// A folder beside the one that is wanted, gone at the end unless it became that.
class Unfinished {
 public:
  explicit Unfinished(const fs::path& to) : to_(to), here_(to.string() + ".part") {
    if (!fs::create_directory(here_))
      throw std::runtime_error(
          "Nothing was kept: " + here_.string() +
          " is there, of a backup that was broken off or is being made. Delete "
          "it when none is being made.");
  }
  ~Unfinished() {
    std::error_code ignored;
    if (!finished_) fs::remove_all(here_, ignored);
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  const fs::path& here() const { return here_; }
  void finish() {
    write_down(here_);
    fs::rename(here_, to_);
    finished_ = true;
    write_down(to_);
  }

 private:
  const fs::path to_;
  const fs::path here_;
  bool finished_ = false;
};

void copy_keys(const fs::path& data, const fs::path& to) {
  fs::copy_file(data / "secrets", to / "secrets");
  if (!fs::is_directory(data / "retired-secrets")) return;
  fs::create_directory(to / "retired-secrets");
  for (const auto& old : fs::directory_iterator(data / "retired-secrets"))
    fs::copy_file(old.path(), to / "retired-secrets" / old.path().filename());
}

void copy_bytes(const files::OpenFile& from, const fs::path& to) {
  std::ofstream out(to, std::ios::binary);
  std::string piece(std::size_t{1} << 20U, '\0');
  for (std::int64_t at = 0; at < from.size;) {
    const auto got = ::pread(from.file->number(), piece.data(), piece.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read a file for", to);
    if (got == 0) break;
    out.write(piece.data(), got);
    at += got;
  }
  if (!out.flush()) fail("write", to);
}

// Whether it is there, as it came.
bool copy_file(files::Storage& from, files::Storage& to, const Digest& hash,
               const fs::path& folder) {
  const auto open = from.open(hash);
  if (!open) return false;
  const auto coming = folder / "coming";
  copy_bytes(*open, coming);
  const bool whole = files::sha256_of(coming) == hash;
  if (whole)
    to.keep(hash, coming);
  else
    fs::remove(coming);
  return whole;
}

struct Copied {
  std::set<Digest> files;
  std::int64_t problems = 0;
};

// What the copy of the database says must be there.
Copied copy_files(sql::Database& copy, files::Storage& from, const fs::path& to,
                  std::ostream& out) {
  std::vector<evidence::FileOfPiece> all;
  copy.read([&](sql::Read& read) { all = evidence::all_files(read); });
  files::FolderStorage kept(to / "files");
  Copied copied;
  for (const auto& [hash, workspace, piece] : all) {
    if (copied.files.contains(hash)) continue;
    if (copy_file(from, kept, hash, to)) {
      copied.files.insert(hash);
      continue;
    }
    ++copied.problems;
    out << fmt::format("{} the file of evidence {} is missing or not as it came\n",
                       to_text(workspace), to_text(piece));
  }
  return copied;
}

// A file of evidence is named after what is in it.
void write_checksums(const fs::path& folder) {
  std::vector<std::string> lines;
  for (const auto& each : fs::recursive_directory_iterator(folder)) {
    if (!each.is_regular_file()) continue;
    const auto name = fs::relative(each.path(), folder).string();
    const auto named =
        each.path().parent_path().filename().string() + each.path().filename().string();
    const auto hash = name.starts_with("files/") ? files::digest_from_hex(named) : std::nullopt;
    lines.push_back(
        fmt::format("{}  {}\n", files::to_hex(hash ? *hash : files::sha256_of(each.path())), name));
  }
  std::ranges::sort(lines, {},
                    [](const std::string& line) { return line.substr(line.find("  ")); });
  std::ofstream checksums(folder / "checksums");
  for (const auto& line : lines) checksums << line;
  if (!checksums.flush()) fail("write", folder / "checksums");
}

// What looking into the copy has left there. Its log is empty, or its last pages would go with it.
void remove_traces(const fs::path& folder) {
  const auto log = folder / "touchstone.db-wal";
  if (fs::exists(log) && !fs::is_empty(log))
    throw std::runtime_error("Nothing was kept: the copy of the database could not be closed.");
  for (const auto* trace : {"touchstone.db-wal", "touchstone.db-shm", "lock", "files/lock"})
    fs::remove(folder / trace);
}

bool may_be_taken(const fs::path& to, std::ostream& err) {
  if (!fs::is_directory(to.parent_path()))
    err << "--to: There is no folder " << to.parent_path().string() << ".\n";
  else if (fs::exists(to) && !(fs::is_directory(to) && fs::is_empty(to)))
    err << "--to: There is something in " << to.string() << " already.\n";
  else
    return true;
  return false;
}

}  // namespace

int back_up(sql::Database& database, files::Storage& storage, const fs::path& data,
            const fs::path& given, Terminal& terminal) {
  // Without a slash at its end, which would put the unfinished one into it.
  const auto to = given.has_filename() ? given : given.parent_path();
  if (!may_be_taken(to, terminal.err)) return 2;
  Unfinished unfinished(to);
  const auto& here = unfinished.here();
  database.copy_to(here / "touchstone.db");
  copy_keys(data, here);
  Copied copied;
  std::vector<sql::HistoryProblem> problems;
  {
    const auto copy = sql::Database::open({.directory = here, .url = {}});
    problems = problems_of_history(*copy, {});
    copied = copy_files(*copy, storage, here, terminal.out);
  }
  print(problems, terminal.out);
  remove_traces(here);
  write_checksums(here);
  unfinished.finish();
  terminal.out << "Kept in " << to.string() << ": the database, its keys and "
               << counted(std::ssize(copied.files), "file", "files") << " of evidence.\n";
  if (problems.empty() && copied.problems == 0) return 0;
  terminal.err << "It is a copy of what is there, and that is not as it was written.\n";
  return 1;
}

}  // namespace touchstone
