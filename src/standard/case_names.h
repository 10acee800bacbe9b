#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How things are called in the CASE files that we write, so that their keys come back.
namespace touchstone::standard {

// "urn:touchstone:personal-tutoring@1.0:element:coaching"; of the document without the rest.
std::string case_uri(std::string_view address, const std::vector<std::string>& parts = {});

// The address and the parts of such a name, in their order; empty for another's.
std::optional<std::vector<std::string>> parts_of_case_uri(std::string_view uri);

// Whether a pack takes it as a key.
bool is_pack_key(const std::string& text);

// The UUID that belongs to it, always the same.
std::string case_identifier(std::string_view uri);

}  // namespace touchstone::standard
