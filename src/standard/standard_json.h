#pragma once
#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "platform/http/request.h"
#include "platform/http/response.h"
#include "standard/crosswalk.h"

// What the pages of this room say as JSON.
namespace touchstone::standard::shape {

struct Listed {
  std::string address;
  std::string title;
  std::string summary;
  std::string owner;
  std::string state;  // "published" or "withdrawn"
  std::string location;
};
BOOST_DESCRIBE_STRUCT(Listed, (), (address, title, summary, owner, state, location))

struct Standards {
  std::vector<Listed> items;
};
BOOST_DESCRIBE_STRUCT(Standards, (), (items))

// Where a version lies that was brought in, withdrawn or put back.
struct Placed {
  std::string address;
  std::string state;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(Placed, (), (address, state, location))

// Where it meets others (C-25).
struct Crosswalk {
  std::vector<Meeting> items;
};
BOOST_DESCRIBE_STRUCT(Crosswalk, (), (items))

}  // namespace touchstone::standard::shape

namespace touchstone::standard {

// The answer when a version was published, withdrawn or put back: its page, or as JSON where it is.
http::Response placed(const http::Request& request, std::string_view address,
                      std::string_view state = "published", int status = 201);

}  // namespace touchstone::standard
