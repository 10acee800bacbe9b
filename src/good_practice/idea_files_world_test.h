#pragma once
#include "good_practice/idea_file_parts.h"
#include "good_practice/ideas_world_test.h"

namespace touchstone::good_practice {

inline const std::string picture =
    std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\2\0\0\0", 29) +
    std::string(40, 'x');
inline const std::string film = std::string("\0\0\0\x18", 4) + "ftypmp42" + std::string(40, '\0');
inline const std::string list_of_children = "Child unique ID,Date of birth\n1234,2012-03-04\n";

class IdeaFilesWorld : public IdeasWorld {
 protected:
  using File = http::testing::File;
  using Pairs = http::testing::Pairs;

  static Pairs words(const std::string& word) {
    return {{"did", word + " was done."},
            {"changed", word},
            {"place", "Room 1"},
            {"source", "own_teaching"}};
  }
  static http::testing::Answer send(http::testing::Client& client, const Pairs& fields,
                                    const std::vector<File>& files) {
    return client.post_files("/eastmere/ideas", fields, files);
  }
  // An idea of Hannah's with one picture; its address.
  std::string with_picture() {
    auto client = client_of(hannah);
    const auto sent = send(client, words("oak"), {{"file", "board.png", "image/png", picture}});
    EXPECT_EQ(sent.status, 303) << sent.body;
    return std::string(sent.header("location"));
  }
  // Of the first file that its finder is told of.
  std::string file_of(const std::string& item) {
    const auto told = client_of(priya).get_json(item).body;
    const auto at = told.find(item + "/files/");
    EXPECT_NE(at, told.npos) << told;
    return told.substr(at, told.find('"', at) - at);
  }
  std::string new_door() {
    const auto told =
        client_of(priya).post_json("/eastmere/ideas/partners", R"({"label": "Hedgerow"})").body;
    const auto at = told.find("/eastmere/ideas/send/");
    return told.substr(at, told.find('"', at) - at);
  }
  static File board(const std::string& name) { return {"file", name, "image/png", picture}; }
  static File talk() { return {"file", "talk.mp4", "video/mp4", film}; }
  // Recorded by that person with these files, validated and put on the list.
  std::string listed_with(const std::string& finder, Pairs fields, const std::vector<File>& files) {
    auto client = client_of(finder);
    const auto sent = send(client, fields, files);
    EXPECT_EQ(sent.status, 303) << sent.body;
    const auto item = std::string(sent.header("location"));
    decide(client_of(priya), item, {{"decision", "agree"}, {"share", "yes"}});
    return item;
  }
  // As the program does it: first the library, then the ideas.
  void erase(const std::string& email) {
    evidence::stays_after_erasure(evidence_noun, file_stays);
    write_in(demo_.eastmere, [&](sql::Write& write) {
      const auto person = people::person_by_email(write, demo_.eastmere, email).value();
      std::vector<sql::Thing> things;
      evidence::personal_room().erase(write, person.id, things);
      personal_room().erase(write, person.id, things);
      write.record({"person", person.id.value, "erased", "{}"});
    });
  }
  std::int64_t pieces() { return rows_in("SELECT COUNT(*) FROM evidence"); }
  std::size_t files_kept() {
    std::size_t n = 0;
    storage_->each([&](const auto&) { ++n; });
    return n;
  }
};

}  // namespace touchstone::good_practice
