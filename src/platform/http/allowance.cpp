#include "platform/http/allowance.h"

namespace touchstone::http {

std::expected<Allowance::Taken, Allowance::Refusal> Allowance::take(const std::string& who,
                                                                    std::size_t amount,
                                                                    std::size_t all) {
  const std::lock_guard lock(account_->mutex);
  const auto known = account_->of_each.find(who);
  const auto had = known == account_->of_each.end() ? 0 : known->second;
  if (amount > each_ || had > each_ - amount) return std::unexpected(Refusal::of_each);
  if (amount > all || account_->of_all > all - amount) return std::unexpected(Refusal::of_all);
  account_->of_each[who] = had + amount;
  account_->of_all += amount;
  return Taken(account_.get(), [account = account_, who, amount](void*) {
    const std::lock_guard giving_back(account->mutex);
    account->of_all -= amount;
    const auto own = account->of_each.find(who);
    own->second -= amount;
    if (own->second == 0) account->of_each.erase(own);
  });
}

}  // namespace touchstone::http
