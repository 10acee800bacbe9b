#include "look/fixtures_test.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

namespace touchstone::look::fixtures {
namespace {

bool truthy(const boost::json::value& value) {
  if (value.is_null()) return false;
  if (value.is_bool()) return value.get_bool();
  if (value.is_string()) return !value.get_string().empty();
  return true;
}

std::string words(const boost::json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_null()) return {};
  return boost::json::serialize(value);
}

std::string file(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Options::Options(const boost::json::value* value) : value_(value) {}

const boost::json::value* Options::member(std::string_view name) const {
  const auto* of = object();
  const auto* found = of ? of->if_contains(name) : nullptr;
  return found && !found->is_null() ? found : nullptr;
}
bool Options::has(std::string_view name) const {
  return member(name) != nullptr;
}
Options Options::in(std::string_view name) const {
  return {member(name)};
}
std::string Options::as_text() const {
  return value_ ? words(*value_) : "";
}

std::vector<Options> Options::list(std::string_view name) const {
  std::vector<Options> out;
  const auto* found = member(name);
  if (found && found->is_array())
    for (const auto& one : found->get_array())
      if (truthy(one)) out.emplace_back(&one);
  return out;
}
std::vector<std::vector<Options>> Options::rows(std::string_view name) const {
  std::vector<std::vector<Options>> out;
  for (const auto& row : list(name)) {
    auto& cells = out.emplace_back();
    for (const auto& cell : row.value_->get_array()) cells.emplace_back(&cell);
  }
  return out;
}
std::string Options::text(std::string_view name) const {
  const auto* found = member(name);
  return found && truthy(*found) ? words(*found) : "";
}
std::string Options::text_or(std::string_view name, std::string_view usual) const {
  auto found = text(name);
  return found.empty() ? std::string(usual) : found;
}
bool Options::flag(std::string_view name) const {
  const auto* found = member(name);
  return found && truthy(*found);
}
std::optional<bool> Options::maybe_flag(std::string_view name) const {
  return has(name) ? std::optional(flag(name)) : std::nullopt;
}
int Options::number(std::string_view name, int usual) const {
  const auto found = text(name);
  return found.empty() ? usual : std::stoi(found);
}
Content Options::content(std::string_view text_name, std::string_view html_name) const {
  if (auto markup = text(html_name); !markup.empty())
    return Html::made_safe_elsewhere(std::move(markup));
  return text(text_name);
}
Attributes Options::attributes() const {
  Attributes out;
  const auto* given = member("attributes");
  if (!given) return out;
  for (const auto& [name, value] : given->as_object()) {
    const auto checked = AttributeName::checked(name);
    if (!checked) throw std::runtime_error("attribute " + std::string(name));
    out.set(*checked, words(value));
  }
  return out;
}
Url Options::href(std::string_view name) const {
  const auto written = text(name);
  if (written.starts_with('#')) return Url::here(written.substr(1));
  if (const auto ours = Url::ours(written)) return *ours;
  return Url::outside(written).value_or(Url());
}

Hint hint_of(const Options& options) {
  return {options.content(), options.text("classes"), options.text("id"), options.attributes()};
}
ErrorMessage error_of(const Options& options) {
  ErrorMessage out{options.content(), options.text("classes"), options.text("id")};
  if (options.has("visuallyHiddenText"))
    out.visually_hidden_text = options.text("visuallyHiddenText");
  out.attributes = options.attributes();
  return out;
}
Label label_of(const Options& options) {
  return {options.content(), options.text("classes"), options.text("for"),
          options.flag("isPageHeading"), options.attributes()};
}
std::optional<Fieldset> fieldset_of(const Options& options) {
  if (!options.there()) return {};
  const auto legend = options.in("legend");
  return Fieldset{{legend.content(), legend.text("classes"), legend.flag("isPageHeading")},
                  options.text("classes"),
                  options.text("role"),
                  options.text("describedBy"),
                  options.attributes(),
                  Html::made_safe_elsewhere(options.text("html"))};
}
FormGroup group_of(const Options& options, std::string_view before, std::string_view after) {
  return {options.text("classes"), options.attributes(), options.in(before).content(),
          options.in(after).content()};
}

namespace {

std::string folded(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::string out, word;
  while (in >> word) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string resolved(std::string_view text) {
  static const std::map<std::string_view, std::string_view> references{
      {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
  std::string out;
  while (!text.empty()) {
    const auto found = std::ranges::find_if(
        references, [&](const auto& reference) { return text.starts_with(reference.first); });
    out += found == references.end() ? text.substr(0, 1) : found->second;
    text.remove_prefix(found == references.end() ? 1 : found->first.size());
  }
  return out;
}

// At "<"; moves past ">".
std::string tag(std::string_view& in) {
  const auto name_end = in.find_first_of(" \n>", 1);
  std::string name(in.substr(1, name_end - 1));
  in.remove_prefix(name_end);
  std::vector<std::string> attributes;
  while (true) {
    in.remove_prefix(std::min(in.find_first_not_of(" \n/"), in.size()));
    if (in.empty() || in.front() == '>') break;
    const auto end = in.find_first_of("= \n>");
    std::string attribute(in.substr(0, end));
    in.remove_prefix(end);
    if (in.starts_with("=\"")) {
      const auto close = in.find('"', 2);
      attribute += "=" + folded(resolved(in.substr(2, close - 2)));
      in.remove_prefix(close + 1);
    }
    attributes.push_back(std::move(attribute));
  }
  in.remove_prefix(std::min<std::size_t>(1, in.size()));
  std::ranges::sort(attributes);
  for (const auto& attribute : attributes) name += " [" + attribute + "]";
  return "<" + name + ">";
}

std::map<std::string, std::string> left_out(std::string_view component) {
  std::map<std::string, std::string> out;
  std::istringstream lines(file(TOUCHSTONE_SOURCE "/src/look/fixtures_left_out.txt"));
  for (std::string line; std::getline(lines, line);) {
    const auto bar = line.find(" | ");
    const auto reason = line.find(" | ", bar + 3);
    if (line.starts_with('#') || reason == line.npos) continue;
    if (line.substr(0, bar) == component)
      out[line.substr(bar + 3, reason - bar - 3)] = line.substr(reason + 3);
  }
  return out;
}

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const auto& line : lines) out += line + "\n";
  return out;
}

}  // namespace

std::vector<std::string> tokens(std::string_view in) {
  std::vector<std::string> out;
  while (!in.empty()) {
    if (in.front() == '<') {
      out.push_back(tag(in));
      continue;
    }
    const auto end = std::min(in.find('<'), in.size());
    if (auto text = folded(resolved(in.substr(0, end))); !text.empty()) out.push_back(text);
    in.remove_prefix(end);
  }
  return out;
}

void run(std::string_view component, const std::function<Html(const Options&)>& make) {
  const auto all = boost::json::parse(file(TOUCHSTONE_SOURCE
                                           "/node_modules/govuk-frontend/dist/govuk/components/" +
                                           std::string(component) + "/fixtures.json"));
  auto skipped = left_out(component);
  std::size_t compared = 0;
  for (const auto& fixture : all.at("fixtures").as_array()) {
    const std::string name(fixture.at("name").as_string());
    const auto ours = joined_lines(tokens(make({&fixture.at("options")}).text()));
    const auto theirs = joined_lines(tokens(fixture.at("html").as_string()));
    if (skipped.erase(name) > 0) {
      EXPECT_NE(ours, theirs) << component << ": " << name << " is left out, but passes";
      continue;
    }
    EXPECT_EQ(ours, theirs) << component << ": " << name;
    ++compared;
  }
  EXPECT_GT(compared, 0U);
  EXPECT_TRUE(skipped.empty()) << component << ": there is no " << skipped.begin()->first;
}

TEST(Fixtures, the_comparison_sees_every_difference_that_matters) {
  EXPECT_EQ(tokens(R"(<p b="1"  a="x  y">Hi &amp;
    bye</p>)"),
            tokens(R"(<p a="x y" b="1"> Hi &amp; bye </p>)"));
  EXPECT_NE(tokens(R"(<p a="x">Hi</p>)"), tokens(R"(<p a="y">Hi</p>)"));
  EXPECT_NE(tokens(R"(<p hidden>Hi</p>)"), tokens(R"(<p>Hi</p>)"));
  EXPECT_NE(tokens(R"(<p>Hi</p>)"), tokens(R"(<p>Ho</p>)"));
  EXPECT_NE(tokens(R"(<p>Hi</p>)"), tokens(R"(<p>Hi</p></p>)"));
}

}  // namespace touchstone::look::fixtures
