/* galena.h - lead management as a library: the whole C API.
 *
 * Capture, de-duplicate, route and track leads. This header is the authority: what is not in it is
 * not API. C99; needs nothing but <stddef.h> and <stdint.h>.
 *
 *   galena_table *leads = NULL;
 *   galena_duplicates *found = NULL;
 *   galena_error *error = NULL;
 *   if (galena_table_read_csv("leads.csv", 9, NULL, &leads, &error) != GALENA_OK ||
 *       galena_dedupe(leads, NULL, &found, &error) != GALENA_OK) {
 *     fprintf(stderr, "%s\n", galena_error_message(error, 0));
 *     galena_error_free(error);
 *   }
 *
 * Conventions, which hold for every function unless its comment says otherwise
 *
 *  1. Handles are opaque. galena_<noun>_create, _parse, _read, _open make one, galena_<noun>_free
 *     ends it and accepts NULL. A handle keeps alive what it was made from: free in any order.
 *  2. Every call that can fail returns a galena_status and takes `galena_error **error` last. NULL
 *     there means the caller does not want it. On failure a new error object is stored, owned by the
 *     caller; on success *error is set to NULL. Every output is NULL or 0 after a failure.
 *  3. Text in is `(const char *x, size_t x_size)`, UTF-8, x_size in bytes without a terminator,
 *     read only during the call; x may be NULL when x_size is 0. Text that is not UTF-8 is
 *     GALENA_BAD_ENCODING. Text out is borrowed from a handle until that handle is freed or changed,
 *     or is a galena_buffer that the caller frees. All text out is also NUL-terminated.
 *  4. A NULL where a handle is needed is GALENA_INVALID_ARGUMENT, never a crash.
 *  5. Option structs: NULL means all defaults. Else set struct_size to sizeof the struct and the
 *     fields you do not use to 0, which is their default. A non-zero field that this library does
 *     not know (a newer header) is GALENA_UNSUPPORTED.
 *  6. Time is int64 microseconds since 1970-01-01T00:00:00Z; days count from the same day. The
 *     library never reads a clock, a random source, the locale or the TZ variable.
 *  7. Definitions (schema, criteria, rule set, process, model) are JSON text, immutable once parsed
 *     and safe to share between threads. Any problem of a definition is reported, not only the
 *     first: galena_error_count says how many, and each subject is a JSON pointer.
 *  8. Threads: two threads may use different handles freely. One handle may be read by many
 *     threads at once; a call that changes a handle (its parameter is not const) needs it alone.
 *     galena_index is the exception: see there.
 *  9. Callbacks run on the calling thread, during the call, and no lock is held.
 * 10. Bulk data crosses as struct ArrowArrayStream (the Arrow C stream interface); define
 *     ARROW_C_STREAM_INTERFACE yourself or take the struct from any Arrow header.
 * 11. No function aborts, prints, throws through C or installs a handler. Out of memory is
 *     GALENA_NO_MEMORY with one shared error object, which may be freed like any other.
 *
 * @since 0.1 and @stability unstable for everything here: before 1.0 the ABI may change at a minor
 * version, and the SONAME with it.
 */
#ifndef GALENA_H
#define GALENA_H

#include <stddef.h>
#include <stdint.h>

#define GALENA_VERSION_MAJOR 0
#define GALENA_VERSION_MINOR 1
#define GALENA_VERSION_PATCH 0
#define GALENA_ABI_VERSION 1

