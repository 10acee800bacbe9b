#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace touchstone::json {

// Writes JSON (RFC 8259) piece by piece and puts the commas itself. Text must be UTF-8.
class Writer {
 public:
  explicit Writer(std::size_t expected = 256) { out_.reserve(expected); }

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_list() { open('['); }
  void end_list() { close(']'); }
  void name(std::string_view name);  // of the member that follows
  void text(std::string_view utf8);
  void number(std::int64_t number);
  void number(std::uint64_t number);
  void number(
      double number);  // the shortest text that reads back the same; null when it is no number
  void truth(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }
  void raw(std::string_view json);  // JSON that is already written

  std::size_t size() const { return out_.size(); }  // bytes so far
  // What was written; the writer is empty after it.
  std::string take();

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void quoted(std::string_view utf8);

  std::string out_;
  bool first_ = true;  // in the present object or list
  bool after_name_ = false;
};

}  // namespace touchstone::json
