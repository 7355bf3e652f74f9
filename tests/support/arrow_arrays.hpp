// Arrow arrays and streams made by hand, as other libraries hand them over, that count their
// releases.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galena/record/arrow.hpp"

namespace galena::test {

/// Bytes of a buffer, aligned as allocators do.
template <class T>
std::string bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

/// "1011" -> a bitmap, first row first.
inline std::string bitmap(std::string_view rows) {
  std::string bytes((rows.size() + 7) / 8, '\0');
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i] == '1') bytes[i / 8] = static_cast<char>(bytes[i / 8] | 1 << (i % 8));
  }
  return bytes;
}

/// One array with its type. Buffers may be missing (null pointers).
struct Array {
  std::string format;
  std::int64_t length = 0;
  std::vector<std::optional<std::string>> buffers = {};
  std::string name = "x";
  std::int64_t null_count = 0;
  std::int64_t offset = 0;
  std::vector<Array> children = {};
  std::shared_ptr<Array> dictionary = nullptr;
  std::string metadata = {};
};

template <class T>
Array values(std::string format, const std::vector<T>& all, std::string_view valid = {}) {
  Array array{std::move(format), static_cast<std::int64_t>(all.size()), {}};
  array.buffers.push_back(valid.empty() ? std::nullopt : std::optional(bitmap(valid)));
  array.buffers.push_back(bytes_of(all));
  array.null_count = valid.empty() ? 0 : -1;
  return array;
}

template <class Offset>
Array texts(std::string format, const std::vector<std::string>& all, std::string_view valid = {}) {
  std::vector<Offset> offsets = {0};
  std::string bytes;
  for (const std::string& text : all) {
    bytes += text;
    offsets.push_back(static_cast<Offset>(bytes.size()));
  }
  Array array = values(std::move(format), offsets, valid);
  array.length = static_cast<std::int64_t>(all.size());
  array.buffers.push_back(bytes);
  return array;
}

/// Text views: short ones inline, long ones in two buffers by turns.
inline Array text_views(const std::vector<std::string>& all) {
  std::string views;
  std::string data[2];
  int turn = 0;
  for (const std::string& text : all) {
    char view[16] = {};
    const auto size = static_cast<std::int32_t>(text.size());
    std::memcpy(view, &size, 4);
    if (size <= 12) {
      std::memcpy(view + 4, text.data(), text.size());
    } else {
      const std::int32_t place[2] = {turn, static_cast<std::int32_t>(data[turn].size())};
      std::memcpy(view + 4, text.data(), 4);
      std::memcpy(view + 8, place, 8);
      data[turn] += text;
      turn = 1 - turn;
    }
    views.append(view, sizeof view);
  }
  const std::vector<std::int64_t> sizes = {static_cast<std::int64_t>(data[0].size()),
                                           static_cast<std::int64_t>(data[1].size())};
  Array array{"vu", static_cast<std::int64_t>(all.size()), {std::nullopt, views, data[0], data[1]}};
  array.buffers.push_back(bytes_of(sizes));
  return array;
}

inline Array table_of(std::vector<Array> columns, std::int64_t length = -1) {
  Array table{"+s", length < 0 ? columns.front().length : length, {std::nullopt}};
  table.children = std::move(columns);
  return table;
}

/// Structs of the interface that were handed over and not yet released; below zero after a second
/// release.
inline int& alive() {
  static int count = 0;
  return count;
}

struct SchemaOwner {
  Array type;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> child_pointers;
  ArrowSchema dictionary{};
};

