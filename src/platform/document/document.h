#pragma once
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "platform/document/confined.h"
#include "platform/html/html.h"

// Pages as files to keep: Word documents and PDF, made of the same HTML by pandoc and weasyprint.
// https://pandoc.org, https://weasyprint.org; what they may do is in confined.h.
namespace touchstone::document {

enum class Format : std::uint8_t { word, pdf };

std::string_view ending(Format format);      // "docx"
std::string_view media_type(Format format);  // "application/pdf"

// What stands on paper, A4, in British English. The body has headings from h2 on, paragraphs,
// lists and tables; no pictures. Tables name their columns in a thead, which are of one width
// where no colgroup says otherwise: a long word takes no room from the others. The class "chosen"
// on a cell, and <div data-custom-style="Quiet"> or "Chosen" within, look the same in both formats.
struct Paper {
  std::string title;   // the first heading, and what readers show as the name
  std::string footer;  // whose and when, on each page beside "Page 2 of 5"
  Html body;
  bool wide = false;  // landscape
};

// A second or two. Pictures and links to anywhere are not followed.
std::expected<std::string, Failure> file_of(const Paper& paper, Format format,
                                            const Limits& limits = {});

// Empty when both formats can be made on this machine; otherwise what is wrong with it, and what to
// do: two sentences.
struct Hindrance {
  std::string what;
  std::string remedy;
};
std::optional<Hindrance> hindrance();

}  // namespace touchstone::document
