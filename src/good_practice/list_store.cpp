#include "good_practice/list_store.h"

#include "good_practice/practice_row_store.h"
#include "platform/search_words.h"

namespace touchstone::good_practice {
namespace {

std::vector<Practice> practices_from(sql::Rows rows) {
  std::vector<Practice> found;
  for (const auto& row : rows) found.push_back(practice_from(row));
  return found;
}

// Those with a word that begins so, then all the rest that is asked of them.
const std::string with_a_word =
    "WITH hit AS MATERIALIZED (SELECT practice FROM practice_word "
    "WHERE ws = ? AND word >= ? AND word < ? GROUP BY practice) ";
const std::string asked_for =
    "WHERE p.ws = ? AND p.listed = 1 AND (? = '' OR p.theme = ?) AND (? = '' OR p.subject = ?) "
    "AND (? = 0 OR p.stand_out = 1) AND (? = 0 OR p.is_public = 1) "
    "AND p.search_key LIKE ? AND p.search_key LIKE ? AND p.search_key LIKE ? "
    "AND p.search_key LIKE ? AND p.search_key LIKE ? AND p.search_key LIKE ? "
    "AND (? = 0 OR p.id < ?) ";
const std::string newest_first = "ORDER BY p.id DESC LIMIT ?";
const std::string from_all = practice_columns + "practice p " + asked_for + newest_first;
// The same, said so that the database goes by an index.
const std::string from_theme =
    practice_columns + "practice p " + asked_for + "AND p.theme = ? " + newest_first;
const std::string from_subject =
    practice_columns + "practice p " + asked_for + "AND p.subject = ? " + newest_first;
const std::string from_feed =
    practice_columns + "practice p " + asked_for + "AND p.is_public = 1 " + newest_first;
const std::string from_hits = with_a_word + practice_columns + "hit CROSS JOIN practice p " +
                              asked_for + "AND p.id = hit.practice " + newest_first;

// The values of a statement: `first` come before, `last` after those of asked_for.
template <class... Last>
auto asking(sql::Read& read, const Uuid& workspace, const Wanted& wanted,
            const std::array<std::string, most_searched_words>& like, const Last&... last) {
  return [&](const std::string& statement, const auto&... first) {
    return read.rows(statement, first..., workspace, wanted.theme, wanted.theme, wanted.subject,
                     wanted.subject, wanted.stand_out, wanted.open_to_all, like[0], like[1],
                     like[2], like[3], like[4], like[5], wanted.before.has_value(), wanted.before,
                     last..., wanted.at_most);
  };
}

// Each value once, by steps through the index: there are few of them among many items.
std::vector<std::string> steps_from(sql::Rows rows) {
  std::vector<std::string> values;
  for (const auto& row : rows)
    if (!row.null(0)) values.push_back(row.get<std::string>(0));
  return values;
}

std::int64_t count(sql::Read& read, const std::string& sql, const Uuid& workspace) {
  auto rows = read.rows(sql, workspace);
  return rows.next()->integer(0);
}

}  // namespace

std::vector<Practice> practices(sql::Read& read, const Uuid& workspace, const Wanted& wanted) {
  const auto words = words_in(wanted.search, most_searched_words);
  // What holds no word is not on the list.
  if (words.empty() && !wanted.search.empty()) return {};
  const auto like = search_patterns(words);
  const auto rarest = practice_words.rarest_of(read, workspace, words);
  if (!rarest.empty()) {
    const auto [first, last] = sql::beginning_with(rarest);
    return practices_from(asking(read, workspace, wanted, like)(
        from_hits, workspace, sql::bytes_of(first), sql::bytes_of(last)));
  }
  if (wanted.open_to_all) return practices_from(asking(read, workspace, wanted, like)(from_feed));
  if (!wanted.theme.empty())
    return practices_from(asking(read, workspace, wanted, like, wanted.theme)(from_theme));
  if (!wanted.subject.empty())
    return practices_from(asking(read, workspace, wanted, like, wanted.subject)(from_subject));
  return practices_from(asking(read, workspace, wanted, like)(from_all));
}

std::vector<std::string> listed_themes(sql::Read& read, const Uuid& workspace) {
  return steps_from(
      read.rows("WITH RECURSIVE step (value, n) AS (SELECT (SELECT MIN(theme) FROM practice "
                "WHERE ws = ? AND listed = 1 AND theme > ''), 1 UNION ALL "
                "SELECT (SELECT MIN(p.theme) FROM practice p WHERE p.ws = ? AND p.listed = 1 "
                "AND p.theme > step.value), n + 1 FROM step WHERE step.value IS NOT NULL "
                "AND n < 300) SELECT value FROM step",
                workspace, workspace));
}

std::vector<std::string> listed_subjects(sql::Read& read, const Uuid& workspace) {
  return steps_from(
      read.rows("WITH RECURSIVE step (value, n) AS (SELECT (SELECT MIN(subject) FROM practice "
                "WHERE ws = ? AND listed = 1 AND subject > ''), 1 UNION ALL "
                "SELECT (SELECT MIN(p.subject) FROM practice p WHERE p.ws = ? AND p.listed = 1 "
                "AND p.subject > step.value), n + 1 FROM step WHERE step.value IS NOT NULL "
                "AND n < 300) SELECT value FROM step",
                workspace, workspace));
}

std::vector<Practice> queue_of(sql::Read& read, const Uuid& workspace,
                               const std::optional<QueueEnd>& after) {
  static const auto waiting = practice_columns +
                              "practice p WHERE p.ws = ? AND p.state = 'waiting' "
                              "AND p.withdrawn_at IS NULL AND (p.waiting_since, p.id) > (?, ?) "
                              "ORDER BY p.waiting_since, p.id LIMIT 51";
  return practices_from(read.rows(waiting, workspace,
                                  after ? to_iso(after->waiting_since) : std::string(),
                                  after ? after->practice : Id<Practice>{}));
}

std::int64_t count_of_queue(sql::Read& read, const Uuid& workspace) {
  return count(read,
               "SELECT COUNT(*) FROM (SELECT 1 FROM practice WHERE ws = ? AND state = 'waiting' "
               "AND withdrawn_at IS NULL LIMIT 1000) AS found",
               workspace);
}

std::vector<Practice> recorded_by(sql::Read& read, const Uuid& workspace, Id<people::Person> finder,
                                  const std::optional<State>& state) {
  static const auto of_one = practice_columns +
                             "practice p WHERE p.ws = ? AND p.finder = ? "
                             "AND (? = '' OR p.state = ?) ORDER BY p.id DESC LIMIT 100";
  const auto wanted = state ? std::string(to_text(*state)) : std::string();
  return practices_from(read.rows(of_one, workspace, finder, wanted, wanted));
}

std::vector<Practice> withdrawn_by(sql::Read& read, const Uuid& workspace,
                                   Id<people::Person> finder) {
  static const auto of_one = practice_columns +
                             "practice p WHERE p.ws = ? AND p.finder = ? "
                             "AND p.withdrawn_at IS NOT NULL ORDER BY p.id DESC LIMIT 100";
  return practices_from(read.rows(of_one, workspace, finder));
}

std::vector<Practice> recorded_in(sql::Read& read, const Uuid& workspace, Id<Meeting> meeting) {
  static const auto in_one =
      practice_columns + "practice p WHERE p.ws = ? AND p.meeting = ? ORDER BY p.id DESC LIMIT 200";
  return practices_from(read.rows(in_one, workspace, meeting));
}

KnownAbout known_about(sql::Read& read, const Uuid& workspace, std::string_view theme,
                       Id<people::Person> besides) {
  // A partner's sender is nobody here: each of their items counts.
  static const std::string of_others =
      "FROM practice p WHERE p.ws = ? AND p.listed = 1 AND p.state = 'valid' AND p.theme = ? "
      "AND COALESCE(p.tutor, p.finder, p.id) <> ?";
  static const auto wrote = "SELECT COUNT(DISTINCT COALESCE(p.tutor, p.finder, p.id)) " + of_others;
  static const auto items = "WITH item AS MATERIALIZED (SELECT p.id " + of_others + ") ";
  static const std::string tried =
      "SELECT COUNT(DISTINCT t.person), "
      "COUNT(DISTINCT CASE WHEN t.reported_on IS NOT NULL THEN t.person END), "
      "COUNT(DISTINCT CASE WHEN t.again = 'yes' THEN t.person END) FROM (SELECT id FROM item "
      "UNION ALL SELECT m.id FROM item CROSS JOIN practice m WHERE m.ws = ? "
      "AND m.merged_into = item.id) o CROSS JOIN practice_trial t WHERE t.ws = ? AND t.practice = "
      "o.id AND t.person <> ?";
  static const auto trials = items + tried;
  KnownAbout known;
  for (const auto& row : read.rows(wrote, workspace, theme, besides)) known.wrote = row.get<int>(0);
  for (const auto& row :
       read.rows(trials, workspace, theme, besides, workspace, workspace, besides)) {
    known.tried = row.get<int>(0);
    known.reported = row.get<int>(1);
    known.would_again = row.get<int>(2);
  }
  return known;
}

std::vector<Practice> validated_ones(sql::Read& read, const Uuid& workspace, std::int64_t at_most) {
  static const auto valid = practice_columns +
                            "practice p WHERE p.ws = ? AND p.state = 'valid' "
                            "ORDER BY p.recorded_at DESC, p.id DESC LIMIT ?";
  return practices_from(read.rows(valid, workspace, at_most));
}

std::vector<Practice> variations_of(sql::Read& read, const Uuid& workspace, Id<Practice> parent) {
  static const auto versions = practice_columns + "practice p WHERE p.ws = ? AND p.parent IN " +
                               together_with_it + " AND p.id <> ? ORDER BY p.id LIMIT 100";
  return practices_from(
      read.rows(versions, workspace, workspace, parent, workspace, parent, parent));
}

std::vector<Practice> put_into(sql::Read& read, const Uuid& workspace, Id<Practice> kept) {
  static const auto merged =
      practice_columns + "practice p WHERE p.ws = ? AND p.merged_into = ? ORDER BY p.id";
  return practices_from(read.rows(merged, workspace, kept));
}

Funnel funnel_at(sql::Read& read, const Uuid& workspace) {
  // What was put together with another counts where that one stands.
  const auto reached = [](const std::string& table, const std::string& more) {
    return "SELECT COUNT(DISTINCT COALESCE(p.merged_into, p.id)) FROM " + table +
           " t JOIN practice p ON p.ws = t.ws AND p.id = t.practice LEFT JOIN practice k "
           "ON k.ws = p.ws AND k.id = p.merged_into WHERE t.ws = ? "
           "AND COALESCE(k.state, p.state) = 'valid'" +
           more;
  };
  static const std::array statements{
      std::string("SELECT COUNT(*) FROM practice WHERE ws = ? AND withdrawn_at IS NULL"),
      std::string("SELECT COUNT(*) FROM practice WHERE ws = ? AND state = 'valid'"),
      std::string("SELECT COUNT(*) FROM practice WHERE ws = ? AND listed = 1"),
      reached("practice_trial", ""),
      reached("practice_trial", " AND t.reported_on IS NOT NULL"),
      reached("practice_impact", "")};
  Funnel funnel;
  for (std::size_t i = 0; i < statements.size(); ++i)
    funnel.items.at(i) = static_cast<int>(count(read, statements.at(i), workspace));
  return funnel;
}

}  // namespace touchstone::good_practice
