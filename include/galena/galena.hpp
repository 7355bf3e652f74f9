#pragma once

/// Everything of galena, for hosts that do not mind the price (a test holds it below two seconds).
/// A host that does includes the headers it uses; each reads and compiles alone.

#include <galena/base/actor.hpp>
#include <galena/base/decimal.hpp>
#include <galena/base/decision.hpp>
#include <galena/base/id.hpp>
#include <galena/base/instant.hpp>
#include <galena/base/json_writer.hpp>
#include <galena/base/local_text.hpp>
#include <galena/base/order.hpp>
#include <galena/base/progress.hpp>
#include <galena/base/result.hpp>
#include <galena/base/sha256.hpp>
#include <galena/base/utf8.hpp>
#include <galena/base/value.hpp>

#include <galena/record/arrow.hpp>
#include <galena/record/column.hpp>
#include <galena/record/conform.hpp>
#include <galena/record/convert.hpp>
#include <galena/record/csv.hpp>
#include <galena/record/date_order.hpp>
#include <galena/record/email.hpp>
#include <galena/record/formats.hpp>
#include <galena/record/kind.hpp>
#include <galena/record/record.hpp>
#include <galena/record/row_view.hpp>
#include <galena/record/schema.hpp>
#include <galena/record/schema_json.hpp>
#include <galena/record/suggest_kind.hpp>
#include <galena/record/table.hpp>
#include <galena/record/traits.hpp>
#include <galena/record/validate.hpp>

#include <galena/criteria/bind.hpp>
#include <galena/criteria/builder.hpp>
#include <galena/criteria/criteria.hpp>
#include <galena/criteria/days.hpp>
#include <galena/criteria/describe.hpp>
#include <galena/criteria/distance.hpp>
#include <galena/criteria/expression.hpp>
#include <galena/criteria/filter.hpp>
#include <galena/criteria/first_match.hpp>
#include <galena/criteria/json.hpp>
#include <galena/criteria/lint.hpp>
#include <galena/criteria/logic.hpp>
#include <galena/criteria/number.hpp>
#include <galena/criteria/operand.hpp>
#include <galena/criteria/operator.hpp>
#include <galena/criteria/predicate.hpp>
#include <galena/criteria/row_reader.hpp>
#include <galena/criteria/test.hpp>
#include <galena/criteria/zone.hpp>

#include <galena/lifecycle/audit.hpp>
#include <galena/lifecycle/bound_process.hpp>
#include <galena/lifecycle/definition.hpp>
#include <galena/lifecycle/diagram.hpp>
#include <galena/lifecycle/events_between.hpp>
#include <galena/lifecycle/instance.hpp>
#include <galena/lifecycle/process.hpp>
#include <galena/lifecycle/process_json.hpp>
#include <galena/lifecycle/replay.hpp>
#include <galena/lifecycle/status.hpp>
#include <galena/lifecycle/step.hpp>
#include <galena/lifecycle/step_result.hpp>
#include <galena/lifecycle/transition.hpp>
#include <galena/lifecycle/verify.hpp>

#include <galena/match/deduplicate.hpp>
#include <galena/match/explanation.hpp>
#include <galena/match/fields.hpp>
#include <galena/match/index.hpp>
#include <galena/match/match.hpp>
#include <galena/match/model.hpp>
#include <galena/match/normalise.hpp>
#include <galena/match/similarity.hpp>

#include <galena/assign/assign.hpp>
#include <galena/assign/assignment.hpp>
#include <galena/assign/batch.hpp>
#include <galena/assign/bound_rules.hpp>
#include <galena/assign/difference.hpp>
#include <galena/assign/explanation.hpp>
#include <galena/assign/json.hpp>
#include <galena/assign/lint.hpp>
#include <galena/assign/pool.hpp>
#include <galena/assign/router.hpp>
#include <galena/assign/router_state.hpp>
#include <galena/assign/rule_set.hpp>
#include <galena/assign/target.hpp>
#include <galena/assign/turns.hpp>

#include <galena/intake/import_formats.hpp>
#include <galena/intake/mapping.hpp>
