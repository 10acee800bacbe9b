#pragma once
#include <boost/json.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "look/fieldset.h"
#include "look/form_group.h"
#include "look/label.h"

// Reads the examples that come with GOV.UK Frontend: options and the markup they must give.
namespace touchstone::look::fixtures {

using Object = boost::json::object;

// The options of one macro. Absent members read as empty, as in the macros.
class Options {
 public:
  Options(const boost::json::value* value);

  bool has(std::string_view name) const;  // there, and not null
  Options in(std::string_view name) const;
  std::vector<Options> list(std::string_view name) const;  // without null, false and empty text
  std::vector<std::vector<Options>> rows(std::string_view name) const;
  std::string text(std::string_view name) const;
  std::string text_or(std::string_view name, std::string_view usual) const;
  bool flag(std::string_view name) const;
  std::optional<bool> maybe_flag(std::string_view name) const;
  int number(std::string_view name, int usual = 0) const;
  Content content(std::string_view text_name = "text", std::string_view html_name = "html") const;
  Attributes attributes() const;
  Url href(std::string_view name = "href") const;
  bool there() const { return value_ != nullptr; }
  bool is_text() const { return value_ != nullptr && value_->is_string(); }
  std::string as_text() const;
  const Object* object() const { return value_ ? value_->if_object() : nullptr; }

 private:
  const boost::json::value* member(std::string_view name) const;
  const boost::json::value* value_;
};

Hint hint_of(const Options& options);
ErrorMessage error_of(const Options& options);
Label label_of(const Options& options);
std::optional<Fieldset> fieldset_of(const Options& options);
FormGroup group_of(const Options& options, std::string_view before, std::string_view after);

// Markup as tags, with their attributes sorted, and texts, with white space folded and references
// resolved.
std::vector<std::string> tokens(std::string_view markup);

// Runs every example of the component that is not left out in fixtures_left_out.txt, and fails for
// one that is left out and passes, or is not there.
void run(std::string_view component, const std::function<Html(const Options&)>& make);

}  // namespace touchstone::look::fixtures
