#include "platform/http/head.h"

#include <algorithm>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "platform/text.h"

namespace touchstone::http {
namespace {

namespace beast = boost::beast::http;

std::optional<Method> method_of(beast::verb verb) {
  if (verb == beast::verb::get) return Method::get;
  if (verb == beast::verb::head) return Method::head;
  if (verb == beast::verb::post) return Method::post;
  return std::nullopt;
}

}  // namespace

std::string_view Head::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return {};
}

std::optional<Head> parse_head(std::string_view block) {
  beast::request_parser<beast::empty_body> parser;
  parser.header_limit(static_cast<std::uint32_t>(block.size()));
  parser.body_limit(boost::none);
  boost::system::error_code error;
  const auto used = parser.put(boost::asio::buffer(block), error);
  if (error || used != block.size() || !parser.is_header_done()) return std::nullopt;
  const auto& message = parser.get();
  const auto method = method_of(message.method());
  if (!method) return std::nullopt;
  Head head;
  head.method = *method;
  head.target = std::string(message.target());
  head.headers.reserve(16);
  for (const auto& field : message)
    head.headers.emplace_back(lowered_ascii(std::string_view(field.name_string())),
                              std::string(field.value()));
  head.length = static_cast<std::size_t>(parser.content_length().value_or(0));
  head.keep_alive = message.keep_alive();
  head.waits = message.version() == 11 && !head.header("expect").empty();
  return head;
}

}  // namespace touchstone::http
