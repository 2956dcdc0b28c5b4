/* query/checker_clauses.c: which clauses a statement or subquery has, how often and in what order.
 * It knows nothing of types. Part of the checker; it runs once every operand is of a sort that fits.
 */
#include "query/checker_parts.h"

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

/* ALL_ROWS stands where WHERE does, and what has no rank belongs to its head. */
static cq__rank rank(uint16_t op)
{
	const cq__rank place = cq__clause_rank(op);
	return place == CQ__RANK_NONE ? CQ__RANK_HEAD : place == CQ__RANK_ALL_ROWS ? CQ__RANK_WHERE : place;
}

/* An INSERT_INTO that selects what it inserts has all that a SELECT has from FROM on; the other two write to rows that a
 * second table chooses. */
static bool belongs(const cq__tree *tree, uint32_t query, uint32_t head, uint16_t op)
{
	const cq__rank place = rank(op);
	const bool from = cq__query_clause(tree, query, CQ_OP_FROM) != CQ__NO_NODE;
	switch ((cq_operator)tree->nodes[head].op) {
	case CQ_OP_SELECT: case CQ_OP_SELECT_ALL: case CQ_OP_SELECT_ROW:
		return (place <= CQ__RANK_LOCK || (place == CQ__RANK_OPTIONS && query == tree->root)) && op != CQ_OP_ALL_ROWS && op != CQ_OP_USING;
	case CQ_OP_INSERT_INTO:
		if (place == CQ__RANK_WITH || place == CQ__RANK_CONFLICT || place == CQ__RANK_RETURNING)
			return true;
		return cq__is_insert_of_query(tree, query) && place >= CQ__RANK_SOURCE && place <= CQ__RANK_OFFSET &&
			place != CQ__RANK_COMBINATION && op != CQ_OP_USING && op != CQ_OP_ALL_ROWS;
	case CQ_OP_UPDATE:
		return place == CQ__RANK_WITH || place == CQ__RANK_WHERE || place == CQ__RANK_OPTIONS || place == CQ__RANK_RETURNING || op == CQ_OP_FROM ||
			(from && place == CQ__RANK_JOIN);
	case CQ_OP_DELETE_FROM:
		return place == CQ__RANK_WITH || place == CQ__RANK_WHERE || place == CQ__RANK_OPTIONS || place == CQ__RANK_RETURNING || op == CQ_OP_USING ||
			(place == CQ__RANK_JOIN && cq__query_clause(tree, query, CQ_OP_USING) != CQ__NO_NODE);
	default:
		return false;
	}
}

/* Of two SELECTs that are combined the second one ends before the set operation does: it has no ORDER_BY of its own. */
static bool is_in_arm(cq__rank place)
{
	return place == CQ__RANK_HEAD || place == CQ__RANK_DISTINCT ||
		(place >= CQ__RANK_SOURCE && place <= CQ__RANK_HAVING);
}

/* Clauses of one kind: the three SELECTs are one, and the three RETURNINGs. */
static bool same_kind(uint16_t a, uint16_t b)
{
	const cq__rank place = rank(a);
	if (place != rank(b))
		return false;
	return a == b || (cq__is_select(a) && cq__is_select(b)) || place == CQ__RANK_RETURNING ||
		place == CQ__RANK_DISTINCT || place == CQ__RANK_CONFLICT;
}

static bool may_repeat(uint16_t op)
{
	const cq__rank place = rank(op);
	return place == CQ__RANK_JOIN || place == CQ__RANK_WITH || place == CQ__RANK_COMBINATION;
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
	const bool arm = query != tree->root && cq__is_set_operation(tree->nodes[tree->parent[query]].op);
	CQ__EACH_OPERAND(tree, query, clause) {
		const uint16_t op = tree->nodes[clause].op;
		const bool other = clause != head && !same_kind(op, head_op);
		if ((other && (is_head(op) || !belongs(tree, query, head, op))) || (arm && !is_in_arm(rank(op))))
			return cq__report(checker, CQ__RULE_CLAUSE_MISPLACED, clause, NULL);
	}
	return CQ_OK;
}

static cq_status check_sequence(const cq__checker *checker, uint32_t query)
{
	const cq__tree *const tree = checker->tree;
	uint16_t seen[16];
	uint32_t count = 0;
	cq__rank reached = CQ__RANK_WITH;
	bool from = false;
	CQ__EACH_OPERAND(tree, query, clause) {
		const uint16_t op = tree->nodes[clause].op;
		const cq__rank place = rank(op);
		for (uint32_t i = 0; i < count && !may_repeat(op); i++) {
			if (same_kind(seen[i], op))
				return cq__report(checker, CQ__RULE_CLAUSE_TWICE, clause, NULL);
		}
		from |= place == CQ__RANK_SOURCE;
		const bool early = count == 0 && place != CQ__RANK_WITH && clause != cq__query_head(tree, query);
		if (place < reached || (place == CQ__RANK_JOIN && !from) || early)
			return cq__report(checker, CQ__RULE_CLAUSE_ORDER, clause, NULL);
		reached = place;
		/* All other clauses stand once, so that `seen` never fills. */
		if (!may_repeat(op))
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
		status = cq__check_contents(checker, node);
		if (status == CQ_OK && cq__is_query(tree, node))
			status = check_query(checker, node);
	}
	return status == CQ_OK ? check_condition_says_something(checker, tree->root) : status;
}
