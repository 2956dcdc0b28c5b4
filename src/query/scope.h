/* query/scope.h: which table, query or referenced column a name means where it stands.
 * It knows nothing of types and reports nothing. The typing pass, the checker and the renderer ask it.
 */
#ifndef CQUEL_QUERY_SCOPE_H
#define CQUEL_QUERY_SCOPE_H

#include "query/tree.h"

/** The query (STATEMENT or SUBQUERY node) that provides a table to what stands at `node`: its own, or one around it;
 *  *clause is the FROM, USING, join, UPDATE … that does. CQ__NO_NODE when none does.
 *
 *  An ON sees FROM and the joins up to its own, but never the table that is written. What INSERT_INTO sets sees FROM's
 *  tables; ON_CONFLICT… and RETURNING… see the written table only. What stands in LATERAL sees what stands before it in
 *  FROM; what stands in QUERY, VALUES_AS, WITH or behind UNION … sees only the tables around the whole query. */
uint32_t cq__table_provider(const cq__tree *tree, uint32_t node, const cq_table *table, uint32_t *clause);

/** Whether outer joins can make a table's columns NULL where `node` stands: LEFT_JOIN the joined table's, RIGHT_JOIN all
 *  before it, FULL_JOIN both. An ON is not yet touched by its own join. False for a table that nothing provides. */
bool cq__is_outer_joined(const cq__tree *tree, uint32_t node, const cq_table *table);

/** What defines a derived table for a FROM, USING or join: its own QUERY, LATERAL or VALUES_AS, or the WITH or
 *  WITH_RECURSIVE that is seen from there; for any other node, the WITH… that is seen. CQ__NO_NODE when nothing does.
 *  The query of a WITH sees the earlier ones, that of a WITH_RECURSIVE also itself; an alias finds its table's WITH. */
uint32_t cq__derived_definition(const cq__tree *tree, uint32_t node, const cq_table *table);

/** The column that an ALONG node leads to: in the alias it names, else in the referenced table where that is in scope, else
 *  in the only alias of it that is. The table that the ALONG's own column belongs to does not count, so that a column that
 *  references its own table leads to the other one. NULL when there is none, or more than one. */
const cq_column *cq__along_target(const cq__tree *tree, uint32_t along);

#endif
