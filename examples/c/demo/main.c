/* galena_demo_c: the main job through the C API: import, duplicates, contacts, routing, tracking.
 *
 *   galena_demo_c LEADS.csv CONTACTS.csv ROUTING.json STATUSES.csv DECISIONS
 *
 * Writes a line for every decision, the same as galena_demo --decisions, and prints their number.
 */
#include <galena.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOW INT64_C(1767603600000000) /* 2026-01-05T09:00:00Z */

static const char kLeadFields[] =
    "{\"first_name\":\"first_name\",\"last_name\":\"last_name\",\"company\":\"company\","
    "\"email\":\"email\",\"phone\":\"phone\",\"mobile\":\"phone\",\"website\":\"website\","
    "\"street\":\"street\",\"city\":\"city\",\"region\":\"region\","
    "\"postal_code\":\"postal_code\",\"country\":\"country\",\"created_at\":\"created\"}";
/* A contact's account is its company; a lead's account is another record. */
static const char kContactFields[] =
    "{\"first_name\":\"first_name\",\"last_name\":\"last_name\",\"email\":\"email\","
    "\"phone\":\"phone\",\"mobile\":\"phone\",\"street\":\"street\",\"city\":\"city\","
    "\"region\":\"region\",\"postal_code\":\"postal_code\",\"country\":\"country\","
    "\"created_at\":\"created\",\"account\":\"company\"}";

/* Ends the program with every problem of an error. */
static void check(galena_status status, galena_error *error) {
  size_t i;
  if (status == GALENA_OK) return;
  for (i = 0; i < galena_error_count(error); ++i) {
    fprintf(stderr, "galena_demo_c: %s %s: %s\n", galena_status_name(status),
            galena_error_subject(error, i), galena_error_message(error, i));
  }
  galena_error_free(error);
  exit(2);
}

/* A file as text; the caller frees it. */
static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  char *text = NULL;
  long length;
  if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (length = ftell(file)) < 0) {
    fprintf(stderr, "galena_demo_c: cannot read '%s'\n", path);
    exit(2);
  }
  rewind(file);
  text = malloc((size_t)length + 1);
  if (text == NULL || fread(text, 1, (size_t)length, file) != (size_t)length) {
    fprintf(stderr, "galena_demo_c: cannot read '%s'\n", path);
    exit(2);
  }
  fclose(file);
  *size = (size_t)length;
  return text;
}

/* A list in the shape of a standard schema, its columns mapped as the library suggests. Times that
 * name no offset are in UTC. */
static galena_table *read_list(const char *path, const char *entity, galena_schema **schema) {
  galena_error *error = NULL;
  galena_table *csv = NULL;
  galena_table *list = NULL;
  galena_import_options options;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.has_utc_offset = 1;
  check(galena_schema_standard(entity, strlen(entity), schema, &error), error);
  check(galena_table_read_csv(path, strlen(path), NULL, &csv, &error), error);
  check(galena_table_conform(csv, *schema, &options, &list, &error), error);
  galena_table_free(csv);
  return list;
}

/* One cell of a text column, without a terminator. */
static const char *cell(const galena_table *table, size_t row, size_t column, size_t *size) {
  galena_error *error = NULL;
  const char *text = NULL;
  check(galena_table_text(table, row, column, &text, size, &error), error);
  return text == NULL ? "" : text;
}

typedef struct id_text {
  const char *text;
  size_t size;
} id_text;

static int compare_ids(const void *left, const void *right) {
  const id_text *a = left, *b = right;
  const int order = memcmp(a->text, b->text, a->size < b->size ? a->size : b->size);
  return order != 0 ? order : (a->size > b->size) - (a->size < b->size);
}

/* 2, the size of "id", when the list has ids; 0 when one is blank or there twice: row numbers are ids
 * then. */
static size_t id_column_size(const galena_table *list) {
  galena_error *error = NULL;
  size_t row, rows = galena_table_row_count(list), column = 0, size = 2;
  id_text *ids = malloc((rows + 1) * sizeof *ids);
  if (ids == NULL) exit(1);
  check(galena_table_find(list, "id", 2, &column, &error), error);
  for (row = 0; row < rows; ++row) ids[row].text = cell(list, row, column, &ids[row].size);
  qsort(ids, rows, sizeof *ids, compare_ids);
  for (row = 0; row < rows; ++row) {
    if (ids[row].size == 0 || (row > 0 && compare_ids(&ids[row - 1], &ids[row]) == 0)) size = 0;
  }
  free(ids);
  return size;
}

