#include "people/each_workspace_jobs.h"

#include <exception>
#include <vector>

#include "platform/log/log.h"

namespace touchstone::people {

void in_each_workspace(sql::Database& database, const std::function<void(const Workspace&)>& work) {
  std::vector<Workspace> all;
  database.read([&](sql::Read& read) { all = all_workspaces(read); });
  std::exception_ptr trouble;
  for (const auto& workspace : all) {
    try {
      work(workspace);
    } catch (const std::exception& error) {
      log::error("work for {}: {}", workspace.slug, error.what());
      trouble = std::current_exception();
    }
  }
  if (trouble) std::rethrow_exception(trouble);
}

}  // namespace touchstone::people
