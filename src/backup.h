#pragma once
#include <filesystem>

#include "platform/files/storage.h"
#include "platform/sql/database.h"
#include "terminal.h"

namespace touchstone {

// Makes the folder `to`, which must be missing or empty, a copy of the installation whose data
// directory is `data`: a data directory that can be served, with all files in its folder `files`
// and `checksums` of everything as sha256sum reads them. `to` appears when the copy is whole and on
// the disk. Others read and write meanwhile. 0 done; 1 when what it copied is not as it was
// written, which it says on `out`, and the copy is kept; 2 when `to` cannot be taken. Throws
// std::runtime_error when nothing was kept.
int back_up(sql::Database& database, files::Storage& storage, const std::filesystem::path& data,
            const std::filesystem::path& to, Terminal& terminal);

}  // namespace touchstone
