#include "platform/http/noticeboard_test.h"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <thread>

#include "platform/http/cookies.h"
#include "platform/sql/testing.h"
#include "platform/text.h"

namespace touchstone::http::testing {
namespace {

struct Pass {};

std::expected<Pass, Response> anybody(sql::Read&, const Request&, Verb) {
  return Pass{};
}

std::expected<Pass, Response> member(sql::Read&, const Request& request, Verb) {
  if (!request.visitor.signed_in()) return std::unexpected(sign_in_first(request));
  return Pass{};
}

Response hello(sql::Read&, const Request& request, const Pass&) {
  ++Noticeboard::made;
  if (request.json) return json("{\"hello\":\"world\"}");
  return page(html("<p>hello {}</p>", request.parameter("name")));
}

Response open_page(sql::Read&, const Request& request, const Pass&) {
  return page(html(R"(<form method="post"><input name="csrf" value="{}"></form>)", request.csrf));
}

Response address_page(sql::Read&, const Request& request, const Pass&) {
  return page(html("{}", request.address));
}

Response secret_page(sql::Read&, const Request&, const Pass&) {
  auto response = page(html("<p>secret</p>"));
  response.secret = true;
  return response;
}

Response page_of_a_lost_database(sql::Read&, const Request&, const Pass&) {
  throw sql::CannotRead("the server is away");
}

Response broken_page(sql::Read&, const Request&, const Pass&) {
  throw std::runtime_error("the pipe burst");
}

Response slow_page(sql::Read&, const Request&, const Pass&) {
  while (Noticeboard::hold) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return page(html("<p>slow</p>"));
}

Response slow_file(sql::Read&, const Request&, const Pass&) {
  Response response;
  response.slowly = [] {
    while (Noticeboard::hold) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    Response file;
    file.type = "application/pdf";
    file.body = "a file";
    attach(file, "Łódź: 100% \"done\".pdf");
    return file;
  };
  return response;
}

Response broken_file(sql::Read&, const Request&, const Pass&) {
  Response response;
  response.slowly = []() -> Response { throw std::runtime_error("the pipe burst"); };
  return response;
}

Response big_page(sql::Read&, const Request&, const Pass&) {
  Html page_of_many;
  for (int i = 0; i < 4000; ++i) page_of_many.add("<p>notice number {} of many</p>", i);
  return page(std::move(page_of_many));
}

Response huge_text(sql::Read&, const Request&, const Pass&) {
  Response response;
  response.type = "text/plain; charset=utf-8";
  response.body.assign(16 * 1024 * 1024, 'a');
  return response;
}

void pin_up(sql::Write& write, std::string_view text) {
  const auto id = new_uuid();
  write.execute("INSERT INTO note (ws, name, value) VALUES (?, ?, ?)", write.actor().workspace,
                to_text(id), text);
  write.record({"notice", id, "pinned", {}});
}

Response pin(sql::Write& write, const Request& request, const Pass&) {
  pin_up(write, request.fields.text("text"));
  if (request.fields.text("text") == "refuse me") return refused(422, "Not that one.");
  if (request.fields.text("text") == "break") throw std::runtime_error("the pin broke");
  if (request.fields.text("text") == "count me") {
    auto response = refused(422, "Counted, and refused.");
    response.keep = true;
    return response;
  }
  return request.json ? json(201, "{\"pinned\":true}")
                      : see_other(url("/{}/hello/board", "eastmere"));
}

Response sign_in(sql::Housekeeping&, const Request& request, const Pass&) {
  auto response = see_other(url("/{}/hello/board", "eastmere"));
  set_session(response, request, random_token(), std::chrono::hours(12));
  return response;
}

Response sign_out(sql::Housekeeping&, const Request& request, const Pass&) {
  auto response = see_other(url("/open"));
  clear_session(response, request);
  return response;
}

std::string weigh(sql::Read&, const Request& request) {
  while (Noticeboard::hold) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return "weighed " + std::string(request.fields.text("text"));
}

Later<std::string> weigh_later(sql::Read&, const Request& request) {
  return [text = std::string(request.fields.text("text"))] { return "weighed later " + text; };
}

// How many files were there after the wait.
int weigh_files(sql::Read&, const Request& request) {
  ++Noticeboard::waiting;
  while (Noticeboard::hold) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  int there = 0;
  for (const auto& upload : request.uploads) there += std::ifstream(upload.path).good() ? 1 : 0;
  return there;
}

Response weighed_files(sql::Housekeeping&, const Request&, const Pass&, const int& there) {
  Noticeboard::files_left = there;
  return page(html("<p>weighed</p>"));
}

Response weighed(sql::Write& write, const Request&, const Pass&, const std::string& prepared) {
  pin_up(write, prepared);
  return page(html("<p>{}</p>", prepared));
}

Response echo(sql::Housekeeping&, const Request& request, const Pass&) {
  std::string out;
  for (const auto& [name, value] : request.fields)
    if (name != "csrf") out += name + "=" + value.value_or("(null)") + ";";
  for (const auto& upload : request.uploads) {
    std::ifstream file(upload.path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    out += upload.field + ":" + upload.name + ":" + upload.type + ":" +
           std::to_string(upload.size) + ":" + to_hex(std::string_view(bytes).substr(0, 4)) + ";";
  }
  return json(out);
}

}  // namespace

std::atomic<int> Noticeboard::made = 0;
std::atomic<std::int64_t> Noticeboard::revision = 1;
std::atomic<bool> Noticeboard::hold = false;
std::atomic<int> Noticeboard::waiting = 0;
std::atomic<int> Noticeboard::files_left = 0;

Noticeboard::Noticeboard() {
  auto name = (std::filesystem::temp_directory_path() / "noticeboard-XXXXXX").string();
  folder_ = ::mkdtemp(name.data());
  database_ = sql::Database::open({.directory = folder_, .url = {}, .readers = 4, .group = 64});
  sql::testing::make_notes(*database_);
  routes_.get("/open", may(Verb::visit, anybody), open_page);
  routes_.get("/from", may(Verb::visit, anybody), address_page);
  routes_.get("/secret", may(Verb::visit, anybody), secret_page);
  routes_.get("/lost", may(Verb::visit, anybody), page_of_a_lost_database);
  routes_.get("/broken", may(Verb::visit, anybody), broken_page);
  routes_.get("/slow", may(Verb::visit, anybody), slow_page);
  routes_.get("/file.pdf", may(Verb::visit, anybody), slow_file);
  routes_.get("/broken-file", may(Verb::visit, anybody), broken_file);
  routes_.get("/big", may(Verb::visit, anybody), big_page);
  routes_.get("/huge", may(Verb::visit, anybody), huge_text);
  routes_.get("/account", may(Verb::visit, member), hello);
  routes_.get("/{workspace}/hello/{name}", may(Verb::read, member), hello);
  routes_.get("/{workspace}/secret", may(Verb::read, member), secret_page);
  routes_.post("/{workspace}/notices", may(Verb::judge, member), pin);
  routes_.takes({"text"});
  routes_.post("/{workspace}/weights", may(Verb::judge, member), weigh, weighed);
  routes_.takes({"text"});
  routes_.post("/sign-in", may(Verb::visit, anybody), sign_in);
  routes_.post("/sign-out", may(Verb::visit, member), sign_out);
  routes_.post("/echo", may(Verb::visit, anybody), echo);
  routes_.takes_anything();
  routes_.post("/files", may(Verb::visit, anybody), echo, {.files = 8 * 1024 * 1024});
  routes_.takes_anything();
  routes_.post("/{workspace}/quick-weights", may(Verb::judge, member), weigh_later, weighed);
  routes_.takes({"text"});
  routes_.post("/own-files", may(Verb::visit, member), echo, {.files = 4 * 1024 * 1024});
  routes_.takes_anything();
  routes_.post("/own-text", may(Verb::visit, member), echo, {.body = 4 * 1024 * 1024});
  routes_.takes_anything();
  routes_.post("/vast-files", may(Verb::visit, anybody), echo, {.files = SIZE_MAX});
  routes_.takes_anything();
  routes_.post("/slow-files", may(Verb::visit, anybody), weigh_files, weighed_files,
               {.files = 4 * 1024 * 1024});
  routes_.takes_anything();
}

Noticeboard::~Noticeboard() {
  database_.reset();
  std::filesystem::remove_all(folder_);
}

Hooks Noticeboard::hooks() {
  auto hooks = plain_hooks();
  hooks.identify = [](sql::Read&, Request& request) {
    if (request.session_token.empty()) return;
    auto& visitor = request.visitor;
    visitor.account.bytes.fill(1);
    visitor.session.bytes.fill(2);
    visitor.name = "Ada";
    if (request.parameter("workspace") != "eastmere") return;
    visitor.workspace.bytes.fill(3);
    visitor.person.bytes.fill(4);
    visitor.revision = revision;
    visitor.today = Date(std::chrono::year(2027), std::chrono::month(1), std::chrono::day(19));
  };
  return hooks;
}

int Noticeboard::notices() {
  int count = 0;
  database_->read([&](sql::Read& read) {
    for (const auto& row : read.rows("SELECT count(*) FROM note WHERE ws <> ?", Uuid{}))
      count = row.get<int>(0);
  });
  return count;
}

}  // namespace touchstone::http::testing
