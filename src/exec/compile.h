/* exec/compile.h: a statement seen for the first time becomes a compiled one: read, typed, checked, rendered, bound.
 * It knows nothing of connections. The executors call it when the cache has no such shape; cq_sql_text calls its front half.
 */
#ifndef CQ__EXEC_COMPILE_H
#define CQ__EXEC_COMPILE_H

#include "exec/cache.h"
#include "sql/render.h"

/* A statement's program, read, typed and checked. */
typedef struct cq__checked {
	cq__tree tree;
	cq__typing typing;
} cq__checked;

/* CQ_RULE, CQ_NO_CONDITION and the like with the error's rule, message and site; CQ_MISUSE for a program that is not well
 * formed; CQ_NO_MEMORY. On failure there is nothing to release. */
cq_status cq__checked_init(cq__checked *checked, const cq_statement *statement, cq__error *error);
void cq__checked_release(cq__checked *checked);

/* The compiled form of a statement, from the cache or made now. It stays while nothing else is looked up: who needs it
 * longer counts a reference. */
cq_status cq__compile_slow(cq__cache *cache, const cq__dialect *dialect, const cq_statement *statement, uint64_t hash,
	cq__error *error, cq__compiled **out);

static inline cq_status cq__compile(cq__cache *cache, const cq__dialect *dialect, const cq_statement *statement,
	cq__error *error, cq__compiled **out)
{
	uint64_t hash = 0;
	if (__builtin_expect(statement->failure == CQ_OK, 1)) {
		*out = cq__cache_find(cache, statement->site, cq_statement_nodes(statement), statement->node_count, &hash);
		if (__builtin_expect(*out != NULL, 1))
			return CQ_OK;
	}
	return cq__compile_slow(cache, dialect, statement, hash, error, out);
}

/* The same for an INSERT of `row_count` objects whose columns in `columns` (see cq__render_insert_rows) are given, in a form
 * that the dialect has.
 * statement: INSERT_INTO(table, VALUES(...)) and its RETURNING. site: remembers the last one, or NULL. */
cq_status cq__compile_rows(cq__cache *cache, const cq__dialect *dialect, const cq_statement *statement,
	const cq_table *table, const uint64_t *columns, uint32_t row_count, cq__rows_form form, cq_site *site,
	cq__error *error, cq__compiled **out);

/* The same for an UPDATE or DELETE of the row that has an object's primary key; its n-th value is the object's member of the
 * column members[n], an index, which is set, or compared (those come last; see CQ__MEMBER_BEHIND). form: VALUES, a statement for each object, or ARRAYS where the dialect has them, for up to
 * `most_rows` at once. CQ_TOO_LARGE for more members than a statement of the database takes. */
cq_status cq__compile_keyed(cq__cache *cache, const cq__dialect *dialect, const cq_statement *statement,
	const cq_table *table, const uint32_t *members, uint32_t most_rows, cq__rows_form form, cq__error *error,
	cq__compiled **out);

#endif
