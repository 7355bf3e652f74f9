// Duplicates: deduplicate, link, models and explanations.
#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindings.hpp"
#include "errors.hpp"
#include "galena/match/deduplicate.hpp"
#include "galena/match/explanation.hpp"
#include "galena/match/fields.hpp"
#include "galena/match/model.hpp"
#include "galena/match/normalise.hpp"
#include "galena/match/splink.hpp"
#include "galena/match/train.hpp"
#include "galena/record/suggest_kind.hpp"
#include "host_normaliser.hpp"
#include "match_fields.hpp"
#include "progress.hpp"
#include "table_in.hpp"
#include "values.hpp"

namespace galena::python {

namespace {

using match::Deduplication;
using match::Explanation;
using match::Linkage;
using match::Model;

/// What dedupe() and link() have in common, as Python gives it.
struct Wanted {
  NamedKinds fields;
  std::string id_column;
  std::optional<std::string> preset;
  std::optional<Model> model;
  std::optional<double> threshold;
  unsigned threads = 0;
  std::size_t memory_limit = 0;
  match::HostNormaliser normaliser;
  const py::list& not_duplicates;
  const match::BlockingKeys& blocking;
};

void fill(match::Options& options, const Wanted& wanted, Progress& progress) {
  options.fields = fields_of(wanted.fields);
  options.id_column = wanted.id_column;
  if (wanted.preset) options.preset = preset_of(*wanted.preset);
  options.model = wanted.model;
  options.threshold = wanted.threshold;
  options.threads = wanted.threads;
  options.memory_limit = wanted.memory_limit;
  for (const py::handle pair : wanted.not_duplicates) {
    const auto ids = pair.cast<std::pair<py::object, py::object>>();
    options.not_duplicates.emplace_back(from_python(ids.first, "not_duplicates"),
                                        from_python(ids.second, "not_duplicates"));
  }
  options.normaliser = wanted.normaliser;
  options.blocking = wanted.blocking;
  options.progress = [&progress](double fraction, std::string_view phase) {
    return progress(fraction, phase);
  };
}

Deduplication dedupe(const Table& table, const NamedKinds& fields, const std::string& id,
                     const std::optional<std::string>& preset, const std::optional<Model>& model,
                     std::optional<double> threshold, unsigned threads, std::size_t memory_limit,
                     const py::list& not_duplicates, const match::BlockingKeys& blocking,
                     const std::string& source, std::size_t most_members, py::object normaliser,
                     py::object callback) {
  Progress progress(std::move(callback));
  PyNormaliser host(std::move(normaliser));
  match::Options options;
  fill(options,
       {fields, id, preset, model, threshold, threads, memory_limit, host.asks(), not_duplicates,
        blocking},
       progress);
  options.source_column = source;
  options.most_members = most_members;
  return progress.run([&] { return match::deduplicate(table, options); });
}

Linkage link(const Table& left, const Table& right, const NamedKinds& fields,
             const NamedKinds& right_fields, const std::string& left_id,
             const std::string& right_id, const std::optional<std::string>& preset,
             const std::optional<Model>& model, std::optional<double> threshold, bool one_to_one,
             unsigned threads, std::size_t memory_limit, const py::list& not_duplicates,
             const match::BlockingKeys& blocking, py::object normaliser, py::object callback) {
  Progress progress(std::move(callback));
  PyNormaliser host(std::move(normaliser));
  match::LinkOptions options;
  fill(options,
       {fields, left_id, preset, model, threshold, threads, memory_limit, host.asks(),
        not_duplicates, blocking},
       progress);
  options.right_fields = fields_of(right_fields);
  options.right_id_column = right_id;
  options.one_to_one = one_to_one;
  return progress.run([&] { return match::link(left, right, options); });
}

Model train(const Table& table, const NamedKinds& fields, const std::string& id,
            const std::optional<std::string>& preset, const std::optional<Table>& pairs,
            const match::BlockingKeys& blocking, unsigned threads, py::object normaliser,
            py::object callback) {
  Progress progress(std::move(callback));
  PyNormaliser host(std::move(normaliser));
  match::TrainOptions options;
  options.blocking = blocking;
  options.normaliser = host.asks();
  options.fields = fields_of(fields);
  options.id_column = id;
  if (preset) options.preset = preset_of(*preset);
  options.pairs = pairs;
  options.threads = threads;
  options.progress = [&progress](double fraction, std::string_view phase) {
    return progress(fraction, phase);
  };
  return progress.run([&] { return match::train(table, options); }).model;
}

py::dict to_dict(const match::Report& report) {
  py::dict dict;
  dict["records"] = report.records;
  dict["pairs_compared"] = report.pairs_compared;
  dict["refined_blocks"] = report.refined_blocks;
  dict["clusters"] = report.clusters;
  dict["duplicates"] = report.duplicates;
  dict["duplicates_per_record"] = report.duplicates_per_record;
  dict["left_has_one"] = report.left_has_one;
  dict["right_has_one"] = report.right_has_one;
  py::dict seconds;
  for (const match::PhaseSeconds& phase : report.seconds) {
    seconds[py::str(phase.phase)] = phase.seconds;
  }
  dict["seconds"] = seconds;
  py::list blocking;
  for (const match::BlockingSummary& summary : report.blocking) {
    py::dict one;
    one["key"] = summary.key;
    one["blocks"] = summary.blocks;
    one["refined"] = summary.refined;
    one["largest"] = summary.largest;
    one["compared"] = summary.compared;
    one["found"] = summary.found;
    one["share"] = summary.share;
    blocking.append(one);
  }
  dict["blocking"] = blocking;
  py::dict training;
  training["rounds"] = report.training.rounds;
  training["patterns"] = report.training.patterns;
  training["matches"] = report.training.matches;
  dict["training"] = training;
  dict["warnings"] = report.warnings;
  return dict;
}

py::tuple to_tuple(const match::ClusterExplanation& cluster) {
  py::list joins;
  for (const auto& join : cluster.joins) {
    joins.append(py::make_tuple(join.left, join.right, join.weight, join.probability, join.average,
                                join.left_members, join.right_members));
  }
  py::list links;
  for (const auto& link : cluster.links) {
    links.append(
        py::make_tuple(link.member, link.partner, link.weight, link.probability, link.average));
  }
  py::list moves;
  for (const auto& move : cluster.moves) {
    moves.append(py::make_tuple(move.member, move.other, move.arrived, move.gain));
  }
  const py::tuple least = py::make_tuple(cluster.least_left, cluster.least_right, cluster.least);
  return py::make_tuple(cluster.cluster, cluster.size, cluster.members, joins, links, moves,
                        cluster.weakest, cluster.average, least, lenient_text(cluster.to_text()),
                        lenient_text(cluster.to_json()));
}

/// key, left, right, shared, records, refined, compared, note of each key.
py::list keys_of(const Explanation& explanation) {
  py::list keys;
  for (const match::KeyEvidence& key : explanation.keys) {
    keys.append(py::make_tuple(key.key, lenient_text(key.left), lenient_text(key.right), key.shared,
                               key.records, key.refined, key.compared, lenient_text(key.note)));
  }
  return keys;
}

/// together, would_join, obstacle, words; None for records alone.
py::object outcome_of(const Explanation& explanation) {
  if (!explanation.outcome) return py::none();
  return py::make_tuple(explanation.outcome->together, explanation.outcome->would_join,
                        explanation.outcome->obstacle, lenient_text(explanation.outcome->words));
}

Explanation compare(const Model& model, const Table& pair,
                    const std::optional<NamedKinds>& fields) {
  if (pair.rows() != 2) throw py::value_error("a comparison is of two records");
  if (fields) {
    if (Problems problems = match::check_fields(fields_of(*fields), pair); !problems.empty())
      unwrap(Result<void>(std::move(problems)));
  }
  const match::Fields taken =
      fields ? fields_in_order(pair, *fields) : match::infer_fields(pair).fields;
  return match::compare(model, taken, pair.row(0), pair.row(1));
}

/// The model, and a line for each level that was not trained.
std::pair<Model, std::vector<std::string>> of_splink(const std::string& text) {
  match::SplinkImport import = unwrap(match::import_splink(text));
  std::vector<std::string> untrained;
  for (const Problem& problem : import.untrained)
    untrained.push_back(problem.subject + ": " + problem.message);
  return {std::move(import.model), std::move(untrained)};
}

void bind_model(py::module_& module) {
  py::class_<Model>(module, "Model")
      .def_static(
          "parse", [](const std::string& text) { return unwrap(Model::from_json(text)); },
          py::arg("text"))
      .def_static("of_splink", &of_splink, py::arg("text"))
      .def_static(
          "of_preset", [](const std::string& name) { return Model::preset(preset_of(name)); },
          py::arg("name"))
      .def_static("train", &train, py::arg("table"), py::arg("fields"), py::arg("id"),
                  py::arg("preset"), py::arg("pairs"), py::arg("blocking"), py::arg("threads"),
                  py::arg("normaliser"), py::arg("progress"))
      .def_property_readonly("hash", &Model::hash)
      .def_property_readonly("preset", [](const Model& self) { return self.data().preset; })
      .def_property_readonly("threshold", [](const Model& self) { return self.data().threshold; })
      .def("to_json", &Model::to_json)
      .def("compare", &compare, py::arg("pair"), py::arg("fields"));
}

void bind_explanation(py::module_& module) {
  py::class_<Explanation>(module, "Explanation")
      .def_readonly("probability", &Explanation::probability)
      .def_readonly("weight", &Explanation::weight)
      .def_readonly("prior", &Explanation::prior)
      .def_readonly("relation", &Explanation::relation)
      .def_readonly("related", &Explanation::related)
      .def_readonly("change", &Explanation::change)
      .def_readonly("changed", &Explanation::changed)
      .def_readonly("rule", &Explanation::rule)
      .def_readonly("ruled", &Explanation::ruled)
      .def_readonly("partners", &Explanation::partners)
      .def_readonly("rival", &Explanation::rival)
      .def_readonly("candidate", &Explanation::candidate)
      .def_property_readonly("keys", &keys_of)
      .def_property_readonly("outcome", &outcome_of)
      .def("to_table", &Explanation::to_table)
      .def("to_text", [](const Explanation& self) { return lenient_text(self.to_text()); })
      .def("to_json", [](const Explanation& self) { return lenient_text(self.to_json()); });
}

/// As found; long lists take a while, in which other threads of Python go on.
template <class Found>
match::Completeness completeness(const Found& found, const Table& matches) {
  return unwrap([&] {
    const py::gil_scoped_release release;
    return found.completeness(matches);
  }());
}

void bind_results(py::module_& module) {
  py::class_<match::Completeness>(module, "Completeness")
      .def_readonly("pairs", &match::Completeness::pairs)
      .def_readonly("brought_up", &match::Completeness::brought_up)
      .def_property_readonly("share", &match::Completeness::share)
      .def_property_readonly("by_key", &match::Completeness::to_table);
  py::class_<Deduplication>(module, "Deduplication")
      .def_property_readonly("fields",
                             [](const Deduplication& self) { return names_of(self.fields()); })
      .def_property_readonly("clusters", &Deduplication::clusters)
      .def_property_readonly("pairs", &Deduplication::pairs)
      .def_property_readonly("model", &Deduplication::model)
      .def_property_readonly("report",
                             [](const Deduplication& self) { return to_dict(self.report()); })
      .def(
          "explain",
          [](const Deduplication& self, const py::object& a, const py::object& b) {
            return unwrap(self.explain(from_python(a, "a"), from_python(b, "b")));
          },
          py::arg("a"), py::arg("b"))
      .def("completeness", &completeness<Deduplication>, py::arg("matches"))
      .def(
          "explain_cluster",
          [](const Deduplication& self, const py::object& id) {
            return to_tuple(unwrap(self.explain_cluster(from_python(id, "id"))));
          },
          py::arg("id"));
  py::class_<Linkage>(module, "Linkage")
      .def_property_readonly("fields", [](const Linkage& self) { return names_of(self.fields()); })
      .def_property_readonly("right_fields",
                             [](const Linkage& self) { return names_of(self.right_fields()); })
      .def_property_readonly("pairs", &Linkage::pairs)
      .def_property_readonly("model", &Linkage::model)
      .def_property_readonly("report", [](const Linkage& self) { return to_dict(self.report()); })
      .def("completeness", &completeness<Linkage>, py::arg("matches"))
      .def(
          "explain",
          [](const Linkage& self, const py::object& left, const py::object& right) {
            return unwrap(self.explain(from_python(left, "left"), from_python(right, "right")));
          },
          py::arg("left"), py::arg("right"));
}

std::string normalised(const std::string& kind, const py::str& text, const std::string& country) {
  const auto known = kind_from(kind);
  if (!known) {
    fail(Code::invalid_argument, "unknown_kind", "kind", "the kind '" + kind + "' is unknown",
         suggest_kind(kind));
  }
  unwrap(match::check_country(country));
  return match::normalise(*known, text_of(text, "value"), {.country = country});
}

}  // namespace

void bind_match(py::module_& module) {
  bind_explanation(module);
  bind_model(module);
  bind_results(module);
  module.def("dedupe", &dedupe, py::arg("table"), py::arg("fields"), py::arg("id"),
             py::arg("preset"), py::arg("model"), py::arg("threshold"), py::arg("threads"),
             py::arg("memory_limit"), py::arg("not_duplicates"), py::arg("blocking"),
             py::arg("source"), py::arg("most_members"), py::arg("normaliser"),
             py::arg("progress"));
  module.def("normalise", &normalised, py::arg("kind"), py::arg("text"), py::arg("country"));
  module.def("link", &link, py::arg("left"), py::arg("right"), py::arg("fields"),
             py::arg("right_fields"), py::arg("left_id"), py::arg("right_id"), py::arg("preset"),
             py::arg("model"), py::arg("threshold"), py::arg("one_to_one"), py::arg("threads"),
             py::arg("memory_limit"), py::arg("not_duplicates"), py::arg("blocking"),
             py::arg("normaliser"), py::arg("progress"));
}

}  // namespace galena::python
