// Handles of models and explanations, and field lists, which duplicates and the live index share.
#pragma once

#include <cstddef>
#include <string>

#include "galena.h"
#include "galena/match/explanation.hpp"
#include "galena/match/fields.hpp"
#include "galena/match/model.hpp"

struct galena_model {
  galena::match::Model model;
  std::string json;
};

struct galena_explanation {
  galena::match::Explanation explanation;
  std::string text;
  std::string json;
};

namespace galena::capi {

galena_model* model_of(match::Model model);
galena_explanation* explanation_of(match::Explanation explanation);

/// {"column": "kind", ...}; nothing for empty text. Refused for what is no such object.
match::Fields read_fields(const char* data, std::size_t size, const char* name);
std::string fields_json(const match::Fields& fields);

}  // namespace galena::capi
