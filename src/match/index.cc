#include "galena/match/index.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cmath>
#include <new>
#include <numeric>

#include "match/cluster.hpp"
#include "match/column_rules.hpp"
#include "match/explain.hpp"
#include "match/host_forms.hpp"
#include "match/index_state.hpp"

namespace galena::match {

namespace {

std::vector<std::uint32_t> counting(std::size_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0U);
  return numbers;
}

Problem unknown_id(const ValueView& id) {
  const std::string text = to_text(id);
  return {Code::not_found, "unknown_id", text, "the index has no record '" + text + "'", ""};
}

Layout layout_for(const Model& model, const Fields& fields) {
  Layout layout = make_layout(fields, counting(fields.size()));
  add_raw_features(model.data(), layout, fields);
  return layout;
}

/// `layout` as it reads the host's forms behind the fields, where there is a host to ask.
Layout read_layout_for(const Layout& layout, std::size_t fields, const HostNormaliser& host) {
  if (host.function == nullptr) return layout;
  std::vector<std::uint32_t> place_of(fields);
  std::iota(place_of.begin(), place_of.end(), static_cast<std::uint32_t>(fields));
  return with_host_forms(layout, place_of);
}

/// Makes room for one more item: the next push_back() does not throw.
template <class Item>
void make_room(std::vector<Item>& list) {
  if (list.size() == list.capacity()) list.reserve(std::max<std::size_t>(16, list.size() * 2));
}

}  // namespace

bool usable_id(const ValueView& id) {
  return (id.kind() == ValueKind::integer || id.kind() == ValueKind::text) && !id.is_blank();
}

Problem blank_id() {
  return {Code::invalid_argument, "blank_id", "id",
          "a record of an index needs an id that is an integer or a text", "give it one"};
}

std::string id_key(const ValueView& id) {
  return (id.kind() == ValueKind::integer ? "i" : "t") + to_text(id);
}

bool id_before(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return a.kind() == ValueKind::integer;
  return a.kind() == ValueKind::integer ? a.view().integer() < b.view().integer()
                                        : a.view().text() < b.view().text();
}

Index::Impl::Impl(Model chosen, Fields list, HostNormaliser normaliser)
    : model(std::move(chosen)),
      fields(std::move(list)),
      host(normaliser),
      layout(layout_for(model, fields)),
      read_layout(read_layout_for(layout, fields.size(), host)),
      records(layout),
      blocks(layout) {
  refresh();
}

const std::uint32_t* Index::Impl::find_record(const ValueView& id) const {
  if (!usable_id(id)) return nullptr;
  const auto found = record_of.find(std::string_view(id_key(id)));
  return found == record_of.end() ? nullptr : &found->second;
}

WeightSum Index::Impl::prior() const { return scorer->prior(model.data().duplicates_per_record); }

void Index::Impl::refresh() {
  // The scorer reads how often values occur, not how rare they were taken to be.
  const std::size_t size = record_of.size();
  scorer = std::make_unique<Scorer>(model, records,
                                    static_cast<double>(std::max<std::size_t>(size, 100)));
  records.set_rarities(size);
  scored_size = size;
}

void Index::Impl::refresh_if_due() {
  const std::size_t size = record_of.size();
  const std::size_t change = size > scored_size ? size - scored_size : scored_size - size;
  if (change * 10 > std::max<std::size_t>(scored_size, 50)) refresh();
}

std::vector<ValueId> Index::Impl::encode(std::string_view packed) {
  std::vector<ValueId> values;
  const PackedRow row(packed);
  records.encode(row.row(), read_layout, scored_size, values);
  return values;
}

void Index::Impl::count(RecordValues values, std::int32_t change) noexcept {
  for (std::size_t f = 0; f < layout.features.size(); ++f) {
    const Feature& feature = layout.features[f];
    for (std::size_t slot = 0; slot < feature.slots.size(); ++slot) {
      const ValueId value = values[feature.first_slot + slot];
      if (value == kBlank) continue;
      records.store(f).count(value, change);
      records.store(f).update_rarity(value, record_of.size());
    }
  }
}

