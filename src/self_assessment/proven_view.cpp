#include "self_assessment/proven_view.h"

#include <atomic>

namespace touchstone::self_assessment {
namespace {

std::atomic<Prove>& proving() {
  static std::atomic<Prove> one = nullptr;
  return one;
}

}  // namespace

void prove_with(Prove prove) {
  proving() = prove;
}

Proven proven_about(sql::Read& read, const http::Request& request,
                    const standard::Content& content) {
  const auto prove = proving().load();
  return prove ? prove(read, request, content) : Proven();
}

}  // namespace touchstone::self_assessment