inline void make_schema(const Array& type, ArrowSchema* out) {
  auto* owner = new SchemaOwner{type, {}, {}, {}};
  *out = {};
  owner->children.resize(type.children.size());
  for (std::size_t i = 0; i < type.children.size(); ++i) {
    make_schema(type.children[i], &owner->children[i]);
    owner->child_pointers.push_back(&owner->children[i]);
  }
  out->format = owner->type.format.c_str();
  out->name = owner->type.name.c_str();
  out->metadata = type.metadata.empty() ? nullptr : owner->type.metadata.data();
  out->n_children = static_cast<std::int64_t>(owner->children.size());
  out->children = owner->child_pointers.data();
  if (type.dictionary) {
    make_schema(*type.dictionary, &owner->dictionary);
    out->dictionary = &owner->dictionary;
  }
  out->private_data = owner;
  out->release = [](ArrowSchema* schema) {
    auto* own = static_cast<SchemaOwner*>(schema->private_data);
    for (auto& child : own->children) child.release(&child);
    if (schema->dictionary != nullptr) schema->dictionary->release(schema->dictionary);
    delete own;
    schema->release = nullptr;
    --alive();
  };
  ++alive();
}

struct ArrayOwner {
  std::vector<std::vector<char>> storage;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> child_pointers;
  ArrowArray dictionary{};
};

inline void make_array(const Array& array, ArrowArray* out) {
  auto* owner = new ArrayOwner{};
  *out = {};
  for (const auto& buffer : array.buffers) {
    // Exactly as large as the values, so that a sanitizer sees a read beyond them.
    if (buffer) owner->storage.emplace_back(buffer->begin(), buffer->end());
    owner->buffers.push_back(buffer ? owner->storage.back().data() : nullptr);
  }
  owner->children.resize(array.children.size());
  for (std::size_t i = 0; i < array.children.size(); ++i) {
    make_array(array.children[i], &owner->children[i]);
    owner->child_pointers.push_back(&owner->children[i]);
  }
  out->length = array.length;
  out->null_count = array.null_count;
  out->offset = array.offset;
  out->n_buffers = static_cast<std::int64_t>(owner->buffers.size());
  out->buffers = owner->buffers.data();
  out->n_children = static_cast<std::int64_t>(owner->children.size());
  out->children = owner->child_pointers.data();
  if (array.dictionary) {
    make_array(*array.dictionary, &owner->dictionary);
    out->dictionary = &owner->dictionary;
  }
  out->private_data = owner;
  out->release = [](ArrowArray* released) {
    auto* own = static_cast<ArrayOwner*>(released->private_data);
    for (auto& child : own->children) child.release(&child);
    if (released->dictionary != nullptr) released->dictionary->release(released->dictionary);
    delete own;
    released->release = nullptr;
    --alive();
  };
  ++alive();
}

/// A stream of batches; `fail_at`: the call (0: the schema, 1: the first batch) that fails.
struct StreamOwner {
  Array type;
  std::vector<Array> batches;
  int fail_at = -1;
  std::size_t next = 0;
};

inline void make_stream(std::vector<Array> batches, ArrowArrayStream* out, int fail_at = -1) {
  *out = {};
  Array type = batches.front();
  out->private_data = new StreamOwner{std::move(type), std::move(batches), fail_at, 0};
  out->get_schema = [](ArrowArrayStream* stream, ArrowSchema* schema) {
    auto& owner = *static_cast<StreamOwner*>(stream->private_data);
    if (owner.fail_at == 0) return 5;
    make_schema(owner.type, schema);
    return 0;
  };
  out->get_next = [](ArrowArrayStream* stream, ArrowArray* array) {
    auto& owner = *static_cast<StreamOwner*>(stream->private_data);
    if (owner.fail_at == static_cast<int>(owner.next) + 1) return 5;
    *array = {};
    if (owner.next < owner.batches.size()) make_array(owner.batches[owner.next++], array);
    return 0;
  };
  out->get_last_error = [](ArrowArrayStream*) { return "the disk is on fire"; };
  out->release = [](ArrowArrayStream* stream) {
    delete static_cast<StreamOwner*>(stream->private_data);
    stream->release = nullptr;
    --alive();
  };
  ++alive();
}

}  // namespace galena::test
