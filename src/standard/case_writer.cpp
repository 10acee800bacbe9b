#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "platform/json/writer.h"
#include "standard/case_names.h"
#include "standard/case_package.h"
#include "standard/content_read.h"
#include "standard/content_words.h"
#include "standard/pack_tree.h"

namespace touchstone::standard {
namespace {

// How a relation of ours is called; what CASE does not name goes under its own prefix for that.
std::string association_for(std::string_view relation) {
  if (relation == "exact") return "exactMatchOf";
  if (relation == "related") return "isRelatedTo";
  return "ext:" + std::string(relation);
}

std::string described(const Descriptor& descriptor) {
  auto text = descriptor.short_text;
  for (const auto& statement : descriptor.statements) text += "\n• " + statement.text;
  return text;
}

struct TooLarge {};

class CaseWriter {
 public:
  CaseWriter(const Node& pack, Moment changed)
      : pack_(pack), content_(content_in(pack)), changed_(to_rfc3339(changed)) {
    for (const auto* element : content_.written_elements())
      judged_by_[element->scale].push_back(element);
  }

  std::string write() {
    out_.begin_object();
    out_.name("CFDocument");
    document();
    out_.name("CFItems");
    out_.begin_list();
    for (const auto& area : content_.areas) area_item(area);
    out_.end_list();
    out_.name("CFAssociations");
    out_.begin_list();
    for (std::size_t n = 0; n < content_.areas.size(); ++n)
      area_associations(content_.areas[n], {}, content_.title, n + 1);
    out_.end_list();
    out_.name("CFRubrics");
    out_.begin_list();
    for (const auto& voice : content_.voices)
      for (const auto& scale : content_.scales) rubric(voice, scale);
    out_.end_list();
    out_.end_object();
    return out_.take();
  }

 private:
  using Parts = std::vector<std::string>;
  using Elements = std::vector<const Element*>;

  std::string uri(const Parts& parts = {}) const { return case_uri(content_.address(), parts); }

  void member(std::string_view name, std::string_view text) {
    if (text.empty()) return;
    out_.name(name);
    out_.text(text);
  }
  // What every thing of CASE begins with.
  void begin(const std::string& uri) {
    if (out_.size() > longest_case) throw TooLarge();
    out_.begin_object();
    member("identifier", case_identifier(uri));
    member("uri", uri);
    member("lastChangeDateTime", changed_);
  }
  void link(std::string_view name, const std::string& uri, std::string_view title) {
    out_.name(name);
    out_.begin_object();
    member("title", title);
    member("identifier", case_identifier(uri));
    member("uri", uri);
    out_.end_object();
  }

  void document() {
    begin(uri());
    member("title", content_.title);
    member("creator", content_.owner);
    member("description", content_.summary);
    member("version", content_.version);
    member("adoptionStatus", "Adopted");
    member("language", pack_["language"].text);
    member("officialSourceURL", pack_["source"]["address"].text);
    member("notes", content_.attribution);
    member("statusStartDate", pack_["effective"]["from"].text);
    member("statusEndDate", pack_["effective"]["to"].text);
    member("caseVersion", "1.1");
    link("CFPackageURI", uri({"package"}), content_.title);
    link("licenseURI", uri({"licence"}), content_.licence);
    dimensions();
    out_.end_object();
  }
  // CASE keeps a place for what it does not know itself; whoever does not know it either skips it.
  void begin_extension() {
    out_.name("extensions");
    out_.begin_object();
    out_.name("touchstone");
    out_.begin_object();
  }
  void end_extension() {
    out_.end_object();
    out_.end_object();
  }
  void begin_keyed(const std::string& key, std::string_view title) {
    out_.begin_object();
    member("key", key);
    member("title", title);
  }
  void dimensions() {
    if (content_.dimensions.empty()) return;
    begin_extension();
    out_.name("dimensions");
    out_.begin_list();
    for (const auto& dimension : content_.dimensions) {
      begin_keyed(dimension.key, dimension.title);
      out_.name("values");
      out_.begin_list();
      for (const auto& value : dimension.values) {
        begin_keyed(value.key, value.title);
        out_.end_object();
      }
      out_.end_list();
      out_.end_object();
    }
    out_.end_list();
    end_extension();
  }

  void item(const Parts& parts, std::string_view type, std::string_view title,
            std::string_view guidance, std::string_view dimension = {}) {
    begin(uri(parts));
    member("fullStatement", title);
    member("humanCodingScheme", parts.back());
    member("CFItemType", type);
    member("notes", guidance);
    member("language", pack_["language"].text);
    link("CFDocumentURI", uri(), content_.title);
    if (!dimension.empty()) {
      begin_extension();
      member("per_dimension", dimension);
      end_extension();
    }
    out_.end_object();
  }
  void area_item(const Area& area) {
    item({"area", area.key}, "Area", area.title, area.guidance, area.dimension);
    for (const auto& element : area.elements) element_item(element);
    for (const auto& inner : area.areas) area_item(inner);
  }
  void element_item(const Element& element) {
    item({"element", element.key}, "Element", element.title, element.guidance);
    for (const auto& inner : element.elements) element_item(inner);
  }

