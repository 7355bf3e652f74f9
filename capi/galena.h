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
 *     read only during the call; x may be NULL when x_size is 0, and so it is with the texts of
 *     option structs. Text that is not UTF-8 is GALENA_BAD_ENCODING. Text out is borrowed from a
 *     handle until that handle is freed or changed, or is a galena_buffer that the caller frees. All
 *     text out is also NUL-terminated.
 *  4. A NULL where a handle or the place of an output is needed is GALENA_INVALID_ARGUMENT
 *     "null_argument", never a crash. NULL is allowed only where a comment says so. A function that
 *     answers text or a number directly also takes a NULL handle: see there for the answer.
 *  5. Option structs: NULL means all defaults. Else set struct_size to sizeof the struct
 *     (GALENA_INVALID_ARGUMENT "struct_size" when it is not set) and the fields you do not use to 0,
 *     which is their default. A non-zero field that this library does not know (a newer header) is
 *     GALENA_UNSUPPORTED "unknown_option". The struct is read only during the call.
 *  6. Time is int64 microseconds since 1970-01-01T00:00:00Z; days count from the same day. The
 *     library never reads a random source, the locale or the TZ variable, and a clock only for the
 *     seconds in the report of galena_dedupe and galena_link, on which nothing depends.
 *  7. Definitions (schema, criteria, rule set, process, model) are JSON text, immutable once parsed
 *     and safe to share between threads. Any problem of a definition is reported, not only the
 *     first: galena_error_count says how many, and each subject is a JSON pointer. Any JSON text
 *     that goes in: GALENA_PARSE "bad_json", or "too_deep" beyond 64 levels, with line and column;
 *     GALENA_INVALID_ARGUMENT "duplicate_key", "missing_key", "unknown_key", "wrong_type",
 *     "unknown_word" and the like, with the pointer.
 *  8. Threads: any thread may call anything, and two threads may use different handles freely. One
 *     handle may be read by many threads at once; a call that changes a handle (its parameter is not
 *     const) or frees it needs it alone. galena_index is the exception: see there.
 *  9. Callbacks run during the call, on the calling thread (galena_normaliser: see there), and no lock
 *     is held.
 * 10. Bulk data crosses as struct ArrowArrayStream (the Arrow C stream interface); define
 *     ARROW_C_STREAM_INTERFACE yourself or take the struct from any Arrow header.
 * 11. No function aborts, prints, throws through C or installs a handler. Out of memory is
 *     GALENA_NO_MEMORY with one shared error object, which may be freed like any other. A mistake in
 *     the library itself is GALENA_INTERNAL.
 * 12. A comment lists the statuses that a function has beyond those of 3, 4, 5, 7 and 11; a word in
 *     quotes after one is the detail of the problem (galena_error_detail). Where a comment lists none,
 *     there are no others.
 * 13. A call costs O(1), the size of the text that goes in and out, and of what is freed, unless its
 *     comment says more.
 * 14. Numbers of rows, columns, fields and problems count from 0.
 *
 * @since 0.1 and @stability unstable for everything here, types and constants included: before 1.0 the
 * ABI may change at a minor version, and the SONAME with it.
 */
#ifndef GALENA_H
#define GALENA_H

#include <stddef.h>
#include <stdint.h>

/* The version that this header belongs to; galena_version() is that of the library. */
#define GALENA_VERSION_MAJOR 0
#define GALENA_VERSION_MINOR 1
#define GALENA_VERSION_PATCH 0
/* The number of the binary interface, and of the SONAME. */
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

#define GALENA_OK 0                 /* done */
#define GALENA_INVALID_ARGUMENT 1   /* an argument or a definition is wrong; the detail says how */
#define GALENA_NOT_FOUND 2          /* what a name, id or number asks for is not there */
#define GALENA_ALREADY_EXISTS 3     /* the id is taken */
#define GALENA_CONFLICT 4           /* of another version than the one at hand */
#define GALENA_ILLEGAL_TRANSITION 5 /* of rejections only, see galena_step_rejection */
#define GALENA_DENIED_BY_RULE 6     /* a condition cannot be evaluated */
#define GALENA_LIMIT_EXCEEDED 7     /* too large, too long or out of range */
#define GALENA_BAD_ENCODING 8       /* text that is not UTF-8 */
#define GALENA_PARSE 9              /* not JSON, not CSV, not logic */
#define GALENA_UNSUPPORTED 10       /* sound, but not of this version */
#define GALENA_BUSY 11              /* answered by no function yet */
#define GALENA_IO 12                /* a file or a stream failed */
#define GALENA_CORRUPT 13           /* broken bytes: of an index, of an Arrow array */
#define GALENA_OUTCOME_UNKNOWN 14   /* answered by no function yet */
#define GALENA_CANCELLED 15         /* the progress callback said so */
#define GALENA_NO_MEMORY 16         /* see convention 11 */
#define GALENA_INTERNAL 17          /* see convention 11 */

/* Opaque handles. */
typedef struct galena_error galena_error;             /* problems, at least one */
typedef struct galena_buffer galena_buffer;           /* bytes that a call gave */
typedef struct galena_actor galena_actor;             /* who asks */
typedef struct galena_schema galena_schema;           /* fields of an entity; immutable */
typedef struct galena_record galena_record;           /* values of one record */
typedef struct galena_table galena_table;             /* records by the column; immutable */
typedef struct galena_expression galena_expression;   /* criteria bound to a schema; immutable */
typedef struct galena_rule_set galena_rule_set;       /* ordered rules; immutable */
typedef struct galena_router galena_router;           /* rules bound to a schema, and whose turn it is */
typedef struct galena_decision galena_decision;       /* what a router or a step decided; immutable */
typedef struct galena_process galena_process;         /* a lifecycle bound to a schema; immutable */
typedef struct galena_instance galena_instance;       /* where a record stands in a process; immutable */
typedef struct galena_step galena_step;               /* what an event came to; immutable */
typedef struct galena_model galena_model;             /* weights; immutable */
typedef struct galena_duplicates galena_duplicates;   /* what galena_dedupe found; immutable */
typedef struct galena_links galena_links;             /* what galena_link found; immutable */
typedef struct galena_index galena_index;             /* records to match against, changing */
typedef struct galena_matches galena_matches;         /* what galena_index_find found; immutable */
typedef struct galena_explanation galena_explanation; /* why a pair is or is not one; immutable */
/* how a cluster holds together; immutable */
typedef struct galena_cluster_explanation galena_cluster_explanation;

/* Of the Arrow C stream interface; declared only. */
struct ArrowArrayStream;

/* Called during long work, on the calling thread.
 *
 * user_data  as in the options
 * fraction   done so far, 0 to 1; never falls
 * phase      name of what is being done, NUL-terminated, valid during the callback only: "read" of CSV;
 *            "encode", "compare", "cluster" of matching
 *
 * Return 0 to go on, anything else to stop: the call then answers GALENA_CANCELLED. Do not throw. */
typedef int32_t (*galena_progress)(void *user_data, double fraction, const char *phase);

/* What a host's normaliser answers. */
#define GALENA_FORM_UNCHANGED 0 /* nothing: the built-in normaliser reads the value as it is */
#define GALENA_FORM_REWRITTEN 1 /* the built-in normaliser reads what is in `form` */
#define GALENA_FORM_FINAL 2     /* the normal form is in `form`; empty: the value counts as blank */

/* A normaliser of the host, which goes before the built-in one of a kind of field or replaces it: a postal
 * parser, article numbers, abbreviations of its own. Asked about what is not blank.
 *
 * user_data   as in the options
 * kind        what the value is, as in galena_match_options; NUL-terminated
 * value       the value, not NUL-terminated; valid during the callback only
 * form        empty; galena_buffer_append writes there, UTF-8. Not to be freed
 *
 * Return one of the above; anything else says that it failed, and `form` may say why: the call then answers
 * GALENA_INVALID_ARGUMENT "normaliser_failed", or "bad_normal_form" for a form that is not UTF-8. It must
 * answer the same for the same value at all times. galena_dedupe, galena_link and galena_model_train ask once
 * for each different value of a column, from as many threads as their options allow, several at once; an
 * index asks on the thread of the call. No lock is held. Do not throw.
 *
 * What is compared of a final form: names, companies, e-mail addresses, websites, places, identifiers,
 * categories and texts as they are; telephone numbers, streets, days and numbers by their parts, read from it. */
typedef int32_t (*galena_normaliser)(void *user_data, const char *kind, const char *value,
                                     size_t value_size, galena_buffer *form);

/* The version of the library that runs: major * 1000000 + minor * 1000 + patch.
 * @since 0.1 @stability unstable */
GALENA_API uint32_t galena_version(void) GALENA_NOEXCEPT;
/* The same as text, "0.1.0". Static: valid for ever.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_version_string(void) GALENA_NOEXCEPT;
/* The ABI number of the library that runs; differs from GALENA_ABI_VERSION when the header and the
 * library do not belong together.
 * @since 0.1 @stability unstable */
GALENA_API uint32_t galena_abi_version(void) GALENA_NOEXCEPT;
/* The name of a status, "INVALID_ARGUMENT"; "INTERNAL" for a number that is none. Static: valid for
 * ever.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_status_name(galena_status status) GALENA_NOEXCEPT;

/* The status that came with the error, which is that of its first problem; GALENA_OK for NULL.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_error_status(const galena_error *error) GALENA_NOEXCEPT;
/* The number of problems, at least 1; 0 for NULL.
 * @since 0.1 @stability unstable */
