/* cookbook/kitchen.h: what the parts of the kitchen share: the databases, cells as texts that compare, parameters as texts.
 *
 * It knows nothing of recipes. kitchen.c, cells.c, parameters.c and served.c implement it.
 */
#ifndef COOKBOOK_KITCHEN_H
#define COOKBOOK_KITCHEN_H

#include "cookbook.h"

#include "exec/compile.h"
#include "support/client.h"

/* data.c: statements and tables, each closed by NULL. */
extern const char *const kitchen_data[];
/* For PostgreSQL: rows that brought their keys did not move the counters. */
extern const char kitchen_counters[];
extern const cq_table *const kitchen_tables[];

/* One column of a result: what its cells are to be compared as. */
typedef struct column_kind {
	cq_type type;
	const cq_enum *labels;
	const char *name;
} column_kind;

/* A result as a text, a line for each row, whoever gave it: equal values are equal texts. */
void cells_of_client(cq__buffer *out, const client_rows *rows, const column_kind *columns, uint32_t count);
void cells_of_structs(cq__buffer *out, const cq_any_rows *rows, const cq_target *target);
void cells_of_scalar(cq__buffer *out, const void *value, const cq_row_field *field);

/* The columns of a target's rows, an OBJECT's one by one; returns how many. */
uint32_t columns_of_target(const cq_target *target, column_kind *columns, uint32_t most);

/* Runs a rendered statement on a server with its values as texts. false: the server refused, or gave the message. */
bool run_with_parameters(client *db, client_kind kind, const cq_statement *statement, const cq__checked *checked,
	const cq__rendered *rendered, client_rows *rows);

/* INSERT_INTO(t, VALUES(array, n)) as one statement for a dialect. */
cq_status render_statement(const cq__dialect *dialect, const cq_statement *statement, const cq__checked *checked, cq__rendered *out,
	cq__error *error);

/* A mistake is told, and counted: the other databases are asked all the same. */
__attribute__((format(printf, 2, 3))) void kitchen_mistake(recipe at, const char *format, ...);

/* Whether somebody got what is wanted; releases what was got. */
void kitchen_compare(recipe at, const char *who, cq__buffer *got, cq__buffer *wanted, const char *sql);

/* cquel on PostgreSQL; nothing where there is none. The statement is not used up. changes: -1 where nobody told. */
void served_open(void);
void served_close(void);
void served_read(recipe at, const cq_statement *statement, const cq_target *target, cq__buffer *wanted);
void served_scalar(recipe at, const cq_statement *statement, const cq_row_field *field, uint32_t size, cq__buffer *wanted);
void served_wrote(recipe at, const cq_statement *statement, int64_t changes, cq__buffer *left);
void served_returned(recipe at, const cq_statement *statement, const cq_target *target, cq__buffer *wanted, cq__buffer *left);

#endif
