// Built-in weights: error rates (m) and chance agreements (u) of contact data, as the literature on
// record linkage gives them (Fellegi and Sunter 1969; Winkler 2006; Contiero and others 2005,
// EpiLink) and as the making of each level suggests; the chance agreement of exact values comes
// from frequencies at run time (term_frequency).
#include "match/presets.hpp"

#include <span>

#include "match/standard_rules.hpp"

namespace galena::match {

namespace {

constexpr bool kByFrequency = true;
constexpr bool kFixed = false;

constexpr double kAgain = kConcentrated;

/// m, u, term frequency; then for each relation of the preset and for each change (none: as
/// unrelated, as unchanged).
struct Row {
  double m;
  double u;
  bool term_frequency;
  std::vector<double> related;
  std::vector<double> changed = {};
};

FieldModel field(Comparison comparison, std::initializer_list<Row> rows) {
  FieldModel model{comparison, {}};
  for (const Row& row : rows) {
    model.levels.push_back({row.m, row.u, row.term_frequency, row.related, row.changed});
  }
  return model;
}

// People. Relations: household, workplace, family business, country, town. Changes: new employer,
// moved.
//
// Same person, same household, same workplace and strangers are rival explanations of what agrees,
// so what tells them apart is what counts: a personal mailbox is one person's (couples and small
// firms that share one are the exception, role mailboxes are no mailbox of a person at all), and
// one person is seldom written under two unlike given names. A blank given name tells nothing for
// any of them.
std::vector<FieldModel> person_fields() {
  return {
      field(Comparison::full_name, {{0.64, 0.0001, kByFrequency, {0.01, 0, 0.01, kAgain, 0}},
                                    {0.08, 0.0001, kByFrequency, {0.002, 0, 0.002, kAgain, 0}},
                                    {0.1, 0.0002, kByFrequency, {0.01, 0, 0.01, kAgain, 0}},
                                    {0.1, 0.0003, kByFrequency, {0.01, 0, 0.01, kAgain, 0}},
                                    {0.006, 0.002, kFixed, {0.7, 0, 0.7, kAgain, 0}},
                                    {0.06, 0.99, kFixed, {0.25, 0, 0.25, 0, 0}}}),
      field(Comparison::first_name, {{0.82, 0.006, kByFrequency, {0.02, 0, 0.02, kAgain, 0}},
                                     {0.06, 0.006, kByFrequency, {0.02, 0, 0.02, kAgain, 0}},
                                     {0.03, 0.002, kFixed, {0.004, 0, 0.004, 0, 0}},
                                     {0.06, 0.002, kFixed, {0.005, 0, 0.005, 0, 0}},
                                     {0.02, 0.015, kFixed, {0.03, 0, 0.03, 0, 0}},
                                     {0.01, 0.0001, kFixed, {0.0001, 0, 0.0001, 0, 0}},
                                     {0.006, 0.96, kFixed, {0.92, 0, 0.92, 0, 0}}}),
      field(Comparison::middle_name, {{0.6, 0.01, kByFrequency, {0.05, 0, 0.05, kAgain, 0}},
                                      {0.25, 0.03, kFixed, {0.06, 0, 0.06, 0, 0}},
                                      {0.08, 0.02, kFixed, {0.03, 0, 0.03, 0, 0}},
                                      {0.07, 0.93, kFixed, {0.85, 0, 0.85, 0, 0}}}),
      field(Comparison::last_name, {{0.8, 0.001, kByFrequency, {0.75, 0, 0.8, kAgain, 0}},
                                    {0.07, 0.001, kByFrequency, {0.03, 0, 0.03, kAgain, 0}},
                                    {0.03, 0.001, kByFrequency, {0.03, 0, 0.03, kAgain, 0}},
                                    {0.02, 0.01, kFixed, {0.01, 0, 0.01, 0, 0}},
                                    {0.5, 0.001, kByFrequency, {0, 0, 0, kAgain, 0}},
                                    {0.06, 0.985, kFixed, {0.2, 0, 0.15, 0, 0}}}),
      field(Comparison::name_suffix,
            {{0.99, 0.6, kFixed, {0.4, 0, 0.4, 0, 0}}, {0.01, 0.4, kFixed, {0.6, 0, 0.6, 0, 0}}}),
      field(Comparison::company,
            {{0.66, 0.0005, kByFrequency, {0.05, 0.72, 0.72, kAgain, 0}, {0.04, 0}},
             {0.09, 0.0005, kByFrequency, {0.01, 0.08, 0.08, kAgain, 0}, {0.01, 0}},
             {0.11, 0.0005, kByFrequency, {0.01, 0.1, 0.1, kAgain, 0}, {0.01, 0}},
             {0.08, 0.001, kByFrequency, {0.01, 0.06, 0.06, kAgain, 0}, {0.02, 0}},
             {0.03, 0.01, kFixed, {0.02, 0.02, 0.02, 0, 0}, {0.03, 0}},
             {0.05, 0.98, kFixed, {0.9, 0.05, 0.05, 0, 0}, {0.89, 0}}}),
      field(Comparison::email,
            {{0.58, 0.00001, kByFrequency, {0.002, 0.0002, 0.004, 0, 0}, {0.12, 0}},
             {0.06, 0.00002, kFixed, {0.01, 0.001, 0.005, 0, 0}, {0.03, 0}},
             {0.06, 0.00001, kFixed, {0.002, 0.002, 0.01, 0, 0}, {0.02, 0}},
             {0.08, 0.04, kFixed, {0.02, 0.001, 0.01, 0, 0}, {0.25, 0}},
             {0.08, 0.002, kFixed, {0.05, 0.9, 0.85, 0, 0}, {0.01, 0}},
             {0.2, 0.99, kFixed, {0.88, 0.1, 0.1, 0, 0}, {0.58, 0}}}),
      field(Comparison::phone,
            {{0.66, 0.00001, kByFrequency, {0.5, 0.35, 0.5, 0, 0}, {0.25, 0.55}},
             {0.05, 0.00001, kByFrequency, {0.04, 0.03, 0.04, 0, 0}, {0.02, 0.04}},
             {0.06, 0.00002, kFixed, {0.01, 0.08, 0.08, 0, 0}, {0.02, 0.03}},
             {0.23, 0.99, kFixed, {0.45, 0.55, 0.4, 0, 0}, {0.71, 0.38}}}),
      field(Comparison::website, {{0.9, 0.001, kByFrequency, {0.05, 0.9, 0.9, 0, 0}, {0.05, 0}},
                                  {0.1, 0.99, kFixed, {0.95, 0.1, 0.1, 0, 0}, {0.95, 0}}}),
      field(Comparison::street,
            {{0.6, 0.0001, kByFrequency, {0.75, 0.7, 0.75, kAgain, kAgain}, {0.05, 0.02}},
             {0.16, 0.0001, kByFrequency, {0.12, 0.1, 0.12, kAgain, kAgain}, {0.01, 0.01}},
             {0.05, 0.001, kByFrequency, {0.02, 0.02, 0.02, kAgain, kAgain}, {0.01, 0.01}},
             {0.02, 0.0002, kFixed, {0.02, 0.05, 0.02, kAgain, kAgain}, {0.01, 0.03}},
             {0.04, 0.03, kFixed, {0.02, 0.02, 0.02, kAgain, 0.06}, {0.03, 0.04}},
             {0.05, 0.03, kFixed, {0.03, 0.03, 0.03, 0, 0.05}, {0.04, 0.04}},
             {0.08, 0.93, kFixed, {0.06, 0.1, 0.06, 0, 0.8}, {0.85, 0.85}}}),
      field(Comparison::unit, {{0.5, 0.01, kByFrequency, {0.5, 0.4, 0.5, 0, 0}, {0.05, 0.05}},
                               {0.15, 0.01, kFixed, {0.15, 0.1, 0.15, 0, 0}, {0.02, 0.02}},
                               {0.08, 0.02, kFixed, {0.08, 0.05, 0.08, 0, 0}, {0.03, 0.03}},
                               {0.05, 0.05, kFixed, {0.05, 0.05, 0.05, 0, 0}, {0.05, 0.05}},
                               {0.22, 0.9, kFixed, {0.22, 0.4, 0.22, 0, 0}, {0.85, 0.85}}}),
      field(Comparison::city,
            {{0.82, 0.01, kByFrequency, {0.88, 0.8, 0.85, kAgain, 0.95}, {0.4, 0.35}},
             {0.1, 0.005, kFixed, {0.06, 0.06, 0.06, kAgain, 0.03}, {0.06, 0.06}},
             {0.08, 0.98, kFixed, {0.06, 0.14, 0.09, 0, 0.02}, {0.54, 0.59}}}),
      field(Comparison::region,
            {{0.94, 0.05, kByFrequency, {0.97, 0.9, 0.95, kAgain, 0.97}, {0.7, 0.75}},
             {0.06, 0.95, kFixed, {0.03, 0.1, 0.05, 0, 0.03}, {0.3, 0.25}}}),
      field(Comparison::postal_code,
            {{0.8, 0.001, kByFrequency, {0.85, 0.8, 0.85, kAgain, kAgain}, {0.12, 0.1}},
             {0.08, 0.003, kFixed, {0.05, 0.05, 0.05, kAgain, kAgain}, {0.03, 0.03}},
             {0.05, 0.02, kFixed, {0.04, 0.05, 0.04, kAgain, 0.5}, {0.15, 0.15}},
             {0.07, 0.97, kFixed, {0.06, 0.1, 0.06, 0, 0.4}, {0.7, 0.72}}}),
      field(Comparison::country,
            {{0.97, 0.3, kByFrequency, {0.99, 0.95, 0.99, 0.97, 0.99}, {0.92, 0.96}},
             {0.03, 0.7, kFixed, {0.01, 0.05, 0.01, 0.03, 0.01}, {0.08, 0.04}}}),
      field(Comparison::birth_date, {{0.8, 0.00004, kByFrequency, {0.005, 0, 0.005, 0, 0}},
                                     {0.03, 0.00003, kFixed, {}},
                                     {0.08, 0.0015, kFixed, {}},
                                     {0.04, 0.003, kFixed, {}},
                                     {0.01, 0.05, kFixed, {0.05, 0, 0.05, 0, 0}},
                                     {0.04, 0.945, kFixed, {0.94, 0, 0.94, 0, 0}}}),
      field(Comparison::date,
            {{0.4, 0.01, kByFrequency, {}}, {0.15, 0.1, kFixed, {}}, {0.45, 0.89, kFixed, {}}}),
      field(Comparison::identifier, {{0.8, 0.00001, kByFrequency, {0.005, 0.01, 0.01, 0, 0}},
                                     {0.08, 0.00001, kFixed, {0.0005, 0.0005, 0.0005, 0, 0}},
                                     {0.12, 0.999, kFixed, {0.995, 0.99, 0.99, 0, 0}}}),
      field(Comparison::category, {{0.25, 0.35, kByFrequency, {0, 0.5, 0.5, 0, 0}},
                                   {0.5, 0.65, kFixed, {0, 0.5, 0.5, 0, 0}}}),
      field(Comparison::number, {{0.5, 0.06, kFixed, {0, 0.7, 0.7, 0, 0}, {0.08, 0}},
                                 {0.08, 0.04, kFixed, {0, 0.06, 0.06, 0, 0}, {0.04, 0}},
                                 {0.08, 0.08, kFixed, {0, 0.06, 0.06, 0, 0}, {0.08, 0}},
                                 {0.34, 0.82, kFixed, {0, 0.2, 0.2, 0, 0}, {0.8, 0}}}),
      field(Comparison::text, {{0.35, 0.001, kByFrequency, {0.2, 0.2, 0.2, kAgain, 0}},
                               {0.15, 0.001, kByFrequency, {0.1, 0.1, 0.1, kAgain, 0}},
                               {0.1, 0.01, kByFrequency, {0.1, 0.1, 0.1, kAgain, 0}},
                               {0.08, 0.06, kFixed, {}},
                               {0.35, 0.92, kFixed, {}}}),
  };
}

/// Companies: their name is what is individual, their place and telephone may be shared.
std::vector<FieldModel> account_fields() {
  return {
      field(Comparison::company, {{0.62, 0.0005, kByFrequency, {0, 0.05, kAgain, 0}},
                                  {0.11, 0.0005, kByFrequency, {0, 0.02, kAgain, 0}},
                                  {0.13, 0.0005, kByFrequency, {0, 0.1, kAgain, 0}},
                                  {0.06, 0.001, kByFrequency, {0.005, 0.35, kAgain, 0}},
                                  {0.04, 0.01, kFixed, {0.03, 0.25, 0, 0}},
                                  {0.04, 0.98, kFixed, {0.96, 0.2, 0, 0}}}),
      field(Comparison::email, {{0.55, 0.00001, kByFrequency, {0.05, 0.15, 0, 0}},
                                {0.06, 0.0005, kFixed, {0.001, 0.03, 0, 0}},
                                {0.05, 0.000005, kFixed, {0.001, 0.02, 0, 0}},
                                {0.02, 0.001, kFixed, {0.001, 0.02, 0, 0}},
                                {0.14, 0.001, kFixed, {0.1, 0.6, 0, 0}},
                                {0.2, 0.99, kFixed, {0.85, 0.2, 0, 0}}}),
      field(Comparison::phone, {{0.72, 0.00001, kByFrequency, {0.25, 0.15, 0, 0}, {0.4}},
                                {0.05, 0.00001, kByFrequency, {0.02, 0.02, 0, 0}, {0.04}},
                                {0.05, 0.00002, kFixed, {0.03, 0.03, 0, 0}, {0.03}},
                                {0.18, 0.99, kFixed, {0.7, 0.8, 0, 0}, {0.53}}}),
      field(Comparison::website, {{0.88, 0.0005, kByFrequency, {0.1, 0.7, 0, 0}},
                                  {0.12, 0.99, kFixed, {0.9, 0.3, 0, 0}}}),
      field(Comparison::street, {{0.62, 0.0001, kByFrequency, {0.85, 0.1, kAgain, kAgain}, {0.03}},
                                 {0.18, 0.0001, kByFrequency, {0.1, 0.02, kAgain, kAgain}, {0.01}},
                                 {0.05, 0.001, kByFrequency, {0.01, 0.01, kAgain, kAgain}, {0.01}},
                                 {0.02, 0.0002, kFixed, {0.03, 0.01, kAgain, kAgain}, {0.02}},
                                 {0.04, 0.03, kFixed, {0.005, 0.03, kAgain, 0.06}, {0.04}},
                                 {0.04, 0.03, kFixed, {0.005, 0.03, 0, 0.05}, {0.04}},
                                 {0.05, 0.93, kFixed, {0.01, 0.8, 0, 0.8}, {0.85}}}),
      field(Comparison::city, {{0.82, 0.01, kByFrequency, {0.92, 0.3, kAgain, 0.95}, {0.5}},
                               {0.1, 0.005, kFixed, {0.06, 0.03, kAgain, 0.03}, {0.08}},
                               {0.08, 0.98, kFixed, {0.02, 0.67, 0, 0.02}, {0.42}}}),
      field(Comparison::region, {{0.94, 0.05, kByFrequency, {0.98, 0.4, kAgain, 0.97}, {0.85}},
                                 {0.06, 0.95, kFixed, {0.02, 0.6, 0, 0.03}, {0.15}}}),
      field(Comparison::postal_code,
            {{0.8, 0.001, kByFrequency, {0.88, 0.1, kAgain, kAgain}, {0.15}},
             {0.08, 0.003, kFixed, {0.05, 0.02, kAgain, kAgain}, {0.03}},
             {0.05, 0.02, kFixed, {0.04, 0.1, kAgain, 0.5}, {0.22}},
             {0.07, 0.97, kFixed, {0.03, 0.78, 0, 0.4}, {0.6}}}),
      field(Comparison::country, {{0.97, 0.3, kByFrequency, {0.99, 0.7, 0.97, 0.99}, {0.97}},
                                  {0.03, 0.7, kFixed, {0.01, 0.3, 0.03, 0.01}, {0.03}}}),
      field(Comparison::identifier, {{0.85, 0.00001, kByFrequency, {0.005, 0.01, 0, 0}},
                                     {0.05, 0.00001, kFixed, {0.0005, 0.0005, 0, 0}},
                                     {0.1, 0.999, kFixed, {0.995, 0.99, 0, 0}}}),
      field(Comparison::category, {{0.25, 0.35, kByFrequency, {}}, {0.5, 0.65, kFixed, {}}}),
      field(Comparison::number, {{0.5, 0.06, kFixed, {}},
                                 {0.08, 0.04, kFixed, {}},
                                 {0.08, 0.08, kFixed, {}},
                                 {0.34, 0.82, kFixed, {}}}),
      field(Comparison::text, {{0.35, 0.001, kByFrequency, {0, 0, kAgain, 0}},
                               {0.15, 0.001, kByFrequency, {0, 0, kAgain, 0}},
                               {0.1, 0.01, kByFrequency, {0, 0, kAgain, 0}},
                               {0.08, 0.06, kFixed, {}},
                               {0.35, 0.92, kFixed, {}}}),
  };
}

/// `special`, and those of `fields` that are not there and are no one's person.
std::vector<FieldModel> without_persons(std::vector<FieldModel> fields,
                                        std::vector<FieldModel> special) {
  for (FieldModel& field : fields) {
    if (field.comparison != Comparison::unit && field.comparison != Comparison::date) continue;
    for (LevelModel& level : field.levels) {
      level.related.clear();  // the relations and changes are others
      level.changed.clear();
    }
    special.push_back(std::move(field));
  }
  return special;
}

}  // namespace

ModelData preset_data(Preset preset) {
  ModelData data;
  data.preset = preset_name(preset);
  data.fields = person_fields();
  const Relation country{"country", 0, 0.7, Comparison::country};
  const Relation town{"town", 0, 0.01, Comparison::city};
  if (preset == Preset::account) {
    data.relations = {{"site", 0.3, 0, {}}, {"group", 0.3, 0, {}}, country, town};
    data.changes = {{"moved", 0.03}};
    data.fields = without_persons(std::move(data.fields), account_fields());
  } else {
    const bool private_people = preset == Preset::person;
    data.relations = {{"household", 0.3, 0, {}},
                      {"workplace", private_people ? 0.1 : 1.0, 0, {}},
                      {"family business", 0.05, 0, {}},
                      country,
                      town};
    data.changes = {{"new employer", private_people ? 0.03 : 0.08}, {"moved", 0.06}};
  }
  if (preset == Preset::crm_standard_rules) data.rules = standard_rules();
  for (FieldModel& field : data.fields) {
    for (LevelModel& level : field.levels) {
      level.related.resize(data.relations.size());
      level.changed.resize(data.changes.size());
    }
  }
  return data;
}

}  // namespace galena::match
