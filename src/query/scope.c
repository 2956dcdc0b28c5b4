/* query/scope.c: which table, query or referenced column a name means where it stands.
 * It knows nothing of types and takes programs that break rules. The typing pass, the checker and the renderer ask it.
 */
#include "query/scope.h"

#include "meta/model.h"
#include "query/relation.h"

#include <string.h>

/* What a node sees of one of the queries around it. */
typedef enum view {
	VIEW_ALL,
	VIEW_EARLIER, /* from inside a LATERAL: the sources before it */
	VIEW_NONE     /* from inside a query that stands for itself */
} view;

typedef struct scope {
	uint32_t query;
	uint32_t within; /* its operand that the node stands in, or the node itself */
	view seen;
} scope;

/* What an operator lets its operands see of the query it stands in. */
static view view_through(uint16_t op, view before)
{
	switch ((cq_operator)op) {
	case CQ_OP_LATERAL:
		return VIEW_EARLIER;
	case CQ_OP_QUERY: case CQ_OP_VALUES_AS: case CQ_OP_WITH: case CQ_OP_WITH_RECURSIVE: case CQ_OP_UNION:
	case CQ_OP_UNION_ALL: case CQ_OP_INTERSECT: case CQ_OP_EXCEPT:
		return VIEW_NONE;
	default:
		return before;
	}
}

/* The next query outward, or the LOAD, which stands for itself; start with { .query = CQ__NO_NODE, .within = node }. False when there is none left. */
static bool next_scope(const cq__tree *tree, scope *s)
{
	if (s->query != CQ__NO_NODE)
		s->within = s->query;
	s->seen = VIEW_ALL;
	if (tree->nodes[s->within].op == CQ_OP_LOAD)
		return false;
	while ((s->query = tree->parent[s->within]) != CQ__NO_NODE) {
		if (cq__is_query(tree, s->query) || tree->nodes[s->query].op == CQ_OP_LOAD)
			return true;
		s->seen = view_through(tree->nodes[s->query].op, s->seen);
		s->within = s->query;
	}
	return false;
}

static bool is_target(uint16_t op)
{
	return op == CQ_OP_INSERT_INTO || op == CQ_OP_UPDATE || op == CQ_OP_DELETE_FROM;
}

/* Whether what is seen in a scope has a clause's table. */
static bool sees(const cq__tree *tree, const scope *s, uint32_t clause)
{
	const uint16_t inside = tree->nodes[s->within].op;
	const uint16_t op = tree->nodes[clause].op;
	if (s->seen == VIEW_NONE || cq__absent(tree, clause))
		return false;
	if (s->seen == VIEW_EARLIER)
		return cq__names_source(op) && clause < s->within;
	if (cq__is_join(inside))
		return cq__names_source(op) && clause <= s->within;
	if (inside == CQ_OP_INSERT_INTO)
		return cq__names_source(op);
	if (cq__is_on_conflict(inside) || inside == CQ_OP_RETURNING || inside == CQ_OP_RETURNING_ALL || inside == CQ_OP_RETURNING_ROW)
		return is_target(op);
	return cq__names_source(op) || (is_target(op) && op != CQ_OP_INSERT_INTO);
}

/* Of a LOAD its first relation, when it reads that table. */
static uint32_t providing_load(const cq__tree *tree, uint32_t load, const cq_table *table)
{
	const cq_table *const loaded = cq__load_table(tree, load);
	return loaded != NULL && cq__same_table(loaded, table) ? cq__operand(tree, load, 0) : CQ__NO_NODE;
}

/* The scope's clause that provides the table, or CQ__NO_NODE. */
static uint32_t providing_clause(const cq__tree *tree, const scope *s, const cq_table *table)
{
	if (tree->nodes[s->query].op == CQ_OP_LOAD)
		return providing_load(tree, s->query, table);
	for (uint32_t i = 0; i < tree->nodes[s->query].count; i++) {
		const uint32_t clause = cq__operand(tree, s->query, i);
		if (sees(tree, s, clause) && cq__same_table(tree->nodes[clause].ref, table))
			return clause;
	}
	return CQ__NO_NODE;
}

static uint32_t find_provider(const cq__tree *tree, uint32_t node, const cq_table *table, scope *s)
{
	*s = (scope){ .query = CQ__NO_NODE, .within = node };
	while (next_scope(tree, s)) {
		const uint32_t clause = providing_clause(tree, s, table);
		if (clause != CQ__NO_NODE)
			return clause;
	}
	return CQ__NO_NODE;
}

