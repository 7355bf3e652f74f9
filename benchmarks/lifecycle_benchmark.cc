// Steps a second on the shipped lead path: bound once with one Stepper, and the conveniences beside
// it.
#include <benchmark/benchmark.h>

#include <array>
#include <stdexcept>
#include <string>

#include "galena/lifecycle/process_json.hpp"
#include "galena/lifecycle/step.hpp"
#include "galena/lifecycle/verify.hpp"
#include "galena/record/record.hpp"
#include "galena/record/schema_json.hpp"

namespace galena::lifecycle {
namespace {

struct Work {
  Process process = standard_process("lead").value();
  Record lead = Record(standard_schema("lead").value());
  BoundProcess bound = bind(process, lead.schema()).value();
  Actor actor{.user = UserId("u1"), .roles = {"rep"}};
  Instant now = *parse_instant("2026-11-22T08:00:00Z");

  Work() {
    for (const auto& [field, value] :
         {std::pair{"last_name", "Kim"}, {"company", "Acme"}, {"email", "kim@acme.example"}}) {
      if (!lead.set(field, value).ok()) throw std::logic_error(field);
    }
  }
};

/// A working day of a lead: seven accepted steps, one with a guard, one with a reason.
constexpr std::array<std::string_view, 7> kEvents = {"attempt", "contact", "wait",  "contact",
                                                     "qualify", "abandon", "return"};

std::string_view reason_of(std::string_view event) {
  return event == "abandon" ? "no_need" : event == "return" ? "reply" : "";
}

void BM_Steps(benchmark::State& state) {
  const Work work;
  Stepper stepper(work.bound);
  const RowView row = row_of(work.lead);
  Instance instance = work.process.start(RecordId("l1"), work.now);
  std::size_t next = 0;
  for (auto _ : state) {
    const std::string_view event = kEvents[next];
    StepResult result = stepper.step(
        instance, row,
        {.event = event, .actor = work.actor, .now = work.now, .reason = reason_of(event)});
    if (!result.accepted) throw std::logic_error(result.rejection.message);
    instance = std::move(result.instance);
    next = (next + 1) % kEvents.size();
    if (next == 0) next = 1;  // returned leads are in "attempted"
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_Steps);

void BM_RejectedSteps(benchmark::State& state) {
  const Work work;
  Stepper stepper(work.bound);
  const Instance instance = work.process.start(RecordId("l1"), work.now);
  for (auto _ : state) {
    benchmark::DoNotOptimize(stepper.step(
        instance, row_of(work.lead), {.event = "abandon", .actor = work.actor, .now = work.now}));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_RejectedSteps);

void BM_Available(benchmark::State& state) {
  const Work work;
  Stepper stepper(work.bound);
  const Instance instance = work.process.start(RecordId("l1"), work.now);
  for (auto _ : state) {
    benchmark::DoNotOptimize(stepper.available(instance, row_of(work.lead), work.actor, work.now));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_Available);

void BM_StepOfAnUnboundProcess(benchmark::State& state) {
  const Work work;
  const Instance instance = work.process.start(RecordId("l1"), work.now);
  for (auto _ : state) {
    benchmark::DoNotOptimize(step(work.process, instance, work.lead,
                                  {.event = "attempt", .actor = work.actor, .now = work.now}));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_StepOfAnUnboundProcess);

void BM_ParseTheLeadProcess(benchmark::State& state) {
  const std::string text = standard_process("lead")->to_json();
  for (auto _ : state) benchmark::DoNotOptimize(parse_process(text));
}
BENCHMARK(BM_ParseTheLeadProcess);

void BM_VerifyTheLeadProcess(benchmark::State& state) {
  const Process process = standard_process("lead").value();
  for (auto _ : state) benchmark::DoNotOptimize(verify(process));
}
BENCHMARK(BM_VerifyTheLeadProcess);

}  // namespace
}  // namespace galena::lifecycle