/* An id of a result: text, or a row number. */
static void print_id(const galena_table *table, size_t row, size_t column, FILE *out) {
  galena_error *error = NULL;
  int64_t number = 0;
  if (strcmp(galena_table_column_type(table, column), "text") == 0) {
    size_t size = 0;
    const char *text = cell(table, row, column, &size);
    fprintf(out, " %.*s", (int)size, text);
    return;
  }
  check(galena_table_int(table, row, column, &number, NULL, &error), error);
  fprintf(out, " %ld", (long)number);
}

static galena_match_options match_options(const galena_table *leads) {
  galena_match_options options;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.fields = kLeadFields;
  options.fields_size = sizeof kLeadFields - 1;
  options.id = "id";
  options.id_size = id_column_size(leads);
  return options;
}

static size_t find_duplicates(const galena_table *leads, FILE *out) {
  const galena_match_options options = match_options(leads);
  galena_error *error = NULL;
  galena_duplicates *found = NULL;
  galena_table *clusters = NULL;
  size_t row, rows;
  check(galena_dedupe(leads, &options, &found, &error), error);
  check(galena_duplicates_clusters(found, &clusters, &error), error);
  rows = galena_table_row_count(clusters);
  for (row = 0; row < rows; ++row) {
    fprintf(out, "duplicate %lu", (unsigned long)row);
    print_id(clusters, row, 1, out);
    fputc('\n', out);
  }
  galena_table_free(clusters);
  galena_duplicates_free(found);
  return rows;
}

static size_t find_contacts(const galena_table *leads, const galena_table *contacts, FILE *out) {
  galena_match_options options = match_options(leads);
  galena_error *error = NULL;
  galena_links *found = NULL;
  galena_table *pairs = NULL;
  size_t row, rows;
  options.right_fields = kContactFields;
  options.right_fields_size = sizeof kContactFields - 1;
  options.right_id = "id";
  options.right_id_size = id_column_size(contacts);
  check(galena_link(leads, contacts, &options, &found, &error), error);
  check(galena_links_pairs(found, &pairs, &error), error);
  rows = galena_table_row_count(pairs);
  for (row = 0; row < rows; ++row) {
    fputs("link", out);
    print_id(pairs, row, 0, out);
    print_id(pairs, row, 1, out);
    fputc('\n', out);
  }
  galena_table_free(pairs);
  galena_links_free(found);
  return rows;
}

static size_t route(const galena_table *leads, const galena_schema *schema, const char *rules_path,
                    FILE *out) {
  galena_error *error = NULL;
  galena_rule_set *rules = NULL;
  galena_router *router = NULL;
  galena_record *lead = NULL;
  size_t row, rows = galena_table_row_count(leads), size = 0;
  char *text = read_file(rules_path, &size);
  check(galena_rule_set_parse(text, size, schema, &rules, &error), error);
  free(text);
  check(galena_router_create(rules, schema, &router, &error), error);
  galena_rule_set_free(rules); /* the router keeps what it needs */
  check(galena_record_create(schema, &lead, &error), error);
  for (row = 0; row < rows; ++row) {
    galena_decision *decision = NULL;
    check(galena_record_set_row(lead, leads, row, &error), error);
    check(galena_router_decide(router, lead, NOW, &decision, &error), error);
    fprintf(out, "assign %lu %s\n", (unsigned long)row, galena_decision_digest(decision));
    galena_decision_free(decision);
  }
  galena_record_free(lead);
  galena_router_free(router);
  return rows;
}

/* The row of STATUSES.csv for a word, whatever its case; the number of rows when there is none. */
static size_t find_word(const galena_table *words, const char *word, size_t word_size) {
  size_t row, rows = galena_table_row_count(words);
  for (row = 0; row < rows; ++row) {
    size_t size = 0, i = 0;
    const char *known = cell(words, row, 0, &size);
    while (i < size && i < word_size &&
           tolower((unsigned char)known[i]) == tolower((unsigned char)word[i])) {
      ++i;
    }
    if (i == size && size == word_size) return row;
  }
  return rows;
}

/* The next event of a JSON array of event names: moves *json behind it. Event names of the shipped
 * paths need no escapes. */
