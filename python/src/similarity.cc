// Similarities of texts.
#include <pybind11/stl.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "bindings.hpp"
#include "errors.hpp"
#include "galena/match/measure.hpp"
#include "table.hpp"

namespace galena::python {

namespace {

using WordWeights = std::map<std::string, double>;

std::vector<match::WeightedToken> tokens_of(const WordWeights& weights) {
  std::vector<match::WeightedToken> tokens;
  for (const auto& [word, weight] : weights) tokens.push_back({word, weight});
  return tokens;
}

double similarity(const std::string& measure, const std::string& a, const std::string& b,
                  double cutoff, std::size_t size, std::uint32_t days, const WordWeights& weights) {
  const auto words = tokens_of(weights);
  return unwrap(
      match::similarity(unwrap(match::measure_from(measure)), a, b, {cutoff, size, days, words}));
}

PyColumn similarities(const std::string& measure, const std::string& text, const PyColumn& texts,
                      double cutoff, std::size_t size, std::uint32_t days,
                      const WordWeights& weights) {
  const py::gil_scoped_release released;
  const auto words = tokens_of(weights);
  return PyColumn{unwrap(match::similarities(unwrap(match::measure_from(measure)), text,
                                             texts.column, {cutoff, size, days, words}))};
}

std::pair<std::string, std::string> sounds(const std::string& word, std::size_t size) {
  match::MetaphoneCodes codes = match::double_metaphone(word, size);
  return {std::move(codes.primary), std::move(codes.alternate)};
}

}  // namespace

void bind_similarity(py::module_& module) {
  module.def("similarity", &similarity, py::arg("measure"), py::arg("a"), py::arg("b"),
             py::arg("cutoff"), py::arg("size"), py::arg("days"), py::arg("weights"));
  module.def("similarities", &similarities, py::arg("measure"), py::arg("text"), py::arg("texts"),
             py::arg("cutoff"), py::arg("size"), py::arg("days"), py::arg("weights"));
  module.def("double_metaphone", &sounds, py::arg("word"), py::arg("size"));
}

}  // namespace galena::python
