#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/fields.h"
#include "platform/http/request.h"

namespace touchstone::http {

// The boundary of a multipart/form-data Content-Type; empty when there is none or it is malformed.
std::optional<std::string> boundary_of(std::string_view content_type);

// Reads multipart/form-data (RFC 7578) as it comes. Files go to a folder, the rest to fields; both
// are bounded. It is strict: nothing before the first boundary, each part one Content-Disposition
// with a name, the last boundary at the end.
class Multipart {
 public:
  // Bytes that stay free on the disk: never to be used up by uploads, since the database needs
  // room to work.
  static constexpr std::uintmax_t left_free = 100 * 1024 * 1024;
  static constexpr std::size_t most_text = 1024 * 1024;  // bytes of all fields, kept in memory

  // Without a folder a file is refused.
  Multipart(std::string boundary, std::filesystem::path folder);
  // Deletes the files that are still where they were put.
  ~Multipart();
  Multipart(const Multipart&) = delete;
  Multipart& operator=(const Multipart&) = delete;

  // Files that come from now on are thrown away, and only counted as left out.
  void leave_files() { leaves_files_ = true; }
  bool left_out() const { return left_out_; }

  // False once the body cannot be understood. Throws std::runtime_error when a file cannot be
  // written.
  bool feed(std::string_view bytes);
  // Whether the whole body was there. To be called once, after the last feed().
  bool finish();

  Fields fields;
  std::vector<Upload> uploads;

 private:
  enum class Place : std::uint8_t { boundary, after_boundary, headers, content, end, broken };
  // One step forward; false when more bytes are needed.
  bool step();
  bool at_boundary();
  bool after_boundary();
  bool headers();
  bool content();
  bool read_disposition(std::string_view block);
  bool open_part(std::string_view disposition);
  void keep(std::string_view bytes);
  void look_for_room() const;  // throws when the disk is nearly full
  void open_file();
  void close_part();
  bool fail();

  std::string delimiter_;  // CRLF "--" boundary
  std::filesystem::path folder_;
  std::string buffer_;
  std::size_t at_ = 0;  // what of the buffer is read
  Place place_ = Place::boundary;
  std::string name_;
  std::string value_;
  std::size_t values_ = 0;  // bytes of all fields
  std::size_t parts_ = 0;
  std::optional<Upload> upload_;
  int file_ = -1;
  bool leaves_files_ = false;
  bool left_out_ = false;
};

}  // namespace touchstone::http