Result<void> Index::Impl::add_packed(const ValueView& id, std::string packed) {
  if (!usable_id(id)) return blank_id();
  std::string key = id_key(id);
  if (record_of.contains(key)) {
    return Problem{Code::already_exists, "repeated_id", to_text(id),
                   "the index already has a record '" + to_text(id) + "'", "update it"};
  }
  const auto number = static_cast<std::uint32_t>(ids.size());
  Value kept(id);
  const std::vector<ValueId> values = encode(packed);
  const LiveBlocks::Places places = blocks.places_of(records, values);
  make_room(ids);
  make_room(rows);
  records.make_room();
  blocks.add(places, number);
  try {
    record_of.emplace(std::move(key), number);
  } catch (...) {
    blocks.remove(places, number);
    throw;
  }
  records.append(values);
  ids.push_back(std::move(kept));
  rows.push_back(std::move(packed));
  count(values, 1);
  tidy(places);
  return {};
}

void Index::Impl::replace_record(std::uint32_t record, std::string packed) {
  const std::vector<ValueId> values = encode(packed);
  const std::vector<ValueId> old(records[record].begin(), records[record].end());
  const LiveBlocks::Places old_places = blocks.places_of(records, old);
  const LiveBlocks::Places places = blocks.places_of(records, values);
  blocks.add(places, record);  // in a block of both it is twice, and once after the next line
  blocks.remove(old_places, record);
  count(old, -1);
  records.replace(record, values);
  rows[record] = std::move(packed);
  count(values, 1);
  tidy(places);
}

void Index::Impl::remove_record(std::uint32_t record) {
  const auto place = record_of.find(id_key(ids[record]));
  blocks.remove(blocks.places_of(records, records[record]), record);
  count(records[record], -1);
  record_of.erase(place);
  ids[record] = Value();
  rows[record] = {};
  ++removed;
  tidy({});
}

void Index::Impl::tidy(const LiveBlocks::Places& grown) noexcept {
  try {
    blocks.split(records, grown);
    refresh_if_due();
    compact_if_due();
  } catch (const std::bad_alloc&) {
    return;  // nothing that was asked for is missing
  }
}

void Index::Impl::compact_if_due() {
  if (removed < 1000 || removed * 2 < ids.size()) return;
  Impl fresh(model, fields, host);
  fresh.ids.reserve(record_of.size());
  fresh.rows.reserve(record_of.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    // Cannot fail but for memory: the ids were distinct and usable.
    if (!ids[i].is_blank()) static_cast<void>(fresh.add_packed(ids[i], rows[i]));
  }
  fresh.records.set_rarities(record_of.size());
  // The same values occur as often as before: this is the scorer of the fresh records too.
  auto same = std::make_unique<Scorer>(
      model, records, static_cast<double>(std::max<std::size_t>(record_of.size(), 100)));
  scorer = std::move(same);
  records = std::move(fresh.records);
  blocks = std::move(fresh.blocks);
  ids = std::move(fresh.ids);
  rows = std::move(fresh.rows);
  record_of = std::move(fresh.record_of);
  removed = 0;
  scored_size = record_of.size();
}

std::vector<Index::Impl::Found> Index::Impl::search(const EncodedRecords& query,
                                                    RecordValues values, WeightSum least) const {
  boost::unordered_flat_set<std::uint32_t> seen;
  std::vector<Found> found;
  const WeightSum own_prior = prior();
  blocks.visit(query, values, [&](std::uint32_t record) {
    if (!seen.insert(record).second) return;
    const WeightSum weight = scorer->evidence(query, values, records[record]) + own_prior;
    if (weight >= least) found.push_back({record, weight});
  });
  return found;
}

