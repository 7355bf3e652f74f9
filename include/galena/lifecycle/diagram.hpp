// Diagrams of a process, as text for other programs. Compiled code; the same process gives the same
// bytes.
//
//   std::cout << lifecycle::to_mermaid(process);        // paste into Markdown
//   std::cout << lifecycle::to_dot(process, "de");      // labels in German where there are some
#pragma once

#include <string>
#include <string_view>

#include "galena/lifecycle/process.hpp"

namespace galena::lifecycle {

/// Mermaid, stateDiagram-v2. Events with the same ends share an arrow; "[guard]" marks events with
/// a guard.
std::string to_mermaid(const Process& process, std::string_view language = {});

/// Graphviz.
std::string to_dot(const Process& process, std::string_view language = {});

/// W3C State Chart XML 1.0. Closed statuses that nothing leaves are final states; a guard stands in
/// `cond` as the JSON of its criteria. Ids and events that are no XML names have the offending
/// characters written as _x<hexadecimal>_.
std::string to_scxml(const Process& process);

}  // namespace galena::lifecycle