GALENA_API size_t galena_error_count(const galena_error *error) GALENA_NOEXCEPT;
/* Of problem `index` (from 0, below the count): the status of this one problem; GALENA_OK beyond and
 * for NULL.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_error_problem_status(const galena_error *error,
                                                     size_t index) GALENA_NOEXCEPT;
/* Of problem `index`: a closed identifier to translate by, such as "unknown_field"; "" beyond, for NULL
 * and for the out-of-memory error. Borrowed from the error until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_error_detail(const galena_error *error, size_t index) GALENA_NOEXCEPT;
/* Of problem `index`: where it is, as a JSON pointer, the name of a field, column or parameter, a path,
 * or a line and column; may be "", and is "" beyond and for NULL. Borrowed from the error until it is
 * freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_error_subject(const galena_error *error, size_t index) GALENA_NOEXCEPT;
/* Of problem `index`: what is wrong, in English; "" beyond and for NULL. Borrowed from the error until
 * it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_error_message(const galena_error *error, size_t index) GALENA_NOEXCEPT;
/* Of problem `index`: what to do about it, in English; may be "", and is "" beyond and for NULL.
 * Borrowed from the error until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_error_hint(const galena_error *error, size_t index) GALENA_NOEXCEPT;
/* Frees the error and all text borrowed from it. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_error_free(galena_error *error) GALENA_NOEXCEPT;

/* The bytes of the buffer; the byte after the last is 0. "" for NULL. Borrowed from the buffer until it
 * is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_buffer_data(const galena_buffer *buffer) GALENA_NOEXCEPT;
/* The number of bytes, without the 0 after the last; 0 for NULL.
 * @since 0.1 @stability unstable */
GALENA_API size_t galena_buffer_size(const galena_buffer *buffer) GALENA_NOEXCEPT;
/* Appends bytes; for the buffer that a galena_normaliser is given.
 *
 * GALENA_INVALID_ARGUMENT and GALENA_NO_MEMORY leave the buffer as it was.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_buffer_append(galena_buffer *buffer, const char *bytes,
                                              size_t bytes_size) GALENA_NOEXCEPT;
/* Frees the buffer and its bytes. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_buffer_free(galena_buffer *buffer) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Actor: who asks. The host authenticates.
 */

/* Makes an actor without roles.
 *
 * user     id of the user; at least one byte
 * partner  id of the user's partner organisation; empty: a user of the vendor
 * actor    the new actor, owned by the caller
 *
 * GALENA_INVALID_ARGUMENT "missing_user": user is empty.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_actor_create(const char *user, size_t user_size,
                                             const char *partner, size_t partner_size,
                                             galena_actor **actor,
                                             galena_error **error) GALENA_NOEXCEPT;
/* Gives the actor one more role; the text is copied. Changes the actor: needs it alone.
 *
 * role  its name, as a process lists it under "roles"
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_actor_add_role(galena_actor *actor, const char *role,
                                               size_t role_size,
                                               galena_error **error) GALENA_NOEXCEPT;
/* Frees the actor. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_actor_free(galena_actor *actor) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Schema: the fields of an entity
 */

/* Reads a schema definition: {"entity", "fields": [{"name", "type", "kind", "label", "help", "purpose",
 * "required", "max_length", "values", "open_values", "currency", "references"}]}.
 *
 * json    the definition
 * schema  the new schema, owned by the caller
 *
 * GALENA_PARSE: no JSON. GALENA_INVALID_ARGUMENT: every problem of the content with its JSON pointer.
 * O(json_size + fields^2).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_schema_parse(const char *json, size_t json_size,
                                             galena_schema **schema,
                                             galena_error **error) GALENA_NOEXCEPT;
/* A shipped schema.
 *
 * entity  "account", "campaign", "contact", "lead", "opportunity", "partner" or "registration"
 * schema  a new handle, owned by the caller
 *
 * GALENA_NOT_FOUND "unknown_schema": another name. O(size of the definition).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_schema_standard(const char *entity, size_t entity_size,
                                                galena_schema **schema,
                                                galena_error **error) GALENA_NOEXCEPT;
/* The schema that a table's columns have by themselves: entity "record", a field a column, in their
 * order; a decimal column with a currency is money; a column without a name is "column_<n>", n from 1.
 *
 * table   not NULL; the schema does not need it
 * schema  the new schema, owned by the caller
 *
 * O(columns^2).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_schema_of_table(const galena_table *table, galena_schema **schema,
                                                galena_error **error) GALENA_NOEXCEPT;
/* The canonical JSON of the schema; "" for NULL. Borrowed from the schema until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_schema_json(const galena_schema *schema) GALENA_NOEXCEPT;
/* SHA-256 of galena_schema_json, 64 hexadecimal digits; "" for NULL. Two schemas of one hash count as
 * the same. Borrowed from the schema until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_schema_hash(const galena_schema *schema) GALENA_NOEXCEPT;
/* The number of fields; 0 for NULL.
 * @since 0.1 @stability unstable */
GALENA_API uint32_t galena_schema_field_count(const galena_schema *schema) GALENA_NOEXCEPT;
/* The name of field `field` (from 0, below the count; "" else and for NULL). Borrowed from the schema
 * until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_schema_field_name(const galena_schema *schema,
                                                uint32_t field) GALENA_NOEXCEPT;
/* The number of the field of a name.
 *
 * name   exact, case included
 * field  the number, from 0; not NULL
 *
 * GALENA_NOT_FOUND "unknown_field". O(log fields).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_schema_find(const galena_schema *schema, const char *name,
                                            size_t name_size, uint32_t *field,
                                            galena_error **error) GALENA_NOEXCEPT;
/* Remarks of the linter: fields without label, help or purpose, picklists without values, references
 * without an entity, money without a currency.
 *
 * findings  a new buffer, owned by the caller: a JSON array of {"code", "severity", "pointer",
 *           "message", "witness"}, severity "error", "warning" or "info", in the order of the fields;
 *           "witness" may be ""
 *
 * O(fields).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_schema_lint(const galena_schema *schema, galena_buffer **findings,
                                            galena_error **error) GALENA_NOEXCEPT;
/* Frees the caller's handle; records and definitions made from it go on. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_schema_free(galena_schema *schema) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Record: one record of a schema; make it once, set and reset it often
 */

/* Makes a record with all fields blank.
 *
 * schema  not NULL; the record keeps what it needs of it
 * record  the new record, owned by the caller
 *
 * O(fields).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_create(const galena_schema *schema, galena_record **record,
                                              galena_error **error) GALENA_NOEXCEPT;
/* Sets one field from text, which is copied. Text for a typed field is read in its canonical form
 * (2026-11-22, 2026-11-22T03:01:55Z, 12.50 EUR, true); empty text makes any field blank.
 *
 * field  its number in the schema, from 0
 * text   the value
 *
 * GALENA_NOT_FOUND "unknown_field": no such number. GALENA_INVALID_ARGUMENT "bad_value", subject = the
 * field's name: not in canonical form. The record is unchanged after an error. O(text_size). Changes
 * the record.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_set_text(galena_record *record, uint32_t field,
                                                const char *text, size_t text_size,
                                                galena_error **error) GALENA_NOEXCEPT;
/* Sets one field from a whole number, converted to the field's type where nothing is lost (number,
 * decimal, money without currency, text).
 *
 * field  its number in the schema, from 0
 * value  in units of the field
 *
 * GALENA_NOT_FOUND "unknown_field". GALENA_INVALID_ARGUMENT "bad_value", subject = the field's name:
 * the type cannot hold it. The record is unchanged after an error. Changes the record.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_set_int(galena_record *record, uint32_t field, int64_t value,
                                               galena_error **error) GALENA_NOEXCEPT;
/* As galena_record_set_int, from a double; not-a-number makes the field blank. A decimal or money field
 * takes its shortest decimal digits, a whole-number field a number without a fraction. Errors as there.
 * Changes the record.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_set_number(galena_record *record, uint32_t field,
                                                  double value,
                                                  galena_error **error) GALENA_NOEXCEPT;
/* As galena_record_set_int, from a truth value: 0 is false, anything else true. For boolean and text
 * fields. Errors as there. Changes the record.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_set_bool(galena_record *record, uint32_t field,
                                                int32_t value,
                                                galena_error **error) GALENA_NOEXCEPT;
/* As galena_record_set_int, from an exact decimal: coefficient x 10^-scale.
 *
 * coefficient  the digits, with the sign
 * scale        decimals, 0 to 18
 *
 * Errors as there; GALENA_INVALID_ARGUMENT "bad_scale", subject "scale": outside 0 to 18. Changes the
 * record.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_set_decimal(galena_record *record, uint32_t field,
                                                   int64_t coefficient, int32_t scale,
                                                   galena_error **error) GALENA_NOEXCEPT;
/* As galena_record_set_decimal, in a currency. For money and text fields.
 *
 * currency  three capital letters (ISO 4217)
 *
 * Errors as there; GALENA_INVALID_ARGUMENT "bad_currency", subject "currency": not three capital
 * letters. Changes the record.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_set_money(galena_record *record, uint32_t field,
                                                 int64_t coefficient, int32_t scale,
                                                 const char *currency, size_t currency_size,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* As galena_record_set_int, from a date. For date and text fields.
 *
 * days  since 1970-01-01; may be negative
 *
 * Errors as there. Changes the record.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_set_date(galena_record *record, uint32_t field, int32_t days,
                                                galena_error **error) GALENA_NOEXCEPT;
/* As galena_record_set_int, from an instant. For instant and text fields.
 *
 * instant  microseconds since 1970-01-01T00:00:00Z; may be negative
 *
 * Errors as there. Changes the record.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_set_instant(galena_record *record, uint32_t field,
                                                   int64_t instant,
                                                   galena_error **error) GALENA_NOEXCEPT;
/* Makes one field blank, required or not. GALENA_NOT_FOUND "unknown_field": no such number. Changes the
 * record.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_set_blank(galena_record *record, uint32_t field,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* Sets the fields named by a JSON object, {"country":"DE","employees":50}; fields not named keep their
 * values. null is blank; the items of a multi-picklist may be an array of text.
 *
 * json  an object; values are converted as galena_record_set_text and the others do
 *
 * GALENA_PARSE: no JSON. GALENA_INVALID_ARGUMENT, every problem with its JSON pointer: "unknown_field",
 * "bad_value", "bad_item", "bad_decimal", "wrong_type". All or none: the record is unchanged after an
 * error. O(json_size + fields). Changes the record.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_set_json(galena_record *record, const char *json,
                                                size_t json_size,
                                                galena_error **error) GALENA_NOEXCEPT;
/* Takes all fields from one row of a table, by name: columns that the schema does not have are passed
 * over, fields that the table does not have become blank.
 *
 * table  not NULL; values are copied
 * row    from 0, below the table's row count
 *
 * GALENA_INVALID_ARGUMENT: "bad_row", no such row; "bad_value", subject = the field's name, the first
 * value that does not fit its field. The record is unchanged after an error. O(fields x columns).
 * Changes the record.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_set_row(galena_record *record, const galena_table *table,
                                               size_t row, galena_error **error) GALENA_NOEXCEPT;
/* Makes all fields blank; memory is kept. O(fields). Changes the record.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_reset(galena_record *record,
                                             galena_error **error) GALENA_NOEXCEPT;
/* The fields that are not blank, as a JSON object in the order of the schema.
 *
 * json  a new buffer, owned by the caller
 *
 * O(size of the values).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_json(const galena_record *record, galena_buffer **json,
                                            galena_error **error) GALENA_NOEXCEPT;
/* Whether the record may be saved: GALENA_OK, or every problem in the order of the schema, subject =
 * the field's name.
 *
 * GALENA_INVALID_ARGUMENT: "required", a required field is blank; "unknown_value", not in a closed
 * picklist. GALENA_LIMIT_EXCEEDED "too_long": more characters than max_length. GALENA_BAD_ENCODING. The
 * status is that of the first problem; the form of e-mail addresses is not looked at. O(size of the
 * values).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_validate(const galena_record *record,
                                                galena_error **error) GALENA_NOEXCEPT;
/* Writes the changes of a decision into the record: all or none.
 *
 * decision  of any router or process; not NULL
 *
 * GALENA_NOT_FOUND "unknown_field": the schema lacks a field that changes. GALENA_INVALID_ARGUMENT
 * "bad_value": a new value does not fit its field. Every problem is reported; the record is unchanged
 * then. O(fields). Changes the record.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_record_apply(galena_record *record, const galena_decision *decision,
                                             galena_error **error) GALENA_NOEXCEPT;
/* Frees the record. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_record_free(galena_record *record) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Table: records by the column, immutable
 */

