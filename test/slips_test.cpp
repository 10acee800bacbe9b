// A slip for next time, with the staff list, one's data and erasure behind it.
#include "test/world.h"

namespace touchstone::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class WaitingSlips : public World {
 protected:
  // Somebody's slip, made as the account page does: the path that is printed on it.
  std::string made_by(const Visitor& visitor) {
    std::string path;
    write({}, [&](sql::Write& write) {
      const auto account = people::account_by_email(write, visitor.email).value();
      path = "/sign-in/slip/" + signin::make_slip(write, account, now());
    });
    return path;
  }
  std::string on_staff_list(const Visitor& visitor, const std::string& part) {
    std::string address;
    read([&](sql::Read& read) {
      const auto workspace = people::workspace_by_slug(read, "eastmere").value().id;
      const auto person = people::person_by_email(read, workspace, visitor.email).value().id;
      address = "/eastmere/staff-list/" + to_text(person) + part;
    });
    return address;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(WaitingSlips);

TEST_P(WaitingSlips, end_when_access_is_closed_and_do_not_come_back_when_it_is_opened_again) {
  const auto path = made_by(owner);
  const auto kept = made_by(other_tutor);
  auto keeper = client_of(staff_list_keeper);
  EXPECT_EQ(keeper.post_form(on_staff_list(owner, "/closing"), {}).status, 303);
  EXPECT_EQ(client_of(nobody).get(path).status, 404);
  EXPECT_EQ(keeper.post_form(on_staff_list(owner, "/reopening"), {}).status, 303);
  EXPECT_EQ(client_of(nobody).get(path).status, 404);
  EXPECT_EQ(client_of(nobody).get(kept).status, 200);
}

TEST_P(WaitingSlips, stand_in_ones_own_data_and_no_keeper_comes_to_them) {
  made_by(owner);
  EXPECT_THAT(client_of(owner).get("/eastmere/your-data").body, HasSubstr("A slip for next time"));
  auto keeper = client_of(staff_list_keeper);
  for (const auto* part : {"", "/erasure"})
    EXPECT_THAT(keeper.get(on_staff_list(owner, part)).body, Not(HasSubstr("slip for next time")));
  EXPECT_EQ(keeper.post_form(on_staff_list(owner, "/invitation"), {}).status, 409);
}

}  // namespace
}  // namespace touchstone::testing
