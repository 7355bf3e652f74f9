#include "galena/lifecycle/verify.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "galena/base/json_writer.hpp"

namespace galena::lifecycle {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                    boost::property<boost::edge_name_t, std::uint32_t>>;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

bool covers_roles(const Transition& first, const Transition& second) {
  if (first.roles.empty()) return true;
  return !second.roles.empty() &&
         std::all_of(second.roles.begin(), second.roles.end(), [&](const std::string& role) {
           return std::find(first.roles.begin(), first.roles.end(), role) != first.roles.end();
         });
}

bool always_holds(const Transition& transition) {
  return !transition.guard || transition.guard->root().kind == criteria::NodeKind::match_all;
}

bool never_holds(const Transition& transition) {
  return transition.guard && transition.guard->root().kind == criteria::NodeKind::match_none;
}

/// True when `first`, tried before `second`, is chosen whenever `second` could be.
bool shadows(const Transition& first, const Transition& second) {
  if (!covers_roles(first, second)) return false;
  if (always_holds(first)) return true;
  // An advisory transition may also be taken when no guard holds, but only the first one is.
  const bool by_advice = second.mode == Mode::advisory && first.mode == Mode::enforced;
  return !by_advice && (never_holds(second) || first.guard == second.guard);
}

/// The same for `second` tried before `first`: a guard that never holds can only be taken by
/// advice, which comes after every guard that holds.
bool overrides(const Transition& first, const Transition& second) {
  return never_holds(second) && always_holds(first) && covers_roles(first, second);
}

struct Shadow {
  std::uint32_t transition = 0;
  std::uint32_t by = 0;
  std::vector<std::uint32_t> statuses;  ///< where it is shadowed
};

/// Keeps, of every status reached, the edge by which a shortest path arrives.
class ArrivalRecorder : public boost::default_bfs_visitor {
 public:
  explicit ArrivalRecorder(std::vector<std::optional<Edge>>& arrivals) : arrivals_(&arrivals) {}
  void tree_edge(Edge edge, const Graph& graph) const {
    (*arrivals_)[boost::target(edge, graph)] = edge;
  }

 private:
  std::vector<std::optional<Edge>>* arrivals_;
};

class Verification {
 public:
  explicit Verification(const Process& process)
      : process_(process), graph_(process.statuses().size()), arrivals_(process.statuses().size()) {
    add_edges();
    initial_ = *process.find(process.initial().id);
    boost::breadth_first_search(graph_, initial_, boost::visitor(ArrivalRecorder(arrivals_)));
  }

  std::vector<Finding> run() {
    find_unreachable();
    find_dead_ends();
    find_traps();
    report_shadows();
    return std::move(findings_);
  }

 private:
  /// One edge for each status and each transition that can be chosen there.
  void add_edges() {
    for (std::uint32_t status = 0; status < process_.statuses().size(); ++status) {
      for (std::uint32_t event = 0; event < process_.events().size(); ++event) {
        const auto candidates = process_.candidates(status, event);
        for (const std::uint32_t next : candidates) {
          const Transition& transition = process_.transitions()[next];
          if (never_holds(transition) && transition.mode == Mode::enforced) continue;
          if (const auto by = shadow_of(next, candidates)) {
            note_shadow(next, *by, status);
          } else {
            boost::add_edge(status, process_.target(next), next, graph_);
          }
        }
      }
    }
  }

  /// A candidate that is always chosen in place of `transition`.
  [[nodiscard]] std::optional<std::uint32_t> shadow_of(
      std::uint32_t transition, std::span<const std::uint32_t> candidates) const {
    const auto& all = process_.transitions();
    for (const std::uint32_t other : candidates) {
      if (other < transition && shadows(all[other], all[transition])) return other;
      if (other > transition && overrides(all[other], all[transition])) return other;
    }
    return std::nullopt;
  }

  void note_shadow(std::uint32_t transition, std::uint32_t by, std::uint32_t status) {
    auto found = std::find_if(shadows_.begin(), shadows_.end(), [&](const Shadow& shadow) {
      return shadow.transition == transition;
    });
    if (found == shadows_.end()) {
      shadows_.push_back({transition, by, {}});
      found = shadows_.end() - 1;
    }
    found->statuses.push_back(status);
  }

  [[nodiscard]] const std::string& id(std::size_t status) const {
    return process_.statuses()[status].id;
  }
  [[nodiscard]] bool open(std::size_t status) const { return process_.statuses()[status].open(); }
  [[nodiscard]] bool reached(std::size_t status) const {
    return status == initial_ || arrivals_[status].has_value();
  }