/* How a CSV file is written. */
typedef struct galena_csv_options {
  size_t struct_size; /* sizeof(galena_csv_options) */
  /* One ASCII character, no quote and no line end; 0: that of a `sep=` line, else found among , ; tab
   * and |. */
  char delimiter;
  char reserved[7]; /* 0 */
  /* "utf-8", "utf-16le", "utf-16be", "windows-1252", in any case; NULL: by byte order mark, else
   * UTF-8. */
  const char *encoding;
  size_t encoding_size; /* bytes */
  /* JSON object, column name -> field type: {"employees":"integer"}, as in schemas; columns that are not
   * named are text; NULL: every column is text. */
  const char *types;
  size_t types_size;        /* bytes */
  galena_progress progress; /* called about a hundred times at most; NULL: none */
  void *user_data;          /* for progress; not looked at, may be NULL */
} galena_csv_options;

/* Reads a CSV file, streaming. Bad rows are left out and reported by galena_table_errors.
 *
 * path     of the file, UTF-8
 * options  NULL: all defaults
 * table    the new table, owned by the caller
 *
 * GALENA_IO: "not_readable", "is_directory". GALENA_BAD_ENCODING: "binary", no text; a header that is
 * not text of the encoding. GALENA_PARSE: "no_header", or a broken quote in the header.
 * GALENA_LIMIT_EXCEEDED: a header over 32 MiB or of more than 65,536 columns, more than 1,000,000 bad
 * rows. GALENA_INVALID_ARGUMENT: "unknown_encoding", "bad_delimiter", "reserved", a bad `types`,
 * "unknown_column" for a type of a column that is not there. GALENA_CANCELLED. O(bytes); memory for the
 * table and one block or the longest row.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_table_read_csv(const char *path, size_t path_size,
                                               const galena_csv_options *options,
                                               galena_table **table,
                                               galena_error **error) GALENA_NOEXCEPT;
/* The same from memory; the bytes are in the encoding of the options, UTF-8 or not.
 *
 * bytes    read during the call only; may be NULL when bytes_size is 0
 * options  NULL: all defaults
 * table    the new table, owned by the caller; it does not need the bytes
 *
 * Errors as galena_table_read_csv, without GALENA_IO. O(bytes).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_table_parse_csv(const char *bytes, size_t bytes_size,
                                                const galena_csv_options *options,
                                                galena_table **table,
                                                galena_error **error) GALENA_NOEXCEPT;
/* Writes RFC 4180 CSV: UTF-8 without a byte order mark, comma, LF line ends, a header. Null and empty
 * text are both an empty field. An existing file is replaced.
 *
 * path  of the file, UTF-8
 *
 * GALENA_IO "not_writable"; what was written until then stays. O(values).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_table_write_csv(const galena_table *table, const char *path,
                                                size_t path_size,
                                                galena_error **error) GALENA_NOEXCEPT;
/* Reads all batches of a stream of record batches and releases the stream, whatever the outcome, on the
 * calling thread (galena_table_read_arrow: on several). Values are copied, but for a utf8 or large_utf8
 * column of one batch with thousands of texts that hardly repeat: it stays in the batch, which must not
 * change and is released, on any thread, with the last table that has a column of it. Instants are kept
 * as UTC, nanoseconds are cut to microseconds.
 *
 * stream  not NULL, not yet released; its callbacks run on the calling thread
 * table   the new table, owned by the caller
 *
 * Subject = the column, one problem for each column that has any. GALENA_UNSUPPORTED
 * "unsupported_type", with the Arrow format. GALENA_LIMIT_EXCEEDED "out_of_range": a number or time
 * that does not fit, with the row. GALENA_BAD_ENCODING: text that is not UTF-8.
 * GALENA_INVALID_ARGUMENT: "duplicate_column", "not_a_table" (no struct of columns), "released_stream".
 * GALENA_CORRUPT "bad_array": breaks the Arrow format. GALENA_IO: the producer failed, with its words;
 * GALENA_NO_MEMORY when it said ENOMEM. O(values).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_table_import_arrow(struct ArrowArrayStream *stream,
                                                   galena_table **table,
                                                   galena_error **error) GALENA_NOEXCEPT;
/* How an Arrow stream is read. */
typedef struct galena_arrow_options {
  size_t struct_size; /* sizeof(galena_arrow_options) */
  uint32_t threads;   /* columns read at once; 0: as many as the machine has. The table is the same. */
  uint32_t reserved;  /* 0 */
} galena_arrow_options;

/* galena_table_import_arrow, by options: the columns of large batches are read on several threads, of
 * which the calling one is one. All callbacks of the stream run on the calling thread.
 *
 * stream   not NULL, not yet released; released whatever the outcome
 * options  NULL: all defaults, so as many threads as the machine has
 * table    the new table, owned by the caller
 *
 * Errors as galena_table_import_arrow, and GALENA_INVALID_ARGUMENT "reserved". O(values).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_table_read_arrow(struct ArrowArrayStream *stream,
                                                 const galena_arrow_options *options,
                                                 galena_table **table,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* Makes a stream of the table's record batches. Text, whole numbers, numbers and instants are handed on
 * without a copy where the storage allows.
 *
 * stream  not NULL; overwritten without a look at what was there, which is to be released before. Owned
 *         by the caller, who releases it; it and every batch share the table's storage and keep it
 *         alive
 *
 * After an error its release callback is NULL. O(1); reading it O(values). A stream is for one thread at a
 * time.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_table_export_arrow(const galena_table *table,
                                                   struct ArrowArrayStream *stream,
                                                   galena_error **error) GALENA_NOEXCEPT;
/* The number of rows; 0 for NULL.
 * @since 0.1 @stability unstable */
GALENA_API size_t galena_table_row_count(const galena_table *table) GALENA_NOEXCEPT;
/* The number of columns; 0 for NULL.
 * @since 0.1 @stability unstable */
