#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/descriptor.h"

namespace touchstone::http {

// What of a file is still to be sent.
struct FileRest {
  std::shared_ptr<const Descriptor> file;
  std::int64_t at = 0;
  std::int64_t left = 0;
  std::string piece{};  // read, and next to be sent

  // Reads the next piece, of at most 256 KB; it is empty when the file ends too early or cannot be
  // read. Waits for a disk.
  void read_on();
};

// Bytes on their way to the client: the head, then `body` or the bytes it borrows, then the file.
struct Answer {
  int status = 0;
  std::string head;
  std::string body;
  std::string_view borrowed;  // lives as long as the program; instead of `body`
  std::shared_ptr<FileRest> rest{};
  bool close = false;  // the connection ends after it

  std::string_view content() const { return borrowed.empty() ? std::string_view(body) : borrowed; }
};

struct AnswerHead {
  int status = 200;
  std::string_view type;
  std::size_t length = 0;
  std::string_view request_id;
  std::string_view cache;  // Cache-Control
  std::string_view etag;   // empty: none
  bool secure = false;
  bool file = false;  // a stranger's: it gets the policy that lets nothing in it run
  bool close = false;
};

// "Not Found"
std::string_view reason_phrase(int status);

// The status line and header fields, with those that every answer carries (content security policy
// and the like).
std::string write_head(const AnswerHead& head,
                       const std::vector<std::pair<std::string, std::string>>& more);

// A short answer in plain text that needs neither a route nor a database. Closes the connection.
Answer plain_answer(int status, std::string_view sentence, std::string_view request_id,
                    bool secure);

// Takes the body away, for HEAD; the head keeps its length.
void without_body(Answer& answer);

}  // namespace touchstone::http
