#include "signin/device_store.h"

namespace touchstone::signin {
namespace {

Device read_device(const sql::Row& row) {
  return {row.get<Id<Device>>(0),  row.get<Id<people::Account>>(1),
          row.get<std::string>(2), row.get<Moment>(3),
          row.get<Moment>(4),      row.get<Moment>(5)};
}

}  // namespace

void remember(sql::Housekeeping& housekeeping, const Device& device, const Digest& token_hash) {
  housekeeping.execute(
      "INSERT INTO remembered_device (id, token_hash, account, name, made_at, seen, ends) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      device.id, token_hash, device.account, device.name, device.made_at, device.seen, device.ends);
}

std::optional<Device> device_of(sql::Read& read, const Digest& token_hash, Moment now) {
  for (const auto& row :
       read.rows("SELECT id, account, name, made_at, seen, ends FROM remembered_device "
                 "WHERE token_hash = ? AND ends > ?",
                 token_hash, now))
    return read_device(row);
  return std::nullopt;
}

std::vector<Device> devices_of(sql::Read& read, Id<people::Account> account, Moment now) {
  std::vector<Device> devices;
  for (const auto& row :
       read.rows("SELECT id, account, name, made_at, seen, ends FROM remembered_device "
                 "WHERE account = ? AND ends > ? ORDER BY made_at DESC, id DESC",
                 account, now))
    devices.push_back(read_device(row));
  return devices;
}

void forget(sql::Housekeeping& housekeeping, Id<people::Account> account, Id<Device> device) {
  housekeeping.execute("DELETE FROM remembered_device WHERE account = ? AND id = ?", account,
                       device);
}

void forget(sql::Housekeeping& housekeeping, const Digest& token_hash) {
  housekeeping.execute("DELETE FROM remembered_device WHERE token_hash = ?", token_hash);
}

void forget_all(sql::Housekeeping& housekeeping, Id<people::Account> account) {
  housekeeping.execute("DELETE FROM remembered_device WHERE account = ?", account);
}

void note_device_seen(sql::Housekeeping& housekeeping, const Digest& token_hash, Moment seen) {
  housekeeping.execute("UPDATE remembered_device SET seen = ? WHERE token_hash = ? AND seen < ?",
                       seen, token_hash, seen);
}

void sweep_devices(sql::Housekeeping& housekeeping, Moment now) {
  housekeeping.execute("DELETE FROM remembered_device WHERE ends <= ?", now);
}

}  // namespace touchstone::signin