GALENA_API size_t galena_table_column_count(const galena_table *table) GALENA_NOEXCEPT;
/* The name of column `column` (from 0, below the count; "" else and for NULL). Borrowed from the table
 * until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_table_column_name(const galena_table *table,
                                                size_t column) GALENA_NOEXCEPT;
/* The type of column `column`: "text", "boolean", "integer", "number", "decimal" (money, too), "date"
 * or "instant"; "" beyond and for NULL. Static: valid for ever.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_table_column_type(const galena_table *table,
                                                size_t column) GALENA_NOEXCEPT;
/* The number of the column of a name.
 *
 * name    exact, case included
 * column  the number, from 0; not NULL
 *
 * GALENA_NOT_FOUND "unknown_column". O(columns).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_table_find(const galena_table *table, const char *name,
                                           size_t name_size, size_t *column,
                                           galena_error **error) GALENA_NOEXCEPT;
/* One cell of a text column.
 *
 * row, column  from 0, below the counts
 * text         the bytes, borrowed from the table until it is freed and NOT NUL-terminated; NULL for
 *              null; not NULL itself
 * size         their number; 0 for null and for empty text; not NULL
 *
 * GALENA_INVALID_ARGUMENT: "bad_cell", no such row or column; "wrong_type", not a text column.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_table_text(const galena_table *table, size_t row, size_t column,
                                           const char **text, size_t *size,
                                           galena_error **error) GALENA_NOEXCEPT;
/* One cell of an integer, boolean (0, 1), date or instant column.
 *
 * row, column  from 0, below the counts
 * value        the number, the days since 1970-01-01, or the microseconds since 1970-01-01T00:00:00Z; 0
 *              for null; not NULL
 * is_null      1 for null, else 0; may be NULL
 *
 * GALENA_INVALID_ARGUMENT: "bad_cell", no such row or column; "wrong_type", a column of another type.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_table_int(const galena_table *table, size_t row, size_t column,
                                          int64_t *value, int32_t *is_null,
                                          galena_error **error) GALENA_NOEXCEPT;
/* One cell of a number column.
 *
 * row, column  from 0, below the counts
 * value        the number; not-a-number for null; not NULL
 *
 * GALENA_INVALID_ARGUMENT: "bad_cell", no such row or column; "wrong_type", not a number column.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_table_number(const galena_table *table, size_t row, size_t column,
                                             double *value, galena_error **error) GALENA_NOEXCEPT;
/* What was left out or changed when the table was made.
 *
 * errors  a new table, owned by the caller. Of CSV: line (from 1), column (a number from 1; 0: the row
 *         as a whole), detail, message, a row for each row left out. Of a conformed table: row (from
 *         0), column (a name of the source), detail, message, a row for each value that did not fit:
 *         "bad_value" (now blank), "too_long" (cut), "unknown_value" (kept). Of any other table: no
 *         columns and no rows.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_table_errors(const galena_table *table, galena_table **errors,
                                             galena_error **error) GALENA_NOEXCEPT;
/* Suggests which column of a table is which field of a schema, from names and values; each column and
 * each field at most once.
 *
 * table, schema  not NULL
 * mapping        a new buffer, owned by the caller: a JSON array of {"column", "field", "reason",
 *                "text"}, reason one of given, name, label, kind, words, values, next_best, and text
 *                the same in words
 *
 * O(columns x fields + the first 1,000 values of a column).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_table_suggest_mapping(const galena_table *table,
                                                      const galena_schema *schema,
                                                      galena_buffer **mapping,
                                                      galena_error **error) GALENA_NOEXCEPT;

/* What the caller knows about a foreign table. */
typedef struct galena_import_options {
  size_t struct_size; /* sizeof(galena_import_options) */
  /* JSON array of {"column","field"}, as galena_table_suggest_mapping gives; NULL: as suggested. */
  const char *mapping;
  size_t mapping_size; /* bytes */
  /* What the file means where its values do not tell: "day_month_year", "month_day_year",
   * "year_month_day", "excel_serial"; NULL: found out. */
  const char *date_order;
  size_t date_order_size; /* bytes */
  /* "point" or "comma"; NULL: found out. */
  const char *decimal_mark;
  size_t decimal_mark_size; /* bytes */
  /* Three capital letters (ISO 4217), of amounts that name no currency; NULL: none. */
  const char *currency;
  size_t currency_size; /* bytes */
  /* Minutes east of UTC, of times without an offset; used when has_utc_offset is not 0. */
  int32_t utc_offset_minutes;
  int32_t has_utc_offset; /* 0: times without an offset are an error where an instant is wanted */
  /* The first of the hundred years that two-digit years mean, such as 1950; 0: such dates are an
   * error. */
  int32_t first_two_digit_year;
  int32_t reserved; /* 0 */
} galena_import_options;

/* The table in the shape of a schema: one column a field, in its order and under its name, dates,
 * numbers and words of foreign form brought into canonical form. Fields that no column maps to are
 * null. Single values that do not fit are reported by galena_table_errors.
 *
 * table, schema  not NULL
 * options        NULL: all defaults
 * conformed      the new table, owned by the caller; columns that already fit share the storage of
 *                `table`
 *
 * GALENA_INVALID_ARGUMENT, subject = the column: "ambiguous_date", "mixed_dates", "two_digit_year",
 * "missing_offset", "ambiguous_number", "mixed_numbers", which are never guessed; all of them at once,
 * and when there is none all problems of the mapping: "unknown_column", "unknown_field",
 * "mapped_twice". Of the options: "unknown_word", "bad_currency", "reserved", and of mapping as any
 * JSON. O(values).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_table_conform(const galena_table *table,
                                              const galena_schema *schema,
                                              const galena_import_options *options,
                                              galena_table **conformed,
                                              galena_error **error) GALENA_NOEXCEPT;
/* Frees the caller's handle; streams and tables made from it go on. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_table_free(galena_table *table) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Criteria: does a record satisfy a condition
 */

/* Reads criteria and binds them to a schema:
 * {"criteria":[{"field":"country","op":"in","value":["DE","FR"]}],"logic":"1"}, {"match":"all"} or
 * {"match":"none"}.
 *
 * json        the definition
 * schema      what the records have; not NULL; the expression keeps what it needs of it
 * expression  the new expression, owned by the caller
 *
 * GALENA_PARSE: no JSON, or "bad_logic". GALENA_INVALID_ARGUMENT: the shape, unknown fields and
 * operators, operators that do not go with a type, operands of the wrong type. GALENA_LIMIT_EXCEEDED
 * "too_deep": the logic. GALENA_UNSUPPORTED "cel". All problems of the form at once, and when there is
 * none all of the binding. O(json_size x log fields).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_expression_parse(const char *json, size_t json_size,
                                                 const galena_schema *schema,
                                                 galena_expression **expression,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* The canonical JSON; "" for NULL. Borrowed from the expression until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_expression_json(const galena_expression *expression) GALENA_NOEXCEPT;
/* Whether a record satisfies the expression.
 *
 * record   of the schema of the expression; not NULL
 * now      microseconds since 1970-01-01T00:00:00Z, for the criteria that ask for days; days are
 *          counted in UTC
 * matched  1 or 0; not NULL
 *
 * GALENA_DENIED_BY_RULE "evaluation_error", subject = the criterion's JSON pointer: it cannot be
 * evaluated (a text that is no number). GALENA_INVALID_ARGUMENT "other_schema": the record has another
 * schema. O(criteria).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_expression_evaluate(const galena_expression *expression,
                                                    const galena_record *record, int64_t now,
                                                    int32_t *matched,
                                                    galena_error **error) GALENA_NOEXCEPT;
/* galena_expression_evaluate for every row of a table.
 *
 * table         has the columns of the schema first, in its order (as galena_table_conform gives, or
 *               the table of galena_schema_of_table); not NULL
 * now           as there
 * matched       an array of the caller; matched[row] becomes 1 or 0; may be NULL for a table without
 *               rows
 * matched_size  its elements; must be the number of rows
 *
 * GALENA_DENIED_BY_RULE "evaluation_error": as there, at the first such row. GALENA_INVALID_ARGUMENT:
 * "other_columns", "wrong_size". After an evaluation error every element is 0, after another one the
 * array is not written. O(rows x criteria).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_expression_filter(const galena_expression *expression,
                                                  const galena_table *table, int64_t now,
                                                  uint8_t *matched, size_t matched_size,
                                                  galena_error **error) GALENA_NOEXCEPT;
/* Frees the expression. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_expression_free(galena_expression *expression) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Assignment: who gets this lead, by which rule
 */

