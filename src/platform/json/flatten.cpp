#include "platform/json/flatten.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <set>
#include <vector>

namespace touchstone::json {
namespace {

namespace parser = boost::json;
using Error = parser::error_code;

constexpr std::size_t deepest = 32;

// An object or a list that is being read.
struct Level {
  bool list = false;
  std::string name;             // of the list, or what stands before the names of members
  std::set<std::string> known;  // members that were there
};

// What basic_parser calls while it reads. False with an error set ends the reading; wrong content
// is complained about and read on.
class Reading {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  Reading(const Take& take, Complaints& complaints) : take_(take), complaints_(complaints) {}

  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }

  bool on_object_begin(Error&) {
    const bool member = !levels_.empty();
    levels_.push_back({false, member ? name_ + '.' : "", {}});
    return true;
  }
  bool on_object_end(std::size_t, Error&) { return leave(); }

  bool on_array_begin(Error&) {
    if (levels_.empty()) complaints_.add("", "Send one JSON object.");
    if (!levels_.empty() && levels_.back().list)
      complaints_.add(name_, "There is a list inside a list here; send one list.");
    levels_.push_back({true, name_, {}});
    return true;
  }
  bool on_array_end(std::size_t, Error&) { return leave(); }

  bool on_key_part(parser::string_view part, std::size_t, Error&) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_key(parser::string_view part, std::size_t, Error&) {
    text_.append(part.data(), part.size());
    enter(std::exchange(text_, {}));
    return true;
  }

  bool on_string_part(parser::string_view part, std::size_t, Error&) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_string(parser::string_view part, std::size_t, Error&) {
    text_.append(part.data(), part.size());
    if (text_.contains('\0')) complaints_.add(name_, "There is a NUL character in this text.");
    return give(std::exchange(text_, {}));
  }

  bool on_number_part(parser::string_view part, Error&) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_int64(std::int64_t, parser::string_view part, Error&) { return number(part); }
  bool on_uint64(std::uint64_t, parser::string_view part, Error&) { return number(part); }
  bool on_double(double, parser::string_view part, Error&) { return number(part); }
  bool on_bool(bool value, Error&) { return give(value ? "true" : "false"); }
  bool on_null(Error&) { return give(std::nullopt); }
  bool on_comment_part(parser::string_view, Error&) { return true; }
  bool on_comment(parser::string_view, Error&) { return true; }

 private:
  void enter(std::string member) {
    auto& level = levels_.back();
    name_ = level.name + member;
    if (member.empty()) complaints_.add(name_, "There is a member without a name here.");
    if (member.contains('.') || member.contains('\0'))
      complaints_.add(name_, "The name of a member may not have a dot or a NUL character in it.");
    if (!level.known.insert(std::move(member)).second)
      complaints_.add(name_, "This member stands twice.");
  }

  bool leave() {
    levels_.pop_back();
    if (!levels_.empty() && levels_.back().list) name_ = levels_.back().name;
    return true;
  }

  bool number(parser::string_view part) {
    text_.append(part.data(), part.size());
    return give(std::exchange(text_, {}));
  }

  bool give(std::optional<std::string> value) {
    if (levels_.empty())
      complaints_.add("", "Send one JSON object.");
    else
      take_(name_, std::move(value));
    return true;
  }

  const Take& take_;
  Complaints& complaints_;
  std::vector<Level> levels_;
  std::string name_;  // of the value that is being read
  std::string text_;  // its pieces so far
};

std::string place(std::string_view json, std::size_t at) {
  const auto before = json.substr(0, std::min(at, json.size()));
  const auto line = std::ranges::count(before, '\n') + 1;
  const auto start = before.rfind('\n');
  const auto column = start == std::string_view::npos ? before.size() + 1 : before.size() - start;
  return fmt::format("line {}, column {}", line, column);
}

}  // namespace

void flatten(std::string_view json, const Take& take, Complaints& complaints) {
  parser::parse_options options;
  options.max_depth = deepest;
  parser::basic_parser<Reading> reader(options, take, complaints);
  Error error;
  const auto read = reader.write_some(false, json.data(), json.size(), error);
  if (!error && read < json.size()) error = parser::error::extra_data;
  if (error)
    complaints.add("", fmt::format("This is not JSON we can read, at {}: {}.", place(json, read),
                                   error.message()));
}

}  // namespace touchstone::json
