// Lists of leads as columns and as CSV.
#include <algorithm>
#include <array>
#include <ostream>

#include "generator/leadgen.hpp"
#include "generator/text.hpp"

namespace galena::examples {

namespace {

constexpr std::size_t kWriteSize = 1 << 16;

constexpr std::array<bool, 256> kQuoted = [] {
  std::array<bool, 256> quoted{};
  for (const char c : {',', '"', '\n', '\r'}) quoted[static_cast<unsigned char>(c)] = true;
  return quoted;
}();

bool needs_quotes(std::string_view text) {
  if (text.empty()) return false;
  bool found = text.front() == ' ' || text.back() == ' ';
  for (const char c : text) found |= kQuoted[static_cast<unsigned char>(c)];
  return found;
}

void append_field(std::string& out, std::string_view text) {
  if (!needs_quotes(text)) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

template <typename Columns>
void append_header(std::string& out, const Columns& columns) {
  for (const auto& column : columns) {
    out += column.name;
    out += ',';
  }
  out += "true_id\n";
}

template <typename Columns, typename Record>
void append_row(std::string& out, const Columns& columns, const Record& record) {
  for (const auto& column : columns) {
    append_field(out, record.*column.value);
    out += ',';
  }
  generator::append_number(out, record.true_id);
  out += '\n';
}

// Writes the header that stands in `text` and the rows of `records`, a buffer at a time.
template <typename Record, typename Generator, typename Append>
bool write_rows(std::ostream& out, std::string text, Generator& records, Append append) {
  for (Record record; records.next(record);) {
    append(text, record);
    if (text.size() < kWriteSize) continue;
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!out) return false;
    text.clear();
  }
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  return static_cast<bool>(out.flush());
}

}  // namespace

void append_lead_header(std::string& out) { append_header(out, kLeadColumns); }
void append_lead_row(std::string& out, const Lead& lead) { append_row(out, kLeadColumns, lead); }
void append_contact_header(std::string& out) { append_header(out, kContactColumns); }
void append_contact_row(std::string& out, const Contact& contact) {
  append_row(out, kContactColumns, contact);
}

bool write_leads(std::ostream& out, const LeadgenOptions& options) {
  LeadGenerator leads(options);
  std::string header;
  append_lead_header(header);
  return write_rows<Lead>(out, std::move(header), leads, append_lead_row);
}

bool write_contacts(std::ostream& out, const LeadgenOptions& options) {
  ContactGenerator contacts(options);
  std::string header;
  append_contact_header(header);
  return write_rows<Contact>(out, std::move(header), contacts, append_contact_row);
}

LeadColumns make_lead_columns(const LeadgenOptions& options,
                              std::span<const std::string_view> names) {
  LeadColumns all;
  std::vector<std::string Lead::*> values;
  const auto add = [&](std::string_view name, std::string Lead::*value) {
    all.columns.emplace_back();
    all.columns.back().name = name;
    values.push_back(value);
  };
  if (names.empty()) {
    for (const auto& column : kLeadColumns) add(column.name, column.value);
  }
  for (const auto name : names) {
    const auto found = std::find_if(kLeadColumns.begin(), kLeadColumns.end(),
                                    [&](const LeadColumn& column) { return column.name == name; });
    add(name, found == kLeadColumns.end() ? nullptr : found->value);
  }
  LeadGenerator leads(options);
  for (auto& column : all.columns) column.offsets.reserve(leads.rows() + 1);
  all.true_id.reserve(leads.rows());
  for (Lead lead; leads.next(lead);) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] != nullptr) all.columns[i].bytes += lead.*values[i];
      all.columns[i].offsets.push_back(all.columns[i].bytes.size());
    }
    all.true_id.push_back(lead.true_id);
  }
  return all;
}

}  // namespace galena::examples
