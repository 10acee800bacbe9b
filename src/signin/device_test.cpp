#include "signin/device.h"

#include "signin/device_store.h"
#include "signin/pages_world_test.h"

namespace touchstone::signin {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Devices : public PagesWorld {
 protected:
  Devices() { open_on_remembered_phones("name"); }

  // Somebody whose phone remembers them, and who has no session.
  http::testing::Client remembered(const std::string& email) {
    auto phone = client();
    sign_in(phone, email);
    EXPECT_EQ(phone.post_form("/account/devices", {}).status, 303);
    EXPECT_THAT(phone.get("/account").body, HasSubstr("This device remembers you"));
    phone.cookies.erase("touchstone");
    return phone;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Devices);

TEST_P(Devices, open_ones_own_sheets_and_nothing_else) {
  open_on_remembered_phones("");  // the first page of an organisation
  auto phone = remembered(daniel);
  EXPECT_THAT(phone.get("/eastmere/name").body, HasSubstr("Daniel Ashworth"));
  EXPECT_EQ(phone.get("/").header("location"), "/eastmere");
  for (const auto* closed : {"/account", "/eastmere/staff", "/eastmere/your-data"}) {
    const auto answer = phone.get(closed);
    EXPECT_TRUE(answer.status == 404 || answer.header("location").starts_with("/sign-in"))
        << closed;
  }
  EXPECT_THAT(phone.get(std::string(phone.get("/account").header("location"))).body,
              HasSubstr("remembers you for your own score sheets only"));
  EXPECT_THAT(client().get("/sign-in").body, Not(HasSubstr("remembers you")));
  EXPECT_EQ(phone.post_form("/account/sign-outs", {}).status, 307);
  EXPECT_EQ(phone.post_form("/eastmere/touches", {}).status, 307);
}

TEST_P(Devices, carry_no_role_even_where_they_open) {
  open_on_remembered_phones("staff");
  auto session = client();
  sign_in(session, daniel);
  EXPECT_EQ(session.get("/eastmere/staff").status, 200);
  auto phone = remembered(daniel);
  EXPECT_EQ(phone.get("/eastmere/staff").status, 403);
  EXPECT_THAT(std::string(phone.get("/nine-rivers/name").header("location")),
              ::testing::StartsWith("/sign-in"));
}

TEST_P(Devices, are_listed_and_can_be_forgotten_by_their_owner_only) {
  auto phone = remembered(hannah);
  auto stranger = client();
  sign_in(stranger, priya);
  std::string id;
  read([&](sql::Read& reads) {
    for (const auto& row : reads.rows("SELECT id FROM remembered_device"))
      id = to_text(row.uuid(0));
  });
  stranger.post_form("/account/devices/" + id + "/removal", {});
  EXPECT_EQ(phone.get("/eastmere/name").status, 200);
  auto owner = client();
  sign_in(owner, hannah);
  EXPECT_THAT(owner.get_json("/account").body, HasSubstr(R"("devices":[{"id":")" + id));
  EXPECT_EQ(owner.post_form("/account/devices/" + id + "/removal", {}).status, 303);
  EXPECT_EQ(phone.get("/eastmere/name").status, 303);
  EXPECT_EQ(owner.post_form("/account/devices/nonsense/removal", {}).status, 303);
}

TEST_P(Devices, forget_when_signed_out_when_the_password_changes_and_after_90_days) {
  auto left = remembered(hannah);
  left.post_form("/sign-out", {});
  EXPECT_EQ(left.cookies["touchstone-device"], "");
  EXPECT_EQ(left.get("/eastmere/name").status, 303);

  auto changed = remembered(hannah);
  auto owner = client();
  sign_in(owner, hannah);
  owner.post_form("/account/password",
                  {{"present_password", known_password}, {"new_password", "nine quiet harbours"}});
  EXPECT_EQ(changed.get("/eastmere/name").status, 303);

  auto everywhere = remembered(priya);
  auto priyas = client();
  sign_in(priyas, priya);
  priyas.post_form("/account/sign-outs", {});
  EXPECT_EQ(everywhere.get("/eastmere/name").status, 303);

  auto old = remembered(daniel);
  EXPECT_EQ(device_lifetime, std::chrono::days(90));
  housekeep([](sql::Housekeeping& turn) {
    turn.execute("UPDATE remembered_device SET ends = ?", now());
  });
  EXPECT_EQ(old.get("/eastmere/name").status, 303);
}

TEST_P(Devices, forget_whom_they_remembered_when_somebody_else_signs_in) {
  auto phone = remembered(daniel);
  sign_in(phone, daniel);
  phone.cookies.erase("touchstone");
  EXPECT_THAT(phone.get("/eastmere/name").body, HasSubstr("Daniel Ashworth"));
  sign_in(phone, hannah);
  EXPECT_THAT(phone.get("/eastmere/name").body, HasSubstr("Hannah Sorrell"));
  phone.cookies.erase("touchstone");
  EXPECT_EQ(phone.get("/eastmere/name").status, 303);
}

TEST_P(Devices, of_somebody_disabled_open_nothing) {
  auto phone = remembered(hannah);
  sql::Actor actor;
  write(actor, [&](sql::Write& writes) {
    people::disable(writes, people::account_by_email(writes, hannah).value().id);
  });
  EXPECT_EQ(phone.get("/eastmere/name").status, 303);
}

TEST(Device, is_called_what_people_call_it) {
  EXPECT_EQ(device_name("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)"), "iPhone");
  EXPECT_EQ(device_name("Mozilla/5.0 (Linux; Android 15)"), "Android phone or tablet");
  EXPECT_EQ(device_name(""), "Device");
  EXPECT_EQ(device_name("<script>"), "Device");
}

TEST(Device, opens_only_what_was_said) {
  open_on_remembered_phones("self-assessments");
  EXPECT_TRUE(opens_on_remembered_phones("/eastmere/self-assessments/x/result"));
  for (const auto* path : {"/account", "/eastmere/staff-list", "/eastmere/self-assessments-of-all",
                           "/eastmere/%73elf-assessments", "/eastmere/institution", ""})
    EXPECT_FALSE(opens_on_remembered_phones(path)) << path;
}

}  // namespace
}  // namespace touchstone::signin
