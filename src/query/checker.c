/* query/checker.c: runs the parts of the checker over a program, and is the door to it for programs.
 * It knows nothing of the single rules. The executors call cq__check when a shape is new.
 */
#include "query/checker_parts.h"

#include "base/text.h"
#include "query/statement.h"

#include <string.h>

cq_status cq__check(const cq__tree *tree, const cq__typing *typing, cq__error *error)
{
	/* Operands first: the parts behind it rely on every node being of a sort that its place takes. */
	static cq_status (*const parts[])(const cq__checker *) = {
		cq__check_operands, cq__check_clauses, cq__check_tables, cq__check_options, cq__check_types, cq__check_windows,
		cq__check_combinations, cq__check_groups, cq__check_assignments, cq__check_derived, cq__check_results,
	};
	const cq__checker checker = { tree, typing, error };
	if (tree->nodes[tree->root].op != CQ_OP_STATEMENT)
		return cq__error_set(error, CQ_MISUSE, "the program is not a statement: it does not end with SQL");
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const cq_status status = parts[i](&checker);
		if (status != CQ_OK)
			return status;
	}
	return CQ_OK;
}

static cq_status check_typed(const cq__tree *tree, const cq_statement *statement, cq__error *error)
{
	cq__typing typing;
	cq_status status = cq__typing_init(&typing, tree, statement->value_count);
	if (status != CQ_OK)
		return cq__error_set(error, status, NULL);
	status = cq__check(tree, &typing, error);
	if (status == CQ_OK)
		status = cq__check_values(tree, &typing, cq_statement_values(statement), error);
	cq__typing_release(&typing);
	return status;
}

static cq_status check_statement(const cq_statement *statement, cq__error *error)
{
	cq__tree tree;
	cq_status status = cq__statement_failure(statement, error);
	if (status != CQ_OK)
		return status;
	status = cq__tree_init(&tree, cq_statement_nodes(statement), statement->node_count);
	if (status != CQ_OK)
		return cq__error_set(error, status, NULL);
	status = check_typed(&tree, statement, error);
	cq__tree_release(&tree);
	return status;
}

/* The record's copy of a rule's id goes with the record; the list's own stays. */
static const char *static_id(const char *id)
{
	for (int rule = 0; rule < CQ__RULE_COUNT; rule++) {
		if (strcmp(cq__rule_texts[rule].id, id) == 0)
			return cq__rule_texts[rule].id;
	}
	return "";
}

cq_status cq_statement_check(const cq_statement *statement, const char **rule, char *text, size_t size)
{
	cq__error error = { 0 };
	const cq_status status = statement != NULL ? check_statement(statement, &error) : cq__error_set(&error, CQ_MISUSE, "cq_statement_check: the statement is NULL");
	const cq_error *const shown = cq__error_get(&error);
	if (rule != NULL)
		*rule = static_id(shown->rule);
	if (text != NULL && size != 0)
		cq__text_copy(text, size, status != CQ_OK ? shown->message : "");
	cq__error_release(&error);
	return status;
}
