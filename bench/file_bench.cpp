// What a film of 500 MB costs the program on its way in and out, measured from outside.
//   file_bench [--json FILE] [--seconds N] [--postgres URL]
// One person sends it over one connection, while another asks for a page again and again. Memory is
// the most that the program's process had resident, above what it had before.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <stdexcept>
#include <thread>

#include "demo.h"
#include "options.h"

namespace {

using namespace touchstone::bench;

constexpr std::size_t film_size = 500'000'000;
constexpr std::size_t sent_at_once = 256 * 1024;
constexpr std::size_t range_size = 1'000'000;

// One connection, used by one thread, that sends and reads as fast as it may.
class Wire {
 public:
  explicit Wire(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("the server does not take a connection");
  }
  ~Wire() { ::close(socket_); }
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) throw std::runtime_error("the server took the film only in part");
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  // The head of the answer; its body is read and thrown away.
  std::string answer() const {
    std::string bytes;
    std::string buffer(sent_at_once, '\0');
    auto end = bytes.npos;
    while ((end = bytes.find("\r\n\r\n")) == bytes.npos) bytes.append(some(buffer));
    auto head = bytes.substr(0, end);
    const auto at = head.find("Content-Length: ");
    std::size_t left = 0;
    std::from_chars(head.data() + at + 16, head.data() + head.size(), left);
    left -= bytes.size() - end - 4;
    while (left > 0) left -= some(buffer).size();
    return head;
  }

 private:
  std::string_view some(std::string& buffer) const {
    const auto got = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (got <= 0) throw std::runtime_error("the server broke off");
    return std::string_view(buffer).substr(0, static_cast<std::size_t>(got));
  }
  int socket_;
};

void expect(const std::string& head, std::string_view status) {
  if (!std::string_view(head).substr(9).starts_with(status))
    throw std::runtime_error("answered with " + head);
}

// The address of the piece that it became.
std::string send_film(std::uint16_t port, const Visit& visit) {
  constexpr std::string_view boundary = "film-of-five-hundred-megabytes";
  const auto before = fmt::format(
      "--{0}\r\nContent-Disposition: form-data; name=\"about_on\"\r\n\r\n2027-01-12\r\n--{0}\r\n"
      "Content-Disposition: form-data; name=\"file\"; filename=\"film.mp4\"\r\n\r\n",
      boundary);
  const auto after = fmt::format("\r\n--{}--\r\n", boundary);
  std::string film(sent_at_once, '\0');
  constexpr std::string_view begins{
      "\0\0\0\x18"
      "ftypmp42\0\0\0\0mp42isom",
      24};
  std::ranges::copy(begins, film.begin());
  const Wire wire(port);
  wire.send(fmt::format(
      "POST /eastmere/evidence HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{}{}Content-Type: "
      "multipart/form-data; boundary={}\r\nContent-Length: {}\r\n\r\n",
      port, visit.cookie, visit.proof, boundary, before.size() + film_size + after.size()));
  wire.send(before);
  for (std::size_t left = film_size; left > 0;) {
    const auto piece = std::min(left, film.size());
    wire.send(std::string_view(film).substr(0, piece));
    left -= piece;
    std::fill_n(film.begin(), begins.size(), '\0');
  }
  wire.send(after);
  const auto head = wire.answer();
  expect(head, "303");
  const auto at = head.find("Location: ") + 10;
  return head.substr(at, head.find('\r', at) - at);
}

}  // namespace

int main(int count, char** words) try {
  const auto options = read_options(count, words);
  const Demo demo(options.postgres);
  const Program server(demo.serving());
  Clients client(server.port(), 1);
  const auto visit = demo.sign_in_as(client, "hannah");
  const auto reader = demo.sign_in_as(client, "marcus");
  Figures figures;
  measure_page(figures, server, client, reader, "a page, nothing else going on", "/eastmere",
               options.seconds, "");

  std::string piece;
  std::exception_ptr failed;
  double took = 0;
  server.forget_peak();
  const auto before = server.peak_megabytes();
  std::thread sender([&] {
    const auto begin = std::chrono::steady_clock::now();
    try {
      piece = send_film(server.port(), visit);
    } catch (...) {
      failed = std::current_exception();
    }
    took = milliseconds_since(begin);
  });
  measure_page(figures, server, client, reader, "a page, while a film comes in", "/eastmere",
               options.seconds, "at most 50");
  sender.join();
  if (failed) std::rethrow_exception(failed);
  figures.add("500 MB in", took, "ms");
  figures.add("memory for it", server.peak_megabytes() - before, "MB", "at most 20");

  const Wire wire(server.port());
  server.forget_peak();
  const auto resident = server.peak_megabytes();
  auto begin = std::chrono::steady_clock::now();
  wire.send(request("GET", piece + "/file", server.port(), visit.cookie));
  expect(wire.answer(), "200");
  figures.add("500 MB out", milliseconds_since(begin), "ms");
  figures.add("memory for that", server.peak_megabytes() - resident, "MB", "at most 20");
  begin = std::chrono::steady_clock::now();
  wire.send(request("GET", piece + "/file", server.port(),
                    visit.cookie + fmt::format("Range: bytes={}-{}\r\n", film_size / 2,
                                               film_size / 2 + range_size - 1)));
  expect(wire.answer(), "206");
  figures.add("1 MB out of the middle", milliseconds_since(begin), "ms");
  figures.write_to(options.json);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "file_bench: %s\n", problem.what());
  return 1;
}
