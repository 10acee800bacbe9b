#pragma once
#include <vector>

#include "platform/files/storage.h"
#include "platform/sql/database.h"
#include "platform/sql/history.h"
#include "terminal.h"

namespace touchstone {

// What is not as it was written in the history; `logged` are ends of chains that a log knows of.
std::vector<sql::HistoryProblem> problems_of_history(sql::Database& database,
                                                     std::vector<sql::Head> logged = {});
void print(const std::vector<sql::HistoryProblem>& problems, std::ostream& out);

// Goes through the whole history, and then through all files, and says on `out` what is not as it
// was written. 1 when anything is not, or the files cannot be read.
int verify(sql::Database& database, files::Storage& storage, Terminal& terminal,
           std::vector<sql::Head> logged = {});

}  // namespace touchstone
