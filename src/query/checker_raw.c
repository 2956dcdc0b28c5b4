/* query/checker_raw.c: whether the parameters of a RAW text and its operands match, and the :names of RAW_SQL and its BINDs; FUNC's names.
 * It knows nothing of what the texts mean. Part of the checker.
 */
#include "query/checker_parts.h"

#include "query/raw.h"

#include <string.h>

static bool is_bound_name(const cq__tree *tree, uint32_t raw, const char *name, size_t length)
{
	CQ__EACH_OPERAND(tree, raw, bind) {
		const char *const bound = tree->nodes[bind].ref;
		if (strlen(bound) == length && memcmp(bound, name, length) == 0)
			return true;
	}
	return false;
}

/* Whether :name stands in a text. */
static bool is_mentioned(const char *text, const char *name)
{
	cq__raw_part part;
	while (cq__raw_next(&text, ':', &part)) {
		if (part.parameter && part.length == strlen(name) && memcmp(part.text, name, part.length) == 0)
			return true;
	}
	return false;
}

/* Whether a :name stands in brackets, where it may as well be the upper bound of a slice: a[:n]. */
static bool is_in_brackets(const char *text, const char *name)
{
	while (name != text && *--name != ']') {
		if (*name == '[')
			return true;
	}
	return false;
}

/* A parameter of a text without a BIND, a BIND without a parameter, or one that is there twice; NULL when all is well. */
static const char *find_unmatched(const cq__tree *tree, uint32_t raw, size_t *length)
{
	const char *const start = tree->nodes[raw].ref;
	const char *text = start;
	cq__raw_part part;
	while (cq__raw_next(&text, ':', &part)) {
		if (part.parameter && !is_bound_name(tree, raw, part.text, part.length) && !is_in_brackets(start, part.text)) {
			*length = part.length;
			return part.text;
		}
	}
	CQ__EACH_OPERAND(tree, raw, bind) {
		const char *const name = tree->nodes[bind].ref;
		*length = strlen(name);
		if (!is_mentioned(start, name))
			return name;
		for (uint32_t i = 0; i < bind_index; i++) {
			const uint32_t earlier = cq__operand(tree, raw, i);
			if (!cq__absent(tree, earlier) && strcmp(tree->nodes[earlier].ref, name) == 0)
				return name;
		}
	}
	return NULL;
}

static cq_status check_binds(const cq__checker *checker, uint32_t raw)
{
	size_t length = 0;
	const char *const name = find_unmatched(checker->tree, raw, &length);
	return name == NULL ? CQ_OK : cq__report_parameter(checker, CQ__RULE_RAW_PARAMETERS, raw, name, length);
}

/* It goes into the statement as it is. */
static bool is_function_name(const char *name)
{
	const size_t length = strlen(name);
	return length != 0 && (name[0] < '0' || name[0] > '9') &&
		strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.") == length;
}

cq_status cq__check_raw(const cq__checker *checker, uint32_t node)
{
	const cq_node *const n = cq__node(checker, node);
	if (n->op == CQ_OP_RAW && cq__raw_count(n->ref) != n->count)
		return cq__report(checker, CQ__RULE_RAW_PARAMETERS, node, NULL);
	if (n->op == CQ_OP_FUNC && !is_function_name(n->ref))
		return cq__error_set(checker->error, CQ_MISUSE, "FUNC(\"%.60s\"): the name of a function is letters, digits, _ and .", (const char *)n->ref);
	return n->op == CQ_OP_RAW_SQL ? check_binds(checker, node) : CQ_OK;
}
