#pragma once
#include <optional>
#include <vector>

#include "look/content.h"
#include "look/tag.h"

namespace touchstone::look {

struct TaskTitle {
  Content text{};
  std::string classes{};
};
struct TaskStatus {
  Content text{};
  std::optional<Tag> tag{};
  std::string classes{};
};
struct TaskItem {
  TaskTitle title{};
  Content hint{};
  TaskStatus status{};
  Url href{};
  std::string classes{};
};
// What there is to do, with how far each is.
struct TaskList {
  std::vector<TaskItem> items{};
  std::string id_prefix = "task-list";
  std::string classes{};
  Attributes attributes{};
};
Html task_list(const TaskList& list);

}  // namespace touchstone::look
