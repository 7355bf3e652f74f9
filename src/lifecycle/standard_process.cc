#include <string>
#include <string_view>
#include <vector>

#include "detail/embedded.hpp"
#include "detail/nearest_name.hpp"
#include "galena/lifecycle/process_json.hpp"

namespace galena::lifecycle {
namespace {

constexpr std::string_view kFolder = "processes/";
constexpr std::string_view kSuffix = ".json";

}  // namespace

std::vector<std::string> standard_process_names() {
  std::vector<std::string> names;
  for (const galena::detail::EmbeddedFile& file : galena::detail::embedded_files()) {
    if (file.path.substr(0, kFolder.size()) != kFolder) continue;
    const std::string_view name = file.path.substr(kFolder.size());
    names.emplace_back(name.substr(0, name.size() - kSuffix.size()));
  }
  return names;
}

Result<Process> standard_process(std::string_view name) {
  const std::string path = std::string(kFolder) + std::string(name) + std::string(kSuffix);
  const std::string_view text = galena::detail::embedded(path);
  if (text.data() == nullptr) {
    return Problem{Code::not_found, "unknown_process", std::string(name),
                   "no process '" + std::string(name) + "' is shipped",
                   galena::detail::suggest_name(name, standard_process_names())};
  }
  return parse_process(text);
}

}  // namespace galena::lifecycle