#if defined(_WIN32)
#define GALENA_API
#else
#define GALENA_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
#define GALENA_NOEXCEPT noexcept
extern "C" {
#else
#define GALENA_NOEXCEPT
#endif

/* ------------------------------------------------------------------------------------------------
 * Status and errors
 */

/* What a call answers. Codes are never renumbered. */
typedef int32_t galena_status;

#define GALENA_OK 0
#define GALENA_INVALID_ARGUMENT 1
#define GALENA_NOT_FOUND 2
#define GALENA_ALREADY_EXISTS 3
#define GALENA_CONFLICT 4 /* the version given is not the current one */
#define GALENA_ILLEGAL_TRANSITION 5
#define GALENA_DENIED_BY_RULE 6
#define GALENA_LIMIT_EXCEEDED 7
#define GALENA_BAD_ENCODING 8 /* text that is not UTF-8 */
#define GALENA_PARSE 9
#define GALENA_UNSUPPORTED 10
#define GALENA_BUSY 11
#define GALENA_IO 12
#define GALENA_CORRUPT 13
#define GALENA_OUTCOME_UNKNOWN 14
#define GALENA_CANCELLED 15
#define GALENA_NO_MEMORY 16
#define GALENA_INTERNAL 17

typedef struct galena_error galena_error;
typedef struct galena_buffer galena_buffer;
typedef struct galena_actor galena_actor;
typedef struct galena_schema galena_schema;
typedef struct galena_record galena_record;
typedef struct galena_table galena_table;
typedef struct galena_expression galena_expression;
typedef struct galena_rule_set galena_rule_set;
typedef struct galena_router galena_router;
typedef struct galena_decision galena_decision;
typedef struct galena_process galena_process;
typedef struct galena_instance galena_instance;
typedef struct galena_step galena_step;
typedef struct galena_model galena_model;
typedef struct galena_duplicates galena_duplicates;
typedef struct galena_links galena_links;
typedef struct galena_index galena_index;
typedef struct galena_matches galena_matches;
typedef struct galena_explanation galena_explanation;

struct ArrowArrayStream;

/* Called during long work with the fraction done (0 to 1) and the phase's name. Return 0 to go on,
 * anything else to stop: the call then answers GALENA_CANCELLED. */
typedef int32_t (*galena_progress)(void *user_data, double fraction, const char *phase);

/* The version of the library that runs: major * 1000000 + minor * 1000 + patch. */
GALENA_API uint32_t galena_version(void) GALENA_NOEXCEPT;
/* The same as text, "0.1.0". Static. */
GALENA_API const char *galena_version_string(void) GALENA_NOEXCEPT;
/* The ABI number of the library that runs; differs from GALENA_ABI_VERSION when the header and the
 * library do not belong together. */
GALENA_API uint32_t galena_abi_version(void) GALENA_NOEXCEPT;
/* The name of a status, "INVALID_ARGUMENT". Static; "INTERNAL" for a number that is none. */
GALENA_API const char *galena_status_name(galena_status status) GALENA_NOEXCEPT;

/* The status that came with the error; GALENA_OK for NULL. */
GALENA_API galena_status galena_error_status(const galena_error *error) GALENA_NOEXCEPT;
/* The number of problems, at least 1; 0 for NULL. */
GALENA_API size_t galena_error_count(const galena_error *error) GALENA_NOEXCEPT;
/* Of problem `index` (below the count; "" else): the status of this one problem, */
GALENA_API galena_status galena_error_problem_status(const galena_error *error,
                                                     size_t index) GALENA_NOEXCEPT;
/* a closed identifier to translate by, such as "unknown_field", */
GALENA_API const char *galena_error_detail(const galena_error *error, size_t index) GALENA_NOEXCEPT;
/* where it is: a JSON pointer, a field's name, or a row and column, */
GALENA_API const char *galena_error_subject(const galena_error *error, size_t index) GALENA_NOEXCEPT;
/* what is wrong, in English, */
GALENA_API const char *galena_error_message(const galena_error *error, size_t index) GALENA_NOEXCEPT;
/* and what to do about it; may be "". All borrowed from the error. */
GALENA_API const char *galena_error_hint(const galena_error *error, size_t index) GALENA_NOEXCEPT;
GALENA_API void galena_error_free(galena_error *error) GALENA_NOEXCEPT;

/* The bytes of a buffer and their number; the byte after the last is 0. Borrowed from the buffer. */
GALENA_API const char *galena_buffer_data(const galena_buffer *buffer) GALENA_NOEXCEPT;
GALENA_API size_t galena_buffer_size(const galena_buffer *buffer) GALENA_NOEXCEPT;
GALENA_API void galena_buffer_free(galena_buffer *buffer) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Actor: who asks. The host authenticates.
 */

/* A user of the vendor (partner_size 0) or of a partner, without roles. */
GALENA_API galena_status galena_actor_create(const char *user, size_t user_size,
                                             const char *partner, size_t partner_size,
                                             galena_actor **actor,
                                             galena_error **error) GALENA_NOEXCEPT;
GALENA_API galena_status galena_actor_add_role(galena_actor *actor, const char *role,
                                               size_t role_size,
                                               galena_error **error) GALENA_NOEXCEPT;
GALENA_API void galena_actor_free(galena_actor *actor) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Schema: the fields of an entity
 */

/* Reads a schema definition. GALENA_PARSE: no JSON; GALENA_INVALID_ARGUMENT: every problem with its
 * pointer. */
GALENA_API galena_status galena_schema_parse(const char *json, size_t json_size,
                                             galena_schema **schema,
                                             galena_error **error) GALENA_NOEXCEPT;
/* A shipped schema: account, campaign, contact, lead, opportunity, partner, registration.
 * GALENA_NOT_FOUND for another name. */
GALENA_API galena_status galena_schema_standard(const char *entity, size_t entity_size,
                                                galena_schema **schema,
                                                galena_error **error) GALENA_NOEXCEPT;
/* The schema that a table's columns have by themselves. */
GALENA_API galena_status galena_schema_of_table(const galena_table *table, galena_schema **schema,
                                                galena_error **error) GALENA_NOEXCEPT;
/* The canonical JSON of the schema. Borrowed from the schema. */
GALENA_API const char *galena_schema_json(const galena_schema *schema) GALENA_NOEXCEPT;
/* SHA-256 of that JSON, 64 hexadecimal digits. Borrowed from the schema. */
GALENA_API const char *galena_schema_hash(const galena_schema *schema) GALENA_NOEXCEPT;
GALENA_API uint32_t galena_schema_field_count(const galena_schema *schema) GALENA_NOEXCEPT;
/* The name of field `field` (below the count; "" else). Borrowed from the schema. */
GALENA_API const char *galena_schema_field_name(const galena_schema *schema,
                                                uint32_t field) GALENA_NOEXCEPT;
/* The number of the field of this name; GALENA_NOT_FOUND. O(log fields). */
GALENA_API galena_status galena_schema_find(const galena_schema *schema, const char *name,
                                            size_t name_size, uint32_t *field,
                                            galena_error **error) GALENA_NOEXCEPT;
/* Remarks of the linter: a JSON array of {"code","severity","pointer","message","witness"}. */
GALENA_API galena_status galena_schema_lint(const galena_schema *schema, galena_buffer **findings,
                                            galena_error **error) GALENA_NOEXCEPT;
GALENA_API void galena_schema_free(galena_schema *schema) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Record: one record of a schema; make it once, set and reset it often
 */

/* All fields blank. */
GALENA_API galena_status galena_record_create(const galena_schema *schema, galena_record **record,
                                              galena_error **error) GALENA_NOEXCEPT;
/* Set field `field` (its number in the schema; GALENA_NOT_FOUND beyond). Values are converted to the
 * field's type where nothing is lost, GALENA_INVALID_ARGUMENT with the field's name else. Text for a
 * typed field is read in canonical form (2026-11-22, 12.50 EUR). O(1), plus the text. */
GALENA_API galena_status galena_record_set_text(galena_record *record, uint32_t field,
                                                const char *text, size_t text_size,
                                                galena_error **error) GALENA_NOEXCEPT;
GALENA_API galena_status galena_record_set_int(galena_record *record, uint32_t field, int64_t value,
                                               galena_error **error) GALENA_NOEXCEPT;
GALENA_API galena_status galena_record_set_number(galena_record *record, uint32_t field,
                                                  double value,
                                                  galena_error **error) GALENA_NOEXCEPT;
/* 0 is false, anything else true. */
GALENA_API galena_status galena_record_set_bool(galena_record *record, uint32_t field,
                                                int32_t value,
                                                galena_error **error) GALENA_NOEXCEPT;
/* coefficient x 10^-scale, scale 0 to 18. */
GALENA_API galena_status galena_record_set_decimal(galena_record *record, uint32_t field,
                                                   int64_t coefficient, int32_t scale,
                                                   galena_error **error) GALENA_NOEXCEPT;
/* As set_decimal, in a currency: three capital letters (ISO 4217). */
GALENA_API galena_status galena_record_set_money(galena_record *record, uint32_t field,
                                                 int64_t coefficient, int32_t scale,
                                                 const char *currency, size_t currency_size,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* Days since 1970-01-01. */
GALENA_API galena_status galena_record_set_date(galena_record *record, uint32_t field, int32_t days,
                                                galena_error **error) GALENA_NOEXCEPT;
/* Microseconds since 1970-01-01T00:00:00Z. */
GALENA_API galena_status galena_record_set_instant(galena_record *record, uint32_t field,
                                                   int64_t instant,
                                                   galena_error **error) GALENA_NOEXCEPT;
GALENA_API galena_status galena_record_set_blank(galena_record *record, uint32_t field,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* Sets the fields named by a JSON object, {"country":"DE","employees":50}; null is blank. All or
 * none: every problem is reported with its pointer. Fields not named keep their values. */
GALENA_API galena_status galena_record_set_json(galena_record *record, const char *json,
                                                size_t json_size,
                                                galena_error **error) GALENA_NOEXCEPT;
/* Takes all fields from row `row` of a table by name: columns that the schema does not have are passed
 * over, fields that the table does not have become blank. */
GALENA_API galena_status galena_record_set_row(galena_record *record, const galena_table *table,
                                               size_t row, galena_error **error) GALENA_NOEXCEPT;
/* Makes all fields blank; memory is kept. */
GALENA_API galena_status galena_record_reset(galena_record *record,
                                             galena_error **error) GALENA_NOEXCEPT;
/* The fields that are not blank, as a JSON object in schema order. */
GALENA_API galena_status galena_record_json(const galena_record *record, galena_buffer **json,
                                            galena_error **error) GALENA_NOEXCEPT;
/* GALENA_OK when the record may be saved; else every problem (required, too_long, unknown_value,
 * bad_encoding, malformed e-mail), subject = field. */
GALENA_API galena_status galena_record_validate(const galena_record *record,
                                                galena_error **error) GALENA_NOEXCEPT;
/* Writes the changes of a decision into the record: all or none. */
GALENA_API galena_status galena_record_apply(galena_record *record, const galena_decision *decision,
                                             galena_error **error) GALENA_NOEXCEPT;
GALENA_API void galena_record_free(galena_record *record) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Table: records by the column, immutable
 */

typedef struct galena_csv_options {
  size_t struct_size;
  char delimiter; /* 0: detected */
  char reserved[7];
  /* "utf-8", "utf-16le", "utf-16be", "windows-1252"; NULL: by byte order mark, else UTF-8. */
  const char *encoding;
  size_t encoding_size;
  /* JSON object, column name -> field type: {"employees":"integer"}; NULL: every column is text. */
  const char *types;
  size_t types_size;
  galena_progress progress; /* NULL: none */
  void *user_data;
} galena_csv_options;

/* Reads a CSV file, streaming. Bad rows are left out and reported by galena_table_errors.
 * GALENA_IO: no such file, a directory; GALENA_BAD_ENCODING: no text; GALENA_PARSE: no header. */
GALENA_API galena_status galena_table_read_csv(const char *path, size_t path_size,
                                               const galena_csv_options *options,
                                               galena_table **table,
                                               galena_error **error) GALENA_NOEXCEPT;
/* The same from memory. */
GALENA_API galena_status galena_table_parse_csv(const char *bytes, size_t bytes_size,
                                                const galena_csv_options *options,
                                                galena_table **table,
                                                galena_error **error) GALENA_NOEXCEPT;
/* Writes RFC 4180 CSV, UTF-8, LF line ends. GALENA_IO. */
GALENA_API galena_status galena_table_write_csv(const galena_table *table, const char *path,
                                                size_t path_size,
                                                galena_error **error) GALENA_NOEXCEPT;
/* Reads all batches of a stream of record batches and releases the stream, whatever the outcome.
 * GALENA_UNSUPPORTED names the column and its Arrow format; O(values), copies. */
GALENA_API galena_status galena_table_import_arrow(struct ArrowArrayStream *stream,
                                                   galena_table **table,
                                                   galena_error **error) GALENA_NOEXCEPT;
/* Fills `stream`, which the reader releases; it shares the table's storage and keeps it alive. */
GALENA_API galena_status galena_table_export_arrow(const galena_table *table,
                                                   struct ArrowArrayStream *stream,
                                                   galena_error **error) GALENA_NOEXCEPT;
GALENA_API size_t galena_table_row_count(const galena_table *table) GALENA_NOEXCEPT;
GALENA_API size_t galena_table_column_count(const galena_table *table) GALENA_NOEXCEPT;
/* The name of column `column` (below the count; "" else). Borrowed from the table. */
GALENA_API const char *galena_table_column_name(const galena_table *table,
                                                size_t column) GALENA_NOEXCEPT;
/* "text", "boolean", "integer", "number", "decimal", "date" or "instant"; "" beyond. Static. */
GALENA_API const char *galena_table_column_type(const galena_table *table,
                                                size_t column) GALENA_NOEXCEPT;
/* The number of the column of this name; GALENA_NOT_FOUND. O(columns). */
GALENA_API galena_status galena_table_find(const galena_table *table, const char *name,
                                           size_t name_size, size_t *column,
                                           galena_error **error) GALENA_NOEXCEPT;
/* One cell of a text column, borrowed from the table and NOT NUL-terminated: *text is NULL and *size
 * 0 for null. GALENA_INVALID_ARGUMENT: not a text column, or no such row or column. O(1). */
GALENA_API galena_status galena_table_text(const galena_table *table, size_t row, size_t column,
                                           const char **text, size_t *size,
                                           galena_error **error) GALENA_NOEXCEPT;
/* One cell of an integer, boolean, date (days) or instant (microseconds) column; *is_null is 1 and
 * *value 0 for null. */
GALENA_API galena_status galena_table_int(const galena_table *table, size_t row, size_t column,
                                          int64_t *value, int32_t *is_null,
                                          galena_error **error) GALENA_NOEXCEPT;
/* One cell of a number column; not-a-number for null. */
GALENA_API galena_status galena_table_number(const galena_table *table, size_t row, size_t column,
                                             double *value, galena_error **error) GALENA_NOEXCEPT;
/* The rows that were left out when the table was read: columns line, column, detail, message. Empty
 * for a table that was not read from CSV; of a conformed table: row, column, detail, message of the
 * values that did not fit. */
GALENA_API galena_status galena_table_errors(const galena_table *table, galena_table **errors,
                                             galena_error **error) GALENA_NOEXCEPT;
/* How the columns of a table map to a schema, suggested from names and values: a JSON array of
 * {"column","field","reason","text"}, reason one of given, name, label, kind, words, values,
 * next_best, and text the same in words. */
GALENA_API galena_status galena_table_suggest_mapping(const galena_table *table,
                                                      const galena_schema *schema,
                                                      galena_buffer **mapping,
                                                      galena_error **error) GALENA_NOEXCEPT;

typedef struct galena_import_options {
  size_t struct_size;
  /* JSON array of {"column","field"}, as suggest_mapping gives; NULL: as suggested. */
  const char *mapping;
  size_t mapping_size;
  /* What the file means where its values do not tell: "day_month_year", "month_day_year",
   * "year_month_day", "excel_serial"; NULL: found out. */
  const char *date_order;
  size_t date_order_size;
  /* "point" or "comma"; NULL: found out. */
  const char *decimal_mark;
  size_t decimal_mark_size;
  /* Three capital letters, of amounts that name no currency; NULL: none. */
  const char *currency;
  size_t currency_size;
  /* East of UTC, of times without an offset; used when has_utc_offset is not 0. */
  int32_t utc_offset_minutes;
  int32_t has_utc_offset;
  /* The first of the hundred years that two-digit years mean, such as 1950; 0: such dates are an
   * error. */
  int32_t first_two_digit_year;
  int32_t reserved;
} galena_import_options;

/* The table in the shape of a schema: one column a field, dates and numbers of foreign form brought
 * into canonical form. GALENA_INVALID_ARGUMENT, all at once, subject = column: unknown_column,
 * unknown_field, mapped_twice, and columns that can be read in two ways (ambiguous_date, ...), which
 * are never guessed. Single values that do not fit are reported by galena_table_errors. */
GALENA_API galena_status galena_table_conform(const galena_table *table,
                                              const galena_schema *schema,
                                              const galena_import_options *options,
                                              galena_table **conformed,
                                              galena_error **error) GALENA_NOEXCEPT;
GALENA_API void galena_table_free(galena_table *table) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Criteria: does a record satisfy a condition
 */

/* Reads criteria, {"criteria":[{"field":"country","op":"in","value":["DE","FR"]}],"logic":"1"}, and binds
 * them to a schema: unknown fields, operators that do not go with a type and operands of the wrong
 * type are all reported (GALENA_INVALID_ARGUMENT). */
GALENA_API galena_status galena_expression_parse(const char *json, size_t json_size,
                                                 const galena_schema *schema,
                                                 galena_expression **expression,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* The canonical JSON. Borrowed from the expression. */
GALENA_API const char *galena_expression_json(const galena_expression *expression) GALENA_NOEXCEPT;
/* *matched is 1 when the record satisfies the expression at `now`, else 0; days are counted in UTC.
 * GALENA_DENIED_BY_RULE "evaluation_error" when a criterion cannot be evaluated (a text that is no
 * number). GALENA_INVALID_ARGUMENT when the record has another schema. */
GALENA_API galena_status galena_expression_evaluate(const galena_expression *expression,
                                                    const galena_record *record, int64_t now,
                                                    int32_t *matched,
                                                    galena_error **error) GALENA_NOEXCEPT;
/* The same for every row of a table that has the schema's columns in its order (as conform gives, or
 * the table of galena_schema_of_table): matched[row] is 1 or 0. `matched_size` is the room in
 * `matched` and must be the number of rows. */
GALENA_API galena_status galena_expression_filter(const galena_expression *expression,
                                                  const galena_table *table, int64_t now,
                                                  uint8_t *matched, size_t matched_size,
                                                  galena_error **error) GALENA_NOEXCEPT;
GALENA_API void galena_expression_free(galena_expression *expression) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Assignment: who gets this lead, by which rule
 */

/* Reads a rule set: ordered entries, first match wins. `schema` may be NULL: the fields are then
 * checked when the rules are used. Every problem is reported with its pointer. */
GALENA_API galena_status galena_rule_set_parse(const char *json, size_t json_size,
                                               const galena_schema *schema,
                                               galena_rule_set **rules,
                                               galena_error **error) GALENA_NOEXCEPT;
/* The canonical JSON, and its SHA-256. Borrowed from the rule set. */
GALENA_API const char *galena_rule_set_json(const galena_rule_set *rules) GALENA_NOEXCEPT;
GALENA_API const char *galena_rule_set_hash(const galena_rule_set *rules) GALENA_NOEXCEPT;
/* Remarks of the linter (unreachable entries, empty pools, ...) as of galena_schema_lint. */
GALENA_API galena_status galena_rule_set_lint(const galena_rule_set *rules,
                                              galena_buffer **findings,
                                              galena_error **error) GALENA_NOEXCEPT;
GALENA_API void galena_rule_set_free(galena_rule_set *rules) GALENA_NOEXCEPT;

/* A router: the rules bound to a schema, and the state of their pools. Pools start without history. */
GALENA_API galena_status galena_router_create(const galena_rule_set *rules,
                                              const galena_schema *schema,
                                              galena_router **router,
                                              galena_error **error) GALENA_NOEXCEPT;
/* The state of the pools as JSON, to be given back later. */
GALENA_API galena_status galena_router_state(const galena_router *router, galena_buffer **state,
                                             galena_error **error) GALENA_NOEXCEPT;
/* Replaces the state. GALENA_PARSE, GALENA_INVALID_ARGUMENT; the router keeps its state then. */
GALENA_API galena_status galena_router_set_state(galena_router *router, const char *state,
                                                 size_t state_size,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* Decides who gets one record and moves the state of the pool. No match is a decision, too.
 * GALENA_INVALID_ARGUMENT when the record has another schema. O(entries). */
GALENA_API galena_status galena_router_decide(galena_router *router, const galena_record *record,
                                              int64_t now, galena_decision **decision,
                                              galena_error **error) GALENA_NOEXCEPT;
/* Decides for every row of a table that has the schema's columns in its order, as one after the
 * other. Columns: id (row numbers, or the column of that name when id_size > 0), entry, target_kind,
 * target, owner, reason. */
GALENA_API galena_status galena_router_assign(galena_router *router, const galena_table *table,
                                              int64_t now, const char *id, size_t id_size,
                                              galena_table **decisions,
                                              galena_error **error) GALENA_NOEXCEPT;
/* Why a decision of this router's rules was made, from the decision alone: JSON {"entry","id",
 * "outcome","lines","near_misses"}, "lines" in plain words. GALENA_INVALID_ARGUMENT when other rules
 * made it. */
GALENA_API galena_status galena_router_explain(const galena_router *router,
                                               const galena_decision *decision,
                                               galena_buffer **explanation,
                                               galena_error **error) GALENA_NOEXCEPT;
/* What the entry `entry` says of a record: a JSON array of sentences, those of the criteria that would
 * have to say otherwise when it does not match. GALENA_NOT_FOUND: no such entry. */
GALENA_API galena_status galena_router_why_not(const galena_router *router,
                                               const galena_record *record, int64_t now,
                                               const char *entry, size_t entry_size,
                                               galena_buffer **lines,
                                               galena_error **error) GALENA_NOEXCEPT;
GALENA_API void galena_router_free(galena_router *router) GALENA_NOEXCEPT;

/* The decision as canonical JSON: engine, definition, definition_hash, rule, reason, at, changes,
 * effects, readings, counters. Borrowed from the decision. */
GALENA_API const char *galena_decision_json(const galena_decision *decision) GALENA_NOEXCEPT;
/* SHA-256 of that JSON. Borrowed from the decision. */
GALENA_API const char *galena_decision_digest(const galena_decision *decision) GALENA_NOEXCEPT;
/* The id of the rule that decided ("" when none did) and the closed reason code. Borrowed. */
GALENA_API const char *galena_decision_rule(const galena_decision *decision) GALENA_NOEXCEPT;
GALENA_API const char *galena_decision_reason(const galena_decision *decision) GALENA_NOEXCEPT;
/* The text of the value that field `field` gets; NULL when the decision does not change it.
 * Borrowed from the decision. */
GALENA_API const char *galena_decision_change(const galena_decision *decision, const char *field,
                                              size_t field_size) GALENA_NOEXCEPT;
GALENA_API void galena_decision_free(galena_decision *decision) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Lifecycle: may this record move from here to there, and if not, why not
 */

/* Reads a process, and binds its guards and required fields to a schema. Every problem is reported. */
GALENA_API galena_status galena_process_parse(const char *json, size_t json_size,
                                              const galena_schema *schema,
                                              galena_process **process,
                                              galena_error **error) GALENA_NOEXCEPT;
/* A shipped process ("lead", "opportunity"), bound to `schema`; NULL: the shipped schema of that name.
 * GALENA_NOT_FOUND for another name. */
GALENA_API galena_status galena_process_standard(const char *name, size_t name_size,
                                                 const galena_schema *schema,
                                                 galena_process **process,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* The canonical JSON, and its SHA-256. Borrowed from the process. */
GALENA_API const char *galena_process_json(const galena_process *process) GALENA_NOEXCEPT;
GALENA_API const char *galena_process_hash(const galena_process *process) GALENA_NOEXCEPT;
/* Unreachable statuses, dead ends, traps, shadowed transitions, as of galena_schema_lint. */
GALENA_API galena_status galena_process_verify(const galena_process *process,
                                               galena_buffer **findings,
                                               galena_error **error) GALENA_NOEXCEPT;
/* Diagrams as text: Mermaid (stateDiagram-v2), Graphviz. */
GALENA_API galena_status galena_process_mermaid(const galena_process *process,
                                                galena_buffer **diagram,
                                                galena_error **error) GALENA_NOEXCEPT;
GALENA_API galena_status galena_process_dot(const galena_process *process, galena_buffer **diagram,
                                            galena_error **error) GALENA_NOEXCEPT;
/* The events of a shortest way from one status to another, guards aside: a JSON array of event names.
 * GALENA_NOT_FOUND: no such status, or no way. */
GALENA_API galena_status galena_process_events_between(const galena_process *process,
                                                       const char *from, size_t from_size,
                                                       const char *to, size_t to_size,
                                                       galena_buffer **events,
                                                       galena_error **error) GALENA_NOEXCEPT;
GALENA_API void galena_process_free(galena_process *process) GALENA_NOEXCEPT;

/* A new instance in the initial status. `record_id` may be empty. */
GALENA_API galena_status galena_process_start(const galena_process *process, const char *record_id,
                                              size_t record_id_size, int64_t now,
                                              galena_instance **instance,
                                              galena_error **error) GALENA_NOEXCEPT;
/* Tries an event. A step that is refused is a result, not an error: see galena_step_accepted.
 * `reason` may be empty where the transition needs none. `record` must have the schema the process is
 * bound to. Neither the instance nor the record is changed: the step carries the new instance, and
 * galena_record_apply writes its decision. */
GALENA_API galena_status galena_process_step(const galena_process *process,
                                             const galena_instance *instance, const char *event,
                                             size_t event_size, const galena_record *record,
                                             const galena_actor *actor, int64_t now,
                                             const char *reason, size_t reason_size,
                                             galena_step **step,
                                             galena_error **error) GALENA_NOEXCEPT;
/* The events of the present status: a JSON array of {"event","allowed","to","reasons","warnings",
 * "attempts"}, with what is missing where one is not allowed. */
GALENA_API galena_status galena_process_available(const galena_process *process,
                                                  const galena_instance *instance,
                                                  const galena_record *record,
                                                  const galena_actor *actor, int64_t now,
                                                  galena_buffer **events,
                                                  galena_error **error) GALENA_NOEXCEPT;

/* Instances cross as JSON, too. */
GALENA_API galena_status galena_instance_parse(const char *json, size_t json_size,
                                               galena_instance **instance,
                                               galena_error **error) GALENA_NOEXCEPT;
/* The canonical JSON; the id of its status. Borrowed from the instance. */
GALENA_API const char *galena_instance_json(const galena_instance *instance) GALENA_NOEXCEPT;
GALENA_API const char *galena_instance_status(const galena_instance *instance) GALENA_NOEXCEPT;
/* Steps made so far: store an instance by compare-and-swap on it. */
GALENA_API int64_t galena_instance_version(const galena_instance *instance) GALENA_NOEXCEPT;
GALENA_API void galena_instance_free(galena_instance *instance) GALENA_NOEXCEPT;

/* 1 when the step was made, 0 when it was refused. */
GALENA_API int32_t galena_step_accepted(const galena_step *step) GALENA_NOEXCEPT;
/* The instance after the step (as it was, when refused): a handle of its own. */
GALENA_API galena_status galena_step_instance(const galena_step *step, galena_instance **instance,
                                              galena_error **error) GALENA_NOEXCEPT;
/* The decision of the step (changes, effects, readings): a handle of its own. */
GALENA_API galena_status galena_step_decision(const galena_step *step, galena_decision **decision,
                                              galena_error **error) GALENA_NOEXCEPT;
/* The audit entry as JSON ("" when refused), and the rejection: every transition tried and why it was
 * not made ("" when accepted). Borrowed from the step. */
GALENA_API const char *galena_step_audit(const galena_step *step) GALENA_NOEXCEPT;
GALENA_API const char *galena_step_rejection(const galena_step *step) GALENA_NOEXCEPT;
GALENA_API void galena_step_free(galena_step *step) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Match: which records are one person or company, with what probability, and why
 */

/* A model with built-in weights: "person", "lead", "contact", "account" or "crm_standard_rules". */
GALENA_API galena_status galena_model_preset(const char *preset, size_t preset_size,
                                             galena_model **model,
                                             galena_error **error) GALENA_NOEXCEPT;
/* Reads galena_model_json's form. Every problem is reported with its pointer. */
GALENA_API galena_status galena_model_parse(const char *json, size_t json_size,
                                            galena_model **model,
                                            galena_error **error) GALENA_NOEXCEPT;
/* The canonical JSON, and its SHA-256. Borrowed from the model. */
GALENA_API const char *galena_model_json(const galena_model *model) GALENA_NOEXCEPT;
GALENA_API const char *galena_model_hash(const galena_model *model) GALENA_NOEXCEPT;
GALENA_API void galena_model_free(galena_model *model) GALENA_NOEXCEPT;

typedef struct galena_match_options {
  size_t struct_size;
  /* JSON object, column -> kind: {"mail":"email","surname":"last_name"}. NULL: taken from names and
   * values. Columns that are not named are ignored. */
  const char *fields;
  size_t fields_size;
  /* The id column, never compared; empty: row numbers from 0. */
  const char *id;
  size_t id_size;
  /* The same of the right table; galena_link only. */
  const char *right_fields;
  size_t right_fields_size;
  const char *right_id;
  size_t right_id_size;
  /* The model to use; NULL: the preset that goes with the kinds present. */
  const galena_model *model;
  /* Probability above 0 and below 1 from which a pair counts; 0: the model's. */
  double threshold;
  /* 0: as many as the machine has. Results are the same for any number. */
  uint32_t threads;
  /* galena_link: 1 puts each record in at most one pair, strongest first. */
  int32_t one_to_one;
  galena_progress progress; /* NULL: none */
  void *user_data;
} galena_match_options;

/* Finds the duplicates in a table. GALENA_NOT_FOUND: no such column; GALENA_INVALID_ARGUMENT: ids that
 * repeat or are blank; GALENA_CANCELLED. Expected O(n log n). */
GALENA_API galena_status galena_dedupe(const galena_table *table,
                                       const galena_match_options *options,
                                       galena_duplicates **found,
                                       galena_error **error) GALENA_NOEXCEPT;
/* Columns id, cluster: a row for every row of the table, in its order. */
GALENA_API galena_status galena_duplicates_clusters(const galena_duplicates *found,
                                                    galena_table **clusters,
                                                    galena_error **error) GALENA_NOEXCEPT;
/* Columns left, right, weight, probability: the pairs at or above the threshold. */
GALENA_API galena_status galena_duplicates_pairs(const galena_duplicates *found,
                                                 galena_table **pairs,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* The model that was used: a handle of its own. */
GALENA_API galena_status galena_duplicates_model(const galena_duplicates *found,
                                                 galena_model **model,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* What each column was taken for, {"mail":"email"}; and the counts, seconds and warnings. Borrowed. */
GALENA_API const char *galena_duplicates_fields(const galena_duplicates *found) GALENA_NOEXCEPT;
GALENA_API const char *galena_duplicates_report(const galena_duplicates *found) GALENA_NOEXCEPT;
/* Why two records are, or are not, taken for one, by their rows in the table. GALENA_NOT_FOUND. */
GALENA_API galena_status galena_duplicates_explain(const galena_duplicates *found, size_t row_a,
                                                   size_t row_b, galena_explanation **explanation,
                                                   galena_error **error) GALENA_NOEXCEPT;
GALENA_API void galena_duplicates_free(galena_duplicates *found) GALENA_NOEXCEPT;

/* Finds records of `right` that are records of `left`. Errors as galena_dedupe. */
GALENA_API galena_status galena_link(const galena_table *left, const galena_table *right,
                                     const galena_match_options *options, galena_links **found,
                                     galena_error **error) GALENA_NOEXCEPT;
/* As of galena_duplicates; left and right are ids of their tables. */
GALENA_API galena_status galena_links_pairs(const galena_links *found, galena_table **pairs,
                                            galena_error **error) GALENA_NOEXCEPT;
GALENA_API const char *galena_links_report(const galena_links *found) GALENA_NOEXCEPT;
GALENA_API galena_status galena_links_explain(const galena_links *found, size_t left_row,
                                              size_t right_row, galena_explanation **explanation,
                                              galena_error **error) GALENA_NOEXCEPT;
GALENA_API void galena_links_free(galena_links *found) GALENA_NOEXCEPT;

/* Two records of one schema compared by a model alone, with built-in frequencies. `fields` as in
 * galena_match_options, over the schema's field names. */
GALENA_API galena_status galena_model_compare(const galena_model *model, const char *fields,
                                              size_t fields_size, const galena_record *a,
                                              const galena_record *b,
                                              galena_explanation **explanation,
                                              galena_error **error) GALENA_NOEXCEPT;
/* The probability (0 to 1) that both are one, and the weight in bits; 0 for NULL. */
GALENA_API double galena_explanation_probability(const galena_explanation *explanation) GALENA_NOEXCEPT;
GALENA_API double galena_explanation_weight(const galena_explanation *explanation) GALENA_NOEXCEPT;
/* The waterfall in plain words, and as JSON. Borrowed from the explanation. */
GALENA_API const char *galena_explanation_text(const galena_explanation *explanation) GALENA_NOEXCEPT;
GALENA_API const char *galena_explanation_json(const galena_explanation *explanation) GALENA_NOEXCEPT;
GALENA_API void galena_explanation_free(galena_explanation *explanation) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Index: galena_dedupe while records come and go: one is looked up while it is typed, or just before it
 * is saved
 *
 * Ids are text of at least one byte, no two the same. Where an index has whole numbers as ids (row
 * numbers, an integer column, an index that another language saved), the digits name the number; text
 * and numbers do not belong into one index.
 *
 * Threads: one thread may change an index (galena_index *) while any number read it
 * (const galena_index *); they wait for each other. Two that change it must take turns, and records
 * belong to one call at a time.
 */

/* Makes an empty index of records of one schema.
 *
 * schema      what records are made of; not NULL
 * model       the weights; NULL: the preset that goes with the kinds of the fields
 * fields      JSON object, field -> kind, as in galena_match_options; empty: the schema's own names,
 *             companies, e-mail and web addresses, telephones, addresses and birth dates, the first
 *             field of a kind, and every telephone, e-mail and web address
 * index       the new index, owned by the caller; it keeps what it needs of schema and model
 *
 * GALENA_NOT_FOUND "unknown_field": the schema has no such field. GALENA_INVALID_ARGUMENT: a kind that
 * is none, with its pointer; no field to compare by. GALENA_PARSE: fields is no JSON. O(fields). Any
 * thread.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_create(const galena_schema *schema, const galena_model *model,
                                             const char *fields, size_t fields_size,
                                             galena_index **index,
                                             galena_error **error) GALENA_NOEXCEPT;
/* Reads what galena_index_save wrote, in this or another language.
 *
 * schema      of the records that will come; it must have every field of the index; not NULL
 * bytes       read during the call only
 * index       the new index, owned by the caller
 *
 * GALENA_CORRUPT "bad_index": no index, cut short, or changed. GALENA_UNSUPPORTED
 * "unsupported_version": written by a newer library. GALENA_NOT_FOUND "unknown_field": the schema lacks
 * a field of the index. O(records), each about as long as galena_index_add. Any thread.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_open(const galena_schema *schema, const char *bytes,
                                           size_t bytes_size, galena_index **index,
                                           galena_error **error) GALENA_NOEXCEPT;
/* Writes model, fields, ids and values as bytes to keep.
 *
 * bytes       a new buffer, owned by the caller, which does not need the index any more. The same
 *             calls in the same order give the same bytes.
 *
 * O(records). Reads the index: any thread, also beside one that changes it.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_save(const galena_index *index, galena_buffer **bytes,
                                           galena_error **error) GALENA_NOEXCEPT;
/* Adds a record; its values are copied.
 *
 * id          at least one byte
 * record      of the schema of the index; not NULL
 *
 * GALENA_ALREADY_EXISTS "repeated_id". GALENA_INVALID_ARGUMENT: "blank_id", or a record of another
 * schema. The index is unchanged after an error. About 10 microseconds. Changes the index.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_add(galena_index *index, const char *id, size_t id_size,
                                          const galena_record *record,
                                          galena_error **error) GALENA_NOEXCEPT;
/* Adds all rows of a table, by its columns of the names of the fields.
 *
 * table       any table that has these columns; not NULL
 * id          the column of ids, text or integers; empty: row numbers from 0
 *
 * GALENA_NOT_FOUND "unknown_column". GALENA_INVALID_ARGUMENT "blank_id"; GALENA_ALREADY_EXISTS
 * "repeated_id". All rows or none, but after GALENA_NO_MEMORY those added so far. O(rows). Changes the
 * index; readers wait for the whole table.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_add_table(galena_index *index, const galena_table *table,
                                                const char *id, size_t id_size,
                                                galena_error **error) GALENA_NOEXCEPT;
/* Replaces the values of the record `id` by those of `record`.
 *
 * GALENA_NOT_FOUND "unknown_id". GALENA_INVALID_ARGUMENT: a record of another schema. Costs twice an
 * add. Changes the index.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_update(galena_index *index, const char *id, size_t id_size,
                                             const galena_record *record,
                                             galena_error **error) GALENA_NOEXCEPT;
/* Takes a record out: its values are gone from the index and from its frequencies.
 *
 * GALENA_NOT_FOUND "unknown_id". About as long as an add; now and then O(records), when most of the
 * records that ever were have gone. Changes the index.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_remove(galena_index *index, const char *id, size_t id_size,
                                             galena_error **error) GALENA_NOEXCEPT;
/* The number of records; 0 for NULL. O(1). Reads the index.
 * @since 0.1 @stability unstable */
GALENA_API size_t galena_index_size(const galena_index *index) GALENA_NOEXCEPT;
/* *contains is 1 when the index has a record `id`, else 0. O(1). Reads the index.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_contains(const galena_index *index, const char *id,
                                               size_t id_size, int32_t *contains,
                                               galena_error **error) GALENA_NOEXCEPT;
/* The model that the index weighs by: a handle of its own, owned by the caller. Reads the index.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_model(const galena_index *index, galena_model **model,
                                            galena_error **error) GALENA_NOEXCEPT;
/* The fields as JSON, {"mail":"email"}; "" for NULL. Borrowed from the index until it is freed. Any
 * thread.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_index_fields(const galena_index *index) GALENA_NOEXCEPT;
/* Finds the records that are most probably the same as one given, best first, then least id first.
 *
 * record           of the schema of the index; it need not be in the index; not NULL
 * limit            the most that are wanted; 0 gives none
 * min_probability  0 to 1; only records of at least this probability
 * matches          a new list, owned by the caller; it keeps the index alive
 *
 * Records that share no blocking key with the given one are not found. GALENA_INVALID_ARGUMENT:
 * "probability_range", or a record of another schema. O(candidates), typically tens of microseconds at
 * a million records. Reads the index.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_find(const galena_index *index, const galena_record *record,
                                           size_t limit, double min_probability,
                                           galena_matches **matches,
                                           galena_error **error) GALENA_NOEXCEPT;
/* The cluster that a record is in, as galena_dedupe clusters, over the at most 200 records near it.
 *
 * ids         a table of one text column, id, least id first (numbers by value, before text); the first
 *             names the cluster. Owned by the caller.
 *
 * GALENA_NOT_FOUND "unknown_id". O(records near it). Reads the index.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_cluster(const galena_index *index, const char *id,
                                              size_t id_size, galena_table **ids,
                                              galena_error **error) GALENA_NOEXCEPT;
/* Why two records of the index are, or are not, taken for one.
 *
 * explanation  owned by the caller; it does not need the index
 *
 * GALENA_NOT_FOUND "unknown_id", for each of the two. O(fields). Reads the index.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_explain(const galena_index *index, const char *id_a,
                                              size_t id_a_size, const char *id_b, size_t id_b_size,
                                              galena_explanation **explanation,
                                              galena_error **error) GALENA_NOEXCEPT;
/* Ends the index, or the caller's part of it while matches live. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_index_free(galena_index *index) GALENA_NOEXCEPT;

/* The number of matches; 0 for NULL. A list of matches never changes: any thread.
 * @since 0.1 @stability unstable */
GALENA_API size_t galena_matches_count(const galena_matches *matches) GALENA_NOEXCEPT;
/* Of match `position` (below the count, best first; "" and 0 else): the id, borrowed from the matches
 * until they are freed,
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_matches_id(const galena_matches *matches,
                                         size_t position) GALENA_NOEXCEPT;
/* the probability, 0 to 1, that it is the record asked for,
 * @since 0.1 @stability unstable */
GALENA_API double galena_matches_probability(const galena_matches *matches,
                                             size_t position) GALENA_NOEXCEPT;
/* and the weight in bits, from which the probability comes.
 * @since 0.1 @stability unstable */
GALENA_API double galena_matches_weight(const galena_matches *matches,
                                        size_t position) GALENA_NOEXCEPT;
/* Why match `position` was found: the record that was given, as it was then, against the match as it is
 * now. galena_explanation_json gives it as JSON.
 *
 * explanation  owned by the caller; it needs neither matches nor index
 *
 * GALENA_NOT_FOUND "unknown_match": no such position. GALENA_NOT_FOUND "unknown_id": the record has been
 * removed since. O(fields). Reads the index.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_matches_explain(const galena_matches *matches, size_t position,
                                                galena_explanation **explanation,
                                                galena_error **error) GALENA_NOEXCEPT;
/* NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_matches_free(galena_matches *matches) GALENA_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif /* GALENA_H */
