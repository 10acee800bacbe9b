#include "platform/document/download.h"

#include <memory>
#include <string>
#include <utility>

#include "platform/log/log.h"

namespace touchstone::document {
namespace {

constexpr std::string_view too_much =
    "This is too much for one file. Print the page from your browser instead.";
constexpr std::string_view not_here =
    "Word and PDF files cannot be made here just now. Print the page from your browser instead, "
    "and tell the people who run this site.";

http::Response made_now(const Paper& paper, Format format, const std::string& name) {
  auto file = file_of(paper, format);
  if (!file) {
    log::error("a {} file could not be made: {}", ending(format), file.error().detail);
    const auto what = file.error().what;
    return http::refused(
        503, what == Trouble::too_long || what == Trouble::too_large ? too_much : not_here);
  }
  http::Response response;
  response.type = media_type(format);
  response.body = *std::move(file);
  http::attach(response, name);
  return response;
}

}  // namespace

http::Response download(Paper paper, Format format, std::string_view name) {
  http::Response response;
  auto shared = std::make_shared<const Paper>(std::move(paper));
  response.slowly = [shared = std::move(shared), format,
                     name = std::string(name) + "." + std::string(ending(format))] {
    return made_now(*shared, format, name);
  };
  return response;
}

}  // namespace touchstone::document
