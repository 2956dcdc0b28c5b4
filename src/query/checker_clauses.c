/* query/checker_clauses.c: which clauses a statement or subquery has, how often and in what order, and what stands in them.
 * It knows nothing of types. Part of the checker; it runs once every operand is of a sort that fits.
 */
#include "query/checker_parts.h"

#include "query/raw.h"

#include <string.h>

static bool is_head(uint16_t op)
{
	return cq__is_select(op) || op == CQ_OP_INSERT_INTO || op == CQ_OP_UPDATE || op == CQ_OP_DELETE_FROM || op == CQ_OP_RAW_SQL;
}

uint32_t cq__query_head(const cq__tree *tree, uint32_t query)
{
	CQ__EACH_OPERAND(tree, query, clause) {
		if (is_head(tree->nodes[clause].op))
			return clause;
	}
	return CQ__NO_NODE;
}

/* Where a clause stands among the others. */
static unsigned rank(uint16_t op)
{
	switch ((cq_operator)op) {
	case CQ_OP_DISTINCT: return 1;
	case CQ_OP_FROM: return 2;
	case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: return 3;
	case CQ_OP_WHERE: case CQ_OP_ALL_ROWS: return 4;
	case CQ_OP_GROUP_BY: return 5;
	case CQ_OP_HAVING: return 6;
	case CQ_OP_ORDER_BY: return 7;
	case CQ_OP_LIMIT: return 8;
	case CQ_OP_OFFSET: return 9;
	case CQ_OP_RETURNING: case CQ_OP_RETURNING_ALL: case CQ_OP_RETURNING_ROW: return 10;
	default: return 0;
	}
}

static bool belongs(uint16_t head, uint16_t op)
{
	if (cq__is_select(head))
		return rank(op) <= 9 && op != CQ_OP_ALL_ROWS;
	if (head == CQ_OP_INSERT_INTO)
		return cq__is_returning(op);
	if (head == CQ_OP_UPDATE || head == CQ_OP_DELETE_FROM)
		return op == CQ_OP_WHERE || op == CQ_OP_ALL_ROWS || cq__is_returning(op);
	return false;
}

/* Clauses of one kind: the three SELECTs are one, and the three RETURNINGs. */
static bool same_kind(uint16_t a, uint16_t b)
{
	return a == b || (cq__is_select(a) && cq__is_select(b)) || (cq__is_returning(a) && cq__is_returning(b));
}

static cq_status check_set_of_clauses(const cq__checker *checker, uint32_t query)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t head = cq__query_head(tree, query);
	if (head == CQ__NO_NODE)
		return cq__report(checker, CQ__RULE_CLAUSE_MISSING, query, NULL);
	const uint16_t head_op = tree->nodes[head].op;
	if (tree->nodes[query].op == CQ_OP_SUBQUERY && !cq__is_select(head_op))
		return cq__report(checker, CQ__RULE_CLAUSE_MISPLACED, head, NULL);
	CQ__EACH_OPERAND(tree, query, clause) {
		const uint16_t op = tree->nodes[clause].op;
		if (clause != head && !same_kind(op, head_op) && (is_head(op) || !belongs(head_op, op)))
			return cq__report(checker, CQ__RULE_CLAUSE_MISPLACED, clause, NULL);
	}
	return CQ_OK;
}

static cq_status check_sequence(const cq__checker *checker, uint32_t query)
{
	const cq__tree *const tree = checker->tree;
	uint16_t seen[16];
	uint32_t count = 0;
	unsigned reached = 0;
	bool from = false;
	CQ__EACH_OPERAND(tree, query, clause) {
		const uint16_t op = tree->nodes[clause].op;
		const bool is_join = op == CQ_OP_JOIN || op == CQ_OP_LEFT_JOIN;
		for (uint32_t i = 0; i < count && !is_join; i++) {
			if (same_kind(seen[i], op))
				return cq__report(checker, CQ__RULE_CLAUSE_TWICE, clause, NULL);
		}
		from |= op == CQ_OP_FROM;
		if (rank(op) < reached || (is_join && !from) || (clause != cq__query_head(tree, query) && count == 0))
			return cq__report(checker, CQ__RULE_CLAUSE_ORDER, clause, NULL);
		reached = rank(op);
		/* All clauses but joins stand once, so that `seen` never fills. */
		if (!is_join)
			seen[count++] = op;
	}
	return CQ_OK;
}

/* A WHERE that is not written is a mistake of the program; one that vanished is a matter of the moment. */
static cq_status check_rows_are_chosen(const cq__checker *checker, uint32_t query)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t head = cq__query_head(tree, query);
	const uint16_t op = tree->nodes[head].op;
	if (op != CQ_OP_UPDATE && op != CQ_OP_DELETE_FROM)
		return CQ_OK;
	if (cq__query_clause(tree, query, CQ_OP_WHERE) != CQ__NO_NODE || cq__query_clause(tree, query, CQ_OP_ALL_ROWS) != CQ__NO_NODE)
		return CQ_OK;
	for (uint32_t i = 0; i < tree->nodes[query].count; i++) {
		if (cq__absent(tree, cq__operand(tree, query, i))) {
			const cq_table *const table = tree->nodes[head].ref;
			cq__error_set(checker->error, CQ_NO_CONDITION, "%s(%s): no part of its condition is there, and it does not say ALL_ROWS",
				cq__operator_text(op), table->name);
			return CQ_NO_CONDITION;
		}
	}
	return cq__report(checker, CQ__RULE_NO_WHERE, head, NULL);
}

/* Whether a condition says nothing about rows: absent, or ALL_OF or ANY_OF over nothing, alone or with more of the kind. In
 * an OR one such operand is enough, for it may make the whole true. */
