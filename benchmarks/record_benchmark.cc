// Tables in and out, and brought to a schema.
//
//   galena_benchmark_record_benchmark --benchmark_filter=Csv
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "galena/record/arrow.hpp"
#include "galena/record/conform.hpp"
#include "galena/record/csv.hpp"

namespace galena {
namespace {

/// Numbers that are the same on every machine: a linear congruential generator.
class Numbers {
 public:
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>(state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_ = 42;
};

/// A lead list as CRMs export it: ids and e-mails all different, names and cities that repeat, a
/// company in quotes now and then, empty fields.
std::string lead_list(std::size_t rows) {
  Numbers numbers;
  std::string text = "id,first_name,last_name,company,email,phone,city,country,employees,created\n";
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string name = "name" + std::to_string(numbers.below(5000));
    text += std::to_string(row) + ",given" + std::to_string(numbers.below(2000)) + ',' + name + ',';
    const std::string company = "Company " + std::to_string(numbers.below(20000));
    text += numbers.below(10) == 0 ? "\"" + company + ", Inc.\"" : company;
    text += ',' + name + std::to_string(row) + "@example.com,+49 89 " +
            std::to_string(1000000 + numbers.below(8000000)) + ",City " +
            std::to_string(numbers.below(1000)) + ',';
    text += numbers.below(5) == 0 ? "" : numbers.below(2) == 0 ? "DE" : "US";
    text += ',' + std::to_string(numbers.below(10000)) + ",2026-0" +
            std::to_string(1 + numbers.below(9)) + "-1" + std::to_string(numbers.below(10)) + '\n';
  }
  return text;
}

void count(benchmark::State& state, std::size_t rows, std::size_t bytes = 0) {
  const auto runs = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(runs * static_cast<std::int64_t>(rows));
  if (bytes > 0) state.SetBytesProcessed(runs * static_cast<std::int64_t>(bytes));
}

constexpr std::size_t kRows = 200000;

void CsvReadLeads(benchmark::State& state) {
  const std::string text = lead_list(kRows);
  for (auto _ : state) benchmark::DoNotOptimize(read_csv(text));
  count(state, kRows, text.size());
}
BENCHMARK(CsvReadLeads)->Unit(benchmark::kMillisecond);

void CsvReadSimpleRows(benchmark::State& state) {
  Numbers numbers;
  std::string text = "source,stage,country,score\n";
  for (std::size_t row = 0; row < kRows; ++row) {
    text += "trade show " + std::to_string(numbers.below(50)) + ",working,DE," +
            std::to_string(numbers.below(100)) + '\n';
  }
  for (auto _ : state) benchmark::DoNotOptimize(read_csv(text));
  count(state, kRows, text.size());
}
BENCHMARK(CsvReadSimpleRows)->Unit(benchmark::kMillisecond);

void CsvReadTyped(benchmark::State& state) {
  const std::string text = lead_list(kRows);
  const CsvOptions options{.types = {{"id", FieldType::integer},
                                     {"employees", FieldType::integer},
                                     {"created", FieldType::date}}};
  for (auto _ : state) benchmark::DoNotOptimize(read_csv(text, options));
  count(state, kRows, text.size());
}
BENCHMARK(CsvReadTyped)->Unit(benchmark::kMillisecond);

void CsvReadQuoted(benchmark::State& state) {
  std::string text = "a,b,c,d\n";
  for (std::size_t row = 0; row < kRows; ++row) {
    text += "\"say \"\"" + std::to_string(row % 1000) + "\"\"\",\"two\nlines\",\"x, y\",\"z\"\n";
  }
  for (auto _ : state) benchmark::DoNotOptimize(read_csv(text));
  count(state, kRows, text.size());
}
BENCHMARK(CsvReadQuoted)->Unit(benchmark::kMillisecond);

void CsvWrite(benchmark::State& state) {
  const std::string text = lead_list(kRows);
  const Table table = read_csv(text)->table;
  for (auto _ : state) benchmark::DoNotOptimize(write_csv(table));
  count(state, kRows, text.size());
}
BENCHMARK(CsvWrite)->Unit(benchmark::kMillisecond);

/// A lead list with text, whole numbers, amounts and dates, as a data frame would hold it.
Table typed_leads(std::size_t rows) {
  const CsvOptions options{.types = {{"id", FieldType::integer},
                                     {"employees", FieldType::integer},
                                     {"created", FieldType::date}}};
  return read_csv(lead_list(rows), options)->table;
}

/// A stream that has been read already and is handed out again and again without a copy.
class Replay {
 public:
  explicit Replay(const Table& table) {
    ArrowArrayStream source;
    export_arrow(table, &source);
    source.get_schema(&source, &schema_);
    for (ArrowArray batch; source.get_next(&source, &batch) == 0 && batch.release != nullptr;) {
      batches_.push_back(batch);
    }
    source.release(&source);
  }
  ~Replay() {
    schema_.release(&schema_);
    for (ArrowArray& batch : batches_) batch.release(&batch);
  }
  Replay(const Replay&) = delete;
  Replay& operator=(const Replay&) = delete;

