/* query/options.c: takes OPTIONS out of statements, and reads them.
 * It knows nothing of how objects are loaded.
 */
#include "query/options.h"

#include "base/error.h"
#include "query/checker.h"
#include "query/extend.h"
#include "query/statement.h"

#include <string.h>

/* Where the clause of the program stands: [*start, *end) with the clause's node last. False when there is none. */
static bool find_options(const cq_statement *statement, uint32_t *start, uint32_t *end)
{
	const cq_node *const nodes = cq_statement_nodes(statement);
	uint32_t at = statement->node_count;
	while (at-- != 0) {
		if (nodes[at].op == CQ_OP_OPTIONS)
			break;
	}
	if (at == UINT32_MAX)
		return false;
	*end = at + 1;
	uint64_t wanted = nodes[at].count;
	while (wanted != 0 && at != 0)
		wanted += nodes[--at].count - UINT64_C(1);
	*start = at;
	return wanted == 0;
}

static uint32_t count_values(const cq_node *nodes, uint32_t count)
{
	uint32_t values = 0;
	for (uint32_t i = 0; i < count; i++)
		values += nodes[i].op == CQ_OP_VALUE;
	return values;
}

bool cq__statement_has_options(const cq_statement *statement)
{
	uint32_t start, end;
	return find_options(statement, &start, &end);
}

/* Nodes and their values, pushed one by one onto another program. */
static void push_nodes(cq_statement *to, const cq_node *nodes, uint32_t count, const cq_value *values)
{
	for (uint32_t i = 0; i < count; i++) {
		if (nodes[i].op == CQ_OP_VALUE)
			cq_priv_push_value(to, nodes[i], *values++);
		else
			cq_priv_push_node(to, nodes[i]);
	}
}

static cq_node *own_nodes(cq_statement *statement)
{
	return statement->spilled_nodes != NULL ? statement->spilled_nodes : statement->nodes;
}

static cq_value *own_values(cq_statement *statement)
{
	return statement->spilled_values != NULL ? statement->spilled_values : statement->values;
}

/* What stands behind the clause moves over it, and the STATEMENT has one clause less. */
static void close_gap(cq_statement *statement, uint32_t start, uint32_t end, uint32_t value_start, uint32_t value_end)
{
	cq_node *const nodes = own_nodes(statement);
	cq_value *const values = own_values(statement);
	memmove(&nodes[start], &nodes[end], (statement->node_count - end) * sizeof *nodes);
	memmove(&values[value_start], &values[value_end], (statement->value_count - value_end) * sizeof *values);
	statement->node_count -= end - start;
	statement->value_count -= value_end - value_start;
	nodes[statement->node_count - 1].count--;
}

cq_status cq__statement_without_options(cq_statement *statement, cq_statement *options, bool checked, cq__error *error)
{
	cq_statement_init(options, statement->site);
	uint32_t start, end;
	cq_status status = cq__statement_failure(statement, error);
	if (status != CQ_OK || !find_options(statement, &start, &end))
		return status;
	if (end == statement->node_count || cq_statement_nodes(statement)[statement->node_count - 1].op != CQ_OP_STATEMENT)
		return cq__error_set(error, CQ_MISUSE, "the program is not a statement: it does not end with SQL");
	status = checked ? CQ_OK : cq__check_statement(statement, error);
	if (status != CQ_OK)
		return status;
	const cq_node *const nodes = cq_statement_nodes(statement);
	const uint32_t value_start = count_values(nodes, start), value_end = value_start + count_values(&nodes[start], end - start);
	push_nodes(options, &nodes[start], end - start, cq_statement_values(statement) + value_start);
	if (options->failure != CQ_OK) {
		status = (cq_status)options->failure;
		cq_statement_release(options);
		cq_statement_init(options, statement->site);
		return cq__error_set(error, status, NULL);
	}
	close_gap(statement, start, end, value_start, value_end);
	return CQ_OK;
}

/* Reads one LOAD: its path, then what stands between that and the LOAD itself. False for a program that is none. */
static bool read_load(const cq_statement *options, cq__option *option)
{
	const cq_node *const nodes = cq_statement_nodes(options);
	const uint32_t last = options->node_count - 1;
	uint32_t at = option->node;
	for (; at < last && nodes[at].op == CQ_OP_RELATION; at++) {
		if (option->path_count == CQ__LOAD_STEPS)
			return false;
		option->path[option->path_count++] = nodes[at].ref;
	}
	option->clauses = &nodes[at];
	option->values = cq_statement_values(options) + option->value;
	while (at < last && nodes[at].op != CQ_OP_LOAD)
		at++;
	if (at == last || option->path_count == 0)
		return false;
	option->op = CQ_OP_LOAD;
	option->how = (cq_loading)nodes[at].flags;
	option->clause_nodes = (uint32_t)(&nodes[at] - option->clauses);
	option->clause_values = count_values(option->clauses, option->clause_nodes);
	option->clause_count = nodes[at].count - option->path_count;
	option->node = at + 1;
	option->value += option->clause_values;
	return true;
}

bool cq__option_next(const cq_statement *options, cq__option *option)
{
	const cq_node *const nodes = cq_statement_nodes(options);
	const uint32_t node = option->node, value = option->value;
	*option = (cq__option){ .node = node, .value = value };
	while (options->node_count != 0 && option->node < options->node_count - 1) {
		const uint16_t op = nodes[option->node].op;
		if (op == CQ_OP_RELATION)
			return read_load(options, option);
		option->node++;
		if (op == CQ_OP_POPULATE_EXISTING || op == CQ_OP_WITH_DELETED) {
			option->op = (cq_operator)op;
			return true;
		}
		if (op != CQ_OP_ABSENT)
			return false;
	}
	return false;
}

void cq__option_clauses(const cq__option *option, cq_site *site, cq_statement *out)
{
	cq_statement_init(out, site);
	push_nodes(out, option->clauses, option->clause_nodes, option->values);
	cq_push(out, CQ_OP_STATEMENT, option->clause_count);
}
