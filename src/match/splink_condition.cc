// The SQL conditions of Splink's comparison levels, by recursive descent:
//
//   any       = all { OR all }
//   all       = one { AND one }
//   one       = "(" any ")" | operand IS NULL | operand "=" operand
//             | likeness "(" operand "," operand ")" (">=" | "<=") number
//             | ABS "(" time "-" time ")" "<=" number | ABS "(" DATEDIFF ... ")" "<=" number
//   operand   = column | NULLIF "(" part "," "''" ")" | date "(" operand [ "," format ] ")"
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "match/splink_model.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

using Test = ColumnCondition::Test;
using Part = ColumnCondition::Part;

struct SqlToken {
  enum class Kind : std::uint8_t { word, column, text, number, sign, end };
  Kind kind = Kind::end;
  std::string text;  ///< words in lower case
};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

bool is_name_character(char c) { return is_ascii_alnum(c) || c == '_' || (c & 0x80) != 0; }

/// What stands between quotes; a doubled quote or one behind a backslash is a character.
std::string quoted(std::string_view sql, std::size_t& at) {
  const char quote = sql[at++];
  std::string text;
  while (at < sql.size()) {
    if (sql[at] == quote) {
      ++at;
      if (at >= sql.size() || sql[at] != quote) break;
    } else if (sql[at] == '\\' && at + 1 < sql.size() && sql[at + 1] == quote) {
      ++at;
    }
    text += sql[at++];
  }
  return text;
}

std::vector<SqlToken> tokens_of(std::string_view sql) {
  using Kind = SqlToken::Kind;
  std::vector<SqlToken> tokens;
  for (std::size_t at = 0; at < sql.size();) {
    const char c = sql[at];
    const std::size_t begin = at;
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      ++at;
    } else if (c == '"' || c == '`') {
      tokens.push_back({Kind::column, quoted(sql, at)});
    } else if (c == '\'') {
      tokens.push_back({Kind::text, quoted(sql, at)});
    } else if (is_ascii_digit(c)) {
      while (at < sql.size() && (is_ascii_alnum(sql[at]) || sql[at] == '.')) ++at;
      tokens.push_back({Kind::number, std::string(sql.substr(begin, at - begin))});
    } else if (is_name_character(c)) {
      while (at < sql.size() && is_name_character(sql[at])) ++at;
      tokens.push_back({Kind::word, std::string(sql.substr(begin, at - begin))});
    } else {
      const bool two = (c == '<' || c == '>') && at + 1 < sql.size() && sql[at + 1] == '=';
      at += two ? 2 : 1;
      tokens.push_back({Kind::sign, std::string(sql.substr(begin, at - begin))});
    }
  }
  tokens.push_back({});
  return tokens;
}

/// One value of one of the two records.
struct Operand {
  std::string column;
  bool right = false;
  Part part = Part::whole;
  bool date = false;
};

struct Likeness {
  std::string_view name;
  Test test;
};
constexpr Likeness kLikenesses[] = {{"levenshtein", Test::levenshtein},
                                    {"damerau_levenshtein", Test::damerau_levenshtein},
                                    {"jaro_similarity", Test::jaro},
                                    {"jaro_sim", Test::jaro},
                                    {"jaro_winkler_similarity", Test::jaro_winkler},
                                    {"jaro_winkler", Test::jaro_winkler},
                                    {"jaccard", Test::jaccard}};

struct PartPattern {
  std::string_view pattern;
  Part part;
};
constexpr PartPattern kParts[] = {{"^[^@]+", Part::mailbox},
                                  {"^[A-Za-z]{1,2}", Part::postcode_area},
                                  {"^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?", Part::postcode_district},
                                  {"^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]", Part::postcode_sector}};

constexpr std::string_view kDateFunctions[] = {
    "try_strptime", "strptime", "try_to_timestamp", "to_timestamp",
    "to_date",      "date",     "try_cast_date",    "try_cast_timestamp"};
constexpr std::string_view kDateFormats[] = {
    "%Y-%m-%d",   "%Y-%m-%dT%H:%M:%SZ",       "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S",
    "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssXXX", "YYYY-MM-DD",        "YYYY-MM-DDTHH24:MI:SS"};

template <class List>
bool is_listed(std::string_view word, const List& list) {
  for (const std::string_view known : list) {
    if (word == known) return true;
  }
  return false;
}

class ConditionReader {
 public:
  ConditionReader(std::string_view sql, bool bytes) : tokens_(tokens_of(sql)), bytes_(bytes) {}

