// Built-in weights: error rates (m) and chance agreements (u) of contact data, as the literature on
// record linkage gives them (Fellegi and Sunter 1969; Winkler 2006; Contiero and others 2005, EpiLink)
// and as the making of each level suggests; the chance agreement of exact values comes from
// frequencies at run time (term_frequency).
#include "match/presets.hpp"

#include <span>

namespace galena::match {

namespace {

constexpr bool kByFrequency = true;
constexpr bool kFixed = false;

/// m, u, term frequency, then for each relation of the preset (0: as unrelated).
struct Row {
  double m;
  double u;
  bool term_frequency;
  double first;   // people: household; accounts: one site
  double second;  // people: workplace; accounts: one group of companies
};

FieldModel field(Comparison comparison, std::initializer_list<Row> rows) {
  FieldModel model{comparison, {}};
  for (const Row& row : rows) {
    model.levels.push_back({row.m, row.u, row.term_frequency, {row.first, row.second}});
  }
  return model;
}

std::vector<FieldModel> person_fields() {
  return {
      field(Comparison::full_name, {{0.62, 0.0001, kByFrequency, 0.01, 0},
                                    {0.08, 0.0001, kByFrequency, 0.002, 0},
                                    {0.10, 0.0002, kByFrequency, 0.01, 0},
                                    {0.10, 0.0003, kByFrequency, 0.01, 0},
                                    {0.02, 0.002, kFixed, 0.70, 0},
                                    {0.06, 0.99, kFixed, 0.25, 0}}),
      field(Comparison::first_name, {{0.80, 0.006, kByFrequency, 0.02, 0},
                                     {0.06, 0.006, kByFrequency, 0.02, 0},
                                     {0.03, 0.002, kFixed, 0.004, 0},
                                     {0.06, 0.002, kFixed, 0.005, 0},
                                     {0.02, 0.015, kFixed, 0.03, 0},
                                     {0.01, 0.0001, kFixed, 0.0001, 0},
                                     {0.03, 0.96, kFixed, 0.92, 0}}),
      field(Comparison::middle_name, {{0.60, 0.01, kByFrequency, 0.05, 0},
                                      {0.25, 0.03, kFixed, 0.06, 0},
                                      {0.08, 0.02, kFixed, 0.03, 0},
                                      {0.07, 0.93, kFixed, 0.85, 0}}),
      field(Comparison::last_name, {{0.80, 0.001, kByFrequency, 0.75, 0},
                                    {0.07, 0.001, kByFrequency, 0.03, 0},
                                    {0.03, 0.001, kByFrequency, 0.03, 0},
                                    {0.02, 0.01, kFixed, 0.01, 0},
                                    {0.50, 0.001, kByFrequency, 0, 0},
                                    {0.06, 0.985, kFixed, 0.20, 0}}),
      field(Comparison::name_suffix,
            {{0.95, 0.60, kFixed, 0.40, 0}, {0.02, 0.40, kFixed, 0.60, 0}}),
      field(Comparison::company, {{0.55, 0.0005, kByFrequency, 0.05, 0.72},
                                  {0.08, 0.0005, kByFrequency, 0.01, 0.08},
                                  {0.10, 0.0005, kByFrequency, 0.01, 0.10},
                                  {0.08, 0.001, kByFrequency, 0.01, 0.06},
                                  {0.04, 0.01, kFixed, 0.02, 0.02},
                                  {0.15, 0.98, kFixed, 0.90, 0.05}}),
      field(Comparison::email, {{0.55, 0.00001, kByFrequency, 0.06, 0.03},
                                {0.06, 0.00002, kFixed, 0.01, 0.001},
                                {0.06, 0.000002, kFixed, 0.002, 0.002},
                                {0.08, 0.002, kFixed, 0.05, 0.90},
                                {0.25, 0.99, kFixed, 0.88, 0.10}}),
      field(Comparison::phone, {{0.65, 0.00001, kByFrequency, 0.50, 0.35},
                                {0.05, 0.00001, kByFrequency, 0.04, 0.03},
                                {0.06, 0.00002, kFixed, 0.01, 0.08},
                                {0.24, 0.99, kFixed, 0.45, 0.55}}),
      field(Comparison::website,
            {{0.85, 0.001, kByFrequency, 0.05, 0.90}, {0.15, 0.99, kFixed, 0.95, 0.10}}),
      field(Comparison::street, {{0.55, 0.0001, kByFrequency, 0.75, 0.70},
                                 {0.15, 0.0001, kByFrequency, 0.12, 0.10},
                                 {0.04, 0.001, kByFrequency, 0.02, 0.02},
                                 {0.02, 0.0002, kFixed, 0.02, 0.05},
                                 {0.05, 0.03, kFixed, 0.02, 0.02},
                                 {0.06, 0.03, kFixed, 0.03, 0.03},
                                 {0.13, 0.93, kFixed, 0.06, 0.10}}),
      field(Comparison::unit, {{0.50, 0.01, kByFrequency, 0.50, 0.40},
                               {0.15, 0.01, kFixed, 0.15, 0.10},
                               {0.08, 0.02, kFixed, 0.08, 0.05},
                               {0.05, 0.05, kFixed, 0.05, 0.05},
                               {0.22, 0.90, kFixed, 0.22, 0.40}}),
      field(Comparison::city, {{0.78, 0.01, kByFrequency, 0.88, 0.80},
                               {0.10, 0.005, kFixed, 0.06, 0.06},
                               {0.12, 0.98, kFixed, 0.06, 0.14}}),
      field(Comparison::region,
            {{0.93, 0.05, kByFrequency, 0.97, 0.90}, {0.07, 0.95, kFixed, 0.03, 0.10}}),
      field(Comparison::postal_code, {{0.75, 0.001, kByFrequency, 0.85, 0.80},
                                      {0.08, 0.003, kFixed, 0.05, 0.05},
                                      {0.06, 0.02, kFixed, 0.04, 0.05},
                                      {0.11, 0.97, kFixed, 0.06, 0.10}}),
      field(Comparison::country,
            {{0.97, 0.3, kByFrequency, 0.99, 0.95}, {0.03, 0.7, kFixed, 0.01, 0.05}}),
      field(Comparison::birth_date, {{0.80, 0.00004, kByFrequency, 0.005, 0},
                                     {0.03, 0.00003, kFixed, 0, 0},
                                     {0.08, 0.0015, kFixed, 0, 0},
                                     {0.04, 0.003, kFixed, 0, 0},
                                     {0.01, 0.05, kFixed, 0.05, 0},
                                     {0.04, 0.945, kFixed, 0.94, 0}}),
      field(Comparison::date, {{0.50, 0.01, kByFrequency, 0, 0},
                               {0.15, 0.10, kFixed, 0, 0},
                               {0.35, 0.89, kFixed, 0, 0}}),
      field(Comparison::identifier, {{0.80, 0.00001, kByFrequency, 0.005, 0.01},
                                     {0.08, 0.00001, kFixed, 0.0005, 0.0005},
                                     {0.12, 0.999, kFixed, 0.995, 0.99}}),
      field(Comparison::category, {{0.75, 0.35, kFixed, 0, 0}, {0.25, 0.65, kFixed, 0, 0}}),
      field(Comparison::number, {{0.60, 0.06, kFixed, 0, 0},
                                 {0.08, 0.04, kFixed, 0, 0},
                                 {0.08, 0.08, kFixed, 0, 0},
                                 {0.24, 0.82, kFixed, 0, 0}}),
      field(Comparison::text, {{0.50, 0.001, kByFrequency, 0, 0},
                               {0.15, 0.001, kByFrequency, 0, 0},
                               {0.10, 0.01, kFixed, 0, 0},
                               {0.08, 0.06, kFixed, 0, 0},
                               {0.17, 0.92, kFixed, 0, 0}}),
  };
}

/// Companies: their name is what is individual, their place and telephone may be shared.
std::vector<FieldModel> account_fields() {
  return {
      field(Comparison::company, {{0.60, 0.0005, kByFrequency, 0, 0.05},
                                  {0.10, 0.0005, kByFrequency, 0, 0.02},
                                  {0.12, 0.0005, kByFrequency, 0, 0.10},
                                  {0.07, 0.001, kByFrequency, 0.005, 0.35},
                                  {0.05, 0.01, kFixed, 0.03, 0.25},
                                  {0.06, 0.98, kFixed, 0.96, 0.20}}),
      field(Comparison::email, {{0.55, 0.00001, kByFrequency, 0.05, 0.15},
                                {0.06, 0.0005, kFixed, 0.001, 0.03},
                                {0.05, 0.000005, kFixed, 0.001, 0.02},
                                {0.14, 0.001, kFixed, 0.10, 0.60},
                                {0.20, 0.99, kFixed, 0.85, 0.20}}),
      field(Comparison::phone, {{0.70, 0.00001, kByFrequency, 0.25, 0.15},
                                {0.05, 0.00001, kByFrequency, 0.02, 0.02},
                                {0.05, 0.00002, kFixed, 0.03, 0.03},
                                {0.20, 0.99, kFixed, 0.70, 0.80}}),
      field(Comparison::website,
            {{0.88, 0.0005, kByFrequency, 0.10, 0.70}, {0.12, 0.99, kFixed, 0.90, 0.30}}),
      field(Comparison::street, {{0.60, 0.0001, kByFrequency, 0.85, 0.10},
                                 {0.17, 0.0001, kByFrequency, 0.10, 0.02},
                                 {0.04, 0.001, kByFrequency, 0.01, 0.01},
                                 {0.02, 0.0002, kFixed, 0.03, 0.01},
                                 {0.04, 0.03, kFixed, 0.005, 0.03},
                                 {0.05, 0.03, kFixed, 0.005, 0.03},
                                 {0.08, 0.93, kFixed, 0.01, 0.80}}),
      field(Comparison::identifier, {{0.85, 0.00001, kByFrequency, 0.005, 0.01},
                                     {0.05, 0.00001, kFixed, 0.0005, 0.0005},
                                     {0.10, 0.999, kFixed, 0.995, 0.99}}),
  };
}

/// Puts `special` in place of the fields of the same comparison.
std::vector<FieldModel> overlay(std::vector<FieldModel> fields, const std::vector<FieldModel>& special) {
  for (const FieldModel& field : special) {
    for (FieldModel& place : fields) {
      if (place.comparison == field.comparison) place = field;
    }
  }
  return fields;
}

}  // namespace

ModelData preset_data(Preset preset) {
  ModelData data;
  data.preset = preset_name(preset);
  data.groups = {{"place",
                  {Comparison::street, Comparison::city, Comparison::region, Comparison::postal_code,
                   Comparison::country},
                  0.4},
                 {"organisation", {Comparison::company, Comparison::website}, 0.5}};
  data.fields = person_fields();
  if (preset == Preset::account) {
    data.relations = {{"site", 0.3}, {"group", 0.3}};
    data.fields = overlay(std::move(data.fields), account_fields());
  } else {
    data.relations = {{"household", 0.3}, {"workplace", preset == Preset::person ? 0.1 : 1.0}};
  }
  return data;
}

}  // namespace galena::match
