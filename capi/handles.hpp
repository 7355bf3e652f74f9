// What stands behind the handles of galena.h: values of the C++ library, which share what they are
// made from, so that handles may be freed in any order.
#pragma once

#include <utility>

#include "galena.h"
#include "galena/base/actor.hpp"
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
