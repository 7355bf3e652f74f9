#include "match/host_forms.hpp"

#include <algorithm>
#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <mutex>

#include "galena/base/utf8.hpp"
#include "match/hash.hpp"
#include "match/threads.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

constexpr char kToRead = 'r';  ///< the built-in normaliser reads what follows
constexpr char kFinal = 'f';   ///< what follows is the normal form

/// Comparisons of values whose text is compared; the others read parts from it.
bool compares_text(Comparison comparison) {
  switch (comparison) {
    case Comparison::name_suffix:
    case Comparison::phone:
    case Comparison::street:
    case Comparison::birth_date:
    case Comparison::date:
    case Comparison::number:
      return false;
    default:
      return true;
  }
}

bool compares_words(Comparison comparison) {
  switch (comparison) {
    case Comparison::full_name:
    case Comparison::first_name:
    case Comparison::middle_name:
    case Comparison::last_name:
    case Comparison::company:
    case Comparison::unit:
    case Comparison::text:
      return true;
    default:
      return false;
  }
}

/// Makes `text` the text, its words parted by spaces.
void take_final(std::string_view text, bool words, Encoded& out) {
  out.tokens.clear();
  out.text = trim(text);
  if (words) split_spaces(0, out.text.size(), out);
}

}  // namespace

void encode_host_text(Comparison comparison, RawParts marked, DateOrder order, Encoded& out) {
  comparison = without_host_form(comparison);
  thread_local std::vector<std::string_view> parts;
  parts.assign(marked.begin(), marked.end());
  for (std::string_view& part : parts) part.remove_prefix(std::min<std::size_t>(1, part.size()));
  encode_text(comparison, parts, order, out);
  const bool final = !marked[0].empty() && marked[0][0] == kFinal;
  if (final && compares_text(comparison)) take_final(parts[0], compares_words(comparison), out);
}

Result<std::string> host_form(const HostNormaliser& host, Kind kind, const std::string& field,
                              std::string_view text) {
  text = trim(text);
  std::string own;
  if (text.empty()) return own;
  const HostForm form = host.function(host.host, kind, text, own);
  const auto value = [&] { return "'" + std::string(excerpt(text)) + "' of '" + field + "'"; };
  if (form == HostForm::failed) {
    return Problem{Code::invalid_argument, "normaliser_failed", field,
                   "the host's normaliser failed at " + value() + (own.empty() ? "" : ": " + own),
                   ""};
  }
  if (find_invalid_utf8(own)) {
    return Problem{Code::invalid_argument, "bad_normal_form", field,
                   "what the host's normaliser made of " + value() + " is not UTF-8", ""};
  }
  const std::string_view made = form == HostForm::unchanged ? text : trim(own);
  if (made.empty()) return std::string();
  return std::string(1, form == HostForm::final ? kFinal : kToRead).append(made);
}

Layout with_host_forms(const Layout& layout, const std::vector<std::uint32_t>& place_of) {
  Layout read = layout;
  for (Feature& feature : read.features) {
    if (feature.comparison == kRawText) continue;
    feature.comparison = host_form_of(feature.comparison);
    for (std::vector<std::uint32_t>& slot : feature.slots) {
      for (std::uint32_t& column : slot) {
        if (column != kNoColumn) column = place_of[column];
      }
    }
  }
  return read;
}

namespace {

/// The different texts of a column, and which of them each row has.
class DistinctTexts {
 public:
  explicit DistinctTexts(const Column& column) : of_row_(column.size(), kNone) {
    boost::unordered_flat_map<std::string, std::uint32_t, TextHash, TextEqual> known;
    for (std::size_t row = 0; row < column.size(); ++row) {
      const ValueView value = column[row];
      if (value.is_blank()) continue;
      std::string text =
          value.kind() == ValueKind::text ? std::string(trim(value.text())) : to_text(value);
      if (text.empty()) continue;
      const auto [place, added] =
          known.try_emplace(std::move(text), static_cast<std::uint32_t>(texts_.size()));
      if (added) texts_.push_back(place->first);
      of_row_[row] = place->second;
    }
  }
  [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }

  /// The column of what `forms` has for the texts.
  [[nodiscard]] Column column(std::string name, const std::vector<std::string>& forms) const {
    ColumnBuilder builder(std::move(name), ColumnType::text);
    builder.reserve(of_row_.size());
    for (const std::uint32_t text : of_row_) {
      if (text == kNone || forms[text].empty()) {
        builder.append_null();
      } else {
        builder.append_text(forms[text]);
      }
    }
    return builder.finish();
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::string> texts_;
  std::vector<std::uint32_t> of_row_;
};

/// What the host makes of texts; of those it fails at the first one decides, whichever thread comes
/// first.
Result<std::vector<std::string>> forms_of(const HostNormaliser& host, Kind kind,
                                          const std::string& field,
                                          const std::vector<std::string>& texts, unsigned threads) {
  constexpr std::size_t kChunk = 256;
  std::vector<std::string> forms(texts.size());
  std::mutex failure_lock;
  std::atomic<std::size_t> failed{texts.size()};
  Problems problems;
  parallel_for((texts.size() + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    const std::size_t end = std::min(texts.size(), (chunk + 1) * kChunk);
    for (std::size_t i = chunk * kChunk; i < end && i < failed; ++i) {
      Result<std::string> form = host_form(host, kind, field, texts[i]);
      if (form) {
        forms[i] = std::move(*form);
        continue;
      }
      const std::lock_guard guard(failure_lock);
      if (i >= failed) return;
      failed = i;
      problems = form.problems();
    }
  });
  if (!problems.empty()) return problems;
  return forms;
}

/// By column the kind of the first field that names it.
std::vector<Kind> kinds_of(const Table& table, const Fields& fields) {
  std::vector<Kind> kinds(table.columns().size(), Kind::ignore);
  for (const Field& field : fields) {
    const auto column = table.find(field.column);
    if (column && kinds[*column] == Kind::ignore) kinds[*column] = field.kind;
  }
  return kinds;
}

}  // namespace

Result<HostTable> ask_host(const HostNormaliser& host, const Table& table, const Fields& fields,
                           const Layout& layout, unsigned threads) {
  const std::vector<Kind> kinds = kinds_of(table, fields);
  std::vector<std::uint32_t> place_of(table.columns().size(), kNoColumn);
  std::vector<Column> columns = table.columns();
  Problems problems;
  for (const Feature& feature : layout.features) {
    if (feature.comparison == kRawText) continue;
    for (const std::vector<std::uint32_t>& slot : feature.slots) {
      for (const std::uint32_t column : slot) {
        if (column == kNoColumn || place_of[column] != kNoColumn) continue;
        const std::string& name = table[column].name();
        const DistinctTexts distinct(table[column]);
        const auto forms = forms_of(host, kinds[column], name, distinct.texts(), threads);
        place_of[column] = static_cast<std::uint32_t>(columns.size());
        problems.add_all(forms.problems());
        if (forms) {
          // No two columns of a table have one name; no column is found by these.
          columns.push_back(
              distinct.column("\x01" + std::to_string(columns.size()) + name, *forms));
        }
      }
    }
  }
  if (!problems.empty()) return problems;
  Result<Table> extended = Table::make(std::move(columns));
  if (!extended) return extended.problems();
  return HostTable{std::move(*extended), with_host_forms(layout, place_of)};
}

}  // namespace galena::match
