/* sql/ddl_state.h: what the parts of the DDL writer share while they write for one list of tables.
 *
 * It knows nothing of who asked. Only ddl*.c include it. The first failure stays, and the list is emptied at the end.
 */
#ifndef CQ__SQL_DDL_STATE_H
#define CQ__SQL_DDL_STATE_H

#include "base/map.h"
#include "sql/ddl.h"

typedef struct cq__ddl_writer {
	const cq__dialect *dialect;
	const cq_table **tables; /* each once, in the order they are created */
	uint32_t table_count;
	uint32_t position; /* of the table being written */
	bool first;        /* no column or constraint of it is written yet */
	cq__buffer text;   /* of the statement being written */
	cq__map names;     /* names that must not come twice; the keys are owned */
	cq__ddl *out;
	cq_status status;
	cq__error *error;
} cq__ddl_writer;

__attribute__((format(printf, 3, 4))) void cq__ddl_fail(cq__ddl_writer *writer, cq_status status, const char *format,
	...);

static inline void cq__ddl_put(cq__ddl_writer *writer, const char *text)
{
	cq__buffer_append_text(&writer->text, text);
}

static inline void cq__ddl_name(cq__ddl_writer *writer, const char *name)
{
	cq__sql_name(writer->dialect, &writer->text, name);
}

/* Ends the statement being written and starts another. */
void cq__ddl_end(cq__ddl_writer *writer);

/* ddl_order.c: fills tables and table_count; `strict`: a reference out of the list is a failure. */
void cq__ddl_order(cq__ddl_writer *writer, const cq_table *const *tables, size_t count, bool strict);
/* The position of the table with that list name, or UINT32_MAX. */
uint32_t cq__ddl_find(const cq__ddl_writer *writer, const char *name);
/* Whether a column's reference must wait until all tables are there. */
bool cq__ddl_is_late(const cq__ddl_writer *writer, const cq_column *column);
/* Whether any reference points at a table that is created after its own. */
bool cq__ddl_has_ring(cq__ddl_writer *writer);

/* ddl_names.c. A constraint's name: the program's own (given), or the parts joined and shortened. `shared`: it must be the
 * only one of its kind in the schema, and it is a failure when it is not. */
void cq__ddl_constraint(cq__ddl_writer *writer, const char *given, const char *const *parts, uint32_t count,
	bool shared);
/* CONSTRAINT and the name. */
void cq__ddl_put_constraint(cq__ddl_writer *writer, const char *given, const char *const *parts, uint32_t count,
	bool shared);
/* The bare name, without quotes. */
void cq__ddl_foreign_key_name(cq__ddl_writer *writer, cq__buffer *buffer, const cq_column *column);
/* The name of an index or unique constraint over an option's columns, and these columns, quoted, in parentheses. */
void cq__ddl_list_name(cq__ddl_writer *writer, const char *prefix, const cq_table *table, const cq_attribute *option);
void cq__ddl_column_list(cq__ddl_writer *writer, const cq_table *table, const cq_attribute *option, bool whole);
/* A column of an index, quoted; unless it is to be `whole`, with the length of what is kept of it where the dialect asks. */
void cq__ddl_index_column(cq__ddl_writer *writer, const cq_column *column, bool whole);
void cq__ddl_release_names(cq__ddl_writer *writer);

/* ddl_table.c */
void cq__ddl_table(cq__ddl_writer *writer, const cq_table *table);
/* CONSTRAINT … FOREIGN KEY … REFERENCES …; late: behind ALTER TABLE … ADD. */
void cq__ddl_foreign_key(cq__ddl_writer *writer, const cq_column *column, bool late);

/* ddl_default.c: the constant of a DEFAULT. */
void cq__ddl_default(cq__ddl_writer *writer, const cq_column *column, const cq_attribute *value);

/* ddl_index.c */
void cq__ddl_indexes(cq__ddl_writer *writer, const cq_table *table);
void cq__ddl_comments(cq__ddl_writer *writer, const cq_table *table);

#endif
