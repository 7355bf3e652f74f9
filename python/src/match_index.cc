// The live index: add, update, remove, find.
#include <pybind11/stl.h>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "bindings.hpp"
#include "errors.hpp"
#include "exclusive.hpp"
#include "galena/match/index.hpp"
#include "host_normaliser.hpp"
#include "match_fields.hpp"
#include "progress.hpp"
#include "values.hpp"

namespace galena::python {

namespace {

/// One writer at a time. Readers wait inside the index, without the GIL, since a writer may need
/// the GIL to tell its progress.
class PyIndex {
 public:
  PyIndex(std::unique_ptr<PyNormaliser> host, match::Index index)
      : host_(std::move(host)), index_(std::move(index)) {}
  PyIndex(const match::Model& model, const NamedKinds& fields, py::object normaliser)
      : host_(std::make_unique<PyNormaliser>(std::move(normaliser))),
        index_(model, checked(fields_of(fields)), host_->asks()) {}

  static std::unique_ptr<PyIndex> open(const std::string& path, py::object normaliser) {
    auto host = std::make_unique<PyNormaliser>(std::move(normaliser));
    auto opened = [&] {
      const py::gil_scoped_release released;
      return unwrap(match::Index::open(path, host->asks()));
    }();
    return std::make_unique<PyIndex>(std::move(host), std::move(opened));
  }

  [[nodiscard]] const match::Index& index() const { return index_; }

  void add(const py::object& id, const py::dict& record) {
    write(id, record,
          [this](const ValueView& key, const RowView& row) { return index_.add(key, row); });
  }
  void update(const py::object& id, const py::dict& record) {
    write(id, record,
          [this](const ValueView& key, const RowView& row) { return index_.update(key, row); });
  }

  void remove(const py::object& id) {
    const Value key = id_of(id);
    const Exclusive::Turn turn(exclusive_, "the index");
    const py::gil_scoped_release released;
    unwrap(index_.remove(key));
  }

  void add_all(const Table& table, const std::string& id, py::object callback) {
    Progress progress(std::move(callback));
    const Exclusive::Turn turn(exclusive_, "the index");
    progress.run([&]() -> Result<bool> {
      const auto added = index_.add_all(table, id, [&](double fraction, std::string_view phase) {
        return progress(fraction, phase);
      });
      if (!added) return added.problems();
      return true;
    });
  }

  py::list find(const py::dict& record, std::size_t limit, double min_probability) const {
    const Values values = values_of(record);
    const auto matches =
        read([&] { return unwrap(index_.find(row_of(values), limit, min_probability)); });
    py::list list;
    for (const match::Match& match : matches) {
      list.append(py::make_tuple(to_python(match.id.view()), match.probability, match.weight));
    }
    return list;
  }

  py::list cluster(const py::object& id) const {
    const Value key = id_of(id);
    py::list members;
    for (const Value& member : read([&] { return unwrap(index_.cluster(key)); })) {
      members.append(to_python(member.view()));
    }
    return members;
  }

  match::Explanation explain(const py::object& record_or_id, const py::object& id) const {
    const Value key = id_of(id);
    if (!py::isinstance<py::dict>(record_or_id)) {
      const Value other = id_of(record_or_id);
      return read([&] { return unwrap(index_.explain(other, key)); });
    }
    const Values values = values_of(py::reinterpret_borrow<py::dict>(record_or_id));
    return read([&] { return unwrap(index_.explain(row_of(values), key)); });
  }

  [[nodiscard]] bool contains(const py::object& id) const {
    const Value key = id_of(id);
    return read([&] { return index_.contains(key); });
  }
  [[nodiscard]] std::size_t size() const {
    return read([&] { return index_.size(); });
  }
  void save(const std::string& path) const {
    read([&] { return unwrap(index_.save(path)), true; });
  }

 private:
  static match::Fields checked(match::Fields fields) {
    Problems problems = match::check_fields(fields);
    if (!problems.empty()) throw ProblemsError(std::move(problems));
    return fields;
  }