static const char *next_event(const char **json, size_t *size) {
  const char *begin = strchr(*json, '"');
  const char *end = begin == NULL ? NULL : strchr(begin + 1, '"');
  if (end == NULL) return NULL;
  *json = end + 1;
  *size = (size_t)(end - begin - 1);
  return begin + 1;
}

/* Brings one lead to a status, event by event, as far as it may go. */
static size_t bring(const galena_process *process, const galena_record *lead,
                    const galena_actor *actor, size_t row, const char *status, size_t status_size,
                    const char *reason, size_t reason_size, FILE *out) {
  galena_error *error = NULL;
  galena_buffer *events = NULL;
  galena_instance *instance = NULL;
  const char *rest, *event;
  char id[24];
  size_t size = 0, steps = 0;
  int accepted = 1;
  check(galena_process_events_between(process, "new", 3, status, status_size, &events, &error),
        error);
  snprintf(id, sizeof id, "%lu", (unsigned long)row);
  check(galena_process_start(process, id, strlen(id), NOW, &instance, &error), error);
  rest = galena_buffer_data(events);
  while (accepted && (event = next_event(&rest, &size)) != NULL) {
    const int last = strchr(rest, '"') == NULL;
    galena_step *step = NULL;
    galena_decision *decision = NULL;
    check(galena_process_step(process, instance, event, size, lead, actor, NOW,
                              last ? reason : NULL, last ? reason_size : 0, &step, &error),
          error);
    check(galena_step_decision(step, &decision, &error), error);
    fprintf(out, "step %s %s\n", id, galena_decision_digest(decision));
    galena_decision_free(decision);
    galena_instance_free(instance);
    check(galena_step_instance(step, &instance, &error), error);
    accepted = galena_step_accepted(step);
    galena_step_free(step);
    ++steps;
  }
  galena_instance_free(instance);
  galena_buffer_free(events);
  return steps;
}

static size_t track(const galena_table *leads, const galena_schema *schema,
                    const char *statuses_path, FILE *out) {
  galena_error *error = NULL;
  galena_process *process = NULL;
  galena_record *lead = NULL;
  galena_actor *actor = NULL;
  galena_table *words = NULL;
  size_t row, rows = galena_table_row_count(leads), column = 0, steps = 0;
  check(galena_process_standard("lead", 4, schema, &process, &error), error);
  check(galena_record_create(schema, &lead, &error), error);
  check(galena_actor_create("import", 6, NULL, 0, &actor, &error), error);
  check(galena_table_read_csv(statuses_path, strlen(statuses_path), NULL, &words, &error), error);
  check(galena_table_find(leads, "status", 6, &column, &error), error);
  for (row = 0; row < rows; ++row) {
    size_t word_size = 0, status_size = 3, reason_size = 0, known;
    const char *word = cell(leads, row, column, &word_size);
    const char *status = "new", *reason = NULL;
    known = find_word(words, word, word_size);
    if (known < galena_table_row_count(words)) {
      status = cell(words, known, 1, &status_size);
      reason = cell(words, known, 2, &reason_size);
    }
    check(galena_record_set_row(lead, leads, row, &error), error);
    steps += bring(process, lead, actor, row, status, status_size, reason, reason_size, out);
  }
  galena_table_free(words);
  galena_actor_free(actor);
  galena_record_free(lead);
  galena_process_free(process);
  return steps;
}

int main(int count, char **arguments) {
  galena_schema *lead_schema = NULL, *contact_schema = NULL;
  galena_table *leads, *contacts;
  size_t decisions;
  FILE *out;
  if (count != 6) {
    fprintf(stderr, "usage: galena_demo_c LEADS.csv CONTACTS.csv ROUTING.json STATUSES.csv DECISIONS\n");
    return 2;
  }
  out = fopen(arguments[5], "wb");
  if (out == NULL) {
    fprintf(stderr, "galena_demo_c: cannot write '%s'\n", arguments[5]);
    return 2;
  }
  leads = read_list(arguments[1], "lead", &lead_schema);
  contacts = read_list(arguments[2], "contact", &contact_schema);
  decisions = find_duplicates(leads, out);
  decisions += find_contacts(leads, contacts, out);
  decisions += route(leads, lead_schema, arguments[3], out);
  decisions += track(leads, lead_schema, arguments[4], out);
  galena_table_free(contacts);
  galena_table_free(leads);
  galena_schema_free(contact_schema);
  galena_schema_free(lead_schema);
  if (fclose(out) != 0) return 1;
  printf("%lu decisions\n", (unsigned long)decisions);
  return 0;
}
