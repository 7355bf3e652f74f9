// Owners of the handles of galena.h: each is freed when its owner goes.
#pragma once

#include <galena.h>

#include <memory>
#include <string_view>
#include <utility>

#include "failure.hpp"

namespace galena_command {

template <auto kFree>
struct Free {
  template <class T>
  void operator()(T* handle) const {
    kFree(handle);
  }
};

template <class T, auto kFree>
using Handle = std::unique_ptr<T, Free<kFree>>;

using Buffer = Handle<galena_buffer, galena_buffer_free>;
using Schema = Handle<galena_schema, galena_schema_free>;
using Table = Handle<galena_table, galena_table_free>;
using Expression = Handle<galena_expression, galena_expression_free>;
using RuleSet = Handle<galena_rule_set, galena_rule_set_free>;
using Router = Handle<galena_router, galena_router_free>;
using Process = Handle<galena_process, galena_process_free>;
using Model = Handle<galena_model, galena_model_free>;
using Duplicates = Handle<galena_duplicates, galena_duplicates_free>;
using Links = Handle<galena_links, galena_links_free>;
using Explanation = Handle<galena_explanation, galena_explanation_free>;

/// Calls `function(arguments..., &handle, &error)` and owns what it makes; a failure is thrown with
/// `source` before each problem.
///
///   Table pairs = make<Table>("leads.csv", galena_duplicates_pairs, found.get());
template <class Owner, class Function, class... Arguments>
Owner make(std::string_view source, Function function, Arguments... arguments) {
  typename Owner::pointer handle = nullptr;
  galena_error* error = nullptr;
  const galena_status status = function(arguments..., &handle, &error);
  Owner owner(handle);
  check(status, error, source);
  return owner;
}

[[nodiscard]] inline std::string_view text_of(const Buffer& buffer) {
  return {galena_buffer_data(buffer.get()), galena_buffer_size(buffer.get())};
}

}  // namespace galena_command