static bool is_vacuous(const cq__tree *tree, uint32_t node)
{
	const cq_node *const n = &tree->nodes[node];
	switch ((cq_operator)n->op) {
	case CQ_OP_ABSENT:
		return true;
	case CQ_OP_OR: case CQ_OP_ANY_OF: case CQ_OP_NOT:
		CQ__EACH_OPERAND(tree, node, operand) {
			if (is_vacuous(tree, operand))
				return true;
		}
		return n->count == 0;
	case CQ_OP_AND: case CQ_OP_ALL_OF: case CQ_OP_WHERE:
		CQ__EACH_OPERAND(tree, node, operand) {
			if (!is_vacuous(tree, operand))
				return false;
		}
		return true;
	default:
		return false;
	}
}

static cq_status check_condition_says_something(const cq__checker *checker, uint32_t query)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t head = cq__query_head(tree, query);
	const uint32_t where = cq__query_clause(tree, query, CQ_OP_WHERE);
	const uint16_t op = tree->nodes[head].op;
	if ((op != CQ_OP_UPDATE && op != CQ_OP_DELETE_FROM) || where == CQ__NO_NODE || !is_vacuous(tree, where))
		return CQ_OK;
	if (cq__query_clause(tree, query, CQ_OP_ALL_ROWS) != CQ__NO_NODE)
		return CQ_OK;
	const cq_table *const table = tree->nodes[head].ref;
	cq__error_set(checker->error, CQ_NO_CONDITION, "%s(%s): its WHERE is ALL_OF or ANY_OF over nothing, and it does not say ALL_ROWS",
		cq__operator_text(op), table->name);
	return CQ_NO_CONDITION;
}

static bool holds_column(const cq__tree *tree, uint32_t node)
{
	const uint16_t op = tree->nodes[node].op;
	if (op == CQ_OP_COLUMN || op == CQ_OP_SUBQUERY || op == CQ_OP_LABEL || cq__is_aggregate(op))
		return true;
	CQ__EACH_OPERAND(tree, node, operand) {
		if (holds_column(tree, operand))
			return true;
	}
	return false;
}

static bool is_whole_number(const cq__checker *checker, uint32_t node)
{
	const cq__families integers = cq__type_families(CQ_TYPE_BIGINT);
	return cq__node(checker, node)->op != CQ_OP_NULL && !holds_column(checker->tree, node) &&
		(cq__node_families(checker->tree, checker->typing, node) & integers) != 0;
}

/* The rule for a clause that stands there with nothing in it; CQ__RULE_COUNT: it may. */
static cq__rule broken_when_empty(const cq_node *clause)
{
	switch ((cq_operator)clause->op) {
	case CQ_OP_SELECT: case CQ_OP_SELECT_ROW: case CQ_OP_RETURNING: case CQ_OP_RETURNING_ROW:
		return CQ__RULE_EMPTY_SELECT;
	case CQ_OP_INSERT_INTO: case CQ_OP_UPDATE:
		return CQ__RULE_EMPTY_SET;
	case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN:
		return CQ__RULE_JOIN_WITHOUT_ON;
	case CQ_OP_WHERE: case CQ_OP_GROUP_BY: case CQ_OP_HAVING: case CQ_OP_ORDER_BY:
	case CQ_OP_AND: case CQ_OP_OR: case CQ_OP_CONCAT: case CQ_OP_COALESCE:
		return CQ__RULE_EMPTY_VALUES;
	default:
		return CQ__RULE_COUNT;
	}
}

/* An IN whose list is not there was written without one: a list whose items are all absent makes the IN absent too. */
static bool is_in_nothing(const cq_node *node)
{
	return (node->op == CQ_OP_IN || node->op == CQ_OP_NOT_IN) && node->count == 1;
}

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

static cq_status check_node(const cq__checker *checker, uint32_t node)
{
	const cq__tree *const tree = checker->tree;
	const cq_node *const n = &tree->nodes[node];
	const cq__rule empty = broken_when_empty(n);
	if (empty != CQ__RULE_COUNT && cq__present_operands(tree, node) == 0)
		return cq__report(checker, empty, node, NULL);
	if (is_in_nothing(n))
		return cq__report(checker, CQ__RULE_EMPTY_VALUES, node, NULL);
	if ((n->op == CQ_OP_LIMIT || n->op == CQ_OP_OFFSET) && !is_whole_number(checker, cq__operand(tree, node, 0)))
		return cq__report(checker, CQ__RULE_LIMIT_NOT_INTEGER, node, NULL);
	if (n->op == CQ_OP_RAW && cq__raw_count(n->ref) != n->count)
		return cq__report(checker, CQ__RULE_RAW_PARAMETERS, node, NULL);
	return n->op == CQ_OP_RAW_SQL ? check_binds(checker, node) : CQ_OK;
}

static cq_status check_query(const cq__checker *checker, uint32_t query)
{
	cq_status status = check_set_of_clauses(checker, query);
	if (status == CQ_OK)
		status = check_sequence(checker, query);
	if (status == CQ_OK)
		status = check_rows_are_chosen(checker, query);
	return status;
}

cq_status cq__check_clauses(const cq__checker *checker)
{
	const cq__tree *const tree = checker->tree;
	cq_status status = CQ_OK;
	for (uint32_t node = 0; node < tree->count && status == CQ_OK; node++) {
		if (cq__absent(tree, node))
			continue;
		status = check_node(checker, node);
		if (status == CQ_OK && (tree->nodes[node].op == CQ_OP_STATEMENT || tree->nodes[node].op == CQ_OP_SUBQUERY))
			status = check_query(checker, node);
	}
	return status == CQ_OK ? check_condition_says_something(checker, tree->root) : status;
}