/* Reads a rule set: {"name", "entity", "default_owner", "owner_field", "owner_kind_field", "zone",
 * "entries": [{"id", "when", "assign"}], "pools": [{"id", "method", "members"}]}. Entries are ordered,
 * the first match wins. A zone is looked up in the machine's time zone database.
 *
 * json    the definition
 * schema  what the conditions are checked against; NULL: galena_router_create checks them
 * rules   the new rule set, owned by the caller
 *
 * Every problem with its JSON pointer: GALENA_PARSE, no JSON or bad logic; GALENA_NOT_FOUND
 * "unknown_zone"; GALENA_UNSUPPORTED "weighted_pool" and "cel"; GALENA_LIMIT_EXCEEDED "too_deep";
 * GALENA_INVALID_ARGUMENT, all others. The status is that of the first. O(json_size).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_rule_set_parse(const char *json, size_t json_size,
                                               const galena_schema *schema,
                                               galena_rule_set **rules,
                                               galena_error **error) GALENA_NOEXCEPT;
/* The canonical JSON; "" for NULL. Borrowed from the rule set until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_rule_set_json(const galena_rule_set *rules) GALENA_NOEXCEPT;
/* SHA-256 of galena_rule_set_json, 64 hexadecimal digits; "" for NULL. Borrowed from the rule set until
 * it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_rule_set_hash(const galena_rule_set *rules) GALENA_NOEXCEPT;
/* Remarks of the linter: unreachable, duplicate and contradictory entries, pools that are empty, absent
 * or not used.
 *
 * findings  a new buffer, owned by the caller; JSON as of galena_schema_lint, in the order of the
 *           definition
 *
 * O(entries^2 x criteria) at most.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_rule_set_lint(const galena_rule_set *rules,
                                              galena_buffer **findings,
                                              galena_error **error) GALENA_NOEXCEPT;
/* Frees the caller's handle; routers made from it go on. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_rule_set_free(galena_rule_set *rules) GALENA_NOEXCEPT;

/* Makes a router: the rules bound to a schema, and the state of their pools, which start without
 * history.
 *
 * rules, schema  not NULL; the router keeps what it needs of them
 * router         the new router, owned by the caller
 *
 * GALENA_INVALID_ARGUMENT, GALENA_LIMIT_EXCEEDED: as galena_expression_parse binds, for every condition
 * at once, below "/entries/<n>/when". O(size of the rules x log fields).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_router_create(const galena_rule_set *rules,
                                              const galena_schema *schema,
                                              galena_router **router,
                                              galena_error **error) GALENA_NOEXCEPT;
/* The state of the pools as JSON, to be given back to galena_router_set_state later.
 *
 * state  a new buffer, owned by the caller: {"version", "sequence", "pools": [{"id", "members": [{"id",
 *        "assigned", "open", "last_at", "last"}]}]}
 *
 * O(members).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_router_state(const galena_router *router, galena_buffer **state,
                                             galena_error **error) GALENA_NOEXCEPT;
/* Replaces the state of the pools.
 *
 * state  JSON as galena_router_state gives
 *
 * GALENA_PARSE: no JSON. GALENA_INVALID_ARGUMENT: every problem with its JSON pointer, "duplicate_id"
 * among them. The router keeps its state after an error. O(members log members). Changes the router.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_router_set_state(galena_router *router, const char *state,
                                                 size_t state_size,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* Decides who gets one record, and moves the state of the pool. No match, and a condition that cannot
 * be evaluated, are decisions, too: for the default owner.
 *
 * record    of the schema of the router; not NULL; not changed: see galena_record_apply
 * now       microseconds since 1970-01-01T00:00:00Z; days are counted in the zone of the rules
 * decision  the new decision, owned by the caller; it does not need the router
 *
 * GALENA_INVALID_ARGUMENT "other_schema". After GALENA_NO_MEMORY the state may have moved. O(criteria
 * up to the entry that decides + members of its pool). Changes the router: needs it alone.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_router_decide(galena_router *router, const galena_record *record,
                                              int64_t now, galena_decision **decision,
                                              galena_error **error) GALENA_NOEXCEPT;
/* galena_router_decide for every row of a table, one after the other.
 *
 * table      has the columns of the schema first, in its order; not NULL
 * now        as there
 * id         the column of ids; empty: row numbers from 0
 * decisions  the new table, owned by the caller: id, entry (null: none decided), target_kind, target,
 *            owner (null: none), reason; a row for every row, in their order
 *
 * GALENA_INVALID_ARGUMENT "other_columns"; GALENA_NOT_FOUND "unknown_column": no column `id`. After
 * GALENA_NO_MEMORY the state may have moved. O(rows) times a decision. Changes the router: needs it
 * alone.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_router_assign(galena_router *router, const galena_table *table,
                                              int64_t now, const char *id, size_t id_size,
                                              galena_table **decisions,
                                              galena_error **error) GALENA_NOEXCEPT;
/* Why a decision was made, from the decision alone.
 *
 * decision     of a router of the same rules; not NULL
 * explanation  a new buffer, owned by the caller: JSON {"entry", "id", "outcome", "lines",
 *              "near_misses"}, "lines" in plain words; "near_misses" is empty, for they cannot be known
 *              from a decision
 *
 * GALENA_INVALID_ARGUMENT: "other_definition", other rules or a process made it; "no_instant".
 * O(criteria).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_router_explain(const galena_router *router,
                                               const galena_decision *decision,
                                               galena_buffer **explanation,
                                               galena_error **error) GALENA_NOEXCEPT;
/* What one entry says of a record, whether or not an earlier entry would take it.
 *
 * record  of the schema of the router; not NULL
 * now     microseconds since 1970-01-01T00:00:00Z
 * entry   the id of the entry
 * lines   a new buffer, owned by the caller: a JSON array of sentences; when the entry does not match
 *         those of the fewest criteria that would have to say otherwise
 *
 * GALENA_NOT_FOUND "unknown_entry". GALENA_INVALID_ARGUMENT "other_schema". O(entries + criteria of the
 * entry). Reads the router.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_router_why_not(const galena_router *router,
                                               const galena_record *record, int64_t now,
                                               const char *entry, size_t entry_size,
                                               galena_buffer **lines,
                                               galena_error **error) GALENA_NOEXCEPT;
/* Frees the router and its state. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_router_free(galena_router *router) GALENA_NOEXCEPT;

/* The decision as canonical JSON: engine, definition, definition_hash, rule, reason, at, changes,
 * effects, readings, counters; "" for NULL. Borrowed from the decision until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_decision_json(const galena_decision *decision) GALENA_NOEXCEPT;
/* SHA-256 of galena_decision_json, 64 hexadecimal digits; "" for NULL. Borrowed from the decision until
 * it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_decision_digest(const galena_decision *decision) GALENA_NOEXCEPT;
/* What decided: the id of a router's entry, or "/transitions/<n>" of a process; "" when none did and
 * for NULL. Borrowed from the decision until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_decision_rule(const galena_decision *decision) GALENA_NOEXCEPT;
/* The closed reason code. Of a router: assigned, kept, no_rule_matched, evaluation_error, pool_empty,
 * all_absent or all_at_capacity. Of a step: stepped, stepped_against_advice, or the detail of its
 * rejection. "" for NULL. Borrowed from the decision until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_decision_reason(const galena_decision *decision) GALENA_NOEXCEPT;
/* The canonical text of the value that field `field` gets, "" when it becomes blank; NULL when the
 * decision does not change it, and for a NULL decision or name. Borrowed from the decision until it is
 * freed. O(changes).
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_decision_change(const galena_decision *decision, const char *field,
                                              size_t field_size) GALENA_NOEXCEPT;
/* Frees the decision. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_decision_free(galena_decision *decision) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Lifecycle: may this record move from here to there, and if not, why not
 */

