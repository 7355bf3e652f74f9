// A fuzz loop that needs no special compiler: feeds LLVMFuzzerTestOneInput with changed copies of
// seed files. Deterministic: run n always gives the same input, so `--first=n --runs=1` repeats a
// failure. Under a sanitizer build a crash ends the program with its report; the number of the run
// is printed before it starts when --verbose is given.
//
//     galena_fuzz_csv [--runs=N] [--first=N] [--verbose] <folder of seeds>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Random = std::mt19937_64;  // its numbers are fixed by the standard, unlike distributions

struct Options {
  std::uint64_t runs = 1000;
  std::uint64_t first = 0;
  bool verbose = false;
  std::filesystem::path seeds;
};

std::uint64_t number(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Options read_options(int count, char** arguments) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument.starts_with("--runs=")) {
      options.runs = number(argument.substr(7));
    } else if (argument.starts_with("--first=")) {
      options.first = number(argument.substr(8));
    } else if (argument == "--verbose") {
      options.verbose = true;
    } else {
      options.seeds = argument;
    }
  }
  return options;
}

std::vector<std::string> read_seeds(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  if (std::filesystem::is_directory(folder)) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.is_regular_file()) paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds{std::string()};
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return seeds;
}

std::size_t below(Random& random, std::size_t limit) {
  return limit == 0 ? 0 : static_cast<std::size_t>(random() % limit);
}

char interesting_byte(Random& random) {
  using namespace std::string_view_literals;
  static constexpr auto kBytes = "\0\n\r\t \"'\\,;{}[]:|0-9.eE\x7f\x80\xbf\xc0\xe2\xef\xf4\xff"sv;
  return random() % 4 == 0 ? static_cast<char>(random()) : kBytes[below(random, kBytes.size())];
}

void change_once(std::string& text, const std::vector<std::string>& seeds, Random& random) {
  const std::size_t at = below(random, text.size() + 1);
  const std::size_t length = 1 + below(random, 16);
  switch (random() % 6) {
    case 0:
      if (at < text.size()) text[at] = interesting_byte(random);
      break;
    case 1:
      text.insert(at, 1, interesting_byte(random));
      break;
    case 2:
      text.erase(at, length);
      break;
    case 3:
      text.insert(at, text.substr(below(random, text.size() + 1), length));
      break;
    case 4:
      text.resize(at);
      break;
    default: {
      const std::string& other = seeds[below(random, seeds.size())];
      text.insert(at, other.substr(below(random, other.size() + 1), 4 * length));
    }
  }
}

std::string input_of_run(std::uint64_t run, const std::vector<std::string>& seeds) {
  if (run < seeds.size()) return seeds[run];  // first every seed as it is
  Random random(run);
  std::string text = seeds[below(random, seeds.size())];
  for (std::size_t changes = 1 + below(random, 8); changes > 0; --changes) {
    change_once(text, seeds, random);
  }
  return text;
}

}  // namespace

int main(int count, char** arguments) {
  const Options options = read_options(count, arguments);
  const std::vector<std::string> seeds = read_seeds(options.seeds);
  for (std::uint64_t run = options.first; run < options.first + options.runs; ++run) {
    if (options.verbose) std::fprintf(stderr, "run %llu\n", static_cast<unsigned long long>(run));
    const std::string text = input_of_run(run, seeds);
    // A copy of exactly that size, so that a sanitizer sees a read past the end.
    const std::vector<std::uint8_t> bytes(text.begin(), text.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  }
  std::printf("%llu inputs from %zu seeds\n", static_cast<unsigned long long>(options.runs),
              seeds.size() - 1);
  return 0;
}
