#include <fstream>
#include <sstream>

#include "standard/import_pages.h"
#include "standard/keeping_world_test.h"
#include "standard/pack_tree.h"

namespace touchstone::standard {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// A small pack by hand; `more` goes to its end.
std::string small_pack(const std::string& version, const std::string& title = "Small",
                       const std::string& more = "") {
  return "pack: 1\nstandard: small\nversion: \"" + version + "\"\ntitle: " + title +
         "\nowner: Us\nlicence: {name: None, redistribute: none}\n"
         "scales:\n  s: {type: met, levels: [{key: met, name: Met}]}\n"
         "areas:\n  - {key: a, title: A, elements: [{key: e, title: E, scale: s}]}\n" +
         more;
}

class Keeping : public KeepingWorld {};
INSTANTIATE_ON_BOTH_DATABASES(Keeping);

TEST_P(Keeping, one_large_standard_is_read_at_a_time_and_small_ones_go_on) {
  auto client = client_of(keeper);
  const auto bring = [&](const std::string& version, std::size_t comment) {
    const auto text = small_pack(version) + "# " + std::string(comment, 'x') + "\n";
    return client.post_files(packs, {}, {{"file", "ours.yaml", "text/plain", text}});
  };
  constexpr std::size_t large = 500'000;
  {
    const auto somebody_else = alone_with_a_large_one();
    ASSERT_TRUE(somebody_else);
    const auto waits = bring("1", large);
    EXPECT_EQ(waits.status, 503);
    EXPECT_THAT(waits.body, HasSubstr("Somebody else brings in a large standard just now."));
    EXPECT_EQ(bring("1", 1'000).status, 303);
  }
  EXPECT_EQ(bring("2", large).status, 303);
  EXPECT_EQ(bring("3", large).status, 303) << "the one before was read";
}

TEST_P(Keeping, what_is_exported_and_imported_elsewhere_is_exported_as_the_same_bytes) {
  auto client = client_of(a_tutor);
  for (const auto& pack : box()) {
    const auto page = "/eastmere/standards/" + pack.content->address() + "/pack";
    const auto yaml = client.get(page);
    EXPECT_EQ(yaml.status, 200);
    EXPECT_EQ(yaml.header("content-disposition"),
              "attachment; filename=\"" + pack.content->address() + ".yaml\"");
    EXPECT_EQ(client.get(page + "?as=json").body, pack.canonical);
    EXPECT_EQ(client.get_json(page).body, pack.canonical);
    const auto file = folder_.path() / "pack.yaml";
    std::ofstream(file) << yaml.body;
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(import_pack(database(), file, "nine-rivers", out, err), 0) << err.str();
    out.str("");
    EXPECT_EQ(export_pack(database(), pack.content->address(), "nine-rivers", "yaml", out, err), 0);
    EXPECT_EQ(out.str(), yaml.body);
  }
  EXPECT_EQ(client.get(tutoring_page + "/pack?as=docx").status, 404);
  EXPECT_EQ(client.get("/eastmere/standards/none@1/pack").status, 404);
}

TEST_P(Keeping, C_15_a_standard_of_ones_own_is_brought_in_as_text_or_as_a_file) {
  auto client = client_of(keeper);
  EXPECT_THAT(client.get(packs).body, AllOf(HasSubstr("multipart/form-data"), HasSubstr("1 MB")));
  const auto pasted = client.post_form(packs, {{"pack", small_pack("1")}});
  EXPECT_EQ(pasted.status, 303) << pasted.body;
  EXPECT_EQ(pasted.header("location"), "/eastmere/standards/small@1");
  const auto sent = client.post_files(packs, {{"pack", ""}},
                                      {{"file", "two.yaml", "text/plain", small_pack("2")}});
  EXPECT_EQ(sent.header("location"), "/eastmere/standards/small@2") << sent.body;
  const auto as_json =
      client.post_json(packs, R"({"pack": ")" + std::string(R"({\"pack\":1})") + R"("})");
  EXPECT_EQ(as_json.status, 422);
  EXPECT_THAT(as_json.body, HasSubstr("“standard” is missing here."));
  EXPECT_EQ(client.get("/eastmere/standards/small@2").status, 200);
}

TEST_P(Keeping, what_is_wrong_with_a_pack_is_said_with_file_line_and_field_and_its_text_is_kept) {
  auto client = client_of(keeper);
  const auto before = revision();
  auto wrong = small_pack("1", "Small", "surprise: <b>\n");
  wrong.replace(wrong.find("title: E"), 8, "title: 7");
  const auto answer = client.post_files(packs, {}, {{"file", "ours.yaml", "text/plain", wrong}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("ours.yaml, line 10, areas[0].elements[0].title: "),
                                 HasSubstr("ours.yaml, line 11, surprise: "),
                                 HasSubstr("surprise: &lt;b&gt;"), HasSubstr("<title>Error: ")));
  const auto nothing = client.post_form(packs, {{"pack", ""}});
  EXPECT_EQ(nothing.status, 422);
  EXPECT_THAT(nothing.body, HasSubstr("Choose a file, or paste its text."));
  EXPECT_EQ(client.post_form(packs, {{"pack", small_pack("1")}, {"other", "x"}}).status, 422);
  EXPECT_EQ(revision(), before);
}

TEST_P(Keeping, A_21_other_content_under_a_published_version_is_refused_and_the_same_says_so) {
  auto client = client_of(keeper);
  EXPECT_EQ(client.post_form(packs, {{"pack", small_pack("1")}}).status, 303);
  const auto before = revision();
  const auto same = client.post_form(packs, {{"pack", small_pack("1")}});
  EXPECT_EQ(same.status, 200);
  EXPECT_THAT(same.body, HasSubstr("small@1 is here already with the same content."));
  const auto other = client.post_form(packs, {{"pack", small_pack("1", "Larger")}});
  EXPECT_EQ(other.status, 422);
  EXPECT_THAT(other.body, AllOf(HasSubstr("small@1 is published here with other content"),
                                HasSubstr("title: Larger")));
  EXPECT_EQ(revision(), before);
  EXPECT_EQ(kept("small@1")->content->title, "Small");
}

TEST_P(Keeping, a_file_of_more_than_a_megabyte_is_refused_in_words) {
  auto client = client_of(keeper);
  const auto answer = client.post_files(
      packs, {}, {{"file", "big.yaml", "text/plain", std::string(1024 * 1024 + 1, '#')}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("big.yaml, line 1: The file is larger than 1 MB."));
}

TEST_P(Keeping, a_tutor_reads_every_standard_and_changes_none) {
  auto client = client_of(a_tutor);
  const auto before = revision();
  const auto page = client.get(tutoring_page);
  EXPECT_THAT(page.body, AllOf(Not(HasSubstr("Withdraw")), Not(HasSubstr("own-version"))));
  EXPECT_THAT(client.get("/eastmere/standards").body, Not(HasSubstr("Bring in")));
  EXPECT_EQ(client.get(packs).status, 403);
  EXPECT_EQ(client.post_form(packs, {{"pack", small_pack("1")}}).status, 403);
  for (const auto* part : {"/withdrawal", "/restoration", "/own-version"})
    EXPECT_EQ(client.post_form(tutoring_page + part, {}).status, 403) << part;
  EXPECT_EQ(revision(), before);
}

TEST_P(Keeping, a_withdrawn_version_is_offered_to_nobody_stays_readable_and_can_be_put_back) {
  auto client = client_of(keeper);
  auto tutor = client_of(a_tutor);
  EXPECT_EQ(client.post_form(tutoring_page + "/withdrawal", {}).header("location"), tutoring_page);
  const auto withdrawn = revision();
  EXPECT_EQ(client.post_form(tutoring_page + "/withdrawal", {}).status, 303);
  EXPECT_EQ(revision(), withdrawn) << "nothing happened";
  EXPECT_TRUE(kept("personal-tutoring@1.0")->withdrawn);
  read([&](sql::Read& read) {
    EXPECT_FALSE(version_at(read, demo_.eastmere.value, "personal-tutoring@1.0"));
    for (const auto& each : published(read, demo_.eastmere.value))
      EXPECT_NE(each.content->key, "personal-tutoring");
  });
  EXPECT_THAT(tutor.get(tutoring_page).body, HasSubstr("This version is withdrawn"));
  EXPECT_EQ(tutor.get(tutoring_page + "/pack").status, 200);
  EXPECT_THAT(tutor.get("/eastmere/standards").body, Not(HasSubstr("personal-tutoring@1.0")));
  EXPECT_THAT(client.get("/eastmere/standards").body, HasSubstr("personal-tutoring@1.0"));
  const auto back = client.post_json(tutoring_page + "/restoration", "{}");
  EXPECT_THAT(back.body, HasSubstr(R"("state":"published")"));
  EXPECT_FALSE(kept("personal-tutoring@1.0")->withdrawn);
}

TEST_P(Keeping, C_25_the_crosswalk_is_shown_from_either_side) {
  auto client = client_of(a_tutor);
  const auto from_ours = client.get(tutoring_page).body;
  EXPECT_THAT(from_ours, AllOf(HasSubstr("Where it meets other standards"),
                               HasSubstr("Leadership and governance")));
  const auto theirs = client.get_json("/eastmere/standards/ofsted-fe@2025-11.2/crosswalk").body;
  EXPECT_THAT(theirs, HasSubstr(R"("element":"safeguarding","standard":"personal-tutoring@1.0")"));
  EXPECT_EQ(client.get(tutoring_page + "/crosswalk").status, 200);
}

TEST_P(Keeping, a_standard_is_laid_out_for_paper_with_nothing_folded) {
  auto client = client_of(a_tutor);
  const auto paper = client.get(tutoring_page + "/paper");
  EXPECT_EQ(paper.status, 200);
  EXPECT_THAT(paper.body, AllOf(Not(HasSubstr("<details")), HasSubstr("Platinum in every other"),
                                HasSubstr("Minimum standard expects more than half of: Core")));
}

TEST_P(Keeping, C_11_X_6_a_pack_with_a_gap_is_refused_on_page_in_json_and_from_a_terminal) {
  auto client = client_of(keeper);
  const auto before = revision();
  auto pack = client.get(tutoring_page + "/pack?as=json").body;
  const auto put = [&](const std::string& from, const std::string& to) {
    ASSERT_NE(pack.find(from), pack.npos) << from;
    pack.replace(pack.find(from), from.size(), to);
  };
  put(R"("version":"1.0")", R"("version":"9.0")");
  put(R"("from":20)", R"("from":21)");
  const std::string said = "There is a gap: no band has 20 points.";
  const auto page = client.post_form(packs, {{"pack", pack}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr(said));
  std::string quoted;
  for (const char c : pack) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  const auto json = client.post_json(packs, R"({"pack": ")" + quoted + R"("})");
  EXPECT_EQ(json.status, 422);
  EXPECT_THAT(json.body, HasSubstr(said));
  const auto file = folder_.path() / "gap.json";
  std::ofstream(file) << pack;
  std::ostringstream out;
  std::ostringstream err;
  EXPECT_EQ(check_packs({file}, out, err), 1);
  EXPECT_EQ(import_pack(database(), file, "eastmere", out, err), 1);
  EXPECT_THAT(err.str(), HasSubstr(said));
  EXPECT_EQ(revision(), before);
}

TEST_P(Keeping, the_command_line_gives_what_the_pages_give) {
  auto client = client_of(keeper);
  std::ostringstream out;
  std::ostringstream err;
  for (const auto* form : {"yaml", "json", "case"}) {
    out.str("");
    EXPECT_EQ(export_pack(database(), "personal-tutoring@1.0", "eastmere", form, out, err), 0);
    EXPECT_EQ(out.str(), client.get(tutoring_page + "/pack?as=" + form).body) << form;
  }
  EXPECT_EQ(export_pack(database(), "none@1", "eastmere", "yaml", out, err), 2);
  EXPECT_EQ(export_pack(database(), "personal-tutoring@1.0", "nobody", "yaml", out, err), 2);
  EXPECT_THAT(err.str(), HasSubstr("There is no standard none@1 in Eastmere College."));
  client.post_form(tutoring_page + "/withdrawal", {});
  out.str("");
  list_standards(database(), out, err);
  EXPECT_THAT(out.str(), HasSubstr("\twithdrawn\n"));
}

}  // namespace
}  // namespace touchstone::standard