uint32_t cq__table_provider(const cq__tree *tree, uint32_t node, const cq_table *table, uint32_t *clause)
{
	scope s;
	*clause = find_provider(tree, node, table, &s);
	return *clause != CQ__NO_NODE ? s.query : CQ__NO_NODE;
}

bool cq__is_outer_joined(const cq__tree *tree, uint32_t node, const cq_table *table)
{
	scope s;
	const uint32_t provider = find_provider(tree, node, table, &s);
	if (provider == CQ__NO_NODE || !cq__names_source(tree->nodes[provider].op))
		return false;
	/* What stands in FROM or a join is computed before the joins behind it, and an ON before its own. */
	const uint32_t end = cq__names_source(tree->nodes[s.within].op) ? s.within : s.query;
	for (uint32_t i = 0; i < tree->nodes[s.query].count; i++) {
		const uint32_t join = cq__operand(tree, s.query, i);
		const uint16_t op = tree->nodes[join].op;
		if (join < provider || join >= end || cq__absent(tree, join))
			continue;
		if (op == CQ_OP_FULL_JOIN || (op == CQ_OP_LEFT_JOIN && join == provider) || (op == CQ_OP_RIGHT_JOIN && join != provider))
			return true;
	}
	return false;
}

static bool is_with(uint16_t op)
{
	return op == CQ_OP_WITH || op == CQ_OP_WITH_RECURSIVE;
}

/* Whether the WITH of a scope is seen from inside it. */
static bool sees_with(const cq__tree *tree, const scope *s, uint32_t with)
{
	if (!is_with(tree->nodes[s->within].op) || with < s->within)
		return true;
	return with == s->within && tree->nodes[with].op == CQ_OP_WITH_RECURSIVE;
}

uint32_t cq__derived_definition(const cq__tree *tree, uint32_t node, const cq_table *table)
{
	const uint32_t source = cq__clause_source(tree, node);
	if (source != CQ__NO_NODE)
		return source;
	scope s = { .query = CQ__NO_NODE, .within = node };
	while (next_scope(tree, &s)) {
		for (uint32_t i = 0; i < tree->nodes[s.query].count; i++) {
			const uint32_t clause = cq__operand(tree, s.query, i);
			if (!is_with(tree->nodes[clause].op) || cq__absent(tree, clause) || !sees_with(tree, &s, clause))
				continue;
			if (cq__same_table(cq__table_base(tree->nodes[clause].ref), cq__table_base(table)))
				return clause;
		}
	}
	return CQ__NO_NODE;
}

/* The table in a scope that a reference by name leads to. *found: how many there are; a table itself counts before its aliases. */
static const cq_table *referenced_in(const cq__tree *tree, const scope *s, const char *name, const cq_table *own, uint32_t *found)
{
	const cq_table *only = NULL;
	*found = 0;
	for (uint32_t i = 0; i < tree->nodes[s->query].count; i++) {
		const uint32_t clause = cq__operand(tree, s->query, i);
		if (!sees(tree, s, clause))
			continue;
		const cq_table *const table = tree->nodes[clause].ref;
		if (strcmp(cq__table_base(table)->name, name) != 0 || cq__table_derived(table) || cq__same_table(table, own))
			continue;
		if (table->alias_of == NULL) {
			*found = 1;
			return table;
		}
		only = table;
		++*found;
	}
	return *found == 1 ? only : NULL;
}

static const cq_table *referenced_table(const cq__tree *tree, uint32_t along, const char *name, const cq_table *own)
{
	scope s = { .query = CQ__NO_NODE, .within = along };
	while (next_scope(tree, &s)) {
		uint32_t found;
		const cq_table *const table = referenced_in(tree, &s, name, own, &found);
		if (found != 0)
			return table;
	}
	return NULL;
}

const cq_column *cq__along_target(const cq__tree *tree, uint32_t along)
{
	const cq_node *const n = &tree->nodes[along];
	if (n->op != CQ_OP_ALONG || n->count != 1)
		return NULL;
	const cq_node *const operand = &tree->nodes[cq__operand(tree, along, 0)];
	const char *table_name, *column_name;
	if (operand->op != CQ_OP_COLUMN || !cq__column_reference(operand->ref, &table_name, &column_name))
		return NULL;
	const cq_table *table = n->ref;
	uint32_t clause;
	if (table == NULL)
		table = referenced_table(tree, along, table_name, cq_column_table(operand->ref));
	else if (strcmp(cq__table_base(table)->name, table_name) != 0 || cq__table_provider(tree, along, table, &clause) == CQ__NO_NODE)
		return NULL;
	return table != NULL ? cq__table_column(table, column_name) : NULL;
}
