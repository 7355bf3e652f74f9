// Result<T> and Problems: how every fallible call of the library answers.
//
//   galena::Result<galena::Schema> schema = galena::parse_schema(text);
//   if (!schema) std::cerr << schema.problems().to_text();   // every problem, not the first
//
// Nothing here throws for an expected failure. Reading the value of a failed Result is a mistake of
// the program and throws std::logic_error with the first problem in its text.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace galena {

/// The closed list of outcomes, the same numbers in C++, C and Python. Never renumbered.
enum class Code : std::int32_t {
  ok = 0,
  invalid_argument = 1,
  not_found = 2,
  already_exists = 3,
  conflict = 4,  ///< the version given is not the stored one
  illegal_transition = 5,
  denied_by_rule = 6,
  limit_exceeded = 7,
  bad_encoding = 8,  ///< text that is not UTF-8
  parse = 9,
  unsupported = 10,
  busy = 11,
  io = 12,
  corrupt = 13,
  outcome_unknown = 14,
  cancelled = 15,
  no_memory = 16,
  internal = 17,
};

/// The name of a code as the documents write it, such as "INVALID_ARGUMENT".
constexpr std::string_view code_name(Code code) {
  constexpr std::string_view kNames[] = {"OK",
                                         "INVALID_ARGUMENT",
                                         "NOT_FOUND",
                                         "ALREADY_EXISTS",
                                         "CONFLICT",
                                         "ILLEGAL_TRANSITION",
                                         "DENIED_BY_RULE",
                                         "LIMIT_EXCEEDED",
                                         "BAD_ENCODING",
                                         "PARSE",
                                         "UNSUPPORTED",
                                         "BUSY",
                                         "IO",
                                         "CORRUPT",
                                         "OUTCOME_UNKNOWN",
                                         "CANCELLED",
                                         "NO_MEMORY",
                                         "INTERNAL"};
  const auto index = static_cast<std::size_t>(code);
  return index < std::size(kNames) ? kNames[index] : "INTERNAL";
}

/// One thing that is wrong, where, and what to do about it.
struct Problem {
  Code code = Code::internal;
  std::string detail;   ///< closed identifier a host translates by, such as "unknown_field"
  std::string subject;  ///< JSON pointer ("/entries/3/when"), field name, or "line 4, column 7"
  std::string message;  ///< English, names the thing and what was found
  std::string hint;     ///< what to do; may be empty

  friend bool operator==(const Problem&, const Problem&) = default;
};

/// A list of problems in the order they were found. Empty means that nothing is wrong.
class Problems {
 public:
  Problems() = default;
  Problems(std::initializer_list<Problem> problems) : list_(problems) {}
  Problems(Problem problem) { list_.push_back(std::move(problem)); }  // NOLINT: a problem is a list

  void add(Problem problem) { list_.push_back(std::move(problem)); }
  void add(Code code, std::string detail, std::string subject, std::string message,
           std::string hint = {}) {
    list_.push_back(
        {code, std::move(detail), std::move(subject), std::move(message), std::move(hint)});
  }
  /// Appends all of `others`, each subject prefixed with `prefix`.
  void add_all(const Problems& others, std::string_view prefix = {}) {
    for (Problem problem : others.list_) {
      problem.subject.insert(0, prefix);
      list_.push_back(std::move(problem));
    }
  }

  [[nodiscard]] bool empty() const { return list_.empty(); }
  [[nodiscard]] std::size_t size() const { return list_.size(); }
  [[nodiscard]] const Problem& operator[](std::size_t index) const { return list_[index]; }
  [[nodiscard]] const Problem& front() const { return list_.front(); }
  [[nodiscard]] auto begin() const { return list_.begin(); }
  [[nodiscard]] auto end() const { return list_.end(); }

  /// One line a problem: "PARSE unknown_field at /entries/3: ... (hint)".
  [[nodiscard]] std::string to_text() const {
    std::string text;
    for (const Problem& problem : list_) {
      if (!text.empty()) text += '\n';
      text += code_name(problem.code);
      if (!problem.detail.empty()) text.append(" ").append(problem.detail);
      if (!problem.subject.empty()) text.append(" at ").append(problem.subject);
      text.append(": ").append(problem.message);
      if (!problem.hint.empty()) text.append(" (").append(problem.hint).append(")");
    }
    return text;
  }

  friend bool operator==(const Problems&, const Problems&) = default;

 private:
  std::vector<Problem> list_;
};

/// A value of T, or the problems that prevented it. A union of its own, not a std::variant: this
/// class is in every header, and the standard one doubles what it costs to compile.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : value_(std::move(value)), ok_(true) {}                               // NOLINT
  Result(Problems problems) : nothing_(), problems_(std::move(problems)), ok_(false) {}  // NOLINT
  Result(Problem problem) : Result(Problems(std::move(problem))) {}                      // NOLINT
  Result(const Result& other) requires(std::is_copy_constructible_v<T>)
      : nothing_(), problems_(other.problems_), ok_(other.ok_) {
    if (ok_) ::new (static_cast<void*>(&value_)) T(other.value_);
  }
  Result(Result&& other) noexcept
      : nothing_(), problems_(std::move(other.problems_)), ok_(other.ok_) {
    if (ok_) ::new (static_cast<void*>(&value_)) T(std::move(other.value_));
  }
  Result& operator=(Result other) noexcept {
    if (ok_) value_.~T();
    ok_ = other.ok_;
    problems_ = std::move(other.problems_);
    if (ok_) ::new (static_cast<void*>(&value_)) T(std::move(other.value_));
    return *this;
  }
  ~Result() {
    if (ok_) value_.~T();
  }

  [[nodiscard]] bool ok() const { return ok_; }
  explicit operator bool() const { return ok_; }

  /// The value. That of a temporary Result is returned, not referred to, so that
  /// `for (const Step& step : read_steps(text).value())` reads what is still alive.
  [[nodiscard]] const T& value() const& { return require(), value_; }
  [[nodiscard]] T& value() & { return require(), value_; }
  [[nodiscard]] T value() && { return require(), std::move(value_); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  /// The problems; empty when ok().
  [[nodiscard]] const Problems& problems() const { return problems_; }
  /// Code::ok, or the code of the first problem.
  [[nodiscard]] Code code() const {
    if (ok_) return Code::ok;
    return problems_.empty() ? Code::internal : problems_.front().code;
  }

 private:
  void require() const {
    if (!ok_) throw std::logic_error("value of a failed galena::Result: " + problems_.to_text());
  }

  union {
    char nothing_;
    T value_;
  };
  Problems problems_;
  bool ok_;
};

/// The outcome of a call that returns nothing else.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Problems problems) : problems_(std::move(problems)), ok_(false) {}  // NOLINT
  Result(Problem problem) : problems_(std::move(problem)), ok_(false) {}     // NOLINT

  [[nodiscard]] bool ok() const { return ok_; }
  explicit operator bool() const { return ok_; }
  [[nodiscard]] const Problems& problems() const { return problems_; }
  [[nodiscard]] Code code() const {
    if (ok_) return Code::ok;
    return problems_.empty() ? Code::internal : problems_.front().code;
  }

 private:
  Problems problems_;
  bool ok_ = true;
};

}  // namespace galena
