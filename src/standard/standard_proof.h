#pragma once
#include <expected>

#include "signin/signin.h"
#include "standard/standard_store.h"

namespace touchstone::standard {

// The proof that the visitor may do what the route asks for with the standard in its address,
// withdrawn or not.
class SeenStandard {
 public:
  SeenStandard(SeenStandard&&) = default;
  const Kept& kept() const { return kept_; }
  const Content& content() const { return *kept_.content; }
  const Uuid& workspace() const { return workspace_; }

  friend std::expected<SeenStandard, http::Response> seen_standard(sql::Read&, const http::Request&,
                                                                   http::Verb);

 private:
  SeenStandard(Kept kept, Uuid workspace) : kept_(std::move(kept)), workspace_(workspace) {}
  Kept kept_;
  Uuid workspace_;
};

// 404 for an address that leads to no version here.
std::expected<SeenStandard, http::Response> seen_standard(sql::Read& read,
                                                          const http::Request& request,
                                                          http::Verb verb);

}  // namespace touchstone::standard
