#pragma once
#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace touchstone::sql {

// Prepared statements of one connection, found by where their text lies. A statement holds its text
// as `text`; when other text lies at the place by now, the caller gets nothing and prepares anew.
template <class Statement>
class StatementCache {
 public:
  Statement* find(std::string_view sql) {
    const auto found = statements_.find({sql.data(), sql.size()});
    if (found == statements_.end() || found->second->text != sql) return nullptr;
    return found->second.get();
  }
  // Takes the place of what was kept there.
  Statement& keep(std::string_view sql, std::unique_ptr<Statement> statement) {
    auto& place = statements_[{sql.data(), sql.size()}];
    place = std::move(statement);
    return *place;
  }
  template <class Predicate>
  void remove_if(Predicate predicate) {
    std::erase_if(statements_, [&](const auto& entry) { return predicate(*entry.second); });
  }
  void clear() { statements_.clear(); }
  template <class Visit>
  void each(Visit visit) {
    for (auto& [place, statement] : statements_) visit(*statement);
  }

 private:
  struct Place {
    const char* at;
    std::size_t length;
    bool operator==(const Place&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Place& place) const noexcept {
      const auto mixed =
          (reinterpret_cast<std::uintptr_t>(place.at) ^ place.length << 48U) * 0x9E3779B97F4A7C15U;
      return mixed ^ mixed >> 32U;
    }
  };
  std::unordered_map<Place, std::unique_ptr<Statement>, Hash> statements_;
};

}  // namespace touchstone::sql
