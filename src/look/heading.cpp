#include "look/heading.h"

#include <stdexcept>

namespace touchstone::look {

Html heading(int level, const Attributes& attributes, const Html& inside) {
  switch (level) {
    case 1:
      return html("<h1{}>{}</h1>", attributes, inside);
    case 2:
      return html("<h2{}>{}</h2>", attributes, inside);
    case 3:
      return html("<h3{}>{}</h3>", attributes, inside);
    case 4:
      return html("<h4{}>{}</h4>", attributes, inside);
    case 5:
      return html("<h5{}>{}</h5>", attributes, inside);
    case 6:
      return html("<h6{}>{}</h6>", attributes, inside);
    default:
      throw std::invalid_argument("there is no heading of that level");
  }
}

}  // namespace touchstone::look