  ArrowArrayStream stream() {
    next_ = 0;
    ArrowArrayStream stream{};
    stream.private_data = this;
    stream.get_schema = [](ArrowArrayStream* of, ArrowSchema* out) {
      *out = static_cast<Replay*>(of->private_data)->schema_;
      out->release = [](ArrowSchema* schema) { schema->release = nullptr; };
      return 0;
    };
    stream.get_next = [](ArrowArrayStream* of, ArrowArray* out) {
      auto& replay = *static_cast<Replay*>(of->private_data);
      *out = {};
      if (replay.next_ == replay.batches_.size()) return 0;
      *out = replay.batches_[replay.next_++];
      out->release = [](ArrowArray* array) { array->release = nullptr; };
      return 0;
    };
    stream.release = [](ArrowArrayStream* released) { released->release = nullptr; };
    return stream;
  }

 private:
  ArrowSchema schema_{};
  std::vector<ArrowArray> batches_;
  std::size_t next_ = 0;
};

void ArrowImportLeads(benchmark::State& state) {
  Replay replay(typed_leads(kRows));
  for (auto _ : state) {
    ArrowArrayStream stream = replay.stream();
    benchmark::DoNotOptimize(import_arrow(&stream));
  }
  count(state, kRows);
}
BENCHMARK(ArrowImportLeads)->Unit(benchmark::kMillisecond);

void ArrowExportLeads(benchmark::State& state) {
  const Table table = typed_leads(kRows);
  for (auto _ : state) Replay replay(table);
  count(state, kRows);
}
BENCHMARK(ArrowExportLeads)->Unit(benchmark::kMillisecond);

/// One million rows of twenty columns: four kinds of leads' fields, five times.
void ConformTwentyColumns(benchmark::State& state) {
  constexpr std::size_t kMany = 1000000;
  std::vector<Column> columns;
  std::vector<Field> fields;
  ColumnMapping mapping;
  Numbers numbers;
  for (int group = 0; group < 5; ++group) {
    const std::string suffix = std::to_string(group);
    ColumnBuilder email("E-mail" + suffix, ColumnType::text);
    ColumnBuilder rating("Rating" + suffix, ColumnType::text);
    ColumnBuilder revenue("Revenue" + suffix, ColumnType::text);
    ColumnBuilder created("Created" + suffix, ColumnType::text);
    for (std::size_t row = 0; row < kMany; ++row) {
      email.append_text("person" + std::to_string(row) + "@example.com");
      rating.append_text(numbers.below(3) == 0 ? "hot" : "cold");
      revenue.append_text(std::to_string(numbers.below(100000000)) + ".50");
      created.append_text("2026-0" + std::to_string(1 + numbers.below(9)) + "-1" +
                          std::to_string(numbers.below(10)));
    }
    fields.push_back({.name = "email" + suffix, .type = FieldType::email, .max_length = 80});
    fields.push_back({.name = "rating" + suffix,
                      .type = FieldType::picklist,
                      .values = {{"hot"}, {"cold"}}});
    fields.push_back({.name = "revenue" + suffix, .type = FieldType::money});
    fields.push_back({.name = "created" + suffix, .type = FieldType::date});
    for (ColumnBuilder* builder : {&email, &rating, &revenue, &created}) {
      columns.push_back(builder->finish());
      mapping.emplace_back(columns.back().name(), fields[mapping.size()].name);
    }
  }
  const Table table = Table::make(std::move(columns)).value();
  const Schema schema = Schema::make("lead", std::move(fields)).value();
  for (auto _ : state) benchmark::DoNotOptimize(conform(table, schema, mapping));
  count(state, kMany);
}
BENCHMARK(ConformTwentyColumns)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace galena
