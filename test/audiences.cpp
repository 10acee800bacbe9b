#include "test/audiences.h"

#include <stdexcept>

namespace touchstone::testing {
namespace {

Audiences standards_audiences() {
  using enum Audience;
  return {
      {"GET /{workspace}/standards", members},
      {"GET /{workspace}/standards/{standard}", members},
      {"GET /{workspace}/standards/{standard}/paper", members},
      {"GET /{workspace}/standards/{standard}/pack", members},
      {"GET /{workspace}/standards/{standard}/crosswalk", members},
      {"GET /{workspace}/standards/{standard}/comparison", members},
      {"GET /{workspace}/standards/{standard}/own-version", standards},
      {"POST /{workspace}/standards/{standard}/own-version", standards},
      {"POST /{workspace}/standards/{standard}/withdrawal", standards},
      {"POST /{workspace}/standards/{standard}/restoration", standards},
      {"GET /{workspace}/packs", standards},
      {"POST /{workspace}/packs", standards},
  };
}

// The staff list, and what everybody may see of what it says about themselves.
Audiences staff_audiences() {
  using enum Audience;
  return {
      {"GET /{workspace}/staff-list", keepers},
      {"POST /{workspace}/staff-list", keepers},
      {"GET /{workspace}/staff-list/file", keepers},
      {"GET /{workspace}/staff-list/invitations", keepers},
      {"POST /{workspace}/staff-list/invitations", keepers},
      {"GET /{workspace}/staff-list/import", keepers},
      {"POST /{workspace}/staff-list/import", keepers},
      {"POST /{workspace}/staff-list/import/completion", keepers},
      {"POST /{workspace}/staff-list/import/removal", keepers},
      {"GET /{workspace}/staff-list/{person}", keepers},
      {"POST /{workspace}/staff-list/{person}", keepers},
      {"POST /{workspace}/staff-list/{person}/roles", keepers},
      {"POST /{workspace}/staff-list/{person}/role-removals", keepers},
      {"POST /{workspace}/staff-list/{person}/teams", keepers},
      {"POST /{workspace}/staff-list/{person}/team-removals", keepers},
      {"POST /{workspace}/staff-list/{person}/closing", keepers},
      {"POST /{workspace}/staff-list/{person}/reopening", keepers},
      {"POST /{workspace}/staff-list/{person}/deputies", keepers},
      {"POST /{workspace}/staff-list/{person}/deputies/{deputy}/ending", keepers},
      {"POST /{workspace}/clock", members},
      {"GET /{workspace}/deputies", members},
      {"POST /{workspace}/deputies", members},
      {"POST /{workspace}/deputies/{deputy}/ending", both},
      {"POST /{workspace}/deputies/{deputy}/acting", owner},
      {"POST /{workspace}/deputies/return", members},
      {"POST /{workspace}/staff-list/{person}/invitation", keepers},
      {"GET /{workspace}/staff-list/{person}/erasure", keepers},
      {"POST /{workspace}/staff-list/{person}/erasure", keepers},
      {"GET /{workspace}/your-data", members},
      {"GET /{workspace}/teams", keepers},
      {"POST /{workspace}/teams", keepers},
      {"POST /{workspace}/team-kinds", keepers},
      {"POST /{workspace}/teams/{team}", keepers},
      {"POST /{workspace}/teams/{team}/closing", keepers},
  };
}

// The library; {piece} is one that its owner alone sees.
Audiences evidence_audiences() {
  using enum Audience;
  return {
      {"GET /{workspace}/evidence", members},
      {"POST /{workspace}/evidence", members},
      {"GET /{workspace}/evidence/new", members},
      {"GET /{workspace}/evidence/bin", members},
      {"GET /{workspace}/evidence/{piece}", owner},
      {"GET /{workspace}/evidence/{piece}/edit", owner},
      {"GET /{workspace}/evidence/{piece}/file", owner},
      {"GET /{workspace}/evidence/{piece}/versions/{version}/file", owner},
      {"POST /{workspace}/evidence/{piece}", owner},
      {"POST /{workspace}/evidence/{piece}/bin", owner},
      {"POST /{workspace}/evidence/{piece}/restoration", owner},
      {"POST /{workspace}/evidence/{piece}/address", owner},
      {"POST /{workspace}/evidence/{piece}/address-removal", owner},
      {"GET /evidence/{secret}", link_holder},
      {"GET /evidence/{secret}/file", link_holder},
  };
}

// Good practice: {practice} was recorded by the owner and nobody has validated it.
Audiences practice_audiences() {
  using enum Audience;
  return {
      {"GET /{workspace}/ideas", members},
      {"POST /{workspace}/ideas", members},
      {"GET /{workspace}/ideas/new", members},
      {"GET /{workspace}/ideas/stages", members},
      {"POST /{workspace}/ideas/digest-choice", members},
      {"GET /{workspace}/ideas/waiting", validators},
      {"GET /{workspace}/ideas/register", validators},
      {"GET /{workspace}/ideas/digest", validators},
      {"POST /{workspace}/ideas/digest", validators},
      {"GET /{workspace}/ideas/meetings", validators},
      {"POST /{workspace}/ideas/meetings", validators},
      {"GET /{workspace}/ideas/meetings/{meeting}", validators},
      {"POST /{workspace}/ideas/meetings/{meeting}", validators},
      {"GET /{workspace}/ideas/meetings/{meeting}/minutes.docx", validators},
      {"GET /{workspace}/ideas/meetings/{meeting}/minutes.pdf", validators},
      {"GET /{workspace}/ideas/partners", validators},
      {"POST /{workspace}/ideas/partners", validators},
      {"POST /{workspace}/ideas/partners/{door}/closing", validators},
      {"GET /{workspace}/ideas/send/{secret}", anyone},
      {"POST /{workspace}/ideas/send/{secret}", anyone},
      {"GET /{workspace}/ideas/feed", anyone},
      {"GET /{workspace}/ideas/{practice}", finder_and_validators},
      {"GET /{workspace}/ideas/{practice}/form", finder_only},
      {"GET /{workspace}/ideas/{practice}/files/{file}", finder_and_validators},
      {"POST /{workspace}/ideas/{practice}", finder_only},
      {"POST /{workspace}/ideas/{practice}/colleague", finder_only},
      {"POST /{workspace}/ideas/{practice}/colleague-removal", finder_only},
      {"POST /{workspace}/ideas/{practice}/withdrawal", finder_only},
      {"POST /{workspace}/ideas/{practice}/restoration", finder_only},
      {"POST /{workspace}/ideas/{practice}/naming", finder_only},
      {"POST /{workspace}/ideas/{practice}/validation", deciders},
      {"POST /{workspace}/ideas/{practice}/separation", deciders},
      {"POST /{workspace}/ideas/{practice}/sender-removal", deciders},
      {"POST /{workspace}/ideas/{practice}/files/{file}/removal", deciders},
      {"POST /{workspace}/ideas/{practice}/sharings", deciders},
      {"POST /{workspace}/ideas/{practice}/publicity", deciders},
      {"POST /{workspace}/ideas/{practice}/impacts", deciders},
      {"POST /{workspace}/ideas/{practice}/trials", finder_and_validators},
      {"POST /{workspace}/ideas/{practice}/questions", finder_and_validators},
      {"GET /{workspace}/ideas/trials/{trial}", owner},
      {"POST /{workspace}/ideas/trials/{trial}", owner},
      {"POST /{workspace}/ideas/questions/{question}", adviser},
  };
}

// Links that come by mail, and phones that are remembered.
Audiences link_audiences() {
  using enum Audience;
  return {
      {"GET /sign-in/link", anyone},
      {"POST /sign-in/link", anyone},
      {"GET /sign-in/link/{secret}", link_holder},
      {"POST /sign-in/link/{secret}", link_holder},
      {"GET /sign-in/password", anyone},
      {"POST /sign-in/password", anyone},
      {"GET /sign-in/password/{secret}", link_holder},
      {"POST /sign-in/password/{secret}", link_holder},
      {"GET /sign-in/slip/{secret}", link_holder},
      {"POST /sign-in/slip/{secret}", link_holder},
      {"POST /account/slip", signed_in},
      {"POST /account/slip/removal", signed_in},
      {"POST /account/email", signed_in},
      {"POST /account/devices", signed_in},
      {"POST /account/devices/{device}/removal", signed_in},
      {"GET /account/email/{secret}", link_holder},
      {"POST /account/email/{secret}", link_holder},
  };
}

}  // namespace

const Audiences& audiences() {
  using enum Audience;
  static const Audiences table = [] {
    Audiences all{
        {"GET /", signed_in},
        {"GET /accessibility", anyone},
        {"GET /sign-in", anyone},
        {"POST /sign-in", anyone},
        {"POST /sign-in/kept", anyone},
        {"GET /set-up", first_run},
        {"POST /set-up", first_run},
        {"POST /sign-out", anyone},
        {"GET /invitation/{secret}", anyone},
        {"POST /invitation/{secret}", anyone},
        {"GET /new-password", replacing},
        {"POST /new-password", replacing},
        {"GET /account", signed_in},
        {"POST /account/password", signed_in},
        {"POST /account/sign-outs", signed_in},
        {"GET /{workspace}", members},
        {"GET /{workspace}/bin", members},
        {"GET /{workspace}/institution", figures},
        {"POST /{workspace}/institution/views", members},
        {"GET /{workspace}/institution/judgement", leaders},
        {"POST /{workspace}/institution/judgement", leaders},
        {"GET /{workspace}/self-assessments", members},
        {"POST /{workspace}/self-assessments", members},
        {"GET /{workspace}/self-assessments/{sheet}", owner},
        {"POST /{workspace}/self-assessments/{sheet}/judgements", owner},
        {"POST /{workspace}/self-assessments/{sheet}/judgements/{theme}", owner},
        {"GET /{workspace}/self-assessments/{sheet}/result", owner},
        {"GET /{workspace}/self-assessments/{sheet}/paper", owner},
        {"GET /{workspace}/self-assessments/{sheet}/copy.docx", owner},
        {"GET /{workspace}/self-assessments/{sheet}/copy.pdf", owner},
        {"POST /{workspace}/self-assessments/{sheet}/targets/{theme}", owner},
        {"POST /{workspace}/self-assessments/{sheet}/targets/{theme}/removal", owner},
        {"POST /{workspace}/self-assessments/{sheet}/submission", owner},
        {"POST /{workspace}/self-assessments/{sheet}/reopening", owner},
        {"POST /{workspace}/self-assessments/{sheet}/bin", owner},
        {"POST /{workspace}/self-assessments/{sheet}/restoration", owner},
        {"GET /{workspace}/self-assessments/{sheet}/evidence/{theme}", owner},
        {"POST /{workspace}/self-assessments/{sheet}/evidence/{theme}", owner},
        {"POST /{workspace}/self-assessments/{sheet}/evidence/{theme}/removal", owner},
        {"GET /{workspace}/self-assessments/{sheet}/shares", owner},
        {"POST /{workspace}/self-assessments/{sheet}/shares", owner},
        {"POST /{workspace}/self-assessments/{sheet}/shares/{share}/withdrawal", owner},
        {"GET /{workspace}/shared/{share}", both},
        {"POST /{workspace}/shared/{share}/comments", both},
        {"POST /{workspace}/shared/{share}/putting-away", both},
    };
    all.merge(staff_audiences());
    all.merge(standards_audiences());
    all.merge(evidence_audiences());
    all.merge(link_audiences());
    all.merge(practice_audiences());
    return all;
  }();
  return table;
}

Audience audience_of(const std::string& route) {
  const auto found = audiences().find(route);
  if (found == audiences().end())
    throw std::out_of_range("Nothing says who may come to " + route +
                            ". Add it to a table in test/audiences.cpp, such as {\"" + route +
                            "\", members}; audiences.h says what there is.");
  return found->second;
}

}  // namespace touchstone::testing
