// Kinds of columns and presets, by the names that Python uses.
#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <utility>
#include <vector>

#include "galena/match/fields.hpp"
#include "galena/match/model.hpp"
#include "galena/record/table.hpp"

namespace galena::python {

namespace py = pybind11;

/// Column -> name of its kind, in order.
using NamedKinds = std::vector<std::pair<std::string, std::string>>;

/// InvalidArgument for all kinds that do not exist, subject "fields/<column>".
match::Fields fields_of(const NamedKinds& kinds);

/// One field for every column of the table, in column order; columns without a kind are ignored, and
/// kinds of columns that the table does not have (records may lack keys) are passed over.
match::Fields fields_in_order(const Table& table, const NamedKinds& kinds);

/// Column -> name of its kind.
py::dict names_of(const match::Fields& fields);

/// InvalidArgument for a name that is no preset.
match::Preset preset_of(const std::string& name);

}  // namespace galena::python
