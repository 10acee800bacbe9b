// Stands in for libFuzzer where the compiler has none: runs the target over every file of the
// folders named, and over changed copies of them, always the same ones.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

// A target whose every round is dear asks for fewer.
#ifndef FUZZ_ROUNDS
#define FUZZ_ROUNDS 20'000
#endif
constexpr int rounds = FUZZ_ROUNDS;

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::vector<std::string> files_in(const char* folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    if (entry.is_regular_file())
      files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return files;
}

std::string changed(std::string bytes, const std::string& other, std::mt19937& random) {
  for (unsigned i = 0; i < 1 + random() % 4; ++i) {
    const auto at = bytes.empty() ? 0 : random() % bytes.size();
    switch (random() % 4) {
      case 0:
        if (!bytes.empty()) bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes.erase(at, random() % 8);
        break;
      case 2:
        bytes.insert(at, other.substr(other.empty() ? 0 : random() % other.size(), random() % 40));
        break;
      default:
        bytes.insert(at, 1, "\r\n\t \"\\{}[]%&=;:-#*|'"[random() % 21]);
        break;
    }
  }
  return bytes;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> corpus;
  for (int i = 1; i < count; ++i)
    for (auto& file : files_in(arguments[i])) corpus.push_back(std::move(file));
  if (corpus.empty()) {
    std::fputs("There is no corpus in the folders named.\n", stderr);
    return 1;
  }
  for (const auto& bytes : corpus) run(bytes);
  std::mt19937 random(1);
  for (int i = 0; i < rounds; ++i)
    run(changed(corpus[random() % corpus.size()], corpus[random() % corpus.size()], random));
  std::printf("%zu files and %d changed copies\n", corpus.size(), rounds);
}
