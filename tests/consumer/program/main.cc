// Uses what is compiled into the library (CSV, JSON, the batch router), so that linking is tried.
#include <cstdio>
#include <galena/galena.hpp>

int main() {
  const auto leads = galena::read_csv("country,owner\nDE,\nFR,\n");
  const auto rules = galena::assign::parse_rule_set(
      R"({"name": "inbound", "entity": "lead", "default_owner": {"queue": "unassigned"},
          "entries": [{"id": "german", "assign": {"user": "anna"},
                       "when": {"criteria": [{"field": "country", "op": "equals",
                                              "value": "DE"}]}}]})");
  if (!leads || !rules) {
    std::fputs("the list or the rules could not be read\n", stderr);
    return 1;
  }
  if (leads->table.rows() != 2 || rules->entries().size() != 1) {
    std::fputs("the list or the rules were read wrongly\n", stderr);
    return 1;
  }
  std::puts("the library is linked and reads lists and rules");
  return 0;
}
