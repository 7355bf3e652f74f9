// The JSON form of linter and verifier findings, one for all definitions.
#pragma once

#include <string>
#include <vector>

#include "galena/base/json_writer.hpp"
#include "galena/record/schema_json.hpp"

namespace galena::capi {

inline std::string findings_json(const std::vector<Finding>& findings) {
  JsonWriter json;
  json.begin_array();
  for (const Finding& finding : findings) {
    json.begin_object().key("code").value(finding.code).key("severity").value(finding.severity);
    json.key("pointer").value(finding.pointer).key("message").value(finding.message);
    json.key("witness").value(finding.witness).end_object();
  }
  json.end_array();
  return std::move(json).text();
}

}  // namespace galena::capi
