#pragma once
#include "platform/http/routes.h"
#include "standard/standard_proof.h"

namespace touchstone::standard {

// What is published in the workspace, by title; those who keep the standards see what is withdrawn
// as well.
http::Response list_page(sql::Read& read, const http::Request& request,
                         const signin::Member& member);
std::string list_schema(std::map<std::string, std::string, std::less<>>& components);
// Of whatever answers with a pack.
std::string pack_schema(std::map<std::string, std::string, std::less<>>& components);

// One version for reading: levels, overall levels, and what each level of each element looks like.
// As JSON it is the pack itself in canonical form.
http::Response standard_page(sql::Read& read, const http::Request& request,
                             const SeenStandard& standard);

// The same on paper, nothing folded.
http::Response paper_of_standard(sql::Read& read, const http::Request& request,
                                 const SeenStandard& standard);

// Where it meets other standards, from either side (C-25). For those who look after the mapping:
// never a part of judging.
http::Response crosswalk_page(sql::Read& read, const http::Request& request,
                              const SeenStandard& standard);
std::string crosswalk_schema(std::map<std::string, std::string, std::less<>>& components);

// The pack as a file: YAML, or with ?as=json (and as JSON) its canonical form. What comes out can
// be brought in again and is the same standard.
http::Response pack_file(sql::Read& read, const http::Request& request,
                         const SeenStandard& standard);

// Ends or begins again that people can be judged against it anew.
http::Response withdraw_standard(sql::Write& write, const http::Request& request,
                                 const SeenStandard& standard);
http::Response put_standard_back(sql::Write& write, const http::Request& request,
                                 const SeenStandard& standard);

}  // namespace touchstone::standard
