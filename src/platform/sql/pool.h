#pragma once
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <utility>
#include <vector>

namespace touchstone::sql {

// Connections that are lent out one at a time; the one used last goes first, because its caches are
// warm.
// A thread that holds one must not ask for another: all could wait for each other.
template <class Connection>
class Pool {
 public:
  // Gives the connection back when it goes.
  class Loan {
   public:
    Loan(Pool& pool, std::unique_ptr<Connection> connection)
        : pool_(pool), connection_(std::move(connection)), before_(std::exchange(lender, &pool)) {}
    ~Loan() {
      lender = before_;
      pool_.add(std::move(connection_));
    }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    Connection& operator*() { return *connection_; }
    Connection* operator->() { return connection_.get(); }

   private:
    Pool& pool_;
    std::unique_ptr<Connection> connection_;
    const void* before_;
  };

  void add(std::unique_ptr<Connection> connection) {
    {
      const std::lock_guard lock(mutex_);
      free_.push_back(std::move(connection));
    }
    freed_.notify_one();
  }
  // Waits until one is free. Throws std::logic_error when this thread holds one.
  Loan take() {
    if (lender == this) throw std::logic_error("A read or write inside another one.");
    std::unique_lock lock(mutex_);
    freed_.wait(lock, [this] { return !free_.empty(); });
    auto connection = std::move(free_.back());
    free_.pop_back();
    return Loan(*this, std::move(connection));
  }
  void clear() {
    const std::lock_guard lock(mutex_);
    free_.clear();
  }

 private:
  static inline thread_local const void* lender = nullptr;

  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Connection>> free_;
};

}  // namespace touchstone::sql
