#pragma once
#include <string>

#include "platform/http/routes.h"
#include "staff/keeper_proof.h"
#include "staff/staff_file.h"

namespace touchstone::staff {

// A file that was sent, read before the turn.
struct SentFile {
  std::string field{};    // "file" or "text"
  std::string content{};  // UTF-8; as it was sent, when it has problems
  bool from_windows = false;
  std::vector<FileProblem> problems{};
};
SentFile read_sent_file(sql::Read& read, const http::Request& request);

// Where a file is chosen, or what the one that waits would change.
http::Response show_import(sql::Read& read, const http::Request& request, const ListKeeper& who);
// Fields: file (an upload) or text. Keeps it for its keeper, who sees next what it would change.
http::Response begin_import(sql::Housekeeping& housekeeping, const http::Request& request,
                            const ListKeeper& who, const SentFile& sent);
// Field: digest, of what was shown. Does exactly that, or nothing: 409 when the staff list came to
// mean something else for the file meanwhile, 422 while it has problems.
http::Response complete_import(sql::Write& write, const http::Request& request,
                               const ListKeeper& who);
http::Response remove_import(sql::Housekeeping& housekeeping, const http::Request& request,
                             const ListKeeper& who);
// The staff list as CSV, as far as the visitor keeps it; import changes nothing with it.
http::Response download_staff_list(sql::Read& read, const http::Request& request,
                                   const ListKeeper& who);

// For add_routes: with room for a file of most_staff_bytes and the form around it, or for 1 MB of
// text.
inline constexpr http::Limits with_staff_file{.body = 1024 * 1024,
                                              .files = most_staff_bytes + 256 * 1024};
std::string import_schema(std::map<std::string, std::string, std::less<>>& components);

}  // namespace touchstone::staff
