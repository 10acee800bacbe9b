#pragma once
#include <string_view>
#include <vector>

namespace touchstone {

// A file that travels inside the program.
struct Embedded {
  std::string_view name;   // relative, with forward slashes
  std::string_view bytes;  // lives as long as the program
};

namespace embedded {
extern const std::vector<Embedded> migrations;  // migrations/*.sql
extern const std::vector<Embedded> standards;   // standards/*.yaml and the pack's JSON Schema
extern const std::vector<Embedded> assets;      // style, script, icons, each also as .gz and .br
extern const std::vector<Embedded> document_parts;  // platform/document/parts
}  // namespace embedded

}  // namespace touchstone
