#include "standard/pack_json.h"

#include <fmt/format.h>

#include <boost/json/basic_parser_impl.hpp>

namespace touchstone::standard {
namespace {

using boost::json::error_code;
using Text = boost::json::string_view;

// Gives what the parser meets to the builder; `line` is that of the bytes the parser is reading.
struct JsonListener {
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);

  NodeBuilder& builder;
  int line = 1;
  std::string part{};

  bool append(Text text) {
    part.append(text.data(), text.size());
    return true;
  }
  bool whole(Text rest) {
    append(rest);
    builder.text(part, line);
    part.clear();
    return true;
  }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { return begin(Node::Kind::map); }
  bool on_object_end(std::size_t, error_code&) { return end(); }
  bool on_array_begin(error_code&) { return begin(Node::Kind::list); }
  bool on_array_end(std::size_t, error_code&) { return end(); }
  bool on_key_part(Text text, std::size_t, error_code&) { return append(text); }
  bool on_key(Text text, std::size_t, error_code&) { return whole(text); }
  bool on_string_part(Text text, std::size_t, error_code&) { return append(text); }
  bool on_string(Text text, std::size_t, error_code&) { return whole(text); }
  bool on_number_part(Text text, error_code&) { return append(text); }
  bool on_int64(std::int64_t value, Text, error_code&) {
    part.clear();
    builder.integer(value, line);
    return true;
  }
  bool on_uint64(std::uint64_t, Text text, error_code&) { return number(text); }
  bool on_double(double, Text text, error_code&) { return number(text); }
  bool on_bool(bool value, error_code&) {
    builder.truth(value, line);
    return true;
  }
  bool on_null(error_code&) {
    builder.null(line);
    return true;
  }
  bool on_comment_part(Text, error_code&) { return true; }
  bool on_comment(Text, error_code&) { return true; }

 private:
  bool begin(Node::Kind kind) {
    builder.begin(kind, line);
    return true;
  }
  bool end() {
    builder.end();
    return true;
  }
  bool number(Text rest) {
    append(rest);
    builder.number(part, line);
    part.clear();
    return true;
  }
};

boost::json::parse_options options() {
  boost::json::parse_options options;
  options.max_depth = deepest + 1;  // the builder says it in words, one level earlier
  return options;
}

}  // namespace

void read_json(std::string_view text, NodeBuilder& builder) {
  boost::json::basic_parser<JsonListener> parser(options(), JsonListener{builder});
  error_code error;
  auto& line = parser.handler().line;
  // Line by line, because the parser does not say where it is.
  while (!text.empty() && !error) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    const auto taken = parser.write_some(true, text.data(), end, error);
    if (!error && taken < end) error = boost::json::error::extra_data;
    if (!error) text.remove_prefix(end);
    if (!error && !text.empty()) ++line;
  }
  if (!error) parser.write_some(false, "", 0, error);
  if (error) builder.refuse(line, fmt::format("This is not sound JSON ({}).", error.message()));
}

}  // namespace touchstone::standard
