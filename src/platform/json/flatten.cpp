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
constexpr std::size_t most_complaints = 20;
constexpr std::size_t members_of_a_value = 4;  // at most, on average: those around it among them

// An object or a list that is being read.
struct Level {
  bool list = false;
  std::string name;             // of the list, or what stands before the names of members
  std::set<std::string> known;  // members that were there
  std::size_t values_before = 0;
};

// What basic_parser calls while it reads. False with an error set ends the reading; wrong content
// is complained about and read on, until it is too much.
class Reading {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = longest_name;
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  Reading(const Take& take, Complaints& complaints, std::size_t most)
      : take_(take), complaints_(complaints), most_(most) {}

  // Why it was not read to its end; empty when it was.
  const std::string& too_much() const { return too_much_; }

  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }

  bool on_object_begin(Error&) {
    const bool member = !levels_.empty();
    levels_.push_back({false, member ? name_ + '.' : "", {}, values_});
    return true;
  }
  bool on_object_end(std::size_t, Error&) { return leave(); }

  bool on_array_begin(Error& error) {
    if (levels_.empty()) complain("Send one JSON object.");
    if (!levels_.empty() && levels_.back().list)
      complain("There is a list inside a list here; send one list.");
    levels_.push_back({true, name_, {}, values_});
    return goes_on(error);
  }
  bool on_array_end(std::size_t, Error& error) {
    name_ = levels_.back().name;
    const bool empty = values_ == levels_.back().values_before;
    return (!empty || give(std::nullopt, error)) && leave();
  }

  bool on_key_part(parser::string_view part, std::size_t, Error&) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_key(parser::string_view part, std::size_t, Error& error) {
    text_.append(part.data(), part.size());
    enter(std::exchange(text_, {}));
    return goes_on(error);
  }

  bool on_string_part(parser::string_view part, std::size_t, Error&) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_string(parser::string_view part, std::size_t, Error& error) {
    text_.append(part.data(), part.size());
    if (text_.contains('\0')) complain("There is a NUL character in this text.");
    return give(std::exchange(text_, {}), error);
  }

  bool on_number_part(parser::string_view part, Error&) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_int64(std::int64_t, parser::string_view part, Error& error) {
    return number(part, error);
  }
  bool on_uint64(std::uint64_t, parser::string_view part, Error& error) {
    return number(part, error);
  }
  bool on_double(double, parser::string_view part, Error& error) { return number(part, error); }
  bool on_bool(bool value, Error& error) { return give(value ? "true" : "false", error); }
  bool on_null(Error& error) { return give(std::nullopt, error); }
  bool on_comment_part(parser::string_view, Error&) { return true; }
  bool on_comment(parser::string_view, Error&) { return true; }

 private:
  void enter(std::string member) {
    auto& level = levels_.back();
    name_ = level.name + member;
    if (++members_ / members_of_a_value > most_) stop("There are too many members.");
    if (name_.size() > longest_name) return stop("The name of a member is too long.");
    if (member.empty()) complain("There is a member without a name here.");
    if (member.contains('.') || member.contains('\0'))
      complain("The name of a member may not have a dot or a NUL character in it.");
    if (!level.known.insert(std::move(member)).second) complain("This member stands twice.");
  }

  bool leave() {
    levels_.pop_back();
    if (!levels_.empty() && levels_.back().list) name_ = levels_.back().name;
    return true;
  }

  bool number(parser::string_view part, Error& error) {
    text_.append(part.data(), part.size());
    return give(std::exchange(text_, {}), error);
  }

  bool give(std::optional<std::string> value, Error& error) {
    if (levels_.empty())
      complain("Send one JSON object.");
    else if (++values_ > most_)
      stop("There are too many members.");
    else
      take_(name_, std::move(value));
    return goes_on(error);
  }

  void complain(std::string message) {
    complaints_.add(levels_.empty() ? "" : name_, std::move(message));
    if (complaints_.size() >= most_complaints) stop("There are more mistakes than these.");
  }

  void stop(std::string why) { too_much_ = std::move(why); }

  bool goes_on(Error& error) {
    if (!too_much_.empty()) error = parser::error::exception;
    return too_much_.empty();
  }

  const Take& take_;
  Complaints& complaints_;
  const std::size_t most_;
  std::size_t values_ = 0;
  std::size_t members_ = 0;
  std::vector<Level> levels_;
  std::string name_;  // of the value that is being read
  std::string text_;  // its pieces so far
  std::string too_much_;
};

std::string place(std::string_view json, std::size_t at) {
  const auto before = json.substr(0, std::min(at, json.size()));
  const auto line = std::ranges::count(before, '\n') + 1;
  const auto start = before.rfind('\n');
  const auto column = start == std::string_view::npos ? before.size() + 1 : before.size() - start;
  return fmt::format("line {}, column {}", line, column);
}

}  // namespace

void flatten(std::string_view json, const Take& take, Complaints& complaints, std::size_t most) {
  parser::parse_options options;
  options.max_depth = deepest;
  parser::basic_parser<Reading> reader(options, take, complaints, most);
  Error error;
  const auto read = reader.write_some(false, json.data(), json.size(), error);
  if (const auto& why = reader.handler().too_much(); !why.empty())
    return complaints.add("", fmt::format("{} Reading stopped at {}.", why, place(json, read)));
  if (!error && read < json.size()) error = parser::error::extra_data;
  if (error)
    complaints.add("", fmt::format("This is not JSON we can read, at {}: {}.", place(json, read),
                                   error.message()));
}

}  // namespace touchstone::json
