#include "self_assessment/suggestion_view.h"

#include <atomic>

namespace touchstone::self_assessment {
namespace {

std::atomic<Suggest>& suggesting() {
  static std::atomic<Suggest> one = nullptr;
  return one;
}

}  // namespace

void suggest_with(Suggest suggest) {
  suggesting() = suggest;
}

std::optional<Suggestion> suggestion_for(sql::Read& read, const http::Request& request,
                                         const standard::Content& content, std::string_view theme) {
  const auto suggest = suggesting().load();
  return suggest ? suggest(read, request, content, theme) : std::nullopt;
}

}  // namespace touchstone::self_assessment
