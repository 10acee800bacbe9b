#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "platform/html/html.h"

namespace touchstone {

// Where Attributes go into a stencil, inside a tag. `Name` tells its maker what belongs there.
template <class Name>
struct AttributesHole {
  static constexpr auto stands_for = markup::Kind::attributes;
  Name name;
};

// Where an Html goes into a stencil, in element content.
template <class Name>
struct HtmlHole {
  static constexpr auto stands_for = markup::Kind::html;
  Name name;
};

// Markup that many pages have in common, put together once, with holes for what differs. Filled in
// it costs a copy, where html() would escape every text again. It keeps no view of what went in.
//
//   Stencil<Part> stencil;
//   stencil.add(R"(<li{}>{}</li>)", AttributesHole{Part::current}, element.title);
//   stencil.fill(out, filler);
//
// The filler has attributes(name, Attributes& out) and html(name, Html& out), which are called for
// the holes in their order.
template <class Name>
class Stencil {
 public:
  template <class... Args>
  Stencil& add(const markup::Literal<std::type_identity_t<Args>...>& literal, const Args&... args) {
    std::size_t next = 0;
    ((fixed_.append(literal.pieces[next++]), put(args)), ...);
    fixed_.append(literal.pieces[next]);
    return *this;
  }

  template <class Filler>
  void fill(Html& out, const Filler& filler) const {
    const std::string_view fixed = fixed_.text();
    std::size_t done = 0;
    for (const auto& cut : cuts_) {
      out.append(fixed.substr(done, cut.at - done));
      done = cut.at;
      if (cut.kind == markup::Kind::html) {
        filler.html(cut.name, out);
      } else {
        Attributes attributes;
        filler.attributes(cut.name, attributes);
        out.put(attributes);
      }
    }
    out.append(fixed.substr(done));
  }

  // How long it is with nothing in its holes.
  std::size_t size() const { return fixed_.size(); }

 private:
  struct Cut {
    std::size_t at;
    markup::Kind kind;
    Name name;
  };
  template <class Hole>
    requires markup::Hole<Hole>
  void put(const Hole& hole) {
    cuts_.push_back({fixed_.size(), Hole::stands_for, hole.name});
  }
  void put(const auto& argument) { fixed_.put(argument); }

  Html fixed_;
  std::vector<Cut> cuts_{};
};

}  // namespace touchstone
