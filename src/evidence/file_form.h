#pragma once
#include <functional>
#include <string>
#include <vector>

#include "evidence/file.h"
#include "people/people.h"
#include "platform/complaint.h"
#include "platform/http/routes.h"
#include "platform/sql/turn.h"

namespace touchstone::evidence {

// A file that came with a form and is kept, though no piece has it yet.
struct SentFile {
  File file{};
  bool asks = false;  // looks like a table of single children, or could not be looked into
};

// The files of a form: those that came with it, and those that came with an earlier attempt, which
// the page brings along in its field `kept`.
struct SentFiles {
  std::vector<SentFile> files{};
  Complaints complaints{};    // of "file" and "no_single_children"
  bool out_of_reach = false;  // what keeps files cannot be used now; `complaints` say so
  // Of the page that shows the form again.
  int status() const { return out_of_reach ? 503 : 422; }
};

// Whether files of an earlier attempt of the form are to be chosen again: none came with this one,
// and its sender does not say that it goes without them.
bool misses_files(const http::Request& request);
inline constexpr std::string_view choose_files_again =
    "Choose the files again: they did not come along. Or say that you send it without them.";

// Those of which somebody must say first that nobody can be recognised in them. They are believed
// only where what kept_field gives comes back with it, as `kept` or `asked`.
std::vector<SentFile> asked_about(const SentFiles& sent);

// The answer to a program whose form with files was refused; a complaint of `asked` for each file
// that it is asked about holds what it sends back.
http::Response refused_with_files(const http::Request& request, const SentFiles& sent,
                                  const Complaints& complaints);

// The prepare step of forms with files: looks what is in them, and keeps them. Of strangers it
// keeps nothing.
http::Later<SentFiles> take_files(sql::Read& read, const http::Request& request);

// What is wrong with a form that has these files.
using JudgeFiles = std::function<Complaints(const SentFiles& sent)>;

// The same for a form that somebody without an account sends to an organisation. Files of an
// attempt that cannot be saved are not kept, and must be chosen again. `judge` is asked after the
// read turn.
http::Later<SentFiles> take_files_of_strangers(sql::Read& read, const http::Request& request,
                                               Id<people::Workspace> workspace, JudgeFiles judge);

// What stands in the field `kept` for that file: for twelve hours, and its sender, it is as good as
// the file itself.
std::string kept_field(const http::Request& request, const SentFile& sent);

}  // namespace touchstone::evidence
