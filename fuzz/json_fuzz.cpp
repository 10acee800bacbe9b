#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/json/flatten.h"
#include "platform/json/writer.h"
#include "platform/text.h"

// Whatever is handed in as JSON is complained about in words, or gives names and values that are
// sound text and that read back the same when they are written again.
namespace {

using Taken = std::vector<std::pair<std::string, std::optional<std::string>>>;

void demand(bool kept) {
  if (!kept) std::abort();
}

std::optional<Taken> read(std::string_view json) {
  Taken taken;
  touchstone::Complaints complaints;
  touchstone::json::flatten(
      json,
      [&](std::string name, std::optional<std::string> value) {
        taken.emplace_back(std::move(name), std::move(value));
      },
      complaints);
  if (complaints.empty()) return taken;
  for (const auto& complaint : complaints) demand(!complaint.message.empty());
  return std::nullopt;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto taken = read({reinterpret_cast<const char*>(data), size});
  if (!taken || taken->empty())
    return 0;  // nothing would be written as an empty list, which has a name
  touchstone::json::Writer writer;
  writer.begin_object();
  writer.name("values");
  writer.begin_list();
  for (const auto& [name, value] : *taken) {
    demand(!name.empty() && touchstone::is_utf8(name) && touchstone::is_utf8(value.value_or("")));
    if (value)
      writer.text(*value);
    else
      writer.null();
  }
  writer.end_list();
  writer.end_object();
  const auto again = read(writer.take());
  demand(again && again->size() == taken->size());
  for (std::size_t i = 0; i < taken->size(); ++i) demand((*again)[i].second == (*taken)[i].second);
  return 0;
}
