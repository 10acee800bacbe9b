#pragma once
#include <memory>

#include "platform/http/routes.h"
#include "signin/signin.h"
#include "standard/pack.h"

namespace touchstone::standard {

// A pack as it came in, read before the turn.
struct Brought {
  std::string file{};  // as its sender called it; "pack" for what was pasted
  std::string text{};  // to be changed and sent again; of a large one nothing
  bool came = false;
  std::expected<Pack, std::vector<PackProblem>> pack{};
  bool must_wait = false;  // another large one is being read, and this one was not
};

// Whoever holds it reads the only large standard of this process; empty while somebody does.
std::shared_ptr<void> alone_with_a_large_one();

// Where a standard is brought in: a file, or its text. As JSON it is what is here already.
http::Response import_page(sql::Read& read, const http::Request& request,
                           const signin::Member& member);

// Publishes it. What is wrong is said with its line and field, and the text is kept. The same
// content again changes nothing and is told so.
http::Later<Brought> read_brought(sql::Read& read, const http::Request& request);
http::Response import_standard(sql::Write& write, const http::Request& request,
                               const signin::Member& member, const Brought& brought);
std::string placed_schema(std::map<std::string, std::string, std::less<>>& components);

}  // namespace touchstone::standard
