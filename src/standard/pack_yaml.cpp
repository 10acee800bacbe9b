#include "standard/pack_yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <charconv>
#include <optional>
#include <sstream>

namespace touchstone::standard {
namespace {

template <class Number>
std::optional<Number> number_in(const std::string& text) {
  Number number{};
  const auto* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && at == end ? std::optional<Number>(number) : std::nullopt;
}

bool begins_like_a_number(const std::string& text) {
  const auto first = text.find_first_not_of("+-.");
  return first != text.npos && first <= 1 && text[first] >= '0' && text[first] <= '9';
}

// Gives what the parser meets to the builder.
class YamlListener : public YAML::EventHandler {
 public:
  explicit YamlListener(NodeBuilder& builder) : builder_(builder) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0)
      builder_.refuse(line_of(mark), "A pack is one document; a second one begins here (---).");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    look_at(mark, "", anchor);
    builder_.null(line_of(mark));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    builder_.refuse(line_of(mark),
                    "Aliases (*name) are not taken in packs: write the part out again. Text that "
                    "begins with * goes in quotes.");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    look_at(mark, tag, anchor);
    const bool plain = tag == "?";
    if (plain && !builder_.name_is_due() && value.size() < 64 && not_text(value, line_of(mark)))
      return;
    builder_.text(value, line_of(mark));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    look_at(mark, tag, anchor);
    builder_.begin(Node::Kind::list, line_of(mark));
  }
  void OnSequenceEnd() override { builder_.end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    look_at(mark, tag, anchor);
    builder_.begin(Node::Kind::map, line_of(mark));
  }
  void OnMapEnd() override { builder_.end(); }

 private:
  static int line_of(const YAML::Mark& mark) { return mark.line + 1; }

  void look_at(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0)
      builder_.refuse(line_of(mark),
                      "Anchors (&name) are not taken in packs: write each part out. Text that "
                      "begins with & goes in quotes.");
    if (!tag.empty() && tag != "?" && tag != "!")
      builder_.refuse(
          line_of(mark),
          "Tags (!name) are not taken in packs. Text that begins with ! goes in quotes.");
  }

  // Takes a plain word that stands for something else than itself.
  bool not_text(const std::string& word, int line) {
    if (word == "true" || word == "false") {
      builder_.truth(word == "true", line);
    } else if (word == "null" || word == "~" || word.empty()) {
      builder_.null(line);
    } else if (const auto whole = number_in<std::int64_t>(word)) {
      builder_.integer(*whole, line);
    } else if (begins_like_a_number(word) && number_in<double>(word)) {
      builder_.number(word, line);
    } else {
      return false;
    }
    return true;
  }

  NodeBuilder& builder_;
  int documents_ = 0;
};

}  // namespace

void read_yaml(std::string_view text, NodeBuilder& builder) {
  std::istringstream in{std::string(text)};
  YamlListener listener(builder);
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(listener)) {
    }
  } catch (const YAML::Exception& error) {
    builder.refuse(
        error.mark.is_null() ? 1 : error.mark.line + 1,
        fmt::format("This cannot be read ({}). Look at the indentation, the brackets and "
                    "the quotes of this line and the one above.",
                    error.msg));
  }
}

}  // namespace touchstone::standard
