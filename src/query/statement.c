/* query/statement.c: the slow paths of writing a statement: growing past the inline arrays, and conditions kept as values.
 * It knows nothing of what the nodes mean. The inline functions of cquel/query.h call it.
 */
#include "query/statement.h"

#include "base/alloc.h"

#include <cquel/rules.h>

#include <stddef.h>
#include <string.h>

enum {
	FIRST_NODES = 4 * CQ_INLINE_NODES,
	FIRST_VALUES = 4 * CQ_INLINE_VALUES,
	MOST_ELEMENTS = 1 << 26 /* a bound on what a runaway loop writes; 1 GiB of nodes */
};

/* Room for one more element of an array that starts inline; false when there is none. */
static bool grow(void **spilled, uint32_t *capacity, const void *inline_array, uint32_t count, uint32_t first, size_t size)
{
	if (*spilled != NULL && count < *capacity)
		return true;
	if (count >= MOST_ELEMENTS)
		return false;
	const uint32_t wanted = *spilled == NULL ? first : 2 * *capacity;
	void *const larger = cq__realloc_array(*spilled, wanted, size);
	if (larger == NULL)
		return false;
	if (*spilled == NULL)
		memcpy(larger, inline_array, count * size);
	*spilled = larger;
	*capacity = wanted;
	return true;
}

/* A statement that failed is never read again, so nothing more is written to it. Past the inline array all of a statement's
 * nodes are on the heap, in one array that is moved as it grows. */
static cq_node *next_node(cq_statement *statement)
{
	void *spilled = statement->spilled_nodes;
	if (statement->node_count < CQ_INLINE_NODES && spilled == NULL)
		return &statement->nodes[statement->node_count++];
	if (!grow(&spilled, &statement->node_capacity, statement->nodes, statement->node_count, FIRST_NODES, sizeof(cq_node))) {
		statement->failure = CQ_NO_MEMORY;
		return NULL;
	}
	statement->spilled_nodes = spilled;
	return &statement->spilled_nodes[statement->node_count++];
}

static cq_value *next_value(cq_statement *statement)
{
	void *spilled = statement->spilled_values;
	if (statement->value_count < CQ_INLINE_VALUES && spilled == NULL)
		return &statement->values[statement->value_count++];
	if (!grow(&spilled, &statement->value_capacity, statement->values, statement->value_count, FIRST_VALUES, sizeof(cq_value))) {
		statement->failure = CQ_NO_MEMORY;
		return NULL;
	}
	statement->spilled_values = spilled;
	return &statement->spilled_values[statement->value_count++];
}

_Static_assert(offsetof(cq_node, ref) == sizeof(uint64_t), "what stands before ref is written as one number");

void cq_priv_push_node(cq_statement *statement, uint64_t head, const void *ref)
{
	cq_node *const place = statement->failure == CQ_OK ? next_node(statement) : NULL;
	if (place != NULL)
		cq_priv_write_node(place, head, ref);
}

void cq_priv_push_value(cq_statement *statement, uint64_t head, cq_value value)
{
	cq_value *const place = statement->failure == CQ_OK ? next_value(statement) : NULL;
	if (place == NULL)
		return;
	*place = value;
	cq_priv_push_node(statement, head, NULL);
}

uint32_t cq__push_copies(cq_statement *statement, const cq_node *nodes, uint32_t count, const cq_value *values)
{
	uint32_t taken = 0;
	for (const cq_node *node = nodes; node != nodes + count; node++) {
		if (node->op == CQ_OP_VALUE)
			cq_push_value(statement, (cq_type)node->type, node->flags, values[taken++]);
		else
			cq_push_node(statement, (cq_operator)node->op, (cq_type)node->type, node->flags, node->count, node->ref);
	}
	return taken;
}

void cq_statement_release(cq_statement *statement)
{
	if (statement == NULL)
		return;
	cq__free(statement->spilled_nodes);
	cq__free(statement->spilled_values);
	cq_statement_init(statement, statement->site);
}

static void fail(cq_statement *statement, cq_status status)
{
	if (statement->failure == CQ_OK)
		statement->failure = status;
}

