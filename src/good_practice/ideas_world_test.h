#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "good_practice/good_practice.h"
#include "platform/files/folder_storage.h"
#include "signin/testing.h"
#include "standard/standard.h"

namespace touchstone::good_practice {

inline const std::string hannah = "hannah.sorrell@eastmere.example";     // a tutor, Health and care
inline const std::string marcus = "marcus.bright@eastmere.example";      // another, the same team
inline const std::string owen = "owen.cadwallader@eastmere.example";     // a tutor, Construction
inline const std::string kevin = "kevin.mulgrew@eastmere.example";       // head, Construction
inline const std::string priya = "priya.raman@eastmere.example";         // quality manager
inline const std::string daniel = "daniel.ashworth@eastmere.example";    // coordinator
inline const std::string sian = "sian.prosser@eastmere.example";         // editor
inline const std::string margaret = "margaret.okonjo@eastmere.example";  // principal

// The pages of this room over the people of the demo, who have recorded nothing yet.
class IdeasWorld : public signin::testing::RoomWorld {
 protected:
  IdeasWorld();
  void start_with_files();

  // The text of that member of a JSON answer, the first in it; empty when it has none.
  static std::string member(const std::string& json, const std::string& name);
  // Records something whose every text holds that word; its address.
  static std::string record(http::testing::Client& client, const std::string& word,
                            const http::testing::Pairs& more = {});
  // Recorded by Hannah, validated by Priya and put on the list.
  std::string listed(const std::string& word, const http::testing::Pairs& more = {});
  // Decides about what was just read.
  template <class Client>
  static http::testing::Answer decide(Client&& client, const std::string& item,
                                      http::testing::Pairs fields) {
    fields.emplace_back("version", version_in(client.get_json(item).body));
    return client.post_form(item + "/validation", fields);
  }
  static std::string version_in(const std::string& json);
  std::string id_of(const std::string& address) const {
    return address.substr(address.rfind('/') + 1);
  }
  std::string person_id(const std::string& email);
  std::int64_t rows_in(std::string_view counting_sql);

  sql::testing::Folder folder_;
  std::shared_ptr<files::Storage> storage_ =
      std::make_shared<files::FolderStorage>(folder_.path() / "files");
};

}  // namespace touchstone::good_practice