  using Values = std::vector<Value>;  ///< in the order of the index's fields

  static Value id_of(const py::object& id) {
    if (py::isinstance<py::bool_>(id) ||
        !(py::isinstance<py::int_>(id) || py::isinstance<py::str>(id))) {
      throw py::type_error(std::string("an id must be int or str, not ") +
                           Py_TYPE(id.ptr())->tp_name);
    }
    return from_python(id, "id");
  }

  /// A record in which nothing would be compared was meant otherwise.
  void refuse_unknown(const py::dict& record) const {
    std::string names;
    for (const match::Field& field : index_.fields()) {
      if (field.kind == Kind::ignore) continue;
      if (record.contains(py::str(field.column))) return;
      names += (names.empty() ? "'" : ", '") + field.column + "'";
    }
    if (names.empty()) return;
    fail(Code::not_found, "unknown_column", "record",
         "the record has none of the fields of the index", "they are " + names);
  }

  [[nodiscard]] Values values_of(const py::dict& record) const {
    Values values;
    for (const match::Field& field : index_.fields()) {
      const py::str name(field.column);
      values.push_back(record.contains(name) ? from_python(record[name], field.column) : Value());
    }
    return values;
  }

  static RowView row_of(const Values& values) {
    return RowView(&values, 0, [](const void* source, std::size_t, std::uint32_t field) {
      return (*static_cast<const Values*>(source))[field].view();
    });
  }

  template <class Write>
  void write(const py::object& id, const py::dict& record, Write write) {
    const Value key = id_of(id);
    refuse_unknown(record);
    const Values values = values_of(record);
    const Exclusive::Turn turn(exclusive_, "the index");
    const py::gil_scoped_release released;
    unwrap(write(key, row_of(values)));
  }

  template <class Read>
  std::invoke_result_t<Read> read(Read read) const {
    exclusive_.refuse_reentry("the index");
    const py::gil_scoped_release released;
    return read();
  }

  std::unique_ptr<PyNormaliser> host_;  ///< what the index asks
  match::Index index_;
  Exclusive exclusive_;
};

}  // namespace

void bind_match_index(py::module_& module) {
  py::class_<PyIndex>(module, "Index")
      .def(py::init<const match::Model&, const NamedKinds&, py::object>(), py::arg("model"),
           py::arg("fields"), py::arg("normaliser"))
      .def_static("open", &PyIndex::open, py::arg("path"), py::arg("normaliser"))
      .def_property_readonly("model", [](const PyIndex& self) { return self.index().model(); })
      .def_property_readonly("fields",
                             [](const PyIndex& self) { return names_of(self.index().fields()); })
      .def("__len__", &PyIndex::size)
      .def("contains", &PyIndex::contains, py::arg("id"))
      .def("add", &PyIndex::add, py::arg("id"), py::arg("record"))
      .def("update", &PyIndex::update, py::arg("id"), py::arg("record"))
      .def("remove", &PyIndex::remove, py::arg("id"))
      .def("add_all", &PyIndex::add_all, py::arg("table"), py::arg("id"), py::arg("progress"))
      .def("find", &PyIndex::find, py::arg("record"), py::arg("limit"), py::arg("min_probability"))
      .def("cluster", &PyIndex::cluster, py::arg("id"))
      .def("explain", &PyIndex::explain, py::arg("record_or_id"), py::arg("id"))
      .def("save", &PyIndex::save, py::arg("path"));
  module.def(
      "infer_fields",
      [](const Table& table, const std::vector<std::string>& never_compared) {
        const auto inferred = match::infer_fields(table, never_compared);
        NamedKinds kinds;
        for (const match::Field& field : inferred.fields) {
          kinds.emplace_back(field.column, std::string(kind_name(field.kind)));
        }
        return kinds;
      },
      py::arg("table"), py::arg("never_compared"));
}

}  // namespace galena::python
