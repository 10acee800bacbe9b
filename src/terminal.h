#pragma once
#include <filesystem>
#include <iosfwd>

namespace touchstone {

// What a command may read from and write to. Over the control socket it is the caller's terminal.
struct Terminal {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::filesystem::path directory;  // where relative paths in the arguments start from
};

}  // namespace touchstone
