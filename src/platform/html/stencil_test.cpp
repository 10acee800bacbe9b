#include "platform/html/stencil.h"

#include <gtest/gtest.h>

namespace touchstone {
namespace {

enum class Part : std::uint8_t { current, points };

struct Answer {
  bool current;
  std::string points;
  void attributes(Part, Attributes& out) const {
    if (current) out.set("aria-current", "page");
  }
  void html(Part, Html& out) const { out.add("<b>{}</b>", points); }
};

std::string filled(const Stencil<Part>& stencil, const Answer& answer) {
  Html out;
  stencil.fill(out, answer);
  return std::move(out).text();
}

TEST(Stencil, what_is_fixed_is_escaped_once_and_the_holes_each_time) {
  Stencil<Part> stencil;
  {
    const std::string title = "Values & \"skills\"";
    stencil.add(R"(<li{}>{}: {}</li>)", AttributesHole{Part::current}, title,
                HtmlHole{Part::points});
  }
  EXPECT_EQ(filled(stencil, {true, "<4>"}),
            "<li aria-current=\"page\">Values &amp; &quot;skills&quot;: <b>&lt;4&gt;</b></li>");
  EXPECT_EQ(filled(stencil, {false, ""}), "<li>Values &amp; &quot;skills&quot;: <b></b></li>");
}

TEST(Stencil, holes_are_filled_in_their_order_at_both_ends_too) {
  Stencil<Part> stencil;
  stencil.add("{}<p{}>", HtmlHole{Part::points}, AttributesHole{Part::current});
  stencil.add("{}</p>{}", 7, HtmlHole{Part::points});
  EXPECT_EQ(filled(stencil, {true, "2"}), "<b>2</b><p aria-current=\"page\">7</p><b>2</b>");
  EXPECT_EQ(stencil.size(), std::string_view("<p>7</p>").size());
}

TEST(Stencil, one_without_holes_is_a_copy) {
  Stencil<Part> stencil;
  stencil.add("<hr>");
  EXPECT_EQ(filled(stencil, {true, ""}), "<hr>");
}

}  // namespace
}  // namespace touchstone
