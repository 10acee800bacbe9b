#include "platform/document/word_template.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "platform/document/zip.h"
#include "platform/embedded.h"

// Office Open XML, ECMA-376. Lengths are twentieths of a point.
namespace touchstone::document {
namespace {

constexpr int short_side = 11906;
constexpr int long_side = 16838;
constexpr int margin = 964;
constexpr std::string_view names =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
constexpr std::string_view xml = R"(<?xml version="1.0" encoding="UTF-8"?>)";

int width_of(const Paper& paper) {
  return paper.wide ? long_side : short_side;
}

std::string empty_document(const Paper& paper) {
  return fmt::format(
      R"({}<w:document {}><w:body><w:p/><w:sectPr>)"
      R"(<w:footerReference w:type="default" r:id="rId9"/>)"
      R"(<w:pgSz w:w="{}" w:h="{}"{}/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" )"
      R"(w:left="{}" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:body></w:document>)",
      xml, names, width_of(paper), paper.wide ? short_side : long_side,
      paper.wide ? R"( w:orient="landscape")" : "", margin, margin, margin, margin);
}

std::string text_run(std::string_view text) {
  return fmt::format(R"(<w:r><w:t xml:space="preserve">{}</w:t></w:r>)", escaped(text));
}

// What the program that opens it counts, with a guess until it did.
std::string counted_run(std::string_view what) {
  return fmt::format(R"(<w:fldSimple w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>)", what);
}

std::string footer_of(const Paper& paper) {
  return fmt::format(
      R"({}<w:ftr {}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs>)"
      R"(<w:tab w:val="right" w:pos="{}"/></w:tabs></w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}</w:p></w:ftr>)",
      xml, names, width_of(paper) - 2 * margin, text_run(paper.footer), text_run("Page "),
      counted_run("PAGE"), text_run(" of "), counted_run("NUMPAGES"));
}

}  // namespace

std::string_view part(std::string_view name) {
  const auto found = std::ranges::find(embedded::document_parts, name, &Embedded::name);
  if (found == embedded::document_parts.end())
    throw std::logic_error("no part " + std::string(name));
  return found->bytes;
}

std::string word_template(const Paper& paper) {
  Zip zip;
  zip.add("[Content_Types].xml", part("content_types.xml"));
  zip.add("_rels/.rels", part("rels.xml"));
  zip.add("word/document.xml", empty_document(paper));
  zip.add("word/styles.xml", part("styles.xml"));
  zip.add("word/footer1.xml", footer_of(paper));
  zip.add("word/_rels/document.xml.rels", part("document_rels.xml"));
  return zip.finish();
}

}  // namespace touchstone::document
