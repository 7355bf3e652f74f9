#include "job.hpp"

#include <chrono>
#include <fstream>
#include <iterator>

#include "galena/assign/explanation.hpp"
#include "galena/assign/json.hpp"
#include "galena/assign/router.hpp"
#include "galena/lifecycle/bound_process.hpp"
#include "galena/lifecycle/process_json.hpp"

namespace demo {

using galena::Problem;
using galena::Problems;
using galena::Result;

namespace {

Result<std::string> read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return Problem{galena::Code::io, "unreadable", path, "cannot read '" + path + "'",
                   "name the folder with --definitions"};
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The phases of a job and how long each took.
class Phases {
 public:
  explicit Phases(Job& job) : job_(job) {}

  /// Runs one phase; the first that fails ends the job.
  template <class Step>
  void run(const char* name, Step step) {
    if (!problems_.empty()) return;
    const auto start = std::chrono::steady_clock::now();
    const Result<void> done = step();
    if (!done) problems_ = done.problems();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    job_.seconds.emplace_back(name, taken.count());
  }
  [[nodiscard]] const Problems& problems() const { return problems_; }

 private:
  Job& job_;
  Problems problems_;
};

Result<void> import(const Options& options, Job& job) {
  auto leads = read_leads(options);
  if (!leads) return leads.problems();
  auto contacts = read_contacts(options);
  if (!contacts) return contacts.problems();
  job.leads = *std::move(leads);
  job.contacts = *std::move(contacts);
  return {};
}

Result<void> deduplicate(const Options& options, Job& job) {
  galena::match::Options match;
  match.fields = identity_fields(job.leads);
  match.id_column = job.leads.id_column;
  match.threads = options.threads;
  auto found = galena::match::deduplicate(job.leads.conformed.table, match);
  if (!found) return found.problems();
  job.duplicates = *std::move(found);
  return {};
}

Result<void> link(const Options& options, Job& job) {
  galena::match::LinkOptions match;
  match.fields = identity_fields(job.leads);
  match.id_column = job.leads.id_column;
  match.right_fields = identity_fields(job.contacts);
  match.right_id_column = job.contacts.id_column;
  match.threads = options.threads;
  auto found = galena::match::link(job.leads.conformed.table, job.contacts.conformed.table, match);
  if (!found) return found.problems();
  job.links = *std::move(found);
  return {};
}

/// One decision that an entry made, in plain words.
std::string explained(const galena::assign::Router& router, const galena::Decision& decision) {
  const auto why = galena::assign::explain(router.rules(), decision);
  return why ? why->to_text() : why.problems().to_text();
}

Result<void> route(const Options& options, Job& job) {
  const auto text = read_text(options.definitions + "/routing.json");
  if (!text) return text.problems();
  const auto rules = galena::assign::parse_rule_set(*text, job.leads.schema);
  if (!rules) return rules.problems();
  auto router = galena::assign::Router::make(*rules, job.leads.schema);
  if (!router) return router.problems();
  Routing& routing = job.routing;
  for (std::size_t row = 0; row < job.leads.conformed.table.rows(); ++row) {
    const auto routed = router->route(job.leads.conformed.table.row(row), options.now);
    ++routing.leads_by_owner[routed.assignment.owner];
    ++routing.leads_by_reason[routed.decision.reason];
    routing.decisions.push_back("assign " + std::to_string(row) + ' ' + digest(routed.decision));
    if (routing.example.empty() && routed.decision.reason == "assigned") {
      routing.example = "row " + std::to_string(row) + " goes to " + routed.assignment.owner + ": " +
                        explained(*router, routed.decision);
    }
  }
  return {};
}

Result<void> track(const Options& options, Job& job) {
  const auto process = galena::lifecycle::standard_process("lead");
  if (!process) return process.problems();
  const auto bound = galena::lifecycle::bind(*process, job.leads.schema);
  if (!bound) return bound.problems();
  const auto words = read_status_words(options.definitions + "/statuses.csv");
  if (!words) return words.problems();
  job.tracking = track(*bound, *words, job.leads.conformed.table, options.now);
  return {};
}

}  // namespace

Result<Job> run(const Options& options) {
  Job job;
  Phases phases(job);
  phases.run("import", [&] { return import(options, job); });
  phases.run("duplicates", [&] { return deduplicate(options, job); });
  phases.run("contacts", [&] { return link(options, job); });
  phases.run("routing", [&] { return route(options, job); });
  phases.run("tracking", [&] { return track(options, job); });
  if (!phases.problems().empty()) return phases.problems();
  return job;
}

std::string decision_lines(const Job& job) {
  std::string lines;
  const galena::Table& clusters = job.duplicates->clusters();
  for (std::size_t row = 0; row < clusters.rows(); ++row) {
    lines += "duplicate " + std::to_string(row) + ' ' + to_text(clusters[1][row]) + '\n';
  }
  const galena::Table& links = job.links->pairs();
  for (std::size_t row = 0; row < links.rows(); ++row) {
    lines += "link " + to_text(links[0][row]) + ' ' + to_text(links[1][row]) + '\n';
  }
  for (const std::string& line : job.routing.decisions) lines += line + '\n';
  for (const std::string& line : job.tracking.decisions) lines += line + '\n';
  return lines;
}

}  // namespace demo
