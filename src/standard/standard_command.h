#pragma once
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "platform/sql/database.h"

// `touchstone standard …`. Each gives the exit status: 0, 1 when a pack is not sound or was
// refused, 2 when something that was named is not there.
namespace touchstone::standard {

// Says what is wrong with each pack, or that it is sound. Needs no database.
int check_packs(const std::vector<std::filesystem::path>& packs, std::ostream& out,
                std::ostream& err);

// Publishes a pack in one workspace, by its slug; an empty slug means the only one there is.
int import_pack(sql::Database& database, const std::filesystem::path& pack,
                const std::string& workspace, std::ostream& out, std::ostream& err);

// Writes a pack of one workspace to `out`, the same bytes as its page gives: "yaml", "json" or
// "case".
int export_pack(sql::Database& database, const std::string& address, const std::string& workspace,
                const std::string& as, std::ostream& out, std::ostream& err);

// What lies in each workspace: workspace, address, title, day, content hash, and "published" or
// "withdrawn".
int list_standards(sql::Database& database, std::ostream& out, std::ostream& err);

}  // namespace touchstone::standard
