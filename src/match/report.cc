#include "galena/base/json_writer.hpp"
#include "galena/match/deduplicate.hpp"

namespace galena::match {

std::string Report::to_json() const {
  JsonWriter out;
  out.begin_object().key("records").value(records).key("pairs_compared").value(pairs_compared);
  out.key("refined_blocks").value(refined_blocks).key("clusters").value(clusters);
  out.key("duplicates").value(duplicates).key("duplicates_per_record").value(duplicates_per_record);
  out.key("left_has_one").value(left_has_one).key("right_has_one").value(right_has_one);
  out.key("training").begin_object().key("rounds").value(std::uint64_t{training.rounds});
  out.key("patterns").value(training.patterns).key("matches").value(training.matches).end_object();
  out.key("blocking").begin_array();
  for (const BlockingSummary& key : blocking) {
    out.begin_object().key("key").value(key.key).key("blocks").value(key.blocks);
    out.key("refined").value(key.refined).key("largest").value(key.largest);
    out.key("compared").value(key.compared).key("found").value(key.found);
    out.key("share").value(key.share).end_object();
  }
  out.end_array().key("seconds").begin_object();
  for (const PhaseSeconds& phase : seconds) out.key(phase.phase).value(phase.seconds);
  out.end_object().key("warnings").begin_array();
  for (const std::string& warning : warnings) out.value(warning);
  out.end_array().end_object();
  return std::move(out).text();
}

}  // namespace galena::match
