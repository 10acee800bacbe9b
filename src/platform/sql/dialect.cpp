#include "platform/sql/dialect.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace touchstone::sql {
namespace {

enum class Piece : std::uint8_t { word, token, quoted, comment, space, other };

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Walks SQL text piece by piece.
class Pieces {
 public:
  explicit Pieces(std::string_view sql) : sql_(sql) {}

  bool next() {
    begin_ = end_;
    if (begin_ >= sql_.size()) return false;
    kind_ = kind_at(begin_);
    end_ = std::min(end_of(kind_), sql_.size());
    return true;
  }
  Piece kind() const { return kind_; }
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }
  std::string_view text() const { return sql_.substr(begin_, end_ - begin_); }
  bool is(std::string_view word) const {
    return kind_ == Piece::word && std::ranges::equal(text(), word, [](char a, char b) {
             return (a >= 'a' && a <= 'z' ? a - 'a' + 'A' : a) == b;
           });
  }

 private:
  Piece kind_at(std::size_t at) const {
    const char c = sql_[at];
    if (c == '\'' || c == '"') return Piece::quoted;
    if (c == '$' && dollar_mark_end(at) != 0) return Piece::quoted;
    if (sql_.substr(at, 2) == "--" || sql_.substr(at, 2) == "/*") return Piece::comment;
    if (c == '{' && token_end(at) != 0) return Piece::token;
    if (is_word(c)) return Piece::word;
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' ? Piece::space : Piece::other;
  }
  std::size_t end_of(Piece kind) const {
    switch (kind) {
      case Piece::quoted:
        return end_of_quoted();
      case Piece::comment:
        return end_of_comment();
      case Piece::token:
        return token_end(begin_);
      case Piece::word:
        return end_of_word(begin_);
      case Piece::space:
      case Piece::other:
        break;
    }
    return begin_ + 1;
  }
  std::size_t end_of_word(std::size_t at) const {
    while (at < sql_.size() && (is_word(sql_[at]) || sql_[at] == '$')) ++at;
    return at;
  }
  // A doubled quote is the end of one piece and the start of the next.
  std::size_t end_of_quoted() const {
    if (sql_[begin_] != '$') return after(sql_.substr(begin_, 1), begin_ + 1);
    const auto end = dollar_mark_end(begin_);
    return after(sql_.substr(begin_, end - begin_), end);
  }
  // Comments do not nest: SQLite has it so, and no migration needs more.
  std::size_t end_of_comment() const {
    return sql_[begin_] == '-' ? after("\n", begin_ + 2) : after("*/", begin_ + 2);
  }
  // Of "$$" or "$name$"; 0 when there is none.
  std::size_t dollar_mark_end(std::size_t at) const {
    auto end = at + 1;
    while (end < sql_.size() && is_word(sql_[end])) ++end;
    const bool numbered = end > at + 1 && sql_[at + 1] >= '0' && sql_[at + 1] <= '9';
    return end < sql_.size() && sql_[end] == '$' && !numbered ? end + 1 : 0;
  }
  // Of "{word}"; 0 when there is none.
  std::size_t token_end(std::size_t at) const {
    auto end = at + 1;
    while (end < sql_.size() && is_word(sql_[end])) ++end;
    return end < sql_.size() && sql_[end] == '}' && end > at + 1 ? end + 1 : 0;
  }
  std::size_t after(std::string_view mark, std::size_t from) const {
    const auto found = sql_.find(mark, from);
    return found == std::string_view::npos ? sql_.size() : found + mark.size();
  }

  std::string_view sql_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  Piece kind_ = Piece::other;
};

struct Token {
  std::string_view name;
  std::string_view sqlite;
  std::string_view postgres;
};
constexpr std::array statement_tokens = {
    Token{"{for_update}", "", " FOR UPDATE"},
    Token{"{skip_locked}", "", " FOR UPDATE SKIP LOCKED"},
};
constexpr std::array migration_tokens = {
    Token{"{id}", "BLOB", "UUID"},       Token{"{bytes}", "BLOB", "BYTEA"},
    Token{"{int}", "INTEGER", "BIGINT"}, Token{"{time}", "INTEGER", "BIGINT"},
    Token{"{text}", "TEXT", "TEXT"},     Token{"{strict}", " STRICT", ""},
};

template <std::size_t N>
std::string_view spelled(Dialect dialect, const std::array<Token, N>& tokens,
                         std::string_view name) {
  for (const auto& token : tokens)
    if (token.name == name) return dialect == Dialect::sqlite ? token.sqlite : token.postgres;
  throw std::runtime_error("There is no token " + std::string(name) + " in SQL.");
}

}  // namespace

std::string statement_for(Dialect dialect, std::string_view sql) {
  std::string out;
  out.reserve(sql.size() + 16);
  int values = 0;
  for (Pieces pieces(sql); pieces.next();) {
    if (pieces.kind() == Piece::token)
      out += spelled(dialect, statement_tokens, pieces.text());
    else if (pieces.text() == "?" && dialect == Dialect::postgres)
      out += '$' + std::to_string(++values);
    else
      out += pieces.text();
  }
  return out;
}

std::string migration_for(Dialect dialect, std::string_view text) {
  std::string out;
  for (Pieces pieces(text); pieces.next();) {
    if (pieces.kind() == Piece::token)
      out += spelled(dialect, migration_tokens, pieces.text());
    else
      out += pieces.text();
  }
  return out;
}

namespace {

// Whether a semicolon ends the statement, or only a step inside a trigger's BEGIN … END.
class TriggerBody {
 public:
  void see(const Pieces& pieces) {
    if (pieces.is("CREATE") && words_ == 0) create_ = true;
    if (create_ && pieces.is("TRIGGER")) trigger_ = true;
    if (trigger_ && (pieces.is("BEGIN") || pieces.is("CASE"))) ++depth_;
    if (trigger_ && pieces.is("END") && depth_ > 0) --depth_;
    ++words_;
  }
  bool open() const { return depth_ > 0; }

 private:
  bool create_ = false;
  bool trigger_ = false;
  int depth_ = 0;
  int words_ = 0;
};

}  // namespace

std::vector<std::string_view> statements_in(std::string_view script) {
  constexpr auto none = std::string_view::npos;
  std::vector<std::string_view> found;
  TriggerBody body;
  auto begin = none;
  auto end = none;
  for (Pieces pieces(script); pieces.next();) {
    if (pieces.kind() == Piece::space || pieces.kind() == Piece::comment) continue;
    if (pieces.text() == ";" && !body.open()) {
      if (begin != none) found.push_back(script.substr(begin, end - begin));
      begin = none;
      body = {};
      continue;
    }
    if (pieces.kind() == Piece::word) body.see(pieces);
    if (begin == none) begin = pieces.begin();
    end = pieces.end();
  }
  if (begin != none) found.push_back(script.substr(begin, end - begin));
  return found;
}

bool only_reads(std::string_view sql) {
  bool first = true;
  for (Pieces pieces(sql); pieces.next();) {
    if (pieces.kind() != Piece::word) continue;
    if (first && !pieces.is("SELECT") && !pieces.is("VALUES") && !pieces.is("WITH")) return false;
    first = false;
    if (pieces.is("INSERT") || pieces.is("UPDATE") || pieces.is("DELETE")) return false;
  }
  return !first;
}

}  // namespace touchstone::sql
