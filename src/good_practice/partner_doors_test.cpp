#include "good_practice/ideas_world_test.h"
#include "good_practice/practice_store.h"

// Addresses by which partners send ideas without an account.
namespace touchstone::good_practice {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class PartnerDoors : public IdeasWorld {
 protected:
  // The path of a new address for a partner.
  std::string new_door(const std::string& label = "Hedgerow Learning") {
    const auto told = client_of(priya)
                          .post_json("/eastmere/ideas/partners", R"({"label": ")" + label + R"("})")
                          .body;
    const auto at = told.find("/eastmere/ideas/send/");
    EXPECT_NE(at, told.npos) << told;
    return told.substr(at, told.find('"', at) - at);
  }
  static http::testing::Pairs sent(const std::string& word) {
    return {{"did", word + " was seen."},
            {"changed", word},
            {"place", "Village hall"},
            {"name", "Ruth Penhaligon"}};
  }
};
INSTANTIATE_ON_BOTH_DATABASES(PartnerDoors);

TEST_P(PartnerDoors, E_6_a_partner_sends_without_an_account_into_the_queue) {
  const auto door = new_door();
  auto nobody = running_->client();
  EXPECT_THAT(nobody.get(door).body, HasSubstr("Tell Eastmere College what works"));
  const auto refused = nobody.post_form(door, {{"did", "kept-as-typed"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("kept-as-typed"));
  EXPECT_EQ(nobody.post_form(door, sent("willow")).status, 200);
  EXPECT_THAT(client_of(priya).get("/eastmere/ideas/waiting").body,
              HasSubstr("Ruth Penhaligon, Hedgerow Learning"));
  for (const auto& email : {hannah, kevin}) {
    auto other = client_of(email);
    EXPECT_THAT(other.get("/eastmere/ideas").body, Not(HasSubstr("willow")));
  }
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE state = 'waiting' AND finder IS NULL"), 1);
}

TEST_P(PartnerDoors, who_sent_something_from_outside_can_be_forgotten) {
  running_->client().post_form(new_door(), sent("willow"));
  auto keeper = client_of(priya);
  const auto item =
      "/eastmere/ideas/" + member(keeper.get_json("/eastmere/ideas/waiting").body, "id");
  const auto page = keeper.get(item).body;
  EXPECT_THAT(page, HasSubstr("Ruth Penhaligon, Hedgerow Learning"));
  EXPECT_THAT(page, HasSubstr("Forget the name of who sent it"));
  EXPECT_EQ(keeper.post_form(item + "/sender-removal", {}).status, 303);
  const auto after = keeper.get(item).body;
  EXPECT_THAT(after, Not(HasSubstr("Ruth Penhaligon")));
  EXPECT_THAT(after, HasSubstr("Sent by Hedgerow Learning"));
  EXPECT_THAT(after, Not(HasSubstr("Forget the name of who sent it")));
  const auto own = record(keeper, "elm", {{"source", "class_visit"}, {"tutor", owen}});
  EXPECT_EQ(keeper.post_form(own + "/sender-removal", {}).status, 422);
}

TEST_P(PartnerDoors, E_6_the_address_is_kept_as_a_hash_and_works_until_it_is_closed) {
  const auto door = new_door();
  EXPECT_THAT(client_of(priya).get("/eastmere/ideas/partners").body, Not(HasSubstr(id_of(door))));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice_door WHERE LENGTH(token_hash) = 32"), 1);
  auto nobody = running_->client();
  EXPECT_EQ(nobody.get("/nine-rivers/ideas/send/" + id_of(door)).status, 404);
  EXPECT_EQ(nobody.get("/eastmere/ideas/send/made-up").status, 404);
  EXPECT_EQ(client_of(hannah).post_form("/eastmere/ideas/partners", {{"label", "x"}}).status, 403);
  const auto told = client_of(priya).get_json("/eastmere/ideas/partners").body;
  const auto closing = "/eastmere/ideas/partners/" + member(told, "id") + "/closing";
  EXPECT_EQ(client_of(hannah).post_form(closing, {}).status, 403);
  EXPECT_EQ(client_of(priya).post_form(closing, {}).status, 303);
  EXPECT_EQ(nobody.get(door).status, 404);
  EXPECT_EQ(nobody.post_form(door, sent("late")).status, 404);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 0);
}

TEST_P(PartnerDoors, E_6_an_address_with_the_longest_label_takes_the_longest_name) {
  const auto door = new_door(std::string(longest_line, 'l'));
  auto nobody = running_->client();
  auto fields = sent("rowan");
  fields.back().second = std::string(longest_line, 'n');
  EXPECT_EQ(nobody.post_form(door, fields).status, 200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE LENGTH(sent_by) = 322"), 1);
  fields.back().second += 'n';
  const auto refused = nobody.post_form(door, fields);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Use 160 characters at the most; these are 161."));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 1);
}

TEST_P(PartnerDoors, E_6_an_address_made_again_by_a_reload_is_made_once) {
  auto keeper = client_of(priya);
  const http::testing::Pairs form{{"label", "Hedgerow Learning"}, {"known", "0"}};
  EXPECT_THAT(keeper.post_form("/eastmere/ideas/partners", form).body, HasSubstr("new-address"));
  EXPECT_EQ(keeper.post_form("/eastmere/ideas/partners", form).status, 303);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice_door"), 1);
}

TEST_P(PartnerDoors, E_11_sent_back_by_a_partners_address_nobody_is_promised_to_hear_of_it) {
  const auto door = new_door();
  running_->client().post_form(door, sent("rowan"));
  auto keeper = client_of(priya);
  const auto item =
      "/eastmere/ideas/" + member(keeper.get_json("/eastmere/ideas/waiting").body, "id");
  EXPECT_THAT(keeper.get(item).body, HasSubstr("hears of it from you only"));
  decide(keeper, item, {{"decision", "send_back"}, {"reason", "More of what changed, please"}});
  EXPECT_THAT(keeper.get(item).body, HasSubstr("tell them yourself"));
}

TEST_P(PartnerDoors, E_6_what_a_partner_sends_twice_is_kept_once) {
  const auto door = new_door();
  auto nobody = running_->client();
  for (int i = 0; i < 2; ++i) EXPECT_EQ(nobody.post_form(door, sent("willow")).status, 200);
  EXPECT_EQ(nobody.post_form(door, sent("birch")).status, 200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 2);
}

// They have no account: each page leads to their own address, or nowhere.
TEST_P(PartnerDoors, E_6_no_page_of_a_partner_leads_to_one_that_asks_them_to_sign_in) {
  const auto door = new_door();
  auto nobody = running_->client();
  std::vector<std::string> pages{nobody.get(door).body, nobody.post_form(door, {}).body,
                                 nobody.get("/eastmere/ideas/send/made-up").body};
  for (int i = 0; i < 11; ++i)
    pages.push_back(nobody.post_form(door, sent("oak" + std::to_string(i))).body);
  for (const auto& page : pages) {
    EXPECT_THAT(page, Not(HasSubstr("start page"))) << page;
    for (const auto* way_in : {R"(href="/")", R"(href="/eastmere")", R"(href="/sign-in")"})
      EXPECT_THAT(page, Not(HasSubstr(way_in))) << page;
  }
}

TEST_P(PartnerDoors, E_6_an_address_takes_ten_an_hour) {
  const auto door = new_door();
  const auto other = new_door("Another partner");
  auto nobody = running_->client();
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(nobody.post_form(door, sent("oak" + std::to_string(i))).status, 200);
  const auto refused = nobody.post_form(door, sent("oak"));
  EXPECT_EQ(refused.status, 429);
  EXPECT_THAT(refused.body, HasSubstr("oak was seen."));
  EXPECT_THAT(refused.body, HasSubstr("Village hall"));
  EXPECT_THAT(refused.body, HasSubstr("What you typed is still here"));
  EXPECT_THAT(refused.body, Not(HasSubstr("Choose the files again")));
  EXPECT_EQ(
      nobody.post_json(door, R"({"did": "oak", "changed": "x", "place": "y", "name": "z"})").status,
      429);
  EXPECT_EQ(nobody.post_form(other, sent("elm")).status, 200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 11);
}

}  // namespace
}  // namespace touchstone::good_practice
