// Input: lead and contact lists as tables in the shape of the standard schemas.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/intake/import_formats.hpp"
#include "galena/intake/mapping.hpp"
#include "galena/match/fields.hpp"
#include "galena/record/conform.hpp"
#include "galena/record/csv.hpp"
#include "options.hpp"

namespace demo {

/// A list as it was read and what became of it.
struct List {
  std::string source = {};  ///< file name, or what was generated
  galena::Schema schema = {};
  galena::CsvTable csv = {};
  galena::Mapping mapping = {};
  std::vector<std::string> left_out = {};  ///< columns that can be read in two ways, in words
  galena::ConformedTable conformed = {};
  std::string id_column = {};           ///< "id", or empty: row numbers
  std::vector<std::string> truth = {};  ///< which person each row is, where that is known
};

/// The lead list that the options name or generate.
galena::Result<List> read_leads(const Options& options);

/// The contacts; an empty list when there are none.
galena::Result<List> read_contacts(const Options& options);

/// The columns that say who it is, with what they mean.
galena::match::Fields identity_fields(const List& list);

}  // namespace demo
