#pragma once
#include <map>
#include <string>
#include <string_view>

namespace touchstone::evidence {

// What other rooms have done for things of their nouns, as they say when the program is put
// together. One table for each type of function, so two questions need two types.
template <class Function>
class ByNoun {
 public:
  static void set(std::string_view noun, Function function) {
    all().insert_or_assign(std::string(noun), function);
  }
  // Null where nobody said.
  static Function of(std::string_view noun) {
    const auto found = all().find(noun);
    return found == all().end() ? nullptr : found->second;
  }

 private:
  static std::map<std::string, Function, std::less<>>& all() {
    static std::map<std::string, Function, std::less<>> table;
    return table;
  }
};

}  // namespace touchstone::evidence
