#include <sys/stat.h>

#include <filesystem>
#include <iostream>

#include "command_line.h"

int main(int count, char** arguments) {
  // Whatever this program writes is its owner's only.
  ::umask(077);
  std::error_code none;
  touchstone::Terminal terminal{std::cin, std::cout, std::cerr,
                                std::filesystem::current_path(none)};
  return touchstone::run({arguments + 1, arguments + count}, terminal);
}
