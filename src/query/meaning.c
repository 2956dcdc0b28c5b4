/* query/meaning.c: what each value of a program is bound as: the type and column of what it meets.
 * It knows nothing of rules or databases. The typing pass calls it; binders read what it leaves.
 */
#include "query/meaning.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "query/typing_parts.h"

static cq__meant plain(cq_type type)
{
	return (cq__meant){ .type = (uint8_t)type };
}

static cq__meant like_node(const cq__typed *typed)
{
	return (cq__meant){ .type = typed->type, .scale = typed->scale, .column = typed->column };
}

/* What the other operands of a comparison or COALESCE make of one; `otherwise` when they say nothing. */
static cq__meant like_others(const cq__typing *typing, const cq__tree *tree, uint32_t parent, uint32_t node, cq__meant otherwise)
{
	const uint32_t speaking = cq__speaking_operand(tree, typing->node, parent, 0, node);
	if (speaking == CQ__NO_NODE || tree->nodes[speaking].op == CQ_OP_VALUE)
		return otherwise;
	return like_node(&typing->node[speaking]);
}

static cq__meant matched(cq_operator op, bool first)
{
	cq__meant meant = plain(CQ_TYPE_TEXT);
	if (!first && op == CQ_OP_STARTS_WITH)
		meant.use = CQ__USE_PREFIX;
	else if (!first && op == CQ_OP_ENDS_WITH)
		meant.use = CQ__USE_SUFFIX;
	else if (!first && op == CQ_OP_CONTAINS)
		meant.use = CQ__USE_INFIX;
	return meant;
}

static cq__meant of_field(const cq__tree *tree, uint32_t parent, uint32_t node)
{
	const cq_row_type *const row = tree->nodes[parent].ref;
	for (uint32_t i = 0; i < tree->nodes[parent].count && i < row->count; i++) {
		if (cq__operand(tree, parent, i) == node)
			return (cq__meant){ .type = row->fields[i].type, .scale = (uint8_t)row->fields[i].scale };
	}
	return plain(CQ_TYPE_NONE);
}

/* What an operand is meant for by the operator that takes it, which itself is meant as `parents`. */
static cq__meant by_parent(const cq__typing *typing, const cq__tree *tree, uint32_t node, cq__meant parents)
{
	const uint32_t parent = tree->parent[node];
	const cq_node *const n = &tree->nodes[parent];
	const cq_operator op = (cq_operator)n->op;
	switch (op) {
	case CQ_OP_EQ: case CQ_OP_NE: case CQ_OP_LT: case CQ_OP_LE: case CQ_OP_GT: case CQ_OP_GE: case CQ_OP_BETWEEN:
	case CQ_OP_IN: case CQ_OP_NOT_IN: case CQ_OP_IN_ARRAY: case CQ_OP_NOT_IN_ARRAY: case CQ_OP_IN_QUERY: case CQ_OP_NOT_IN_QUERY:
		return like_others(typing, tree, parent, node, plain(CQ_TYPE_NONE));
	case CQ_OP_COALESCE:
		return like_others(typing, tree, parent, node, parents);
	case CQ_OP_LIKE: case CQ_OP_ILIKE: case CQ_OP_STARTS_WITH: case CQ_OP_ENDS_WITH: case CQ_OP_CONTAINS:
		return matched(op, cq__operand(tree, parent, 0) == node);
	case CQ_OP_AND: case CQ_OP_OR: case CQ_OP_NOT: case CQ_OP_ALL_OF: case CQ_OP_ANY_OF: case CQ_OP_WHERE:
	case CQ_OP_HAVING: case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_RIGHT_JOIN: case CQ_OP_FULL_JOIN:
		return plain(CQ_TYPE_BOOLEAN);
	case CQ_OP_CONCAT: case CQ_OP_LOWER: case CQ_OP_UPPER:
		return plain(CQ_TYPE_TEXT);
	case CQ_OP_LIMIT: case CQ_OP_OFFSET:
		return (cq__meant){ .type = CQ_TYPE_BIGINT, .use = CQ__USE_LIMIT };
	case CQ_OP_SET: {
		const cq_column *const column = n->ref;
		return (cq__meant){ .type = column->type, .scale = cq__column_scale(column), .use = CQ__USE_ASSIGN, .column = column };
	}
	case CQ_OP_ROWS:
		return plain(CQ_TYPE_OBJECT);
	case CQ_OP_SELECT_ROW: case CQ_OP_RETURNING_ROW:
		return of_field(tree, parent, node);
	case CQ_OP_AS:
		return parents;
	default:
		return plain(CQ_TYPE_NONE);
	}
}

cq_status cq__values_mean(cq__typing *typing, const cq__tree *tree)
{
	cq__meant *const meant = cq__alloc_array(tree->count, sizeof *meant);
	if (meant == NULL)
		return CQ_NO_MEMORY;
	/* A parent stands behind its operands, so going backwards each is known when its operands ask. */
	for (uint32_t i = tree->root; i-- != 0;) {
		meant[i] = by_parent(typing, tree, i, meant[tree->parent[i]]);
		if (tree->nodes[i].op == CQ_OP_VALUE)
			typing->value[tree->value[i]] = meant[i];
	}
	cq__free(meant);
	return CQ_OK;
}