Explanation Index::Impl::explain_records(const EncodedRecords& left, RecordValues a,
                                         const RowView& raw_a, std::uint32_t b) const {
  const PackedRow raw_b(rows[b]);
  Explanation explanation = explain_pair(model, *scorer, left, a, records[b], {raw_a, &layout},
                                         {raw_b.row(), &layout}, prior());
  explanation.keys = blocks.explain(left, a, records, b);
  explanation.candidate = std::any_of(explanation.keys.begin(), explanation.keys.end(),
                                      [](const KeyEvidence& key) { return key.compared; });
  return explanation;
}

Index::Index(Model model, Fields fields, HostNormaliser normaliser)
    : impl_(std::make_unique<Impl>(std::move(model), std::move(fields), normaliser)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

const Model& Index::model() const { return impl_->model; }
const Fields& Index::fields() const { return impl_->fields; }

std::size_t Index::size() const {
  const std::shared_lock guard(impl_->lock);
  return impl_->record_of.size();
}

bool Index::contains(const ValueView& id) const {
  const std::shared_lock guard(impl_->lock);
  return impl_->find_record(id) != nullptr;
}

Result<void> Index::add(const ValueView& id, const RowView& row) {
  Result<std::string> packed = impl_->pack(row);
  if (!packed) return packed.problems();
  const std::unique_lock guard(impl_->lock);
  return impl_->add_packed(id, std::move(*packed));
}

Result<void> Index::update(const ValueView& id, const RowView& row) {
  Result<std::string> packed = impl_->pack(row);
  if (!packed) return packed.problems();
  const std::unique_lock guard(impl_->lock);
  const std::uint32_t* const record = impl_->find_record(id);
  if (record == nullptr) return unknown_id(id);
  impl_->replace_record(*record, std::move(*packed));
  return {};
}

Result<void> Index::remove(const ValueView& id) {
  const std::unique_lock guard(impl_->lock);
  const std::uint32_t* const record = impl_->find_record(id);
  if (record == nullptr) return unknown_id(id);
  impl_->remove_record(*record);
  return {};
}

/// A row that is looked up, as it is encoded: the caller's own, or packed with the host's forms.
class Index::QueryRow {
 public:
  static Result<QueryRow> make(const Impl& index, const RowView& row) {
    QueryRow query(row);
    if (!index.asks_host()) return query;
    Result<std::string> packed = index.pack(row);
    if (!packed) return packed.problems();
    query.packed_ = std::make_unique<const std::string>(std::move(*packed));
    query.fields_ = std::make_unique<const PackedRow>(*query.packed_);
    return query;
  }
  [[nodiscard]] RowView row() const { return fields_ == nullptr ? row_ : fields_->row(); }

 private:
  explicit QueryRow(const RowView& row) : row_(row) {}
  RowView row_;
  std::unique_ptr<const std::string> packed_;
  std::unique_ptr<const PackedRow> fields_;
};

Result<std::vector<Match>> Index::find(const RowView& row, std::size_t limit,
                                       double min_probability) const {
  if (!(min_probability >= 0 && min_probability <= 1)) {
    return Problem{Code::invalid_argument, "probability_range", "min_probability",
                   "the probability " +
                       (std::isnan(min_probability) ? "NaN" : number_to_text(min_probability)) +
                       " is not between 0 and 1",
                   ""};
  }
  const Result<QueryRow> asked = QueryRow::make(*impl_, row);
  if (!asked) return asked.problems();
  const std::shared_lock guard(impl_->lock);
  EncodedRecords query(impl_->layout);
  std::vector<ValueId> values;
  query.encode_query(asked->row(), impl_->read_layout, impl_->records, impl_->scored_size, values);
  constexpr double kEdge = 1e-9;
  const WeightSum least = weight_of_probability(std::clamp(min_probability, kEdge, 1 - kEdge)) -
                          (min_probability < kEdge ? 1000 * WeightSum{kOneBit} : 0);
  std::vector<Impl::Found> found = impl_->search(query, values, least);
  const auto before = [&](const Impl::Found& a, const Impl::Found& b) {
    return a.weight != b.weight ? a.weight > b.weight
                                : id_before(impl_->ids[a.record], impl_->ids[b.record]);
  };
  const std::size_t count = std::min(limit, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(),
                    before);
  std::vector<Match> matches;
  for (std::size_t i = 0; i < count; ++i) {
    matches.push_back(
        {impl_->ids[found[i].record], probability_of(found[i].weight), bits_of(found[i].weight)});
  }
  return matches;
}

Result<std::vector<Value>> Index::cluster(const ValueView& id) const {
  const std::shared_lock guard(impl_->lock);
  const std::uint32_t* const start = impl_->find_record(id);
  if (start == nullptr) return unknown_id(id);
  constexpr std::size_t kMostNear = 200;
  const WeightSum threshold = weight_of_probability(impl_->model.data().threshold);
  std::vector<std::uint32_t> near = {*start};
  std::vector<std::tuple<std::uint32_t, std::uint32_t, WeightSum>> edges;
  boost::unordered_flat_set<std::uint32_t> seen = {*start};
  for (std::size_t i = 0; i < near.size(); ++i) {
    for (const auto& [record, weight] :
         impl_->search(impl_->records, impl_->records[near[i]], threshold)) {
      if (record == near[i]) continue;
      if (!seen.contains(record)) {
        if (near.size() >= kMostNear) continue;
        seen.insert(record);
        near.push_back(record);
      }
      if (near[i] < record) edges.emplace_back(near[i], record, weight);
    }
  }
  std::sort(near.begin(), near.end(), [&](std::uint32_t a, std::uint32_t b) {
    return id_before(impl_->ids[a], impl_->ids[b]);
  });
  boost::unordered_flat_map<std::uint32_t, std::uint32_t> place;
  for (std::uint32_t i = 0; i < near.size(); ++i) place[near[i]] = i;
  std::vector<ScoredPair> pairs;
  const WeightSum prior = impl_->prior();
  for (const auto& [a, b, weight] : edges) {
    const auto [low, high] = std::minmax(place[a], place[b]);
    pairs.push_back({low, high, static_cast<Weight>(weight - prior)});
  }
  const auto clusters = cluster_subset(
      impl_->records, *impl_->scorer, near, pairs,
      {.prior = prior, .threshold = threshold, .limits = {}, .moves_from = kLargeCluster});
  std::vector<Value> members;
  for (std::uint32_t i = 0; i < near.size(); ++i) {
    if (clusters[i] == clusters[place[*start]]) members.push_back(impl_->ids[near[i]]);
  }
  return members;
}

Result<Explanation> Index::explain(const RowView& row, const ValueView& id) const {
  const Result<QueryRow> asked = QueryRow::make(*impl_, row);
  if (!asked) return asked.problems();
  const std::shared_lock guard(impl_->lock);
  const std::uint32_t* const record = impl_->find_record(id);
  if (record == nullptr) return unknown_id(id);
  EncodedRecords query(impl_->layout);
  std::vector<ValueId> values;
  query.encode_query(asked->row(), impl_->read_layout, impl_->records, impl_->scored_size, values);
  return impl_->explain_records(query, values, row, *record);
}

Result<Explanation> Index::explain(const ValueView& a, const ValueView& b) const {
  const std::shared_lock guard(impl_->lock);
  const std::uint32_t* const left = impl_->find_record(a);
  const std::uint32_t* const right = impl_->find_record(b);
  Problems problems;
  if (left == nullptr) problems.add(unknown_id(a));
  if (right == nullptr) problems.add(unknown_id(b));
  if (!problems.empty()) return problems;
  const PackedRow raw(impl_->rows[*left]);
  return impl_->explain_records(impl_->records, impl_->records[*left], raw.row(), *right);
}

}  // namespace galena::match
