// F1 of every list of a folder with other training constants than the library's own: the same
// steps as deduplicate() and link(), kinds inferred where none are given.
//
//   galena_f1_with FOLDER [CONSTANT=VALUE ...]     prints a line "list F1" for each list
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <stdexcept>

#include "galena/record/csv.hpp"
#include "match/match_state.hpp"

namespace {

using namespace galena;
using match::detail::MatchState;
namespace fs = std::filesystem;

double match::TrainingConstants::*constant(const std::string& name) {
  using C = match::TrainingConstants;
  static const std::map<std::string, double C::*> kAll = {
      {"sure_bits", &C::sure_bits},         {"others_bits", &C::others_bits},
      {"hold_pairs", &C::hold_pairs},       {"sure_worth", &C::sure_worth},
      {"unseen_most", &C::unseen_most},     {"prior_seen", &C::prior_seen},
      {"chance_factor", &C::chance_factor}, {"prior_from", &C::prior_from},
      {"prior_bits", &C::prior_bits},       {"prior_hold", &C::prior_hold},
      {"prior_most", &C::prior_most}};
  const auto found = kAll.find(name);
  if (found == kAll.end()) throw std::runtime_error("there is no constant '" + name + "'");
  return found->second;
}

Table load(const fs::path& path) {
  auto read = read_csv_file(path.string());
  if (!read) throw std::runtime_error(read.problems().to_text());
  return std::move(read->table);
}

double pairs(double records) { return records * (records - 1) / 2; }

/// Found, real, and both: pairs of rows.
struct Pairs {
  double found = 0;
  double real = 0;
  double both = 0;
  [[nodiscard]] double f1() const { return found + real > 0 ? 2 * both / (found + real) : 1; }
};

Pairs of_clusters(const MatchState& state, const std::vector<std::string>& entity) {
  const auto clusters = match::detail::cluster_state(state, 1).cluster_of;
  std::map<std::uint32_t, double> found;
  std::map<std::string, double> real;
  std::map<std::pair<std::uint32_t, std::string>, double> both;
  for (std::size_t record = 0; record < entity.size(); ++record) {
    ++found[clusters[record]];
    ++real[entity[record]];
    ++both[{clusters[record], entity[record]}];
  }
  Pairs count;
  for (const auto& [cluster, records] : found) count.found += pairs(records);
  for (const auto& [name, records] : real) count.real += pairs(records);
  for (const auto& [together, records] : both) count.both += pairs(records);
  return count;
}

Pairs of_links(const MatchState& state, const std::vector<std::string>& entity) {
  Pairs count;
  std::map<std::string, std::pair<double, double>> real;
  for (std::size_t record = 0; record < entity.size(); ++record) {
    auto& [left, right] = real[entity[record]];
    ++(record < state.left.table.rows() ? left : right);
  }
  for (const auto& [name, sides] : real) count.real += sides.first * sides.second;
  for (const match::ScoredPair& pair : state.candidates) {
    if (pair.evidence + state.prior < state.threshold) continue;
    ++count.found;
    if (entity[pair.a] == entity[pair.b]) ++count.both;
  }
  return count;
}

/// The kinds of a list, where they are given; of two lists that are linked those of both.
match::Fields kinds_of(const fs::path& path) {
  match::Fields fields;
  if (!fs::exists(path)) return fields;
  const Table kinds = load(path);
  for (std::size_t row = 0; row < kinds.rows(); ++row) {
    const std::string kind = to_text(kinds[1][row]);
    if (!kind_from(kind)) throw std::runtime_error("there is no kind '" + kind + "'");
    fields.push_back({to_text(kinds[0][row]), *kind_from(kind), {}});
  }
  return fields;
}

double f1_of(const fs::path& folder, const std::string& name,
             const match::TrainingConstants& constants) {
  const Table left = load(folder / (name + ".csv"));
  std::optional<Table> right;
  if (fs::exists(folder / (name + ".right.csv"))) right = load(folder / (name + ".right.csv"));
  const Table truth = load(folder / (name + ".truth.csv"));
  std::map<std::string, std::string> entity_of;
  for (std::size_t row = 0; row < truth.rows(); ++row)
    entity_of[to_text(truth[0][row])] = to_text(truth[1][row]);
  match::LinkOptions options;
  options.id_column = options.right_id_column = "record";
  options.fields = options.right_fields = kinds_of(folder / (name + ".kinds.csv"));
  const auto prepared =
      match::prepare_match(left, right ? &*right : nullptr, options, right ? &options : nullptr,
                           match::TrainWhat::presets, constants);
  if (!prepared) throw std::runtime_error(name + ": " + prepared.problems().to_text());
  MatchState& state = **prepared;
  settle(state, {});
  std::vector<std::string> entity;
  for (std::uint32_t record = 0; record < state.records->size(); ++record) {
    const match::Side& side = right && record >= left.rows() ? state.right : state.left;
    entity.push_back(entity_of.at(to_text(side.id(side.row(record)))));
  }
  return (right ? of_links(state, entity) : of_clusters(state, entity)).f1();
}

void run(int count, char** words) {
  if (count < 2) throw std::runtime_error("usage: galena_f1_with FOLDER [CONSTANT=VALUE ...]");
  match::TrainingConstants constants;
  for (int i = 2; i < count; ++i) {
    const std::string word = words[i];
    const std::size_t equals = word.find('=');
    constants.*constant(word.substr(0, equals)) = std::stod(word.substr(equals + 1));
  }
  std::vector<std::string> names;
  const std::string ending = ".truth.csv";
  for (const auto& entry : fs::directory_iterator(words[1])) {
    const std::string file = entry.path().filename().string();
    if (file.size() > ending.size() && file.ends_with(ending))
      names.push_back(file.substr(0, file.size() - ending.size()));
  }
  std::sort(names.begin(), names.end());
  for (const std::string& name : names)
    std::cout << name << ' ' << f1_of(words[1], name, constants) << std::endl;
}

}  // namespace

int main(int count, char** words) {
  try {
    run(count, words);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