  struct End {
    std::string uri;
    std::string_view title;
  };
  void association(const End& from, std::string_view type, const End& to, std::size_t sequence) {
    begin(case_uri(content_.address(), {"association", case_identifier(from.uri), std::string(type),
                                        case_identifier(to.uri)}));
    member("associationType", type);
    if (sequence > 0) {
      out_.name("sequenceNumber");
      out_.number(static_cast<std::uint64_t>(sequence));
    }
    link("originNodeURI", from.uri, from.title);
    link("destinationNodeURI", to.uri, to.title);
    out_.end_object();
  }
  void area_associations(const Area& area, const Parts& parent, std::string_view parent_title,
                         std::size_t sequence) {
    const Parts here{"area", area.key};
    association({uri(here), area.title}, "isChildOf", {uri(parent), parent_title}, sequence);
    std::size_t n = 0;
    for (const auto& element : area.elements) element_associations(element, here, area.title, ++n);
    for (const auto& inner : area.areas) area_associations(inner, here, area.title, ++n);
  }
  void element_associations(const Element& element, const Parts& parent,
                            std::string_view parent_title, std::size_t sequence) {
    const End here{uri({"element", element.key}), element.title};
    association(here, "isChildOf", {uri(parent), parent_title}, sequence);
    for (const auto& [standard, key, relation] : element.maps_to)
      association(here, association_for(relation), {case_uri(standard, {"element", key}), key}, 0);
    std::size_t n = 0;
    for (const auto& inner : element.elements)
      element_associations(inner, {"element", element.key}, element.title, ++n);
  }

  // The first voice says of each by which scale it is judged; another voice only adds what it has
  // to say, and shows with one criterion that it is there.
  Elements told_by(const std::string& voice, const Scale& scale) const {
    const auto judged = judged_by_.find(scale.key);
    if (judged == judged_by_.end()) return {};
    auto told = judged->second;
    if (voice == content_.voices.front()) return told;
    const auto* first = told.front();
    std::erase_if(told,
                  [&](const Element* element) { return element->descriptors(voice).empty(); });
    if (told.empty()) told.push_back(first);
    return told;
  }
  void rubric(const std::string& voice, const Scale& scale) {
    const auto told = told_by(voice, scale);
    if (told.empty()) return;
    const Parts here{"rubric", voice, scale.key};
    begin(uri(here));
    member("title", judged_by_.size() == 1 ? heading_for(voice)
                                           : fmt::format("{}, {}", heading_for(voice), scale.key));
    out_.name("CFRubricCriteria");
    out_.begin_list();
    for (std::size_t n = 0; n < told.size(); ++n) criterion(*told[n], voice, scale, n + 1);
    out_.end_list();
    out_.end_object();
  }
  void criterion(const Element& element, const std::string& voice, const Scale& scale,
                 std::size_t position) {
    const Parts here{"criterion", voice, element.key};
    begin(uri(here));
    member("category", voice);
    member("description", element.title);
    link("CFItemURI", uri({"element", element.key}), element.title);
    out_.name("position");
    out_.number(static_cast<std::uint64_t>(position));
    member("rubricId", case_identifier(uri({"rubric", voice, scale.key})));
    out_.name("CFRubricCriterionLevels");
    out_.begin_list();
    for (std::size_t n = 0; n < scale.levels.size(); ++n)
      level(element, voice, scale.levels[n], n + 1);
    out_.end_list();
    out_.end_object();
  }
  void level(const Element& element, const std::string& voice, const Level& level,
             std::size_t position) {
    begin(uri({"level", voice, element.key, level.key}));
    member("quality", level.name);
    if (const auto* descriptor = element.descriptor(voice, level.key))
      member("description", described(*descriptor));
    if (level.points > 0) {
      out_.name("score");
      out_.number(static_cast<std::int64_t>(level.points));
    }
    out_.name("position");
    out_.number(static_cast<std::uint64_t>(position));
    member("rubricCriterionId", case_identifier(uri({"criterion", voice, element.key})));
    out_.end_object();
  }

  const Node& pack_;
  Content content_;
  std::string changed_;
  std::map<std::string, Elements> judged_by_;  // by the key of their scale
  json::Writer out_{64 * 1024};
};

}  // namespace

std::optional<std::string> case_package(const Node& pack, Moment changed) {
  try {
    auto package = CaseWriter(pack, changed).write();
    if (package.size() <= longest_case) return package;
    return std::nullopt;
  } catch (const TooLarge&) {
    return std::nullopt;
  }
}

std::optional<std::string> in_form(std::string_view form, std::string_view canonical,
                                   Moment changed) {
  if (form == "json") return std::string(canonical);
  const auto tree = tree_of(canonical);
  return form == "case" ? case_package(tree, changed) : to_yaml(tree);
}

std::vector<std::string_view> what_case_leaves_out() {
  return {"how points add up to an overall level",
          "that a level holds all that stands below it",
          "letters of levels",
          "lists to tick, and how much of them a level expects",
          "facts that a level rests on",
          "questions to ask and figures to look at",
          "the printed page",
          "from which standard it was made",
          "what may be passed on"};
}

}  // namespace touchstone::standard
