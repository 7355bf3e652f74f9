// A live index as a file.
//
// Layout, all numbers little end first: "GALENAIX", version (32 bits), length of the header (32
// bits), the header (JSON: model and fields), number of records (64 bits), the records (kind of id,
// id, packed row, each text after its 32-bit length), and a checksum of all that (64 bits). Version
// 2 has the host's forms in its packed rows, version 1 has none.
#include <charconv>
#include <cstring>
#include <fstream>
#include <sstream>

#include "detail/json_reader.hpp"
#include "galena/base/json_writer.hpp"
#include "match/host_forms.hpp"
#include "match/index_state.hpp"
#include "match/replace_file.hpp"

namespace galena::match {

namespace {

constexpr std::string_view kMagic = "GALENAIX";
constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kVersionOfHost = 2;

template <class Number>
void append_number(std::string& out, Number number) {
  for (std::size_t i = 0; i < sizeof number; ++i)
    out += static_cast<char>(number >> (8 * i) & 0xFF);
}

void append_text(std::string& out, std::string_view text) {
  append_number(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

/// Reads numbers and texts; after the first one that is not there everything is empty and ok()
/// false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

  template <class Number>
  Number number() {
    const std::string_view raw = take(sizeof(Number));
    Number value = 0;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      value |=
          static_cast<Number>(static_cast<Number>(static_cast<unsigned char>(raw[i])) << (8 * i));
    }
    return value;
  }
  std::string_view text() { return take(number<std::uint32_t>()); }
  std::string_view take(std::size_t count) {
    if (!ok_ || count > bytes_.size()) {
      ok_ = false;
      return {};
    }
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

std::string header_of(const Model& model, const Fields& fields) {
  JsonWriter out;
  out.begin_object().key("model").raw(model.to_json()).key("fields").begin_array();
  for (const Field& field : fields) {
    out.begin_object().key("column").value(field.column).key("kind").value(kind_name(field.kind));
    if (field.date_order) out.key("date_order").value(date_order_name(*field.date_order));
    out.end_object();
  }
  out.end_array().end_object();
  return std::move(out).text();
}

struct Header {
  Model model;
  Fields fields;
};

Result<Header> read_header(std::string_view text) {
  const auto parsed = galena::detail::parse_json(text);
  if (!parsed) return parsed.problems();
  Problems problems;
  const galena::detail::JsonNode root(*parsed, problems);
  Fields fields;
  for (const auto& node : root.get("fields").items()) {
    Field field{.column = node.get("column").text(),
                .kind = node.get("kind").choice<Kind>(kKindNames)};
    if (const auto order = node.find("date_order"))
      field.date_order = order->choice<DateOrder>(kDateOrderNames);
    fields.push_back(std::move(field));
  }
  const galena::detail::JsonNode model_node = root.get("model");
  problems.add_all(check_fields(fields));
  if (!problems.empty()) return problems;
  Result<Model> model = Model::from_json(boost::json::serialize(model_node.json()));
  if (!model) return model.problems();
  return Header{std::move(*model), std::move(fields)};
}

Problem corrupt(const std::string& name, const std::string& what) {
  return {Code::corrupt, "bad_index", name, "'" + name + "' is no sound index: " + what,
          "build the index again from its records"};
}

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (file) bytes << file.rdbuf();
  if (!file) {
    return Problem{Code::io, "not_readable", path, "the file '" + path + "' cannot be read", ""};
  }
  return std::move(bytes).str();
}

}  // namespace

std::string PackedRow::pack(const RowView& row, std::size_t count) {
  std::string packed;
  for (std::uint32_t i = 0; i < count; ++i) append_text(packed, to_text(row[i]));
  return packed;
}

Result<void> PackedRow::append_forms(const HostNormaliser& host, const Fields& fields,
                                     std::string& packed) {
  const std::string given = packed;
  ByteReader reader(given);
  Problems problems;
  for (const Field& field : fields) {
    const std::string_view text = reader.text();
    const bool compared = field.kind != Kind::ignore && field.kind != Kind::created;
    const Result<std::string> form =
        compared ? host_form(host, field.kind, field.column, text) : Result<std::string>("");
    problems.add_all(form.problems());
    if (form) append_text(packed, *form);
  }
  if (!problems.empty()) return problems;
  return {};
}

PackedRow::PackedRow(std::string_view packed) {
  ByteReader reader(packed);
  while (!reader.at_end() && reader.ok()) fields_.push_back(reader.text());
}

RowView PackedRow::row() const {
  return RowView(&fields_, 0, [](const void* source, std::size_t, std::uint32_t field) {
    return ValueView((*static_cast<const std::vector<std::string_view>*>(source))[field]);
  });
}

bool PackedRow::valid(std::string_view packed, std::size_t count) {
  ByteReader reader(packed);
  for (std::size_t i = 0; i < count; ++i) reader.text();
  return reader.ok() && reader.at_end();
}

Result<std::string> Index::Impl::pack(const RowView& row) const {
  std::string packed = PackedRow::pack(row, fields.size());
  if (!asks_host()) return packed;
  const Result<void> asked = PackedRow::append_forms(host, fields, packed);
  if (!asked) return asked.problems();
  return packed;
}

std::string Index::to_bytes() const {
  const std::shared_lock guard(impl_->lock);
  std::string bytes(kMagic);
  append_number(bytes, impl_->asks_host() ? kVersionOfHost : kVersion);
  append_text(bytes, header_of(impl_->model, impl_->fields));
  append_number(bytes, static_cast<std::uint64_t>(impl_->record_of.size()));
  std::uint64_t checksum = hash_text(bytes);
  for (std::size_t i = 0; i < impl_->ids.size(); ++i) {
    const Value& id = impl_->ids[i];
    if (id.is_blank()) continue;
    const std::size_t begin = bytes.size();
    append_number(bytes, static_cast<std::uint8_t>(id.kind() == ValueKind::integer ? 0 : 1));
    append_text(bytes, to_text(id));
    append_text(bytes, impl_->rows[i]);
    checksum = hash_text(std::string_view(bytes).substr(begin), checksum);
  }
  append_number(bytes, checksum);
  return bytes;
}

Result<void> Index::save(const std::string& path) const { return replace_file(path, to_bytes()); }

namespace {

/// One record of a file: its id as a value, and its packed row.
struct FileRecord {
  Value id;
  std::string_view packed;
};

Result<std::vector<FileRecord>> read_records(ByteReader& reader, std::size_t fields,
                                             std::uint64_t count, std::uint64_t& checksum) {
  std::vector<FileRecord> records;
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto kind = reader.number<std::uint8_t>();
    const std::string_view id = reader.text();
    const std::string_view packed = reader.text();
    if (!reader.ok() || kind > 1 || id.empty() || !PackedRow::valid(packed, fields)) {
      return Problem{Code::corrupt, "bad_index", "", "record " + std::to_string(i) + " is broken",
                     ""};
    }
    std::string bytes;
    append_number(bytes, kind);
    append_text(bytes, id);
    append_text(bytes, packed);
    checksum = hash_text(bytes, checksum);
    if (kind == 1) {
      records.push_back({Value(id), packed});
      continue;
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (error != std::errc() || end != id.data() + id.size()) {
      return Problem{Code::corrupt, "bad_index", "",
                     "the id of record " + std::to_string(i) + " is no number", ""};
    }
    records.push_back({Value(number), packed});
  }
  return records;
}

/// An index is opened with a normaliser when it was made with one: else its records and those that
/// come would be read differently.
Problem wrong_normaliser(const std::string& name, bool made_with) {
  return {Code::invalid_argument, "wrong_normaliser", name,
          "the index '" + name + "' was made " + (made_with ? "with" : "without") +
              " a normaliser of the host",
          made_with ? "give the same one" : "give none, or build it again from its records"};
}

}  // namespace

Result<Index> Index::open(const std::string& path, HostNormaliser normaliser) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.problems();
  return from_bytes(*bytes, path, normaliser);
}

Result<Index> Index::from_bytes(std::string_view bytes, const std::string& name,
                                HostNormaliser normaliser) {
  ByteReader reader(bytes);
  if (reader.take(kMagic.size()) != kMagic) return corrupt(name, "it does not start as one");
  const auto version = reader.number<std::uint32_t>();
  if (reader.ok() && version != kVersion && version != kVersionOfHost) {
    return Problem{
        Code::unsupported, "unsupported_version", name,
        "the index '" + name + "' is of format version " + std::to_string(version) + ", not 1 or 2",
        "read it with the galena that wrote it, or build it again"};
  }
  const bool made_with_host = version == kVersionOfHost;
  const std::string_view header_text = reader.text();
  const auto count = reader.number<std::uint64_t>();
  if (!reader.ok()) return corrupt(name, "it is cut short");
  const Result<Header> header = read_header(header_text);
  if (!header) return corrupt(name, header.problems().front().message);
  std::string start(kMagic);
  append_number(start, version);
  append_text(start, header_text);
  append_number(start, count);
  std::uint64_t checksum = hash_text(start);
  Result<std::vector<FileRecord>> records =
      read_records(reader, header->fields.size() * (made_with_host ? 2 : 1), count, checksum);
  if (!records) return corrupt(name, records.problems().front().message);
  if (reader.number<std::uint64_t>() != checksum || !reader.ok() || !reader.at_end()) {
    return corrupt(name, "its checksum is another");
  }
  if (made_with_host != (normaliser.function != nullptr)) {
    return wrong_normaliser(name, made_with_host);
  }
  Index index(header->model, header->fields, normaliser);
  for (const FileRecord& record : *records) {
    const Result<void> added = index.impl_->add_packed(record.id, std::string(record.packed));
    if (!added) return corrupt(name, added.problems().front().message);
  }
  return index;
}

}  // namespace galena::match
