// Criteria: conditions on records, built in C++, bound to a schema, evaluated by row. Everything of
// this room that needs no compiled code.
//
//   auto when = galena::field<&Lead::country>() == "DE" && galena::field<&Lead::employees>() >=
//   500; auto predicate = galena::criteria::bind<Lead>(when);
//   predicate->evaluate(galena::row_of(lead), galena::criteria::Context(now)).state
//
// JSON is in criteria/json.hpp, tables in criteria/filter.hpp, zones by name need load_zone.
#pragma once

#include "galena/criteria/bind.hpp"
#include "galena/criteria/builder.hpp"
#include "galena/criteria/describe.hpp"
#include "galena/criteria/expression.hpp"
#include "galena/criteria/logic.hpp"
#include "galena/criteria/operator.hpp"
#include "galena/criteria/predicate.hpp"
#include "galena/criteria/row_reader.hpp"
#include "galena/criteria/zone.hpp"
