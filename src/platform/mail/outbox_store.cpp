#include "platform/mail/outbox_store.h"

namespace touchstone::mail {
namespace {

sql::Bytes bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

Waiting read_waiting(const sql::Row& row) {
  return {.workspace = row.uuid(0),
          .id = row.uuid(1),
          .message_id = row.get<std::string>(2),
          .recipient = row.get<std::string>(3),
          .subject = row.get<std::string>(4),
          .sealed_text = std::string(row.bytes(5)),
          .made_at = row.get<Moment>(6),
          .useful_until = row.get<Moment>(7),
          .attempt = row.get<int>(8) + 1};
}

}  // namespace

void put_out(sql::Housekeeping& housekeeping, const Waiting& mail) {
  housekeeping.execute(
      "INSERT INTO outbox (ws, id, message_id, recipient, subject, sealed_text, made_at, send_at,"
      " useful_until, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
      mail.workspace, mail.id, mail.message_id, mail.recipient, mail.subject,
      bytes_of(mail.sealed_text), mail.made_at, mail.made_at, mail.useful_until);
}

std::vector<Waiting> all_waiting(sql::Read& read) {
  std::vector<Waiting> mails;
  for (const auto& row : read.rows(
           "SELECT ws, id, message_id, recipient, subject, sealed_text, made_at, useful_until,"
           " attempts FROM outbox WHERE failed_at IS NULL ORDER BY made_at, id"))
    mails.push_back(read_waiting(row));
  return mails;
}

bool is_any_mail_due(sql::Read& read, Moment now) {
  auto rows = read.rows(
      "SELECT 1 FROM outbox WHERE failed_at IS NULL AND send_at <= ?"
      " AND (leased_until IS NULL OR leased_until <= ?) LIMIT 1",
      now, now);
  return rows.next() != nullptr;
}

std::optional<Waiting> take_due_mail(sql::Housekeeping& housekeeping, Moment now,
                                     Moment leased_until) {
  std::optional<Waiting> mail;
  for (const auto& row : housekeeping.rows(
           "SELECT ws, id, message_id, recipient, subject, sealed_text, made_at, useful_until,"
           " attempts FROM outbox WHERE failed_at IS NULL AND send_at <= ?"
           " AND (leased_until IS NULL OR leased_until <= ?) ORDER BY send_at, id LIMIT 1"
           " {for_update} {skip_locked}",
           now, now))
    mail = read_waiting(row);
  if (mail)
    housekeeping.execute("UPDATE outbox SET attempts = ?, leased_until = ? WHERE ws = ? AND id = ?",
                         mail->attempt, leased_until, mail->workspace, mail->id);
  return mail;
}

void mark_sent(sql::Housekeeping& housekeeping, const Waiting& mail) {
  housekeeping.execute("DELETE FROM outbox WHERE ws = ? AND id = ? AND attempts = ?",
                       mail.workspace, mail.id, mail.attempt);
  housekeeping.execute(
      "DELETE FROM outbox WHERE ws = ? AND recipient = ? AND failed_at IS NOT NULL", mail.workspace,
      mail.recipient);
}

void put_off(sql::Housekeeping& housekeeping, const Waiting& mail, std::string_view problem,
             Moment send_at) {
  housekeeping.execute(
      "UPDATE outbox SET leased_until = NULL, problem = ?, send_at = ?"
      " WHERE ws = ? AND id = ? AND attempts = ?",
      problem, send_at, mail.workspace, mail.id, mail.attempt);
}

void give_up(sql::Housekeeping& housekeeping, const Waiting& mail, std::string_view problem,
             Moment at) {
  housekeeping.execute(
      "UPDATE outbox SET leased_until = NULL, problem = ?, failed_at = ?, sealed_text = ?"
      " WHERE ws = ? AND id = ? AND attempts = ?",
      problem, at, sql::Bytes{}, mail.workspace, mail.id, mail.attempt);
}

void forget(sql::Write& write, std::string_view recipient) {
  write.execute("DELETE FROM outbox WHERE recipient = ?", recipient);
}

void forget(sql::Write& write, const Uuid& workspace, std::string_view recipient) {
  write.execute("DELETE FROM outbox WHERE ws = ? AND recipient = ?", workspace, recipient);
}

void sweep_failed_mail(sql::Housekeeping& housekeeping, Moment before) {
  housekeeping.execute("DELETE FROM outbox WHERE failed_at IS NOT NULL AND failed_at <= ?", before);
}

Outbox count_outbox(sql::Read& read) {
  for (const auto& row : read.rows("SELECT count(*), count(failed_at) FROM outbox"))
    return {row.integer(0) - row.integer(1), row.integer(1)};
  return {};
}

std::optional<Failure> last_failure(sql::Read& read, const Uuid& workspace,
                                    std::string_view recipient) {
  for (const auto& row : read.rows("SELECT failed_at, problem FROM outbox WHERE ws = ?"
                                   " AND recipient = ? ORDER BY made_at DESC, id DESC LIMIT 1",
                                   workspace, recipient))
    if (!row.null(0)) return Failure{row.get<Moment>(0), row.get<std::string>(1)};
  return std::nullopt;
}

}  // namespace touchstone::mail
