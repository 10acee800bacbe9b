#pragma once
#include <cstddef>
#include <cstdint>
#include <expected>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace touchstone::http {

// How much of something scarce may be taken at once: by each who asks, and by all together. In this
// process alone. From any thread.
class Allowance {
 public:
  // What was taken; given back when the last copy is gone, which may be after the allowance.
  using Taken = std::shared_ptr<void>;
  enum class Refusal : std::uint8_t { of_each, of_all };

  Allowance(std::size_t each, std::size_t all) : each_(each), all_(all) {}

  std::expected<Taken, Refusal> take(const std::string& who, std::size_t amount) {
    return take(who, amount, all_);
  }
  // The same, where all together may take no more than `all` just now.
  std::expected<Taken, Refusal> take(const std::string& who, std::size_t amount, std::size_t all);

 private:
  struct Account {
    std::mutex mutex;
    std::map<std::string, std::size_t> of_each;
    std::size_t of_all = 0;
  };
  const std::size_t each_;
  const std::size_t all_;
  const std::shared_ptr<Account> account_ = std::make_shared<Account>();
};

}  // namespace touchstone::http
