#include "tracking.hpp"

#include <utility>

#include "galena/base/utf8.hpp"
#include "galena/lifecycle/events_between.hpp"
#include "galena/lifecycle/step.hpp"
#include "galena/record/csv.hpp"

namespace demo {

using galena::lifecycle::Instance;
using galena::lifecycle::StepResult;

namespace {

/// What stands in the way, in one line.
std::string refusal(const StepResult& result, const std::string& event) {
  return "'" + event + "' from '" + result.instance.status + "': " + result.rejection.message;
}

/// One lead's way. Ways from the first status are the same for all leads and found once.
class Tracker {
 public:
  Tracker(const galena::lifecycle::BoundProcess& process, galena::Instant now)
      : stepper_(process), process_(process.process()), now_(now) {}

  void lead(std::size_t row, const galena::RowView& record, const StatusMeaning& meaning,
            Tracking& tracking) {
    Instance instance = process_.start(galena::RecordId(std::to_string(row)), now_);
    const std::vector<std::string>& way = way_to(meaning.status);
    for (const std::string& event : way) {
      const bool last = &event == &way.back();
      StepResult result = stepper_.step(instance, record,
                                        {.event = event,
                                         .actor = actor_,
                                         .now = now_,
                                         .reason = last ? std::string_view(meaning.reason) : "",
                                         .expected_version = instance.version});
      ++tracking.steps;
      tracking.decisions.push_back("step " + std::to_string(row) + ' ' + digest(result.decision));
      if (!result.accepted) {
        if (tracking.refused++ == 0) tracking.refused_example = refusal(result, event);
        break;
      }
      instance = std::move(result.instance);
    }
    ++tracking.leads_by_status[instance.status];
  }

 private:
  const std::vector<std::string>& way_to(const std::string& status) {
    const auto [place, is_new] = ways_.try_emplace(status);
    if (is_new) {
      auto way = galena::lifecycle::events_between(process_, process_.initial().id, status);
      if (way) place->second = *std::move(way);
    }
    return place->second;
  }

  galena::lifecycle::Stepper stepper_;
  const galena::lifecycle::Process& process_;
  galena::Instant now_;
  galena::Actor actor_{.user = galena::UserId("import")};
  std::map<std::string, std::vector<std::string>> ways_;
};

}  // namespace

galena::Result<StatusWords> read_status_words(const std::string& path) {
  const auto csv = galena::read_csv_file(path);
  if (!csv) return csv.problems();
  const galena::Table& table = csv->table;
  if (table.columns().size() < 3) {
    return galena::Problem{galena::Code::invalid_argument, "missing_column", path,
                           "'" + path + "' needs the columns word, status, reason", ""};
  }
  StatusWords words;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    words[galena::fold_case(table[0].text(row))] = {std::string(table[1].text(row)),
                                                    std::string(table[2].text(row))};
  }
  return words;
}

Tracking track(const galena::lifecycle::BoundProcess& process, const StatusWords& words,
               const galena::Table& leads, galena::Instant now) {
  Tracking tracking;
  Tracker tracker(process, now);
  const auto status = process.schema().find(process.process().field());
  const StatusMeaning start{process.process().initial().id, {}};
  for (std::size_t row = 0; row < leads.rows(); ++row) {
    const std::string word(status ? leads[*status].text(row) : std::string_view());
    const auto known = words.find(galena::fold_case(word));
    if (known == words.end() && !word.empty()) ++tracking.unknown_words[word];
    tracker.lead(row, leads.row(row), known == words.end() ? start : known->second, tracking);
  }
  return tracking;
}

}  // namespace demo
