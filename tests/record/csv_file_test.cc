// Files: streamed, and whatever somebody may hand over instead of a CSV.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "galena/record/csv.hpp"

namespace galena {
namespace {

namespace fs = std::filesystem;

/// A file of its own, removed at the end.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view name)
      : path_(fs::path(testing::TempDir()) / ("galena_" + std::string(name))) {}
  ~TemporaryFile() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] std::string path() const { return path_.string(); }
  void write(std::string_view text) const { std::ofstream(path_, std::ios::binary) << text; }

 private:
  fs::path path_;
};

std::size_t peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

TEST(CsvFile, ReadsWhatItWrote) {
  const TemporaryFile file("round_trip.csv");
  std::string text = "id,text\n";
  for (int i = 0; i < 100000; ++i) {
    text += std::to_string(i) + ",\"two\nlines, " + std::to_string(i % 7) + "\"\n";
  }
  file.write(text);
  const auto csv = read_csv_file(file.path());
  ASSERT_TRUE(csv) << csv.problems().to_text();
  ASSERT_EQ(csv->table.rows(), 100000U);
  EXPECT_EQ(csv->table[0].text(99999), "99999");
  EXPECT_EQ(csv->table[1].text(99999), "two\nlines, 4");
  ASSERT_TRUE(write_csv_file(csv->table, file.path()));
  std::ifstream in(file.path(), std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), text);
}

TEST(CsvFile, MissingFile) {
  const auto csv = read_csv_file("/no/such/file.csv");
  EXPECT_EQ(csv.code(), Code::io);
  EXPECT_EQ(csv.problems().front().subject, "/no/such/file.csv");
}

TEST(CsvFile, Directory) {
  const auto csv = read_csv_file(testing::TempDir());
  EXPECT_EQ(csv.code(), Code::io);
  EXPECT_EQ(csv.problems().front().detail, "is_directory");
}

TEST(CsvFile, EmptyFile) {
  const TemporaryFile file("empty.csv");
  file.write("");
  EXPECT_EQ(read_csv_file(file.path()).problems().front().detail, "no_header");
}

TEST(CsvFile, Program) {
  const auto csv = read_csv_file("/proc/self/exe");
  EXPECT_EQ(csv.code(), Code::bad_encoding);
}

TEST(CsvFile, NowhereToWrite) {
  EXPECT_EQ(write_csv_file(Table(), "/no/such/folder/file.csv").code(), Code::io);
  if (fs::exists("/dev/full")) {
    const auto table = read_csv("a\n1\n");
    EXPECT_EQ(write_csv_file(table->table, "/dev/full").code(), Code::io);
  }
}

/// Writes `before`, 200 MB of `piece` and `after`.
void write_large(const TemporaryFile& file, std::string_view before, const std::string& piece,
                 std::string_view after) {
  std::ofstream out(file.path(), std::ios::binary);
  out << before;
  for (std::size_t written = 0; written < 200000000; written += piece.size()) out << piece;
  out << after;
}

TEST(CsvFile, AFieldOf200MegabytesIsReportedAndMemoryStaysSmall) {
  const TemporaryFile file("large_field.csv");
  const std::string block(1000000, 'x');
  for (const bool quoted : {false, true}) {
    SCOPED_TRACE(quoted);
    write_large(file, quoted ? "a,b\n1,good\n2,\"" : "a,b\n1,good\n2,", block,
                quoted ? "\"\n3,good\n" : "\n3,good\n");
    const std::size_t before = peak_memory();
    const auto csv = read_csv_file(file.path());
    ASSERT_TRUE(csv) << csv.problems().to_text();
    EXPECT_EQ(csv->table.rows(), 2U);
    ASSERT_EQ(csv->errors.size(), 1U);
    EXPECT_EQ(csv->errors[0].line, 3U);
    EXPECT_EQ(csv->errors[0].column, quoted ? 2U : 0U);
    EXPECT_EQ(csv->errors[0].detail, "too_long");
    EXPECT_LT(peak_memory() - before, 150000000U);
  }
}

TEST(CsvFile, AnUnclosedQuoteBefore200MegabytesOfRowsCostsOneRow) {
  const TemporaryFile file("unclosed.csv");
  std::string rows;
  for (int i = 0; i < 1000; ++i) rows += "2," + std::string(990, 'y') + "\n";
  write_large(file, "a,b\n1,\"oops\n", rows, "3,end\n");
  const auto csv = read_csv_file(file.path());
  ASSERT_TRUE(csv) << csv.problems().to_text();
  ASSERT_EQ(csv->errors.size(), 1U);
  EXPECT_EQ(csv->errors[0].line, 2U);
  EXPECT_EQ(csv->table[0].text(csv->table.rows() - 1), "3");
  EXPECT_GT(csv->table.rows(), 200000U);
}

TEST(CsvFile, AHeaderOf200Megabytes) {
  const TemporaryFile file("large_header.csv");
  write_large(file, "", std::string(1000000, 'h'), "\n1\n");
  EXPECT_EQ(read_csv_file(file.path()).code(), Code::limit_exceeded);
}

}  // namespace
}  // namespace galena
