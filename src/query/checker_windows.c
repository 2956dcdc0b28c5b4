/* query/checker_windows.c: where windows may stand, and how their frames begin and end.
 * It knows nothing of types. Part of the checker; what OVER is made of is known to be in order when it runs.
 */
#include "query/checker_parts.h"

uint32_t cq__find_window(const cq__checker *checker, uint32_t node)
{
	const cq__tree *const tree = checker->tree;
	const uint16_t op = tree->nodes[node].op;
	if (op == CQ_OP_OVER)
		return node;
	if (op == CQ_OP_LABEL) {
		const uint32_t item = cq__query_label(tree, tree->query[node], tree->nodes[node].ref);
		return item != CQ__NO_NODE && item < node ? cq__find_window(checker, item) : CQ__NO_NODE;
	}
	if (op == CQ_OP_SUBQUERY)
		return CQ__NO_NODE;
	CQ__EACH_OPERAND(tree, node, operand) {
		const uint32_t found = cq__find_window(checker, operand);
		if (found != CQ__NO_NODE)
			return found;
	}
	return CQ__NO_NODE;
}

/* Windows are computed when the rows of a query stand, and before they are ordered. */
static bool takes_window(const cq__tree *tree, uint32_t clause)
{
	const uint16_t op = tree->nodes[clause].op;
	return cq__is_select(op) || op == CQ_OP_ORDER_BY || (op == CQ_OP_INSERT_INTO && cq__is_insert_of_query(tree, tree->parent[clause]));
}

/* Whether the operator works on rows that windows are computed from. */
static bool is_before_windows(uint16_t op)
{
	return cq__is_aggregate(op) || op == CQ_OP_FILTER || op == CQ_OP_OVER;
}

static cq_status check_place(const cq__checker *checker, uint32_t window)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t clause = cq__clause_at(tree, window);
	bool good = clause != CQ__NO_NODE && takes_window(tree, clause);
	for (uint32_t up = tree->parent[window]; good && up != clause; up = tree->parent[up])
		good = !is_before_windows(tree->nodes[up].op);
	return good ? CQ_OK : cq__report(checker, CQ__RULE_WINDOW_MISPLACED, window, NULL);
}

static cq_status check_groups(const cq__checker *checker, uint32_t group)
{
	CQ__EACH_OPERAND(checker->tree, group, grouped) {
		if (cq__node(checker, grouped)->op == CQ_OP_LABEL && cq__find_window(checker, grouped) != CQ__NO_NODE)
			return cq__report(checker, CQ__RULE_WINDOW_MISPLACED, grouped, NULL);
	}
	return CQ_OK;
}

static bool takes_number(unsigned bound)
{
	return bound == CQ_BOUND_PRECEDING || bound == CQ_BOUND_FOLLOWING;
}

/* How many orderings the OVER around a frame has. */
static uint32_t orderings_around(const cq__tree *tree, uint32_t frame)
{
	CQ__EACH_OPERAND(tree, tree->parent[frame], part) {
		if (tree->nodes[part].op == CQ_OP_ORDER_BY)
			return cq__present_operands(tree, part);
	}
	return 0;
}

/* Groups are those of equal rows in the window's order, a range is measured along it; distances are the same for all rows. */
static bool is_measured(const cq__tree *tree, uint32_t frame)
{
	const cq_node *const n = &tree->nodes[frame];
	const unsigned kind = n->flags & CQ_FRAME_KIND;
	const uint32_t orderings = orderings_around(tree, frame);
	CQ__EACH_OPERAND(tree, frame, distance) {
		if (cq__holds_column(tree, distance))
			return false;
	}
	return kind == CQ_FRAME_ROWS || (kind == CQ_FRAME_RANGE ? n->count == 0 || orderings == 1 : orderings != 0);
}

static cq_status check_frame(const cq__checker *checker, uint32_t frame)
{
	const cq_node *const n = cq__node(checker, frame);
	const unsigned start = n->flags / CQ_FRAME_START % 8, end = n->flags / CQ_FRAME_END % 8;
	if (start > end || start >= CQ_BOUND_UNBOUNDED_FOLLOWING || end == CQ_BOUND_UNBOUNDED_PRECEDING || end > CQ_BOUND_UNBOUNDED_FOLLOWING)
		return cq__report(checker, CQ__RULE_FRAME_BOUNDS, frame, NULL);
	if (n->count != (unsigned)takes_number(start) + takes_number(end))
		return cq__error_set(checker->error, CQ_MISUSE, "ROWS_BETWEEN: PRECEDING and FOLLOWING take one number each");
	return is_measured(checker->tree, frame) ? CQ_OK : cq__report(checker, CQ__RULE_FRAME_BOUNDS, frame, NULL);
}

cq_status cq__check_windows(const cq__checker *checker)
{
	const cq__tree *const tree = checker->tree;
	cq_status status = CQ_OK;
	for (uint32_t node = 0; node < tree->count && status == CQ_OK; node++) {
		if (cq__absent(tree, node))
			continue;
		const uint16_t op = tree->nodes[node].op;
		if (op == CQ_OP_OVER)
			status = check_place(checker, node);
		else if (op == CQ_OP_FRAME)
			status = check_frame(checker, node);
		else if (op == CQ_OP_GROUP_BY)
			status = check_groups(checker, node);
	}
	return status;
}