/* Reads a process and binds it to a schema: {"name", "label", "version", "initial", "field",
 * "reason_field", "statuses": [...], "transitions": [{"from", "event", "to", "guard", "require",
 * "roles", "reasons", "effects", "mode", "new_period"}]}.
 *
 * json     the definition
 * schema   must have every field that is read, with a type its guard can use; not NULL; the process
 *          keeps what it needs of it
 * process  the new process, owned by the caller
 *
 * Every problem with its JSON pointer: GALENA_PARSE, no JSON or bad logic; GALENA_UNSUPPORTED
 * "timers_unsupported" and "cel"; GALENA_LIMIT_EXCEEDED "guidance_too_long", "too_many_key_fields",
 * "too_deep"; GALENA_INVALID_ARGUMENT, all others, "unknown_field" among them. The status is that of
 * the first. O(json_size + statuses x events x transitions).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_process_parse(const char *json, size_t json_size,
                                              const galena_schema *schema,
                                              galena_process **process,
                                              galena_error **error) GALENA_NOEXCEPT;
/* A shipped process.
 *
 * name     "lead" or "opportunity"
 * schema   what to bind it to; NULL: the shipped schema of that name
 * process  a new handle, owned by the caller
 *
 * GALENA_NOT_FOUND "unknown_process": another name. GALENA_INVALID_ARGUMENT, every problem with its
 * JSON pointer: the schema lacks a field that is read, or has it with a type its guard cannot use.
 * O(size of the definition).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_process_standard(const char *name, size_t name_size,
                                                 const galena_schema *schema,
                                                 galena_process **process,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* The canonical JSON; "" for NULL. Borrowed from the process until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_process_json(const galena_process *process) GALENA_NOEXCEPT;
/* SHA-256 of galena_process_json, 64 hexadecimal digits; "" for NULL. Borrowed from the process until
 * it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_process_hash(const galena_process *process) GALENA_NOEXCEPT;
/* Whether the process can do what it is for: unreachable statuses, dead ends, traps, shadowed
 * transitions. Guards count as conditions that may hold or not.
 *
 * findings  a new buffer, owned by the caller; JSON as of galena_schema_lint, where "witness" is the
 *           JSON text of {"events", "statuses"}, a shortest way there
 *
 * O(statuses x events + transitions between statuses).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_process_verify(const galena_process *process,
                                               galena_buffer **findings,
                                               galena_error **error) GALENA_NOEXCEPT;
/* A diagram for Mermaid (stateDiagram-v2).
 *
 * diagram  a new buffer, owned by the caller; the same process gives the same bytes
 *
 * O(size of the process).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_process_mermaid(const galena_process *process,
                                                galena_buffer **diagram,
                                                galena_error **error) GALENA_NOEXCEPT;
/* A diagram for Graphviz. Otherwise as galena_process_mermaid.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_process_dot(const galena_process *process, galena_buffer **diagram,
                                            galena_error **error) GALENA_NOEXCEPT;
/* The events of a shortest way from one status to another, guards aside.
 *
 * from, to  ids of statuses; the same gives no events
 * events    a new buffer, owned by the caller: a JSON array of event names
 *
 * GALENA_NOT_FOUND: "unknown_status", "no_way". O(statuses x transitions).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_process_events_between(const galena_process *process,
                                                       const char *from, size_t from_size,
                                                       const char *to, size_t to_size,
                                                       galena_buffer **events,
                                                       galena_error **error) GALENA_NOEXCEPT;
/* Frees the process; instances and steps go on. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_process_free(galena_process *process) GALENA_NOEXCEPT;

/* Makes an instance in the initial status, of version 0.
 *
 * record_id  id of the record it belongs to; may be empty when the host keys it otherwise
 * now        microseconds since 1970-01-01T00:00:00Z; no step may be earlier
 * instance   the new instance, owned by the caller
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_process_start(const galena_process *process, const char *record_id,
                                              size_t record_id_size, int64_t now,
                                              galena_instance **instance,
                                              galena_error **error) GALENA_NOEXCEPT;
/* Tries an event. A step that is refused is a result, not an error: see galena_step_accepted and
 * galena_step_rejection. Neither the instance nor the record is changed: the step carries the new
 * instance, and galena_record_apply writes its decision.
 *
 * instance  of this process; one of another is refused
 * event     the name; one that leads nowhere from here is refused
 * record    of the schema the process is bound to; not NULL
 * actor     who asks; not NULL
 * now       microseconds since 1970-01-01T00:00:00Z; refused when before the last step. Days are
 *           counted in UTC
 * reason    may be empty where the transition needs none
 * step      the new step, owned by the caller; it needs none of the others
 *
 * GALENA_INVALID_ARGUMENT "other_schema": the record. O(fields + transitions of the status and event x
 * size of their guards).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_process_step(const galena_process *process,
                                             const galena_instance *instance, const char *event,
                                             size_t event_size, const galena_record *record,
                                             const galena_actor *actor, int64_t now,
                                             const char *reason, size_t reason_size,
                                             galena_step **step,
                                             galena_error **error) GALENA_NOEXCEPT;
/* The events that lead out of the present status, sorted, with what is missing where one is not
 * allowed.
 *
 * instance, record, actor, now  as of galena_process_step
 * events                        a new buffer, owned by the caller: a JSON array of {"event", "allowed",
 *                               "to", "reasons", "warnings", "attempts"}
 *
 * GALENA_CONFLICT "other_definition": the instance is of another process or version.
 * GALENA_INVALID_ARGUMENT: "unknown_status", of the instance; "other_schema", of the record. O(fields +
 * transitions of the status x size of their guards).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_process_available(const galena_process *process,
                                                  const galena_instance *instance,
                                                  const galena_record *record,
                                                  const galena_actor *actor, int64_t now,
                                                  galena_buffer **events,
                                                  galena_error **error) GALENA_NOEXCEPT;

/* Reads an instance as galena_instance_json gives it. Whether it goes with a process is checked by each
 * step.
 *
 * json      the instance
 * instance  the new instance, owned by the caller
 *
 * GALENA_PARSE: no JSON. GALENA_INVALID_ARGUMENT: every problem with its JSON pointer. O(json_size).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_instance_parse(const char *json, size_t json_size,
                                               galena_instance **instance,
                                               galena_error **error) GALENA_NOEXCEPT;
/* The canonical JSON, to be stored; "" for NULL. Borrowed from the instance until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_instance_json(const galena_instance *instance) GALENA_NOEXCEPT;
/* The id of its status; "" for NULL. Borrowed from the instance until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_instance_status(const galena_instance *instance) GALENA_NOEXCEPT;
/* Steps made so far, 0 or more: store an instance by compare-and-swap on it. 0 for NULL.
 * @since 0.1 @stability unstable */
GALENA_API int64_t galena_instance_version(const galena_instance *instance) GALENA_NOEXCEPT;
/* Frees the instance. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_instance_free(galena_instance *instance) GALENA_NOEXCEPT;

/* 1 when the step was made; 0 when it was refused, and for NULL.
 * @since 0.1 @stability unstable */
GALENA_API int32_t galena_step_accepted(const galena_step *step) GALENA_NOEXCEPT;
/* The instance after the step; as it was, when refused.
 *
 * instance  a new handle, owned by the caller; it does not need the step
 *
 * O(size of the instance).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_step_instance(const galena_step *step, galena_instance **instance,
                                              galena_error **error) GALENA_NOEXCEPT;
/* The decision of the step: changes, effects, readings; without changes and effects when refused.
 *
 * decision  a new handle, owned by the caller; it does not need the step
 *
 * O(size of the decision).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_step_decision(const galena_step *step, galena_decision **decision,
                                              galena_error **error) GALENA_NOEXCEPT;
/* The audit entry as JSON, to be kept; "" when refused and for NULL. Borrowed from the step until it is
 * freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_step_audit(const galena_step *step) GALENA_NOEXCEPT;
/* Why it was refused, as JSON {"code", "detail", "message", "attempts", "possible_events"}: every
 * transition tried and what stood in its way; "" when accepted and for NULL. detail is one of
 * not_allowed, evaluation_error (DENIED_BY_RULE), wrong_status, unknown_event (ILLEGAL_TRANSITION),
 * other_definition (CONFLICT), unknown_status, time_went_back (INVALID_ARGUMENT). Borrowed from the
 * step until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_step_rejection(const galena_step *step) GALENA_NOEXCEPT;
/* Frees the step; instances and decisions taken from it go on. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_step_free(galena_step *step) GALENA_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------
 * Match: which records are one person or company, with what probability, and why
 */

/* A model with built-in weights.
 *
 * preset  "person", "lead", "contact", "account" or "crm_standard_rules"
 * model   a new handle, owned by the caller
 *
 * GALENA_NOT_FOUND "unknown_preset".
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_model_preset(const char *preset, size_t preset_size,
                                             galena_model **model,
                                             galena_error **error) GALENA_NOEXCEPT;
/* Reads a model as galena_model_json gives it.
 *
 * json   the model
 * model  the new model, owned by the caller
 *
 * GALENA_PARSE: no JSON. GALENA_INVALID_ARGUMENT, every problem with its JSON pointer: the shape
 * ("missing_key", "unknown_key", "wrong_type", "unknown_word", "missing_level", "repeated_level") and
 * "unsupported_version"; when these are sound "probability_range", "repeated_field", "relation_extent",
 * "unknown_relation", "unknown_change", "too_many", "mixed_model", "bad_condition", "empty_rule".
 * O(json_size).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_model_parse(const char *json, size_t json_size,
                                            galena_model **model,
                                            galena_error **error) GALENA_NOEXCEPT;
/* Imports the JSON that Splink 4 or 5 saves a trained model as; a pair gets the weight that Splink gives
 * it. Its columns are those of the table, by name, as they are written. Blocking rules are not read.
 *
 * json   what save_model_to_json wrote
 * model  the new model, owned by the caller
 *
 * GALENA_PARSE: no JSON. GALENA_UNSUPPORTED "unsupported_condition", "unsupported_dialect": SQL that is none
 * of Splink's comparison library on texts and dates. GALENA_INVALID_ARGUMENT: the shape. Every problem at
 * once, with its JSON pointer. A level without a probability has the one Splink predicts with. O(json_size).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_model_from_splink(const char *json, size_t json_size,
                                                  galena_model **model,
                                                  galena_error **error) GALENA_NOEXCEPT;
/* The canonical JSON; "" for NULL. Borrowed from the model until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_model_json(const galena_model *model) GALENA_NOEXCEPT;
/* SHA-256 of galena_model_json, 64 hexadecimal digits; "" for NULL. Borrowed from the model until it is
 * freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_model_hash(const galena_model *model) GALENA_NOEXCEPT;
/* Frees the caller's handle; what was made with the model goes on. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_model_free(galena_model *model) GALENA_NOEXCEPT;

/* The normal form of one value: what different hands write of one thing, in one spelling. Names, companies
 * and cities as words without case and marks, e-mail addresses without tags and aliases, telephone numbers
 * as E.164, websites as registrable domains, days as 1978-11-12. What stands for nothing ("n/a", "unknown",
 * 000-00-0000) has none.
 *
 * kind     what the value is, as in galena_match_options
 * value    the value, UTF-8
 * country  for telephone numbers and regions that name none: ISO 3166 code in any case, or the country's
 *          name; empty: none
 * normal   a new buffer, owned by the caller; empty when the value has no normal form
 *
 * GALENA_INVALID_ARGUMENT "unknown_kind", "unknown_country". O(value_size).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_normalise(const char *kind, size_t kind_size, const char *value,
                                          size_t value_size, const char *country,
                                          size_t country_size, galena_buffer **normal,
                                          galena_error **error) GALENA_NOEXCEPT;

/* What to compare, and how. */
typedef struct galena_match_options {
  size_t struct_size; /* sizeof(galena_match_options) */
  /* JSON object, column -> kind: {"mail":"email","surname":"last_name"}. Columns that are not named are
   * ignored. NULL: taken from names and values. Kinds: full_name, first_name, middle_name, last_name,
   * name_suffix (Jr, III), company, email, phone, website, street, house_number, unit, city, region,
   * postal_code, country, birth_date (a day, or a year alone), date, created, identifier, category,
   * number, text, ignore. */
  const char *fields;
  size_t fields_size; /* bytes */
  /* The id column, unique and never blank, never compared; empty: row numbers from 0. */
  const char *id;
  size_t id_size; /* bytes */
  /* The same of the right table; galena_link only. */
  const char *right_fields;
  size_t right_fields_size; /* bytes */
  const char *right_id;     /* as id, of the right table */
  size_t right_id_size;     /* bytes */
  /* The model to use as it is; NULL: the preset that goes with the kinds present, trained on the data.
   * May be freed after the call. */
  const galena_model *model;
  /* Probability above 0 and below 1 from which a pair counts; 0: the model's. */
  double threshold;
  /* 0: as many as the machine has. Results are the same for any number. */
  uint32_t threads;
  /* galena_link: not 0 puts each record in at most one pair, strongest first. */
  int32_t one_to_one;
  galena_progress progress; /* NULL: none */
  void *user_data;          /* for progress; not looked at, may be NULL */
  /* galena_dedupe: a column of which a cluster holds each value at most once, such as the system a record
   * comes from; blanks bind nothing. Not compared unless `fields` names it. Empty: none. */
  const char *source;
  size_t source_size; /* bytes */
  /* Pairs that somebody decided are not one, never in one cluster nor linked: a table with the columns left
   * and right (ids). NULL: none. May be freed after the call. */
  const galena_table *not_duplicates;
  /* galena_dedupe: records that a cluster may have at most; 0: any number. */
  uint32_t most_members;
  uint32_t reserved; /* 0 */
  /* Bytes that the encoded records and the search for pairs may take together, beside the table and the
   * pairs found; 0: no limit. Under a limit it takes longer and finds the same; what does not fit at all
   * is GALENA_LIMIT_EXCEEDED "memory_limit", which says how much is needed. */
  uint64_t memory_limit;
  galena_normaliser normaliser; /* NULL: the built-in ones alone */
  void *normaliser_data;        /* for normaliser; not looked at, may be NULL */
  /* Blocking keys, JSON: [["email"],["last_name:sound","postcode"]]; two records are compared when they
   * agree on all columns of one key. Columns are the (left) table's, else the right one's. Behind a colon
   * is what of the column is compared: value (its normal form, as without a colon); of names sound, formal,
   * initial, two_letters; beginning (five letters); of words words (any of the rarest), two_words; house
   * (street); tail (telephone, seven digits); mailbox (e-mail); year, year_month, month_day (days). NULL,
   * empty or []: chosen automatically. */
  const char *blocking;
  size_t blocking_size; /* bytes */
} galena_match_options;

