/* query/relation.c: which tables and columns the relations of a program join.
 * It knows nothing of SQL text and of loading. Also the nodes that ask along a relation (ANY, HAS, COUNT_OF) are pushed here.
 */
#include "query/relation.h"

#include "meta/model.h"

const cq_relation *cq__along_relation(const cq__tree *tree, uint32_t along)
{
	const cq_node *const n = &tree->nodes[along];
	if (n->op != CQ_OP_ALONG || n->count != 1)
		return NULL;
	const cq_node *const operand = &tree->nodes[cq__operand(tree, along, 0)];
	return operand->op == CQ_OP_RELATION ? operand->ref : NULL;
}

bool cq__along_join(const cq__tree *tree, uint32_t along, cq__relation_join *out, cq__relation_fault *fault)
{
	const cq_relation *const relation = cq__along_relation(tree, along);
	const cq_table *const alias = tree->nodes[along].ref;
	if (!cq__relation_join_of(relation, out, fault))
		return false;
	if (alias == NULL)
		return true;
	if (!cq__same_table(cq__table_base(alias), out->target)) {
		if (fault != NULL)
			*fault = (cq__relation_fault){ "relation-alias", CQ_SAY_RELATION_ALIAS, alias->name };
		return false;
	}
	out->target = alias;
	for (uint32_t i = 0; i < out->far_count; i++)
		out->far[i] = &cq_table_columns(alias)[cq_column_index(out->far[i])];
	return true;
}

uint32_t cq__join_through(const cq__tree *tree, uint32_t join)
{
	for (uint32_t i = 0; i < tree->nodes[join].count; i++) {
		const uint32_t condition = cq__operand(tree, join, i);
		if (!cq__absent(tree, condition) && cq__goes_through(tree, condition))
			return condition;
	}
	return CQ__NO_NODE;
}

uint32_t cq__through_number(const cq__tree *tree, uint32_t along)
{
	uint32_t number = 0;
	for (uint32_t node = 0; node <= along; node++)
		number += !cq__absent(tree, node) && cq__goes_through(tree, node);
	return number;
}

const cq_table *cq__load_table(const cq__tree *tree, uint32_t load)
{
	const cq_table *table = NULL;
	for (uint32_t i = 0; i < tree->nodes[load].count; i++) {
		const cq_node *const operand = &tree->nodes[cq__operand(tree, load, i)];
		if (operand->op != CQ_OP_RELATION)
			break;
		table = *((const cq_relation *)operand->ref)->target;
	}
	return table;
}

static void push_along(cq_statement *statement, const cq_relation *relation, uint8_t flags, const cq_table *alias)
{
	cq_push_relation(statement, relation);
	cq_push_node(statement, CQ_OP_ALONG, CQ_TYPE_NONE, flags, 1, alias);
}

/* Over an association its rows are read, and what they lead to is joined. */
void cq_push_related(cq_statement *statement, const cq_relation *relation, const cq_table *alias, bool count)
{
	const cq_table *const target = alias != NULL ? alias : *relation->target;
	const bool through = relation->kind == CQ_MANY_TO_MANY;
	if (target == NULL || (through && *relation->through == NULL)) {
		if (statement->failure == CQ_OK)
			statement->failure = CQ_MISUSE;
		return;
	}
	if (count)
		cq_push(statement, CQ_OP_COUNT_ROWS, 0);
	else
		cq_push_node(statement, CQ_OP_RAW, CQ_TYPE_INTEGER, 0, 0, "1");
	cq_push(statement, CQ_OP_SELECT, 1);
	cq_push_ref(statement, CQ_OP_FROM, 0, through ? *relation->through : target);
	if (through) {
		push_along(statement, relation, CQ_ALONG_FAR, alias);
		cq_push_ref(statement, CQ_OP_JOIN, 1, target);
	}
	push_along(statement, relation, through ? CQ_ALONG_NEAR : 0, alias);
}

void cq_push_related_end(cq_statement *statement, const cq_relation *relation, uint32_t conditions)
{
	cq_push(statement, CQ_OP_WHERE, conditions + 1);
	cq_push(statement, CQ_OP_SUBQUERY, relation->kind == CQ_MANY_TO_MANY ? 4 : 3);
}
