#pragma once
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "standard/node.h"
#include "standard/pack.h"

namespace touchstone::standard {

inline constexpr std::size_t longest_pack = 1024 * 1024;  // bytes
inline constexpr std::size_t most_values = 50'000;
inline constexpr std::size_t deepest = 32;
inline constexpr std::size_t longest_text = 600;         // characters; all but guidance
inline constexpr std::size_t longest_guidance = 20'000;  // characters

// Ends the reading of a pack at once.
struct Unreadable {
  PackProblem problem;
};

// What a tree is held to.
struct NodeLimits {
  std::size_t text = longest_text;  // characters of any text but guidance
  std::size_t values = most_values;
  // Whether a member is kept at all; null: each is.
  bool (*wanted)(std::string_view name) = nullptr;
};

// Puts a tree together from what a reader of YAML or JSON meets, within the limits. A name that
// stands twice and text that is too long are kept as problems; the rest throws Unreadable.
class NodeBuilder {
 public:
  explicit NodeBuilder(const NodeLimits& limits = {}) : limits_(limits) {}

  void begin(Node::Kind kind, int line);
  void end();
  void text(std::string_view utf8, int line);  // of a value, or of a name where one is due
  void integer(std::int64_t value, int line);
  void number(std::string_view written, int line);
  void truth(bool value, int line);
  void null(int line);

  bool name_is_due() const;
  [[noreturn]] void refuse(int line, std::string message) const;

  Node take() { return std::move(root_); }
  std::vector<PackProblem> take_problems() { return std::move(problems_); }

 private:
  struct Open {
    Node node;
    std::string name;
    int name_line = 0;
    bool named = false;
    std::unordered_set<std::string> names;  // of its members, once there are many
  };

  static bool is_new(Open& map, const std::string& name);
  void name(std::string utf8, int line);
  void add(Node node);
  void count(int line);
  std::string path() const;
  std::size_t longest_here() const;

  NodeLimits limits_;
  std::vector<Open> open_;
  Node root_;
  std::size_t values_ = 0;
  std::vector<PackProblem> problems_;
};

}  // namespace touchstone::standard