/* Trains a model: its probabilities become those of the data. galena_dedupe and galena_link train the preset
 * they start from themselves when no model is given; this gives the model for use elsewhere.
 *
 * table    not NULL
 * options  NULL: all defaults; model: where training starts (NULL: the preset that goes with the kinds
 *          present); threshold, right_*, one_to_one, source, not_duplicates, most_members and
 *          memory_limit are not read
 * pairs    NULL: candidates are found by blocking; else a table with columns left and right (ids): learn
 *          from these. With a column is_match (true, false; text "true", "false", "1", "0") they are
 *          judged: counted beside what the table teaches without them, which weighs as much as 200 of
 *          them, and the prior is calibrated on them
 * trained  the new model, owned by the caller
 *
 * Errors and cost as galena_dedupe; of pairs GALENA_NOT_FOUND "unknown_column", "unknown_id";
 * GALENA_INVALID_ARGUMENT "wrong_type", "no_pairs".
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_model_train(const galena_table *table,
                                            const galena_match_options *options,
                                            const galena_table *pairs, galena_model **trained,
                                            galena_error **error) GALENA_NOEXCEPT;

/* Finds the duplicates in a table. The same input gives the same result, but for the seconds in the
 * report, whatever the number of threads.
 *
 * table    not NULL; the result keeps its storage
 * options  NULL: all defaults
 * found    the new result, owned by the caller
 *
 * GALENA_NOT_FOUND "unknown_column": of id, fields, source or not_duplicates; "unknown_id": of
 * not_duplicates. GALENA_INVALID_ARGUMENT: "blank_id", "repeated_id" (the first ten);
 * "probability_range", the threshold; a bad `fields`. GALENA_LIMIT_EXCEEDED "too_many_rows", 2^32 - 2 or
 * more; "memory_limit". GALENA_CANCELLED. Of blocking: GALENA_NOT_FOUND "unknown_column";
 * GALENA_INVALID_ARGUMENT "empty_key", "not_compared", "unknown_part"; GALENA_LIMIT_EXCEEDED
 * "too_many_keys" (32), "too_many_alternatives"; a bad `blocking`. Expected O(n log n) for n
 * rows; about 600 bytes a row with seven fields.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_dedupe(const galena_table *table,
                                       const galena_match_options *options,
                                       galena_duplicates **found,
                                       galena_error **error) GALENA_NOEXCEPT;
/* Which rows are one.
 *
 * clusters  a new table, owned by the caller: id, cluster; a row for every row of the table, in its
 *           order. cluster is the id of the member created first where a column says when, else the
 *           least id
 *
 * The storage is shared.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_duplicates_clusters(const galena_duplicates *found,
                                                    galena_table **clusters,
                                                    galena_error **error) GALENA_NOEXCEPT;
/* The compared pairs at or above the threshold.
 *
 * pairs  a new table, owned by the caller: left, right (ids), weight (bits), probability (0 to 1); in
 *        the order of the rows, left before right
 *
 * The storage is shared.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_duplicates_pairs(const galena_duplicates *found,
                                                 galena_table **pairs,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* The model that was used.
 *
 * model  a new handle, owned by the caller; it does not need the result
 *
 * O(size of its JSON).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_duplicates_model(const galena_duplicates *found,
                                                 galena_model **model,
                                                 galena_error **error) GALENA_NOEXCEPT;
/* What each column was taken for, as JSON, {"mail":"email"}; "" for NULL. Borrowed from the result
 * until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_duplicates_fields(const galena_duplicates *found) GALENA_NOEXCEPT;
/* Counts, seconds and warnings, as JSON; "" for NULL. Borrowed from the result until it is freed.
 *
 *   records, pairs_compared   of all keys
 *   refined_blocks            those too large, split by further fields
 *   clusters                  with at least two members; of links: the pairs
 *   duplicates                rows beyond the first of their cluster; of links: left rows linked
 *   duplicates_per_record     the prior that fitted the data
 *   left_has_one,             whether rows of the (left) table, of the right one, that surely have a partner
 *   right_has_one             nearly always have one only; then the other pairs of two rows count too
 *   training                  rounds (0: nothing was trained), patterns (different patterns of agreement
 *                             that were counted), matches (pairs of one entity among them, as expected)
 *   blocking                  an object for each kind of key, in the order in which they are looked up:
 *                             key ("family name and city"), blocks (with at least two records), refined
 *                             (too large), largest (records of the largest before refining), compared
 *                             (pairs that no key before it brought up), found (of them, those above the
 *                             threshold at first sight), share (of its blocks that were compared, 0 to 1;
 *                             below 1 where an even sample showed, at 95 % confidence, that the rest
 *                             would add less than one in 200 to what was found before, at less than an
 *                             eighth of the yield; of given keys 1)
 *   seconds                   of each phase, by its name
 *   warnings                  texts, such as that a column was left out
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_duplicates_report(const galena_duplicates *found) GALENA_NOEXCEPT;
/* Why two records are, or are not, taken for one, whether or not they were compared: the evidence, the
 * blocking keys, and what became of the pair.
 *
 * row_a, row_b  rows of the table, from 0
 * explanation   a new handle, owned by the caller; it does not need the result
 *
 * GALENA_NOT_FOUND "unknown_row". O(fields) for a pair that was compared, else O(rows) for each blocking key
 * that both have.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_duplicates_explain(const galena_duplicates *found, size_t row_a,
                                                   size_t row_b, galena_explanation **explanation,
                                                   galena_error **error) GALENA_NOEXCEPT;
/* Which share of known matches blocking brought up, so that they were compared ("pair completeness"), whatever
 * was then found of them.
 *
 * matches       a table with columns left and right (ids), not NULL; where it has a column is_match (true,
 *               false; text "true", "false", "1", "0") the rows that it says true of
 * completeness  a new buffer, owned by the caller; JSON:
 *                 pairs       known matches, each pair once
 *                 brought_up  of them, those that some key brought up
 *                 share       brought_up / pairs, 0 to 1
 *                 by_key      an object for each kind of key, in the order of the report: key, found (matches
 *                             that it brings up), alone (of them, those that no other key brings up)
 *
 * GALENA_NOT_FOUND "unknown_column", "unknown_id" (the first ten); GALENA_INVALID_ARGUMENT "wrong_type",
 * "no_pairs". O(rows + matches) for each kind of key.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_duplicates_completeness(const galena_duplicates *found,
                                                        const galena_table *matches,
                                                        galena_buffer **completeness,
                                                        galena_error **error) GALENA_NOEXCEPT;
/* How the cluster that a record is in came about and holds together: the joins in their order, each member's
 * strongest link, records that moved, the weakest join, the average, the two that are least alike.
 *
 * row          of the table, from 0
 * explanation  a new handle, owned by the caller; it does not need the result
 *
 * GALENA_NOT_FOUND "unknown_row". O(rows + members^2); of a larger cluster the first 200 members are looked
 * at.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_duplicates_explain_cluster(
    const galena_duplicates *found, size_t row, galena_cluster_explanation **explanation,
    galena_error **error) GALENA_NOEXCEPT;
/* The explanation in plain words; "" for NULL. Borrowed from it until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_cluster_explanation_text(const galena_cluster_explanation *explanation)
    GALENA_NOEXCEPT;
/* The same as JSON: cluster, size, members, joins, links, moves, weakest, average, least; "" for NULL.
 * Borrowed from the explanation until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_cluster_explanation_json(const galena_cluster_explanation *explanation)
    GALENA_NOEXCEPT;
/* Frees the explanation. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_cluster_explanation_free(galena_cluster_explanation *explanation) GALENA_NOEXCEPT;
/* Frees the result; tables, models and explanations taken from it go on. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_duplicates_free(galena_duplicates *found) GALENA_NOEXCEPT;

/* Finds records of one table that are records of another. The same input gives the same result, but for
 * the seconds in the report, whatever the number of threads.
 *
 * left, right  not NULL; the result keeps their storage
 * options      NULL: all defaults
 * found        the new result, owned by the caller
 *
 * Errors and cost as galena_dedupe, for either table; n is the rows of both.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_link(const galena_table *left, const galena_table *right,
                                     const galena_match_options *options, galena_links **found,
                                     galena_error **error) GALENA_NOEXCEPT;
/* The pairs at or above the threshold.
 *
 * pairs  a new table, owned by the caller: left, right (ids of their tables), weight (bits),
 *        probability (0 to 1); in the order of the rows
 *
 * The storage is shared.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_links_pairs(const galena_links *found, galena_table **pairs,
                                            galena_error **error) GALENA_NOEXCEPT;
/* Counts, seconds and warnings, as JSON, as galena_duplicates_report has them; records are those of both
 * tables. "" for NULL. Borrowed from the result until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_links_report(const galena_links *found) GALENA_NOEXCEPT;
/* Why two records are, or are not, taken for one, whether or not they were compared.
 *
 * left_row     of the left table, from 0
 * right_row    of the right table, from 0
 * explanation  a new handle, owned by the caller; it does not need the result
 *
 * GALENA_NOT_FOUND "unknown_row". O(fields).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_links_explain(const galena_links *found, size_t left_row,
                                              size_t right_row, galena_explanation **explanation,
                                              galena_error **error) GALENA_NOEXCEPT;
/* Which share of known matches blocking brought up, as galena_duplicates_completeness; left and right are ids
 * of their tables.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_links_completeness(const galena_links *found,
                                                   const galena_table *matches,
                                                   galena_buffer **completeness,
                                                   galena_error **error) GALENA_NOEXCEPT;
/* Frees the result; tables and explanations taken from it go on. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_links_free(galena_links *found) GALENA_NOEXCEPT;

/* Compares two records by a model alone, with built-in frequencies.
 *
 * model        not NULL
 * fields       JSON object, field -> kind, as in galena_match_options; empty: nothing is compared
 * a, b         records of one schema; not NULL
 * explanation  a new handle, owned by the caller; it needs none of the others
 *
 * GALENA_INVALID_ARGUMENT: "unknown_field", the schema has no such field; "other_schema", b is of
 * another schema than a; a kind that is none, with its pointer. GALENA_PARSE: fields is no JSON.
 * O(fields).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_model_compare(const galena_model *model, const char *fields,
                                              size_t fields_size, const galena_record *a,
                                              const galena_record *b,
                                              galena_explanation **explanation,
                                              galena_error **error) GALENA_NOEXCEPT;
/* The probability, 0 to 1, that both are one; 0 for NULL.
 * @since 0.1 @stability unstable */
