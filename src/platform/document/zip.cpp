#include "platform/document/zip.h"

#include <boost/crc.hpp>
#include <cstdint>
#include <utility>

// PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16; "stored", 1 January 1980.
namespace touchstone::document {
namespace {

constexpr std::uint32_t first_of_1980 = 0x00210000;

void put(std::string& out, std::uint32_t number, int bytes) {
  for (int i = 0; i < bytes; ++i, number >>= 8) out += static_cast<char>(number & 0xff);
}

// What the header of a part and its line in the directory have in common.
std::string facts_of(std::string_view name, std::string_view bytes) {
  boost::crc_32_type sum;
  sum.process_bytes(bytes.data(), bytes.size());
  std::string facts;
  put(facts, 20, 2);      // readable by version 2.0
  put(facts, 0x0800, 2);  // names in UTF-8
  put(facts, 0, 2);       // stored
  put(facts, first_of_1980, 4);
  put(facts, sum.checksum(), 4);
  put(facts, static_cast<std::uint32_t>(bytes.size()), 4);
  put(facts, static_cast<std::uint32_t>(bytes.size()), 4);
  put(facts, static_cast<std::uint32_t>(name.size()), 2);
  put(facts, 0, 2);  // nothing extra
  return facts;
}

}  // namespace

void Zip::add(std::string_view name, std::string_view bytes) {
  const auto facts = facts_of(name, bytes);
  const auto begins = static_cast<std::uint32_t>(parts_.size());
  put(parts_, 0x04034b50, 4);
  parts_.append(facts).append(name).append(bytes);
  put(directory_, 0x02014b50, 4);
  put(directory_, 20, 2);
  directory_.append(facts);
  put(directory_, 0, 2);  // no comment
  put(directory_, 0, 2);  // the first disk
  put(directory_, 0, 2);
  put(directory_, 0, 4);
  put(directory_, begins, 4);
  directory_.append(name);
  ++count_;
}

std::string Zip::finish() {
  const auto begins = static_cast<std::uint32_t>(parts_.size());
  auto file = std::move(parts_);
  file.append(directory_);
  put(file, 0x06054b50, 4);
  put(file, 0, 2);
  put(file, 0, 2);
  put(file, count_, 2);
  put(file, count_, 2);
  put(file, static_cast<std::uint32_t>(directory_.size()), 4);
  put(file, begins, 4);
  put(file, 0, 2);
  return file;
}

}  // namespace touchstone::document
