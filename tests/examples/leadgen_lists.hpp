// Generated lists as tests want them: as rows, and as the bytes of a file.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "generator/leadgen.hpp"

namespace galena::examples {

inline std::vector<Lead> make_list(const LeadgenOptions& options) {
  std::vector<Lead> leads;
  LeadGenerator generator(options);
  for (Lead lead; generator.next(lead);) leads.push_back(lead);
  return leads;
}

inline std::string csv_of(const LeadgenOptions& options) {
  std::ostringstream out;
  EXPECT_TRUE(write_leads(out, options));
  return out.str();
}

}  // namespace galena::examples
