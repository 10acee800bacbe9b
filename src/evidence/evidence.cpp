#include "evidence/evidence.h"

#include "evidence/file_form.h"
#include "evidence/file_pages.h"
#include "evidence/library_pages.h"
#include "evidence/piece_pages.h"

namespace touchstone::evidence {

using http::may;
using http::Verb;

namespace {

const http::BodyFields piece_fields{"kind",
                                    "title",
                                    "link",
                                    "text",
                                    "source",
                                    "nature",
                                    "basis",
                                    "concerns",
                                    "viewpoint",
                                    http::truth("only_mine"),
                                    http::truth("sensitive"),
                                    http::date("about_on"),
                                    http::date("came_on"),
                                    http::date("keep_until"),
                                    http::file("file"),
                                    http::list("kept"),
                                    http::list("asked"),
                                    http::truth("no_single_children"),
                                    http::truth("without_files")};
// What is changed, and what its form said when it was opened.
const http::BodyFields change_fields{
    http::whole("version"), "opened.title",     "opened.kind",      "opened.file",
    "opened.link",          "opened.text",      "opened.about_on",  "opened.came_on",
    "opened.only_mine",     "opened.sensitive", "opened.source",    "opened.nature",
    "opened.basis",         "opened.concerns",  "opened.viewpoint", "opened.keep_until"};

}  // namespace

void add_routes(http::Routes& routes) {
  const auto all = may(Verb::visit, library_of);
  routes.get("/{workspace}/evidence", all, show_library);
  routes.answers(library_schema);
  routes.post("/{workspace}/evidence", all, take_files, add_piece, with_files);
  routes.begins_once();
  routes.takes(piece_fields);
  routes.answers(piece_schema);
  routes.get("/{workspace}/evidence/new", all, show_new);
  routes.answers(piece_schema);
  routes.get("/{workspace}/evidence/bin", all, show_library_bin);
  routes.answers(library_schema);

  routes.get("/{workspace}/evidence/{piece}", may(Verb::visit, seen_piece), show_piece);
  routes.answers(piece_schema);
  const auto seen = may(Verb::visit, seen_piece);
  routes.get("/{workspace}/evidence/{piece}/file", seen, send_file);
  routes.answers_as({"*/*"});
  routes.get("/{workspace}/evidence/{piece}/versions/{version}/file", seen, send_earlier_file);
  routes.answers_as({"*/*"});
  const auto own = may(Verb::visit, changeable_piece);
  routes.get("/{workspace}/evidence/{piece}/edit", own, show_edit);
  routes.answers(piece_schema);
  routes.post("/{workspace}/evidence/{piece}", own, take_files, save_piece, with_files);
  routes.takes(http::also(piece_fields, change_fields));
  routes.answers(piece_schema);
  routes.post("/{workspace}/evidence/{piece}/bin", own, bin_piece);
  routes.lets_begin_again();
  routes.answers(piece_schema);
  routes.post("/{workspace}/evidence/{piece}/restoration", own, restore_piece);
  routes.answers(piece_schema);
  routes.post("/{workspace}/evidence/{piece}/address", own, give_address);
  routes.takes({"replaces"});
  routes.answers(address_schema);
  routes.post("/{workspace}/evidence/{piece}/address-removal", own, remove_address);
  routes.answers(piece_schema);

  routes.get("/evidence/{secret}", may(Verb::visit, address_holder), show_public);
  routes.answers(public_schema);
  routes.get("/evidence/{secret}/file", may(Verb::visit, address_holder), send_public_file);
  routes.answers_as({"*/*"});
}

}  // namespace touchstone::evidence
