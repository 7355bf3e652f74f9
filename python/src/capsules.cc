#include "capsules.hpp"

#include <cerrno>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "errors.hpp"
#include "galena/record/arrow.hpp"

namespace galena::python {

namespace {

constexpr const char* kStreamName = "arrow_array_stream";

void destroy_stream(PyObject* capsule) {
  auto* stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, kStreamName));
  if (stream == nullptr) return;
  if (stream->release != nullptr) stream->release(stream);
  delete stream;
}

py::capsule capsule_of(std::unique_ptr<ArrowArrayStream> stream) {
  PyObject* capsule = PyCapsule_New(stream.get(), kStreamName, destroy_stream);
  if (capsule == nullptr) {
    stream->release(stream.get());
    throw py::error_already_set();
  }
  (void)stream.release();
  return py::reinterpret_steal<py::capsule>(capsule);
}

const ArrowSchema* requested_schema(const py::object& requested) {
  if (requested.is_none()) return nullptr;
  if (PyCapsule_IsValid(requested.ptr(), "arrow_schema") == 0) {
    throw py::type_error("requested_schema must be None or a capsule named 'arrow_schema'");
  }
  return static_cast<const ArrowSchema*>(PyCapsule_GetPointer(requested.ptr(), "arrow_schema"));
}

void check_request(const Table& table, const ArrowSchema& wanted) {
  const auto count = static_cast<std::int64_t>(table.columns().size());
  bool same = std::string_view(wanted.format) == "+s" && wanted.n_children == count;
  for (std::int64_t i = 0; same && i < count; ++i) {
    const char* name = wanted.children[i]->name;
    same = name == nullptr || table[static_cast<std::size_t>(i)].name() == name;
  }
  if (!same) {
    fail(Code::invalid_argument, "requested_schema", "requested_schema",
         "the schema asked for has other columns than the table",
         "ask for the table's columns, or for no schema");
  }
}

/// Hands on the only child of each batch of a stream of structs.
struct ChildStream {
  ArrowArrayStream parent{};
  bool narrow = false;
};

ChildStream& child_of(ArrowArrayStream* stream) {
  return *static_cast<ChildStream*>(stream->private_data);
}

int child_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  ArrowSchema schema{};
  ArrowArrayStream& parent = child_of(stream).parent;
  if (const int error = parent.get_schema(&parent, &schema); error != 0) return error;
  *out = *schema.children[0];
  schema.children[0]->release = nullptr;
  schema.release(&schema);
  return 0;
}

int child_next(ArrowArrayStream* stream, ArrowArray* out) {
  ArrowArray batch{};
  ArrowArrayStream& parent = child_of(stream).parent;
  if (const int error = parent.get_next(&parent, &batch); error != 0) return error;
  if (batch.release == nullptr) {
    out->release = nullptr;
    return 0;
  }
  *out = *batch.children[0];
  batch.children[0]->release = nullptr;
  batch.release(&batch);
  return 0;
}

const char* child_error(ArrowArrayStream* stream) {
  ArrowArrayStream& parent = child_of(stream).parent;
  return parent.get_last_error(&parent);
}

void child_release(ArrowArrayStream* stream) {
  std::unique_ptr<ChildStream> child(&child_of(stream));
  if (child->parent.release != nullptr) child->parent.release(&child->parent);
  stream->release = nullptr;
}

/// One array of 32-bit integers, as a stream.
struct NarrowStream {
  std::string name;
  std::vector<std::int32_t> values;
  bool sent = false;
};

struct NarrowArray {
  std::vector<std::int32_t> values;
  const void* buffers[2] = {nullptr, nullptr};
};

void release_schema(ArrowSchema* schema) {
  delete static_cast<std::string*>(schema->private_data);
  schema->release = nullptr;
}

void release_array(ArrowArray* array) {
  delete static_cast<NarrowArray*>(array->private_data);
  array->release = nullptr;
}

NarrowStream& narrow_of(ArrowArrayStream* stream) {
  return *static_cast<NarrowStream*>(stream->private_data);
}

int narrow_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  auto name = std::make_unique<std::string>(narrow_of(stream).name);
  *out = ArrowSchema{};
  out->format = "i";
  out->name = name->c_str();
  out->private_data = name.release();
  out->release = release_schema;
  return 0;
}

int narrow_next(ArrowArrayStream* stream, ArrowArray* out) {
  *out = ArrowArray{};
  NarrowStream& narrow = narrow_of(stream);
  if (std::exchange(narrow.sent, true)) return 0;
  auto array = std::make_unique<NarrowArray>();
  array->values = std::move(narrow.values);
  array->buffers[1] = array->values.data();
  out->length = static_cast<std::int64_t>(array->values.size());
  out->n_buffers = 2;
  out->buffers = array->buffers;
  out->private_data = array.release();
  out->release = release_array;
  return 0;
}

void narrow_release(ArrowArrayStream* stream) {
  delete &narrow_of(stream);
  stream->release = nullptr;
}

}  // namespace

py::capsule to_capsule(const Table& table, const py::object& requested) {
  if (const ArrowSchema* wanted = requested_schema(requested)) check_request(table, *wanted);
  auto stream = std::make_unique<ArrowArrayStream>();
  export_arrow(table, stream.get());
  return capsule_of(std::move(stream));
}

py::capsule to_capsule(const PyColumn& column, const py::object& requested) {
  requested_schema(requested);
  auto stream = std::make_unique<ArrowArrayStream>();
  const bool narrow = column.narrow && !column.column.has_nulls();
  if (narrow) {
    const auto& integers = column.column.data()->integers;
    stream->get_schema = narrow_schema;
    stream->get_next = narrow_next;
    stream->get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
    stream->release = narrow_release;
    stream->private_data =
        new NarrowStream{column.column.name(), {integers.begin(), integers.end()}, false};
    return capsule_of(std::move(stream));
  }
  auto child = std::make_unique<ChildStream>();
  export_arrow(unwrap(Table::make({column.column})), &child->parent);
  stream->get_schema = child_schema;
  stream->get_next = child_next;
  stream->get_last_error = child_error;
  stream->release = child_release;
  stream->private_data = child.release();
  return capsule_of(std::move(stream));
}

}  // namespace galena::python
