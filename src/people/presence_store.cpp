#include "people/presence_store.h"

#include "people/person_store.h"
#include "people/role.h"
#include "people/workspace.h"

namespace touchstone::people {

namespace {

http::Verb verb_of(Right right) {
  switch (right) {
    case Right::read:
      return http::Verb::read;
    case Right::read_figures:
      return http::Verb::read_figures;
    case Right::judge:
      return http::Verb::judge;
    case Right::keep_staff_list:
      return http::Verb::keep_staff_list;
    case Right::keep_standards:
      return http::Verb::keep_standards;
    case Right::board_view:
      return http::Verb::board_view;
  }
  return http::Verb::visit;
}

// From "Priya Raman<priya@…": an address holds no "<", a name may.
WhomToAsk whom_from(std::string_view joined) {
  const auto between = joined.rfind('<');
  return {std::string(joined.substr(0, between)), std::string(joined.substr(between + 1))};
}

void fill_who_and_where(const sql::Row& row, std::string_view slug, Moment real,
                        http::Visitor& visitor) {
  visitor.workspace = row.uuid(0);
  visitor.workspace_slug = slug;
  visitor.workspace_name = row.text(1);
  visitor.zone = row.text(2);
  visitor.words = row.text(3);
  visitor.clock_stands = !row.null(4);
  Workspace workspace{.zone = visitor.zone};
  if (visitor.clock_stands) workspace.clock_stands_on = date_from_iso(row.text(4));
  visitor.today = today(workspace, real);
  visitor.revision = row.null(5) ? 0 : row.integer(5);
  visitor.person = row.uuid(6);
  visitor.name = row.text(7);
  visitor.email = row.text(12);
  visitor.elsewhere_too = row.get<bool>(14);
  if (!row.null(13)) {
    const auto whom = whom_from(row.text(13));
    visitor.ask_name = whom.name;
    visitor.ask_email = whom.email;
  }
}

void add_rights(Role role, const Uuid& team, bool on_everything, http::Visitor& visitor) {
  for (const auto right : rights_of(role))
    if (on_everything || !is_of_the_whole(right)) visitor.grants.push_back({verb_of(right), team});
}

void add_grants(const sql::Row& row, std::string_view day, http::Visitor& visitor) {
  if (row.null(8)) return;
  if (row.text(10) > day || (!row.null(11) && row.text(11) < day)) return;
  const auto role = role_from_text(row.text(8));
  if (!role) return;
  add_rights(*role, row.uuid(9), row.get<bool>(15), visitor);
}

}  // namespace

bool fill_presence(sql::Read& read, Id<Account> account, std::string_view slug, Moment real,
                   http::Visitor& visitor) {
  std::string day;
  for (const auto& row :
       read.rows("SELECT w.id, w.name, w.zone, w.words, w.clock_stands_on, h.n, p.id, p.name, "
                 "g.role, g.team, g.since, g.until, a.email, "
                 "(SELECT q.name || '<' || coalesce(q.email, '') FROM role_grant r "
                 "JOIN team t ON t.ws = r.ws AND t.id = r.team AND t.parent IS NULL "
                 "JOIN person q ON q.ws = r.ws AND q.id = r.person AND q.state = 'active' "
                 "WHERE r.ws = w.id AND r.role IN ('coordinator', 'quality_manager') "
                 "AND r.until IS NULL ORDER BY r.role, q.sort_key, q.id LIMIT 1), "
                 "CASE WHEN EXISTS (SELECT 1 FROM person o WHERE o.account = p.account "
                 "AND o.ws <> p.ws AND o.state = 'active') THEN 1 ELSE 0 END, "
                 "CASE WHEN gt.id IS NULL THEN 0 ELSE 1 END "
                 "FROM workspace w "
                 "JOIN person p ON p.ws = w.id AND p.account = ? AND p.state = 'active' "
                 "JOIN account a ON a.id = p.account AND a.state = 'active' "
                 "LEFT JOIN history_head h ON h.ws = w.id "
                 "LEFT JOIN role_grant g ON g.ws = p.ws AND g.person = p.id "
                 "LEFT JOIN team gt ON gt.ws = g.ws AND gt.id = g.team AND gt.parent IS NULL "
                 "WHERE w.slug = ?",
                 account, slug)) {
    if (day.empty()) {
      fill_who_and_where(row, slug, real, visitor);
      day = to_iso(visitor.today);
    }
    add_grants(row, day, visitor);
  }
  return !day.empty();
}

bool was_closed(sql::Read& read, Id<Account> account, std::string_view slug) {
  return read.rows(
                 "SELECT 1 FROM person p JOIN workspace w ON w.id = p.ws "
                 "WHERE p.account = ? AND p.state = 'disabled' AND w.slug = ?",
                 account, slug)
             .next() != nullptr;
}

void stand_in(sql::Read& read, Id<Person> for_person, http::Visitor& visitor) {
  visitor.for_person = for_person.value;
  visitor.grants.clear();
  const auto root = root_team(read, {visitor.workspace});
  for (const auto& grant : roles_of(read, {visitor.workspace}, {visitor.for_person}, visitor.today))
    add_rights(grant.role, grant.team.value, grant.team == root, visitor);
}

WhomToAsk whom_to_ask(sql::Read& read, Id<Account> account) {
  for (const auto& row :
       read.rows("SELECT q.name || '<' || coalesce(q.email, '') FROM person p "
                 "JOIN workspace w ON w.id = p.ws "
                 "JOIN role_grant r ON r.ws = p.ws AND r.until IS NULL "
                 "AND r.role IN ('coordinator', 'quality_manager') "
                 "JOIN team t ON t.ws = r.ws AND t.id = r.team AND t.parent IS NULL "
                 "JOIN person q ON q.ws = r.ws AND q.id = r.person AND q.state = 'active' "
                 "WHERE p.account = ? AND p.state = 'active' "
                 "ORDER BY w.slug, r.role, q.sort_key, q.id LIMIT 1",
                 account))
    return whom_from(row.text(0));
  return {};
}

}  // namespace touchstone::people
