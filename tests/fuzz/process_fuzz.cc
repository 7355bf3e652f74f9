// A process that reads is one that writes back the same, verifies and draws; everything else is a
// list of problems.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "galena/lifecycle/diagram.hpp"
#include "galena/lifecycle/process_json.hpp"
#include "galena/lifecycle/verify.hpp"

namespace {

void require(bool held) {
  if (!held) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace lifecycle = galena::lifecycle;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto process = lifecycle::parse_process(text);
  if (!process) {
    require(!process.problems().empty());
    return 0;
  }
  const auto again = lifecycle::parse_process(process->to_json());
  require(again.ok() && again->definition() == process->definition());
  require(again->hash() == process->hash());
  require(lifecycle::verify(*again) == lifecycle::verify(*process));
  require(lifecycle::to_mermaid(*again) == lifecycle::to_mermaid(*process));
  require(!lifecycle::to_dot(*process).empty() && !lifecycle::to_scxml(*process).empty());
  return 0;
}
