#include <filesystem>

#include "evidence/evidence_world_test.h"
#include "evidence/file_store.h"
#include "platform/files/sha256.h"

namespace touchstone::evidence {
namespace {

using http::testing::File;
using http::testing::Pairs;

const std::string minutes = "%PDF-1.7\nminutes of the quality team\n";
const std::string list_of_children = "Child unique ID,Date of birth\n1234,2012-03-04\n";

// The value of the first field of that name in a form.
std::string value_in(const std::string& page, const std::string& name) {
  const auto at = page.find("name=\"" + name + "\"");
  const auto value = page.find("value=\"", at);
  if (at == page.npos || value == page.npos) return {};
  return page.substr(value + 7, page.find('"', value + 7) - value - 7);
}

class EvidenceFile : public EvidenceWorld {
 protected:
  http::testing::Answer send(http::testing::Client& client, const Pairs& fields,
                             const std::vector<File>& files) {
    return client.post_files("/eastmere/evidence", fields, files);
  }
  std::size_t files_kept() {
    std::size_t n = 0;
    storage_->each([&](const Digest&) { ++n; });
    return n;
  }
  Digest digest_of_minutes() {
    std::vector<Digest> found;
    read([&](sql::Read& read) {
      for (const auto& row :
           read.rows("SELECT file_hash FROM evidence WHERE file_name = 'minutes.pdf'"))
        found.push_back(row.get<Digest>(0));
    });
    return found.at(0);
  }
  void make_files_old() {
    const auto long_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours(48);
    for (const auto& each : std::filesystem::recursive_directory_iterator(folder_.path() / "files"))
      if (each.is_regular_file()) std::filesystem::last_write_time(each.path(), long_ago);
  }
};
INSTANTIATE_ON_BOTH_DATABASES(EvidenceFile);

TEST_P(EvidenceFile, is_added_and_comes_back_as_it_was) {
  auto client = client_of(hannah);
  const auto piece = add_file(client, "Minutes of May.pdf", minutes);
  const auto page = client.get(piece).body;
  EXPECT_THAT(page, HasSubstr("Minutes of May.pdf"));
  EXPECT_THAT(page, HasSubstr(">Minutes of May</h1>")) << "the file's name is its title";
  const auto file = client_of(marcus).get(piece + "/file");
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.body, minutes);
  EXPECT_EQ(file.header("content-type"), "application/pdf");
  EXPECT_THAT(std::string(file.header("content-disposition")),
              HasSubstr("attachment; filename=\"Minutes of May.pdf\""));
  EXPECT_THAT(std::string(file.header("content-security-policy")), HasSubstr("sandbox"));
  EXPECT_EQ(client.get(piece + "/file", {{"Range", "bytes=9-15"}}).body, "minutes");
  EXPECT_THAT(client_of(marcus).get("/eastmere/evidence?search=may&kind=file").body,
              ::testing::AllOf(HasSubstr(piece), HasSubstr("File: Minutes of May.pdf, ")));
}

TEST_P(EvidenceFile, is_seen_by_who_sees_its_piece_and_nobody_else) {
  auto client = client_of(hannah);
  const auto own = send(client, {{"about_on", "2026-11-12"}, {"only_mine", "true"}},
                        {{"file", "mine.pdf", "application/pdf", minutes}});
  const auto piece = std::string(own.header("location"));
  EXPECT_EQ(client.get(piece + "/file").status, 200);
  EXPECT_EQ(client_of(marcus).get(piece + "/file").status, 404);
  EXPECT_EQ(client_of(priya).get(piece + "/file").status, 404);
  auto stranger = running_->client();
  EXPECT_EQ(stranger.get(piece + "/file").status, 303);
  const auto quoted = add_one(client, quote);
  EXPECT_EQ(client.get(quoted + "/file").status, 404) << "a quote has no file";
}

TEST_P(EvidenceFile, many_come_at_once_and_each_is_a_piece) {
  auto client = client_of(hannah);
  const std::vector<File> files{{"file", "one.txt", "text/plain", "first"},
                                {"file", "C:\\pictures\\two.txt", "text/plain", "second"}};
  EXPECT_EQ(send(client, {{"about_on", "2026-11-12"}, {"title", "Visit"}}, files).status, 303);
  const auto library = client.get("/eastmere/evidence").body;
  EXPECT_THAT(library, HasSubstr("Visit – one"));
  EXPECT_THAT(library, HasSubstr("Visit – two"));
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence WHERE file_hash IS NOT NULL"), 2);
  const auto many = std::vector<File>(21, {"file", "one.txt", "text/plain", "first"});
  EXPECT_THAT(send(client, {{"about_on", "2026-11-12"}}, many).body,
              HasSubstr("Send 20 files at most at a time."));
  const auto both = client.post_files("/eastmere/evidence", {{"about_on", "2026-11-12"}}, files,
                                      {{"Accept", "application/json"}});
  EXPECT_EQ(both.status, 422);
  EXPECT_THAT(both.body, HasSubstr("Send one file at a time."));
}

TEST_P(EvidenceFile, that_is_not_what_its_name_says_is_refused_and_not_kept) {
  auto client = client_of(hannah);
  const auto answer = send(client, {{"about_on", "2026-11-12"}, {"title", "Typed with care"}},
                           {{"file", "photo.jpg", "image/jpeg", "MZ a program"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("photo.jpg: What is in this file is not what its name says"));
  EXPECT_THAT(answer.body, Not(HasSubstr("Choose the file.")));
  EXPECT_THAT(answer.body, HasSubstr("Typed with care"));
  EXPECT_EQ(files_kept(), 0U);
  const auto as_json = client.post_files("/eastmere/evidence", {{"about_on", "2026-11-12"}},
                                         {{"file", "page.html", "text/html", "<p>"}},
                                         {{"Accept", "application/json"}});
  EXPECT_EQ(as_json.status, 422);
  EXPECT_THAT(as_json.body, HasSubstr("\"field\":\"file\""));
  const auto without = client.post_form(
      "/eastmere/evidence", {{"kind", "file"}, {"title", "No file"}, {"about_on", "2026-11-12"}});
  EXPECT_EQ(without.status, 422);
  EXPECT_THAT(without.body, HasSubstr("Choose the file."));
}

TEST_P(EvidenceFile, need_not_be_sent_again_when_something_else_was_wrong) {
  auto client = client_of(hannah);
  const auto answer =
      send(client, {{"title", "No date"}}, {{"file", "minutes.pdf", "application/pdf", minutes}});
  ASSERT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("minutes.pdf, 37 bytes"));
  const auto kept = value_in(answer.body, "kept");
  ASSERT_NE(kept, "");
  Pairs again{{"title", "No date"}, {"about_on", "2026-11-12"}, {"kept", kept}};
  EXPECT_THAT(client_of(marcus).post_files("/eastmere/evidence", again, {}).body,
              HasSubstr("Choose the file again"))
      << "it is its sender's";
  const auto saved = client.post_files("/eastmere/evidence", again, {});
  ASSERT_EQ(saved.status, 303) << saved.body;
  EXPECT_EQ(client.get(std::string(saved.header("location")) + "/file").body, minutes);
  again.back().second = kept.substr(1);
  EXPECT_THAT(client.post_files("/eastmere/evidence", again, {}).body,
              HasSubstr("Choose the file again"));
}

TEST_P(EvidenceFile, with_rows_of_children_is_asked_about_before_it_is_added) {
  auto client = client_of(hannah);
  const Pairs fields{{"about_on", "2026-11-12"}};
  const std::vector<File> files{{"file", "annex a.csv", "text/csv", list_of_children}};
  const auto asked = send(client, fields, files);
  EXPECT_EQ(asked.status, 422);
  EXPECT_THAT(asked.body, HasSubstr("This looks like data about single children or learners"));
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence"), 0);
  const auto kept = value_in(asked.body, "kept");
  Pairs again{{"about_on", "2026-11-12"}, {"title", "annex a"}, {"kept", kept}};
  EXPECT_EQ(client.post_files("/eastmere/evidence", again, {}).status, 422) << "it asks again";
  Pairs left_out{{"about_on", "2026-11-12"}, {"title", "annex a"}, {"kind", "file"}};
  EXPECT_THAT(client.post_files("/eastmere/evidence", left_out, {}).body,
              HasSubstr("Choose the file."));
  again.emplace_back("no_single_children", "true");
  EXPECT_EQ(client.post_files("/eastmere/evidence", again, {}).status, 303);
  const auto as_json =
      client.post_files("/eastmere/evidence", fields, files, {{"Accept", "application/json"}});
  EXPECT_EQ(as_json.status, 422);
  EXPECT_THAT(as_json.body, HasSubstr("no_single_children"));
}

TEST_P(EvidenceFile, with_rows_of_children_is_not_taken_on_a_word_given_before_the_question) {
  auto client = client_of(hannah);
  const std::vector<File> files{{"file", "annex a.csv", "text/csv", list_of_children}};
  Pairs fields{{"about_on", "2026-11-12"}, {"no_single_children", "true"}};
  const auto asked = send(client, fields, files);
  EXPECT_EQ(asked.status, 422);
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence"), 0);
  const http::testing::Pairs json{{"Accept", "application/json"}};
  const auto by_program = client.post_files("/eastmere/evidence", fields, files, json);
  EXPECT_EQ(by_program.status, 422);
  const std::string before = R"("field":"asked","message":")";
  const auto at = by_program.body.find(before);
  ASSERT_NE(at, by_program.body.npos) << by_program.body;
  const auto from = at + before.size();
  fields.emplace_back("asked",
                      by_program.body.substr(from, by_program.body.find('"', from) - from));
  // It was asked about that file, and it was Hannah who was asked.
  const std::vector<File> another{{"file", "b.csv", "text/csv", list_of_children + "Zed,Z,1\n"}};
  EXPECT_EQ(client.post_files("/eastmere/evidence", fields, another, json).status, 422);
  EXPECT_EQ(client_of(marcus).post_files("/eastmere/evidence", fields, files, json).status, 422);
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence"), 0);
  EXPECT_EQ(client.post_files("/eastmere/evidence", fields, files, json).status, 201);
  EXPECT_EQ(number("SELECT COUNT(*) FROM history h JOIN person p ON p.ws = h.ws AND "
                   "p.id = h.actor WHERE h.verb = 'said to show no single children' AND "
                   "p.name = 'Hannah Sorrell'"),
            1);
}

TEST_P(EvidenceFile, of_an_earlier_version_stays_for_those_who_could_see_it_then) {
  auto client = client_of(hannah);
  const auto piece = add_file(client, "minutes.pdf", minutes);
  const auto second = "%PDF-1.7\ncorrected\n";
  const Pairs fields{{"title", "minutes"}, {"about_on", "2026-11-12"}, {"version", "1"}};
  const auto saved =
      client.post_files(piece, fields, {{"file", "minutes 2.pdf", "application/pdf", second}});
  ASSERT_EQ(saved.status, 303) << saved.body;
  EXPECT_EQ(client.get(piece + "/file").body, second);
  EXPECT_EQ(client_of(marcus).get(piece + "/versions/1/file").body, minutes);
  EXPECT_EQ(client.get(piece + "/versions/2/file").status, 404) << "that is what it is now";
  EXPECT_THAT(client.get(piece).body, HasSubstr("/versions/1/file"));
  const auto late =
      client.post_files(piece, fields, {{"file", "late.pdf", "application/pdf", "%PDF-1.7\nlate"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Elsewhere this is now “minutes 2.pdf”."));
  EXPECT_THAT(late.body, HasSubstr("late.pdf, 13 bytes"));
}

TEST_P(EvidenceFile, stays_when_only_words_about_it_change) {
  auto client = client_of(hannah);
  const auto piece = add_file(client, "minutes.pdf", minutes);
  ASSERT_EQ(client
                .post_form(piece, {{"kind", "file"},
                                   {"title", "Minutes of the team"},
                                   {"about_on", "2026-11-12"},
                                   {"version", "1"}})
                .status,
            303);
  EXPECT_EQ(client.get(piece + "/file").body, minutes);
  EXPECT_THAT(client.get(piece).body, HasSubstr("Minutes of the team"));
}

TEST_P(EvidenceFile, is_public_at_the_public_address_alone) {
  auto client = client_of(hannah);
  const auto piece = add_file(client, "minutes.pdf", minutes);
  const auto address = public_address_of(client, piece);
  auto stranger = running_->client();
  EXPECT_THAT(stranger.get(address).body, HasSubstr(address + "/file"));
  const auto file = stranger.get(address + "/file");
  EXPECT_EQ(file.body, minutes);
  EXPECT_EQ(file.header("cache-control"), "no-store");
  client.post_form(piece + "/address-removal", {});
  EXPECT_EQ(stranger.get(address + "/file").status, 404);
}

TEST_P(EvidenceFile, has_no_room_beyond_the_quota_of_its_organisation) {
  auto client = client_of(hannah);
  add_file(client, "large.txt", std::string(600'000, 'a'));
  const auto answer = send(client, {{"about_on", "2026-11-12"}},
                           {{"file", "more.txt", "text/plain", std::string(600'000, 'b')}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("more.txt: there is no room for it"));
  EXPECT_EQ(files_kept(), 1U);
}

TEST_P(EvidenceFile, that_waits_for_its_form_takes_room_like_one_that_was_saved) {
  auto client = client_of(hannah);
  const auto large = [](char c) {
    return std::vector<File>{
        {"file", std::string(1, c) + ".txt", "text/plain", std::string(600'000, c)}};
  };
  const auto answer = send(client, {{"title", "No date"}}, large('a'));
  EXPECT_EQ(send(client, {{"title", "No date"}}, large('a')).status, 422) << "the same counts once";
  const auto more = send(client, {{"title", "No date"}}, large('b'));
  EXPECT_THAT(more.body, HasSubstr("b.txt: there is no room for it"));
  EXPECT_EQ(files_kept(), 1U);
  const Pairs again{
      {"title", "First"}, {"about_on", "2026-11-12"}, {"kept", value_in(answer.body, "kept")}};
  EXPECT_EQ(client.post_files("/eastmere/evidence", again, {}).status, 303);
  const auto small = std::vector<File>{{"file", "c.txt", "text/plain", std::string(300'000, 'c')}};
  EXPECT_EQ(send(client, {{"about_on", "2026-11-12"}}, small).status, 303)
      << "what was saved counts once";
}

TEST_P(EvidenceFile, that_a_form_brings_along_needs_room_too) {
  auto client = client_of(hannah);
  const auto answer = send(client, {{"title", "No date"}},
                           {{"file", "first.txt", "text/plain", std::string(600'000, 'a')}});
  const Pairs again{
      {"title", "First"}, {"about_on", "2026-11-12"}, {"kept", value_in(answer.body, "kept")}};
  // As if another process had taken the second one.
  unclaimed_->forget(demo_.eastmere.value, [](const Digest&) { return true; });
  add_file(client, "second.txt", std::string(600'000, 'b'));
  const auto refused = client.post_files("/eastmere/evidence", again, {});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("first.txt: there is no room for it"));
}

TEST_P(EvidenceFile, of_more_than_twenty_none_is_looked_into_or_kept) {
  auto client = client_of(hannah);
  std::vector<File> many;
  for (int i = 0; i < 21; ++i)
    many.push_back({"file", std::to_string(i) + ".txt", "text/plain", "text " + std::to_string(i)});
  const auto answer = send(client, {{"about_on", "2026-11-12"}}, many);
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("Send 20 files at most at a time."));
  EXPECT_EQ(files_kept(), 0U);
  const auto kept = value_in(send(client, {{"title", "No date"}}, {many.front()}).body, "kept");
  Pairs often{{"about_on", "2026-11-12"}, {"title", "Often"}};
  for (int i = 0; i < 3; ++i) often.emplace_back("kept", kept);
  EXPECT_EQ(client.post_files("/eastmere/evidence", often, {}).status, 303);
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence"), 1) << "the same counts once";
}

TEST_P(EvidenceFile, of_nobody_is_kept_by_who_is_not_of_the_organisation) {
  auto stranger = running_->client();
  EXPECT_NE(send(stranger, {{"about_on", "2026-11-12"}},
                 {{"file", "minutes.pdf", "application/pdf", minutes}})
                .status,
            200);
  EXPECT_EQ(files_kept(), 0U);
}

TEST_P(EvidenceFile, lies_once_however_often_it_was_sent_and_goes_with_its_last_piece) {
  auto client = client_of(hannah);
  const auto one = add_file(client, "minutes.pdf", minutes);
  const auto other = add_file(client, "the same.pdf", minutes);
  EXPECT_EQ(files_kept(), 1U);
  make_files_old();
  const auto id = [](const std::string& address) {
    return Id<Piece>::from_text(address.substr(address.rfind('/') + 1)).value();
  };
  write_as(hannah, [&](sql::Write& write) { remove(write, id(one)); });
  EXPECT_EQ(remove_unused_files(database(), *storage_), 0U);
  EXPECT_EQ(client.get(other + "/file").body, minutes);
  write_as(hannah, [&](sql::Write& write) { remove(write, id(other)); });
  EXPECT_EQ(remove_unused_files(database(), *storage_), 1U);
  EXPECT_EQ(files_kept(), 0U);
}

TEST_P(EvidenceFile, of_a_form_that_was_given_up_is_kept_for_a_day) {
  auto client = client_of(hannah);
  send(client, {{"title", "No date"}}, {{"file", "minutes.pdf", "application/pdf", minutes}});
  EXPECT_EQ(remove_unused_files(database(), *storage_), 0U);
  make_files_old();
  EXPECT_EQ(remove_unused_files(database(), *storage_), 1U);
}

TEST_P(EvidenceFile, P9_outlives_its_piece_by_a_night_so_that_copies_made_one_after_another_agree) {
  auto client = client_of(hannah);
  const auto piece = add_file(client, "minutes.pdf", minutes);
  make_files_old();
  const auto stands_at = std::chrono::sys_days(std::chrono::year(2027) / 1 / 19);
  const auto id = Id<Piece>::from_text(piece.substr(piece.rfind('/') + 1)).value();
  write_as(hannah,
           [&](sql::Write& write) { put_in_bin(write, id, stands_at - std::chrono::days(31)); });
  tidy_night(database(), *storage_);
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence"), 0);
  EXPECT_EQ(files_kept(), 1U) << "a copy of the database made before names it still";
  tidy_night(database(), *storage_);
  EXPECT_EQ(files_kept(), 0U);
}

TEST_P(EvidenceFile, that_is_gone_or_damaged_is_said_by_the_proof) {
  auto client = client_of(hannah);
  const auto piece = add_file(client, "minutes.pdf", minutes);
  add_file(client, "other.txt", "whole");
  const auto problems = [&] {
    std::vector<FileOfPiece> all;
    read([&](sql::Read& read) { all = all_files(read); });
    auto found = read_all_files(all, *storage_);
    EXPECT_EQ(found.whole + std::ssize(found.problems), 2);
    return found.problems;
  };
  EXPECT_THAT(problems(), ::testing::IsEmpty());
  const auto hash = files::to_hex(digest_of_minutes());
  const auto path = folder_.path() / "files" / hash.substr(0, 2) / hash.substr(2);
  std::filesystem::resize_file(path, 5);
  EXPECT_THAT(problems(), ::testing::ElementsAre(HasSubstr("is not as it came")));
  std::filesystem::remove(path);
  EXPECT_THAT(problems(), ::testing::ElementsAre(HasSubstr("is missing")));
  ::testing::internal::CaptureStderr();
  EXPECT_EQ(client.get(piece + "/file").status, 503);
  EXPECT_THAT(::testing::internal::GetCapturedStderr(), HasSubstr(hash));
}

TEST_P(EvidenceFile, counts_once_however_often_the_words_beside_it_are_changed) {
  auto client = client_of(hannah);
  const std::string first(300'000, 'a'), second(200'000, 'b');
  const auto piece = add_file(client, "large.txt", first);
  int version = 0;
  const auto change = [&](const std::vector<File>& files) {
    ++version;
    const auto saved = client.post_files(piece,
                                         {{"kind", "file"},
                                          {"title", "Title " + std::to_string(version)},
                                          {"about_on", "2026-11-12"},
                                          {"came_on", "2026-12-01"},
                                          {"version", std::to_string(version)}},
                                         files);
    EXPECT_EQ(saved.status, 303) << saved.body;
  };
  const auto kept = [&] {
    std::int64_t bytes = 0;
    read([&](sql::Read& read) { bytes = bytes_kept(read, demo_.eastmere); });
    return bytes;
  };
  for (int i = 0; i < 3; ++i) change({});
  EXPECT_EQ(kept(), 300'000);
  change({{"file", "other.txt", "text/plain", second}});
  change({});
  EXPECT_EQ(kept(), 500'000) << "an earlier file is kept, once";
  change({{"file", "large.txt", "text/plain", first}});
  EXPECT_EQ(kept(), 500'000) << "and so is the one that comes back";
}

}  // namespace
}  // namespace touchstone::evidence