  /// The events of a shortest path to `status`, and the statuses concerned, as JSON.
  [[nodiscard]] std::string witness(std::size_t status,
                                    const std::vector<std::uint32_t>& concerned) const {
    std::vector<std::string> events;
    for (std::size_t at = status; arrivals_[at]; at = boost::source(*arrivals_[at], graph_)) {
      const auto transition = boost::get(boost::edge_name, graph_, *arrivals_[at]);
      events.push_back(process_.transitions()[transition].event);
    }
    JsonWriter json;
    json.begin_object().key("events").begin_array();
    for (auto event = events.rbegin(); event != events.rend(); ++event) json.value(*event);
    json.end_array().key("statuses").begin_array();
    for (const std::uint32_t one : concerned) json.value(id(one));
    json.end_array().end_object();
    return std::move(json).text();
  }

  void report(std::string code, std::string severity, std::uint32_t status,
              const std::vector<std::uint32_t>& concerned, std::string message) {
    findings_.push_back({std::move(code), std::move(severity),
                         "/statuses/" + std::to_string(status), std::move(message),
                         witness(status, concerned)});
  }

  void find_unreachable() {
    for (std::uint32_t status = 0; status < process_.statuses().size(); ++status) {
      if (reached(status)) continue;
      report("unreachable_status", "error", status, {status},
             "nothing leads from '" + id(initial_) + "' to the status '" + id(status) + "'");
    }
  }

  [[nodiscard]] bool is_dead_end(std::size_t status) const {
    const auto [first, last] = boost::out_edges(status, graph_);
    return open(status) && std::all_of(first, last, [&](const Edge& edge) {
             return boost::target(edge, graph_) == status;
           });
  }

  void find_dead_ends() {
    for (std::uint32_t status = 0; status < process_.statuses().size(); ++status) {
      if (!is_dead_end(status)) continue;
      report("dead_end", "error", status, {status},
             "the status '" + id(status) + "' is open and no transition leaves it");
    }
  }

  /// Components are numbered so that an edge never leads to a higher number: whether a component is
  /// a trap is known before those that lead into it are looked at.
  void find_traps() {
    const std::size_t count = process_.statuses().size();
    std::vector<std::size_t> component(count);
    const auto components = boost::strong_components(
        graph_, boost::make_iterator_property_map(component.begin(),
                                                  boost::get(boost::vertex_index, graph_)));
    std::vector<std::vector<std::uint32_t>> members(static_cast<std::size_t>(components));
    for (std::uint32_t status = 0; status < count; ++status) {
      members[component[status]].push_back(status);
    }
    std::vector<bool> trapped(members.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
      trapped[i] = std::all_of(members[i].begin(), members[i].end(), [&](std::uint32_t status) {
        const auto [first, last] = boost::out_edges(status, graph_);
        return open(status) && std::all_of(first, last, [&](const Edge& edge) {
                 const std::size_t to = component[boost::target(edge, graph_)];
                 return to == i || trapped[to];
               });
      });
    }
    for (std::uint32_t status = 0; status < count; ++status) {
      const auto& together = members[component[status]];
      if (!trapped[component[status]] || together.front() != status || is_dead_end(status)) {
        continue;
      }
      report("trap", "error", status, together,
             "no closed status can be reached from " + list(together));
    }
  }

  [[nodiscard]] std::string list(const std::vector<std::uint32_t>& statuses) const {
    std::string text;
    for (const std::uint32_t status : statuses) {
      text += (text.empty() ? "'" : ", '") + id(status) + "'";
    }
    return text;
  }

  void report_shadows() {
    std::sort(shadows_.begin(), shadows_.end(),
              [](const Shadow& a, const Shadow& b) { return a.transition < b.transition; });
    for (const Shadow& shadow : shadows_) {
      findings_.push_back({"shadowed_transition", "warning",
                           "/transitions/" + std::to_string(shadow.transition),
                           "in " + list(shadow.statuses) + " the transition /transitions/" +
                               std::to_string(shadow.by) + " is always chosen instead on '" +
                               process_.transitions()[shadow.transition].event + "'",
                           witness(shadow.statuses.front(), shadow.statuses)});
    }
  }

  const Process& process_;
  Graph graph_;
  std::vector<std::optional<Edge>> arrivals_;
  std::vector<Shadow> shadows_;
  std::vector<Finding> findings_;
  std::uint32_t initial_ = 0;
};

}  // namespace

std::vector<Finding> verify(const Process& process) { return Verification(process).run(); }

}  // namespace galena::lifecycle
