#include "galena/lifecycle/diagram.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/utf8.hpp"

namespace galena::lifecycle {
namespace {

/// One arrow of a diagram: all transitions between two statuses.
struct Arrow {
  std::uint32_t from;
  std::uint32_t to;
  std::vector<std::string> events;
};

std::string event_text(const Transition& transition) {
  return transition.guard ? transition.event + " [guard]" : transition.event;
}

/// The arrows in the order of the statuses they leave, then of the transitions.
std::vector<Arrow> arrows(const Process& process) {
  std::vector<Arrow> all;
  for (std::uint32_t from = 0; from < process.statuses().size(); ++from) {
    const std::size_t first = all.size();
    for (const std::uint32_t transition : process.transitions_from(from)) {
      const std::uint32_t to = process.target(transition);
      auto arrow = std::find_if(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                                [&](const Arrow& known) { return known.to == to; });
      if (arrow == all.end()) arrow = all.insert(arrow, {from, to, {}});
      const std::string text = event_text(process.transitions()[transition]);
      if (std::find(arrow->events.begin(), arrow->events.end(), text) == arrow->events.end()) {
        arrow->events.push_back(text);
      }
    }
  }
  return all;
}

std::string joined(const std::vector<std::string>& events) {
  std::string text;
  for (const std::string& event : events) {
    if (!text.empty()) text += ", ";
    text += event;
  }
  return text;
}

std::string label_of(const Status& status, std::string_view language) {
  const std::string_view label = status.label.in(language);
  return std::string(label.empty() ? std::string_view(status.id) : label);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Text for Mermaid: what is not a letter, a digit or plainly harmless becomes a character entity.
std::string mermaid_text(std::string_view text) {
  constexpr std::string_view kHarmless = " _-.,()[]/+=!?";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      out += ' ';
    } else if (byte >= 0x80 || is_letter(c) || is_digit(c) ||
               kHarmless.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '#' + std::to_string(byte) + ';';
    }
  }
  return out;
}

/// The id itself where Mermaid takes it as a name, else "status_<n>".
std::string mermaid_id(const Process& process, std::uint32_t status) {
  constexpr std::array<std::string_view, 12> kTaken = {
      "as",  "class", "classdef", "click", "default",      "direction",
      "end", "hide",  "note",     "state", "statediagram", "style"};
  const std::string& id = process.statuses()[status].id;
  const bool name = is_letter(id.front()) && std::all_of(id.begin(), id.end(), [](char c) {
                      return is_letter(c) || is_digit(c) || c == '_';
                    });
  const bool taken = std::find(kTaken.begin(), kTaken.end(), fold_case(id)) != kTaken.end();
  if (name && !taken && id.rfind("status_", 0) != 0) return id;
  return "status_" + std::to_string(status);
}

std::string dot_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out += '"';
}

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        // Control characters have no place in XML 1.0; the replacement character stands for them.
        static_cast<unsigned char>(c) < 0x20 ? out += "\xEF\xBF\xBD" : out += c;
    }
  }
  return out;
}

/// An XML name: other characters are written as _x<hexadecimal>_; so is '_' before 'x', so that two
/// texts never become one name.
std::string xml_name(std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool plain_underscore = c == '_' && text.substr(i + 1, 1) != "x";
    if (is_letter(c) || plain_underscore || (i > 0 && (is_digit(c) || c == '-'))) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += "_x";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
      out += '_';
    }
  }
  return out;
}

void append_scxml_state(std::string& out, const Process& process, std::uint32_t status) {
  const Status& state = process.statuses()[status];
  const auto leaving = process.transitions_from(status);
  const bool final = !state.open() && leaving.empty();
  const std::string element = final ? "final" : "state";
  out += "  <" + element + " id=\"" + xml_name(state.id) + '"';
  if (leaving.empty()) {
    out += "/>\n";
    return;
  }
  out += ">\n";
  for (const std::uint32_t number : leaving) {
    const Transition& transition = process.transitions()[number];
    out += "    <transition event=\"" + xml_name(transition.event) + '"';
    if (transition.guard) out += " cond=\"" + xml_text(transition.guard->to_json()) + '"';
    out += " target=\"" + xml_name(transition.to) + "\"/>\n";
  }
  out += "  </" + element + ">\n";
}

}  // namespace

std::string to_mermaid(const Process& process, std::string_view language) {
  std::string out = "stateDiagram-v2\n";
  const auto name = [&](std::uint32_t status) { return mermaid_id(process, status); };
  for (std::uint32_t status = 0; status < process.statuses().size(); ++status) {
    out += "    state \"" + mermaid_text(label_of(process.statuses()[status], language)) +
           "\" as " + name(status) + '\n';
  }
  out += "    [*] --> " + name(*process.find(process.initial().id)) + '\n';
  for (const Arrow& arrow : arrows(process)) {
    out += "    " + name(arrow.from) + " --> " + name(arrow.to) + " : " +
           mermaid_text(joined(arrow.events)) + '\n';
  }
  for (std::uint32_t status = 0; status < process.statuses().size(); ++status) {
    if (!process.statuses()[status].open()) out += "    " + name(status) + " --> [*]\n";
  }
  return out;
}

std::string to_dot(const Process& process, std::string_view language) {
  std::string out = "digraph " + dot_text(process.name()) + " {\n  rankdir=LR;\n";
  out += "  node [shape=box, style=rounded];\n  start [shape=point];\n";
  for (std::uint32_t status = 0; status < process.statuses().size(); ++status) {
    const Status& node = process.statuses()[status];
    out += "  s" + std::to_string(status) + " [label=" + dot_text(label_of(node, language));
    out += node.open() ? "];\n" : ", peripheries=2];\n";
  }
  out += "  start -> s" + std::to_string(*process.find(process.initial().id)) + ";\n";
  for (const Arrow& arrow : arrows(process)) {
    out += "  s" + std::to_string(arrow.from) + " -> s" + std::to_string(arrow.to) +
           " [label=" + dot_text(joined(arrow.events)) + "];\n";
  }
  return out += "}\n";
}

std::string to_scxml(const Process& process) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  out += "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" name=\"" +
         xml_name(process.name()) + "\" initial=\"" + xml_name(process.initial().id) + "\">\n";
  for (std::uint32_t status = 0; status < process.statuses().size(); ++status) {
    append_scxml_state(out, process, status);
  }
  return out += "</scxml>\n";
}

}  // namespace galena::lifecycle