  std::optional<ColumnCondition> read() {
    if (word("else") && at_end()) return ColumnCondition{};
    at_ = 0;
    auto condition = read_any();
    if (!condition || !at_end() || !whole(*condition)) return std::nullopt;
    return condition;
  }

 private:
  using Read = std::optional<ColumnCondition>;

  [[nodiscard]] bool at_end() const { return tokens_[at_].kind == SqlToken::Kind::end; }
  bool take(SqlToken::Kind kind, std::string_view text) {
    const SqlToken& token = tokens_[at_];
    const bool same =
        token.kind == kind &&
        (kind == SqlToken::Kind::word ? lower(token.text) == text : token.text == text);
    if (same) ++at_;
    return same;
  }
  bool word(std::string_view text) { return take(SqlToken::Kind::word, text); }
  bool sign(std::string_view text) { return take(SqlToken::Kind::sign, text); }

  Read read_list(std::string_view between, Test test, Read (ConditionReader::*item)()) {
    if (++depth_ > 40) return std::nullopt;
    ColumnCondition list;
    list.test = test;
    do {
      Read part = (this->*item)();
      if (!part) return std::nullopt;
      list.parts.push_back(std::move(*part));
    } while (word(between));
    --depth_;
    if (test == Test::any) join_blanks(list.parts);
    if (list.parts.size() == 1) return std::move(list.parts[0]);
    return list;
  }
  Read read_any() { return read_list("or", Test::any, &ConditionReader::read_all); }
  Read read_all() { return read_list("and", Test::all, &ConditionReader::read_one); }

  Read read_one() {
    const std::size_t start = at_;
    if (sign("(")) {
      Read inside = read_any();
      if (inside && sign(")")) return inside;
      at_ = start;
    }
    for (const auto reader : {&ConditionReader::read_likeness, &ConditionReader::read_time,
                              &ConditionReader::read_plain}) {
      if (Read read = (this->*reader)()) return read;
      at_ = start;
    }
    return std::nullopt;
  }

  /// "is null" and "=".
  Read read_plain() {
    const auto a = read_operand();
    if (!a) return std::nullopt;
    if (word("is")) {
      if (!word("null")) return std::nullopt;
      ColumnCondition half;  // joined with that of the other record
      half.test = a->date ? Test::no_date : Test::blank;
      half.part = a->part;
      (a->right ? half.right : half.left) = a->column;
      return half;
    }
    if (!sign("=")) return std::nullopt;
    const auto b = read_operand();
    if (!b) return std::nullopt;
    return pair_of(a->date ? Test::seconds : Test::equal, *a, *b, 0);
  }

  Read read_likeness() {
    for (const Likeness& likeness : kLikenesses) {
      if (!word(likeness.name)) continue;
      if (!sign("(")) return std::nullopt;
      const auto a = read_operand();
      if (!a || !sign(",")) return std::nullopt;
      const auto b = read_operand();
      if (!b || !sign(")") || a->date) return std::nullopt;
      const bool distance =
          likeness.test == Test::levenshtein || likeness.test == Test::damerau_levenshtein;
      if (!sign(distance ? "<=" : ">=")) return std::nullopt;
      const auto limit = read_number();
      if (!limit) return std::nullopt;
      Read read = pair_of(likeness.test, *a, *b, *limit);
      if (read) read->bytes = bytes_ && likeness.test != Test::jaccard;
      return read;
    }
    return std::nullopt;
  }

  /// Differences of time: in seconds, or of Spark in days.
  Read read_time() {
    if (!word("abs") || !sign("(")) return std::nullopt;
    const bool days = word("datediff");
    if (days && !sign("(")) return std::nullopt;
    const auto a = days ? read_operand() : read_seconds();
    if (!a || !sign(days ? "," : "-")) return std::nullopt;
    const auto b = days ? read_operand() : read_seconds();
    if (!b || (days && !sign(")")) || !sign(")") || !sign("<=")) return std::nullopt;
    const auto limit = read_number();
    if (!limit) return std::nullopt;
    return pair_of(Test::seconds, *a, *b, days ? *limit * 86400 : *limit);
  }

  /// EPOCH(x), UNIX_TIMESTAMP(x), EXTRACT(EPOCH FROM x).
  std::optional<Operand> read_seconds() {
    const bool plain = word("epoch") || word("unix_timestamp");
    if (!plain && !word("extract")) return std::nullopt;
    if (!sign("(")) return std::nullopt;
    if (!plain && !(word("epoch") && word("from"))) return std::nullopt;
    auto operand = read_operand();
    if (!operand || !sign(")")) return std::nullopt;
    return operand;
  }

