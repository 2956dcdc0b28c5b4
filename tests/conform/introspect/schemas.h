/* conform/introspect/schemas.h: what the parts of introspect_test.c share: the models it makes tables of, what these should
 * be, and what a database says they are.
 *
 * It knows nothing of how either is found. A table is described by lines of text, of its columns in their order, then of its
 * constraints and indexes, sorted:
 *
 *   column 01 id bigint not null automatic          null or not null; default, generated, automatic
 *   comment on id: the number
 *   primary key (id)
 *   unique (name, day)
 *   foreign key (author_id) references users (id) on update NO ACTION on delete CASCADE
 *   index (author_id)                               index, unique index; partial behind it
 *   checks 2                                        how many; none when there is none
 *   comment: what users wrote
 */
#ifndef CQ_TEST_INTROSPECT_SCHEMAS_H
#define CQ_TEST_INTROSPECT_SCHEMAS_H

#include "support/client.h"

#include <cquel/model.h>

#include <stddef.h>
#include <string.h>

/* A set of tables that are created together. */
typedef struct table_set {
	const char *name;
	const cq_table *const *tables;
	size_t count;
	unsigned without; /* bit of a client_kind: this database cannot hold it, and says so */
} table_set;

const table_set *shop_schema(void);
const table_set *chinook_schema(void);
const table_set *every_schema(void);
const table_set *actions_schema(void);
const table_set *partial_schema(void);
const table_set *places_schema(void);

/* The body of one of these: CQ_TABLE is a constant for gcc only. */
#define TABLE_SET(name, without, ...) \
	{ \
		const cq_table *const listed[] = { __VA_ARGS__ }; \
		static const cq_table *tables[sizeof listed / sizeof *listed]; \
		static const table_set set = { name, tables, sizeof listed / sizeof *listed, without }; \
		memcpy(tables, listed, sizeof listed); \
		return &set; \
	}

typedef struct facts {
	char **lines;
	size_t count;
} facts;

__attribute__((format(printf, 2, 3))) void describe(facts *list, const char *format, ...);
void facts_release(facts *list);

/* What a table of the schema should be in that database. */
void expect_table(client_kind kind, const table_set *schema, const cq_table *table, facts *out);

/* What the database says it is. */
void introspect_table(client_kind kind, client *db, const cq_table *table, facts *out);

/* The names of all tables that are there, without the database's own. */
void introspect_names(client_kind kind, client *db, const char *space, facts *out);

#endif
