// What stands behind the handles of galena.h: values of the C++ library, which share what they are
// made from, so that handles may be freed in any order.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "galena.h"
#include "galena/base/actor.hpp"
#include "galena/base/decision.hpp"
#include "galena/record/record.hpp"
#include "galena/record/schema.hpp"
#include "galena/record/table.hpp"

struct galena_actor {
  galena::Actor actor;
};

struct galena_schema {
  galena::Schema schema;
};

struct galena_record {
  galena::Record record;
};

struct galena_table {
  galena::Table table;
  galena::Table errors;  ///< what was left out when it was read or conformed
};

struct galena_decision {
  galena::Decision decision;
  std::string json;
  std::string digest;
  std::vector<std::pair<std::string, std::string>> changes;  ///< field, text of the new value
};

namespace galena::capi {

galena_decision* make_decision(Decision decision);

/// Refused "other_schema" unless both are the same schema.
void need_schema(const Schema& given, const Schema& wanted, const char* name);

/// Refused "other_columns" unless the table's first columns are the schema's fields.
void need_columns(const Table& table, const Schema& schema);

}  // namespace galena::capi