  /// A number, or floor(number / number).
  std::optional<double> read_number() {
    if (word("floor")) {
      if (!sign("(")) return std::nullopt;
      const auto a = read_number();
      if (!a || !sign("/")) return std::nullopt;
      const auto b = read_number();
      if (!b || *b == 0 || !sign(")")) return std::nullopt;
      return std::floor(*a / *b);
    }
    const SqlToken& token = tokens_[at_];
    if (token.kind != SqlToken::Kind::number) return std::nullopt;
    double value = 0;
    const char* const end = token.text.data() + token.text.size();
    const auto [stop, error] = std::from_chars(token.text.data(), end, value);
    if (error != std::errc() || stop != end) return std::nullopt;
    ++at_;
    return value;
  }

  std::optional<Operand> read_operand() {
    const std::size_t start = at_;
    if (word("nullif")) {
      if (!sign("(")) return std::nullopt;
      auto part = read_part();
      if (!part || !sign(",") || !take(SqlToken::Kind::text, "") || !sign(")")) return std::nullopt;
      return part;
    }
    if (tokens_[at_].kind == SqlToken::Kind::word &&
        is_listed(lower(tokens_[at_].text), kDateFunctions)) {
      ++at_;
      if (auto date = read_date()) return date;
      at_ = start;
    }
    return read_column();
  }

  std::optional<Operand> read_part() {
    if (!word("regexp_extract") || !sign("(")) return std::nullopt;
    auto operand = read_column();
    if (!operand || !sign(",")) return std::nullopt;
    for (const PartPattern& known : kParts) {
      if (!take(SqlToken::Kind::text, known.pattern)) continue;
      operand->part = known.part;
      if (!sign(",") || !take(SqlToken::Kind::number, "0") || !sign(")")) return std::nullopt;
      return operand;
    }
    return std::nullopt;
  }

  /// Behind the name of a function that makes a date of a text.
  std::optional<Operand> read_date() {
    if (!sign("(")) return std::nullopt;
    auto operand = read_operand();
    if (!operand || operand->part != Part::whole) return std::nullopt;
    operand->date = true;
    if (sign(",")) {
      const SqlToken& format = tokens_[at_];
      if (format.kind != SqlToken::Kind::text || !is_listed(format.text, kDateFormats))
        return std::nullopt;
      ++at_;
    }
    if (!sign(")")) return std::nullopt;
    return operand;
  }

  /// "name_l" or "name_r".
  std::optional<Operand> read_column() {
    const SqlToken& token = tokens_[at_];
    const bool name = token.kind == SqlToken::Kind::column || token.kind == SqlToken::Kind::word;
    if (!name || token.text.size() < 3) return std::nullopt;
    const std::string_view side = std::string_view(token.text).substr(token.text.size() - 2);
    if (side != "_l" && side != "_r") return std::nullopt;
    ++at_;
    return Operand{token.text.substr(0, token.text.size() - 2), side == "_r"};
  }

  /// A condition on one value of each record.
  static Read pair_of(Test test, const Operand& a, const Operand& b, double limit) {
    if (a.right == b.right || a.part != b.part || a.date != b.date) return std::nullopt;
    ColumnCondition condition;
    condition.test = test;
    condition.left = a.right ? b.column : a.column;
    condition.right = a.right ? a.column : b.column;
    condition.part = a.part;
    condition.limit = limit;
    return condition;
  }

  /// "x_l is null or x_r is null" is one condition.
  static void join_blanks(std::vector<ColumnCondition>& parts) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!is_half(parts[i])) continue;
      for (std::size_t k = i + 1; k < parts.size(); ++k) {
        const bool counterpart = is_half(parts[k]) && parts[k].test == parts[i].test &&
                                 parts[k].part == parts[i].part &&
                                 parts[k].left.empty() != parts[i].left.empty();
        if (!counterpart) continue;
        std::string& missing = parts[i].left.empty() ? parts[i].left : parts[i].right;
        missing = parts[k].left.empty() ? parts[k].right : parts[k].left;
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(k));
        break;
      }
    }
  }
  static bool is_half(const ColumnCondition& condition) {
    return (condition.test == Test::blank || condition.test == Test::no_date) &&
           condition.left.empty() != condition.right.empty();
  }
  static bool whole(const ColumnCondition& condition) {
    for (const ColumnCondition& part : condition.parts) {
      if (!whole(part)) return false;
    }
    return !is_half(condition);
  }

  std::vector<SqlToken> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool bytes_;
};

}  // namespace

std::optional<ColumnCondition> read_splink_condition(std::string_view sql, bool bytes) {
  return ConditionReader(sql, bytes).read();
}

}  // namespace galena::match