void cq_push_condition(cq_statement *statement, const cq_condition *condition)
{
	if (condition->failure != CQ_OK) {
		fail(statement, (cq_status)condition->failure);
		return;
	}
	/* All zero is no condition: a program's own variable before it was set. */
	if (condition->node_count == 0) {
		cq_push(statement, CQ_OP_ABSENT, 0);
		return;
	}
	uint32_t value = 0;
	for (uint32_t i = 0; i < condition->node_count; i++) {
		const cq_node *const node = &condition->nodes[i];
		if (node->op == CQ_OP_VALUE)
			cq_push_value(statement, (cq_type)node->type, node->flags, condition->values[value++]);
		else
			cq_push_node(statement, (cq_operator)node->op, (cq_type)node->type, node->flags, node->count, node->ref);
	}
}

void cq_push_conditions(cq_statement *statement, cq_operator op, size_t count, const cq_condition *conditions)
{
	if (count > MOST_ELEMENTS) {
		fail(statement, CQ_NO_MEMORY);
		return;
	}
	for (size_t i = 0; i < count; i++)
		cq_push_condition(statement, &conditions[i]);
	cq_push(statement, op, (uint32_t)count);
}

/* Whether the nodes leave one result and mention as many values as there are. */
static bool is_one_result(const cq_node *nodes, uint32_t count, uint32_t value_count)
{
	uint32_t results = 0, values = 0;
	for (uint32_t i = 0; i < count; i++) {
		if (nodes[i].count > results)
			return false;
		results -= nodes[i].count;
		results++;
		values += nodes[i].op == CQ_OP_VALUE;
	}
	return results == 1 && values == value_count;
}

void cq_condition_from(cq_condition *out, const cq_statement *statement)
{
	memset(out, 0, sizeof *out);
	out->failure = statement->failure;
	if (out->failure != CQ_OK)
		return;
	if (statement->node_count > CQ_CONDITION_NODES || statement->value_count > CQ_CONDITION_VALUES) {
		out->failure = CQ_TOO_LARGE;
		return;
	}
	const cq_node *const nodes = cq_statement_nodes(statement);
	if (!is_one_result(nodes, statement->node_count, statement->value_count)) {
		out->failure = CQ_MISUSE;
		return;
	}
	out->node_count = statement->node_count;
	out->value_count = statement->value_count;
	memcpy(out->nodes, nodes, out->node_count * sizeof *nodes);
	memcpy(out->values, cq_statement_values(statement), out->value_count * sizeof(cq_value));
}

cq_status cq__statement_failure(const cq_statement *statement, cq__error *error)
{
	switch ((cq_status)statement->failure) {
	case CQ_OK:
		return CQ_OK;
	case CQ_TOO_LARGE:
		cq__error_set(error, CQ_RULE, "CONDITION: %s", CQ_SAY_CONDITION_TOO_LARGE);
		cq__error_set_rule(error, "condition-too-large");
		return CQ_RULE;
	default:
		return cq__error_set(error, (cq_status)statement->failure, NULL);
	}
}

/* A copy that cannot be made whole is made empty, with the reason in it. */
void cq_statement_copy(cq_statement *out, const cq_statement *statement)
{
	if (out == NULL)
		return;
	if (statement == NULL) {
		cq_statement_init(out, NULL);
		fail(out, CQ_MISUSE);
		return;
	}
	*out = *statement;
	out->spilled_nodes = NULL;
	out->spilled_values = NULL;
	if (statement->spilled_nodes != NULL) {
		out->node_capacity = statement->node_count;
		out->spilled_nodes = cq__alloc_array(statement->node_count, sizeof(cq_node));
	}
	if (statement->spilled_values != NULL) {
		out->value_capacity = statement->value_count;
		out->spilled_values = cq__alloc_array(statement->value_count, sizeof(cq_value));
	}
	if ((statement->spilled_nodes != NULL && out->spilled_nodes == NULL) || (statement->spilled_values != NULL && out->spilled_values == NULL)) {
		cq_statement_release(out);
		fail(out, CQ_NO_MEMORY);
		return;
	}
	if (out->spilled_nodes != NULL)
		memcpy(out->spilled_nodes, statement->spilled_nodes, statement->node_count * sizeof(cq_node));
	if (out->spilled_values != NULL)
		memcpy(out->spilled_values, statement->spilled_values, statement->value_count * sizeof(cq_value));
}
