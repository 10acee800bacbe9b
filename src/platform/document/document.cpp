#include "platform/document/document.h"

#include "platform/document/word_template.h"

namespace touchstone::document {
namespace {

std::string head_of(const Paper& paper) {
  return R"(<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>)" +
         escaped(paper.title) + "</title>";
}

std::string html_for_pdf(const Paper& paper) {
  auto page = head_of(paper);
  page.append("<style>").append(part("paper.css")).append("</style></head>");
  page.append(paper.wide ? R"(<body class="wide">)" : "<body>");
  Html top;
  top.add(R"(<p class="footer">{}</p><h1>{}</h1>)", paper.footer, paper.title);
  return page.append(top.text()).append(paper.body.text()).append("</body></html>");
}

// pandoc makes the title of the head the first heading.
std::string html_for_word(const Paper& paper) {
  return head_of(paper) + "</head><body>" + paper.body.text() + "</body></html>";
}

Hindrance in_words(const Failure& failure) {
  const auto said = failure.detail.substr(0, failure.detail.find('\n'));
  if (failure.what != Trouble::no_sandbox)
    return {"Word and PDF files cannot be made: " + said + ".",
            "Run bin/setup build: it installs pandoc and weasyprint."};
  if (said == "bwrap is not installed")
    return {"Word and PDF files cannot be made: bwrap is missing.",
            "Run bin/setup build: it installs bubblewrap."};
  return {"Word and PDF files cannot be made: " + said + ".",
          "Let programs make namespaces: sysctl kernel.unprivileged_userns_clone=1, and no "
          "RestrictNamespaces= where systemd starts it."};
}

}  // namespace

std::string_view ending(Format format) {
  return format == Format::word ? "docx" : "pdf";
}

std::string_view media_type(Format format) {
  return format == Format::word
             ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
             : "application/pdf";
}

std::expected<std::string, Failure> file_of(const Paper& paper, Format format,
                                            const Limits& limits) {
  if (format == Format::pdf)
    return run_confined(
        {"weasyprint", "--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "-", "-"},
        html_for_pdf(paper), {}, limits);
  return run_confined({"pandoc", "--from", "html", "--to", "docx", "--reference-doc",
                       "/given/template.docx", "--output", "-"},
                      html_for_word(paper), {{"template.docx", word_template(paper)}}, limits);
}

std::optional<Hindrance> hindrance() {
  const Paper paper{.title = "A trial", .footer = "", .body = html("<p>A trial</p>")};
  // Slow is no hindrance: a machine that does much else may need longer than a visitor waits.
  for (const auto format : {Format::word, Format::pdf})
    if (const auto file = file_of(paper, format, {.time = std::chrono::minutes(2)}); !file)
      return in_words(file.error());
  return std::nullopt;
}

}  // namespace touchstone::document
