#include "signin/session.h"

namespace touchstone::signin {

Session new_session(Id<people::Account> account, const std::string& token, Moment now) {
  return {digest_of(token), account, now, now, now + absolute_limit, false};
}

bool is_alive(const Session& session, Moment now) {
  return now < session.ends && now - session.seen < idle_limit;
}

}  // namespace touchstone::signin