GALENA_API double galena_explanation_probability(const galena_explanation *explanation) GALENA_NOEXCEPT;
/* The weight in bits, from which the probability comes: 1 / (1 + 2^-weight); 0 for NULL.
 * @since 0.1 @stability unstable */
GALENA_API double galena_explanation_weight(const galena_explanation *explanation) GALENA_NOEXCEPT;
/* The waterfall in plain words, a line a step; "" for NULL. Borrowed from the explanation until it is
 * freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_explanation_text(const galena_explanation *explanation) GALENA_NOEXCEPT;
/* The same as JSON: probability, weight, prior, relation, related, change, changed, rule, ruled, partners, rival,
 * candidate, fields, keys (the blocking keys of both; none for two records alone), outcome (together, would_join, obstacle, words; null but for
 * records of duplicates and links); "" for NULL. Borrowed from the explanation until it is freed.
 * @since 0.1 @stability unstable */
GALENA_API const char *galena_explanation_json(const galena_explanation *explanation) GALENA_NOEXCEPT;
/* Frees the explanation. NULL is accepted.
 * @since 0.1 @stability unstable */
GALENA_API void galena_explanation_free(galena_explanation *explanation) GALENA_NOEXCEPT;

/* What a measure takes besides the texts. NULL where it is asked for: none of it. */
typedef struct galena_similarity_options {
  size_t struct_size;  /* sizeof(galena_similarity_options) */
  double cutoff;       /* 0 to 1: a similarity below it is given as 0, and found early */
  uint32_t size;       /* ngram_jaccard: characters of a gram, 1 to 8; 0: 2 */
  uint32_t days;       /* date: so many days apart have nothing in common; 0: 365 */
  /* soft_tfidf: a JSON object, word -> weight above 0 (inverse document frequency). A word that is not
   * there has the largest weight. NULL: all words weigh 1. */
  const char *weights;
  size_t weights_size; /* bytes */
} galena_similarity_options;

/* How similar two texts are, 0 (nothing in common) to 1 (the same; two empty texts are). Characters are
 * compared; nothing is folded.
 *
 * measure     levenshtein, osa, damerau_levenshtein, indel, hamming, jaro, jaro_winkler, bigram_jaccard,
 *             token_jaccard, token_set, ngram_jaccard, soft_tfidf, number or date. Distances d of texts of
 *             n and m characters become 1 - d / max(n, m), that of indel 1 - d / (n + m), that of numbers
 *             such as -12.5 1 - |a - b| / max(|a|, |b|), that of days such as 2026-11-23 1 - d / days;
 *             none is less than 0
 * options     NULL: all defaults
 * similarity  not NULL
 *
 * GALENA_NOT_FOUND "unknown_measure". GALENA_INVALID_ARGUMENT: "out_of_range", an option; "unused_option",
 * one that the measure does not take; "not_a_number", "not_a_date". GALENA_PARSE "bad_json". O(n m / 64) for
 * most measures and texts of n and m characters, O(n m) at worst.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_similarity(const char *measure, size_t measure_size, const char *a,
                                           size_t a_size, const char *b, size_t b_size,
                                           const galena_similarity_options *options,
                                           double *similarity,
                                           galena_error **error) GALENA_NOEXCEPT;
/* The same for one text and every row of a column, many rows at a time by the vector instructions that
 * the processor has; the results are those of galena_similarity() on every machine.
 *
 * measure       as above
 * table         not NULL
 * column        the name of a column of text
 * options       as above
 * similarities  a new table, owned by the caller: similarity, a number, a row for every row of the
 *               table, in its order; blank where the text is, or is no number or day where the measure
 *               needs one
 *
 * GALENA_NOT_FOUND: "unknown_measure"; "unknown_column", the table has no such column.
 * GALENA_INVALID_ARGUMENT "wrong_type": the column is not one of text; else as above. O(rows) times the
 * above.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_similarities(const char *measure, size_t measure_size,
                                             const char *text, size_t text_size,
                                             const galena_table *table, const char *column,
                                             size_t column_size,
                                             const galena_similarity_options *options,
                                             galena_table **similarities,
                                             galena_error **error) GALENA_NOEXCEPT;
/* How a word sounds: its codes by Double Metaphone (Philips 2000). Any case; characters other than A to Z,
 * C with cedilla and N with tilde are skipped.
 *
 * size       the most characters of a code; 0: 4
 * primary    owned by the caller
 * alternate  owned by the caller; equal to primary when there is no other pronunciation
 *
 * O(word).
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_double_metaphone(const char *word, size_t word_size, size_t size,
                                                 galena_buffer **primary, galena_buffer **alternate,
                                                 galena_error **error) GALENA_NOEXCEPT;

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
/* The same with a normaliser of the host, for the records that are added and those that are looked up.
 *
 * normaliser       NULL: as galena_index_create
 * normaliser_data  for it; not looked at, must last as long as the index
 *
 * The calls that take records or tables then have the errors of a galena_normaliser too, and change nothing
 * when they fail so.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_create_normalised(
    const galena_schema *schema, const galena_model *model, const char *fields, size_t fields_size,
    galena_normaliser normaliser, void *normaliser_data, galena_index **index,
    galena_error **error) GALENA_NOEXCEPT;
/* Reads what galena_index_save wrote, in this or another language.
 *
 * schema      of the records that will come; it must have every field of the index; not NULL
 * bytes       read during the call only
 * index       the new index, owned by the caller
 *
 * GALENA_CORRUPT "bad_index": no index, cut short, or changed. GALENA_UNSUPPORTED
 * "unsupported_version": written by a newer library. GALENA_NOT_FOUND "unknown_field": the schema lacks
 * a field of the index. GALENA_INVALID_ARGUMENT "wrong_normaliser": the index has one of the host.
 * O(records), each about as long as galena_index_add. Any thread.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_open(const galena_schema *schema, const char *bytes,
                                           size_t bytes_size, galena_index **index,
                                           galena_error **error) GALENA_NOEXCEPT;
/* The same for an index that was made with a normaliser, which is to be the same one. It is not asked about
 * the records of the index: they keep what it made of them.
 *
 * GALENA_INVALID_ARGUMENT "wrong_normaliser": the index was made with one and there is none, or the other way
 * round.
 * @since 0.1 @stability unstable */
GALENA_API galena_status galena_index_open_normalised(const galena_schema *schema, const char *bytes,
                                                      size_t bytes_size,
                                                      galena_normaliser normaliser,
                                                      void *normaliser_data, galena_index **index,
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
