/* query/extend.c: adds clauses to a statement that is a value: conditions, joins, orderings, limits.
 * It knows nothing of what the expressions mean: pieces of programs are put in order. cq_extend calls it.
 */
#include "query/extend.h"

#include "base/alloc.h"
#include "query/tree.h"

#include <string.h>

uint32_t cq__count_pieces(const cq_statement *statement)
{
	if (statement->node_count == 0)
		return 0;
	const cq_node *const last = &cq_statement_nodes(statement)[statement->node_count - 1];
	return last->op == CQ_OP_STATEMENT && last->count < statement->node_count ? last->count : 0;
}

/* Where the nodes of the result that ends before `end` begin; CQ__NO_NODE when operands are missing. */
static uint32_t piece_start(const cq_node *nodes, uint32_t end)
{
	uint64_t wanted = 1;
	while (wanted != 0) {
		if (end == 0)
			return CQ__NO_NODE;
		wanted += nodes[--end].count;
		wanted--;
	}
	return end;
}

static uint32_t count_values(const cq_node *nodes, uint32_t count)
{
	uint32_t values = 0;
	for (uint32_t i = 0; i < count; i++)
		values += nodes[i].op == CQ_OP_VALUE;
	return values;
}

/* From the last one backwards: only a result's end says where it begins. */
cq_status cq__find_pieces(const cq_statement *statement, cq__piece *pieces)
{
	const cq_node *const nodes = cq_statement_nodes(statement);
	uint32_t left = cq__count_pieces(statement);
	uint32_t end = statement->node_count - 1;
	uint32_t values = statement->value_count;
	while (left-- != 0) {
		const uint32_t start = piece_start(nodes, end);
		if (start == CQ__NO_NODE)
			return CQ_MISUSE;
		const uint32_t value_count = count_values(&nodes[start], end - start);
		if (value_count > values)
			return CQ_MISUSE;
		values -= value_count;
		pieces[left] = (cq__piece){ &nodes[start], cq_statement_values(statement) + values, end - start, value_count };
		end = start;
	}
	return end == 0 && values == 0 ? CQ_OK : CQ_MISUSE;
}

/* What becomes of a clause that a statement is extended by. */
typedef enum extension {
	NOT_EXTENDED, /* a statement is not extended by it */
	JOINED,       /* its operands go behind those of the clause that is there */
	ADDED,        /* it goes behind the last of its kind */
	REPLACED      /* it takes the place of the clause of its kind */
} extension;

static extension extension_of(uint16_t op)
{
	switch ((cq_operator)op) {
	case CQ_OP_WHERE: case CQ_OP_GROUP_BY: case CQ_OP_HAVING: case CQ_OP_ORDER_BY: case CQ_OP_OPTIONS:
		return JOINED;
	case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_RIGHT_JOIN: case CQ_OP_FULL_JOIN: case CQ_OP_CROSS_JOIN:
	case CQ_OP_UNION: case CQ_OP_UNION_ALL: case CQ_OP_INTERSECT: case CQ_OP_EXCEPT:
		return ADDED;
	case CQ_OP_DISTINCT: case CQ_OP_DISTINCT_ON: case CQ_OP_LIMIT: case CQ_OP_OFFSET: case CQ_OP_FOR_UPDATE:
	case CQ_OP_RETURNING: case CQ_OP_RETURNING_ALL: case CQ_OP_RETURNING_ROW:
		return REPLACED;
	default:
		return NOT_EXTENDED;
	}
}

static const cq_node *clause_of(const cq__piece *piece)
{
	return &piece->nodes[piece->node_count - 1];
}

/* The clauses of the statement that is to be, and those that their operands go behind. */
typedef struct merged {
	cq__piece *pieces;
	cq__piece *joined; /* for each piece: the operands that are added to it, or none */
	uint32_t count;
} merged;

/* Behind which clause one of that rank stands: how many of them stand before it. What has no rank stays where it is. */
static uint32_t place_for(const merged *m, cq__rank rank)
{
	uint32_t place = 0;
	for (uint32_t i = 0; i < m->count; i++) {
		const cq__rank other = cq__clause_rank(clause_of(&m->pieces[i])->op);
		if (other != CQ__RANK_NONE && other <= rank)
			place = i + 1;
	}
	return place;
}

static void insert(merged *m, uint32_t place, const cq__piece *piece)
{
	const size_t behind = m->count - place;
	memmove(&m->pieces[place + 1], &m->pieces[place], behind * sizeof *m->pieces);
	memmove(&m->joined[place + 1], &m->joined[place], behind * sizeof *m->joined);
	m->pieces[place] = *piece;
	m->joined[place] = (cq__piece){ 0 };
	m->count++;
}

/* Whether the clause would speak of the first query alone where several are combined: nobody who adds it can mean that. */
static bool misses_arms(const merged *m, cq__rank rank)
{
	const cq__rank combines = CQ__RANK_COMBINATION;
	bool combined = false;
	for (uint32_t i = 0; i < m->count; i++)
		combined |= cq__clause_rank(clause_of(&m->pieces[i])->op) == combines;
	return combined && rank < combines;
}

static cq_status add_piece(merged *m, const cq__piece *piece)
{
	const uint16_t op = clause_of(piece)->op;
	const extension extends = extension_of(op);
	const cq__rank rank = cq__clause_rank(op);
	if (extends == NOT_EXTENDED || misses_arms(m, rank))
		return CQ_MISUSE;
	const uint32_t place = place_for(m, rank);
	const bool there = place != 0 && cq__clause_rank(clause_of(&m->pieces[place - 1])->op) == rank;
	if (!there || extends == ADDED)
		insert(m, place, piece);
	else if (extends == REPLACED)
		m->pieces[place - 1] = *piece;
	else
		m->joined[place - 1] = *piece;
	return CQ_OK;
}

/* Whether a clause that stands once in a statement is there twice among those that are added. */
static bool stands_twice(const cq__tree *tree, uint32_t clause)
{
	const uint16_t op = tree->nodes[clause].op;
	if (extension_of(op) == ADDED)
		return false;
	for (uint32_t i = 0; i < tree->nodes[tree->root].count; i++) {
		const uint32_t other = cq__operand(tree, tree->root, i);
		if (other != clause && !cq__absent(tree, other) && cq__clause_rank(tree->nodes[other].op) == cq__clause_rank(op))
			return true;
	}
	return false;
}

/* What is absent adds nothing, and replaces nothing. */
static cq_status add_pieces(merged *m, const cq__tree *tree, const cq__piece *added)
{
	for (uint32_t i = 0; i < tree->nodes[tree->root].count; i++) {
		const uint32_t clause = cq__operand(tree, tree->root, i);
		if (cq__absent(tree, clause))
			continue;
		const cq_status status = stands_twice(tree, clause) ? CQ_MISUSE : add_piece(m, &added[i]);
		if (status != CQ_OK)
			return status;
	}
	return CQ_OK;
}

/* Room for the statement that is to be. Each array is the inline one, or one of its own on the heap. */
typedef struct room {
	cq_node *nodes;
	cq_value *values;
	uint32_t node_count;
	uint32_t value_count;
	cq_node small_nodes[CQ_INLINE_NODES];
	cq_value small_values[CQ_INLINE_VALUES];
} room;

static cq_status open_room(room *r, const merged *m, const cq_statement *statement)
{
	uint64_t nodes = 1, values = 0;
	for (uint32_t i = 0; i < m->count; i++) {
		nodes += m->pieces[i].node_count;
		nodes += m->joined[i].node_count != 0 ? m->joined[i].node_count - 1 : 0;
		values += m->pieces[i].value_count + (uint64_t)m->joined[i].value_count;
	}
	r->nodes = r->small_nodes;
	r->values = r->small_values;
	r->node_count = (uint32_t)nodes;
	r->value_count = (uint32_t)values;
	if (nodes >= UINT32_MAX)
		return CQ_NO_MEMORY;
	if (statement->spilled_nodes != NULL || nodes > CQ_INLINE_NODES)
		r->nodes = cq__alloc_array(nodes, sizeof(cq_node));
	if (statement->spilled_values != NULL || values > CQ_INLINE_VALUES)
		r->values = cq__alloc_array(values != 0 ? values : 1, sizeof(cq_value));
	if (r->nodes != NULL && r->values != NULL)
		return CQ_OK;
	if (r->nodes != r->small_nodes)
		cq__free(r->nodes);
	if (r->values != r->small_values)
		cq__free(r->values);
	return CQ_NO_MEMORY;
}

static void copy_piece(cq_node **nodes, cq_value **values, const cq__piece *piece, uint32_t node_count)
{
	memcpy(*nodes, piece->nodes, node_count * sizeof **nodes);
	*nodes += node_count;
	if (piece->value_count != 0)
		memcpy(*values, piece->values, piece->value_count * sizeof **values);
	*values += piece->value_count;
}

static void fill_room(room *r, const merged *m)
{
	cq_node *nodes = r->nodes;
	cq_value *values = r->values;
	for (uint32_t i = 0; i < m->count; i++) {
		const cq__piece *const joined = &m->joined[i];
		cq_node clause = *clause_of(&m->pieces[i]);
		copy_piece(&nodes, &values, &m->pieces[i], m->pieces[i].node_count - 1);
		if (joined->node_count != 0) {
			copy_piece(&nodes, &values, joined, joined->node_count - 1);
			clause.count += clause_of(joined)->count;
		}
		*nodes++ = clause;
	}
	*nodes = (cq_node){ .op = CQ_OP_STATEMENT, .count = m->count };
}

static void take_room(cq_statement *statement, const room *r)
{
	cq__free(statement->spilled_nodes);
	cq__free(statement->spilled_values);
	statement->spilled_nodes = r->nodes != r->small_nodes ? r->nodes : NULL;
	statement->spilled_values = r->values != r->small_values ? r->values : NULL;
	statement->node_count = r->node_count;
	statement->value_count = r->value_count;
	statement->node_capacity = statement->spilled_nodes != NULL ? r->node_count : 0;
	statement->value_capacity = statement->spilled_values != NULL ? r->value_count : 0;
	if (r->nodes == r->small_nodes)
		memcpy(statement->nodes, r->nodes, r->node_count * sizeof(cq_node));
	if (r->values == r->small_values)
		memcpy(statement->values, r->values, r->value_count * sizeof(cq_value));
}

static bool has_raw_sql(const merged *m)
{
	for (uint32_t i = 0; i < m->count; i++) {
		if (clause_of(&m->pieces[i])->op == CQ_OP_RAW_SQL)
			return true;
	}
	return false;
}

static cq_status merge(merged *m, cq_statement *statement, const cq_statement *clauses, cq__piece *added)
{
	cq__tree tree;
	cq_status status = cq__find_pieces(statement, m->pieces);
	if (status == CQ_OK)
		status = cq__find_pieces(clauses, added);
	if (status == CQ_OK)
		status = has_raw_sql(m) ? CQ_MISUSE : cq__tree_init(&tree, cq_statement_nodes(clauses), clauses->node_count);
	if (status != CQ_OK)
		return status;
	status = add_pieces(m, &tree, added);
	cq__tree_release(&tree);
	room r;
	if (status == CQ_OK)
		status = open_room(&r, m, statement);
	if (status != CQ_OK)
		return status;
	fill_room(&r, m);
	take_room(statement, &r);
	return CQ_OK;
}

/* A program without clauses is only its STATEMENT. */
static bool is_closed(const cq_statement *statement)
{
	return statement->node_count != 0 && cq_statement_nodes(statement)[statement->node_count - 1].op == CQ_OP_STATEMENT;
}

cq_status cq_statement_extend(cq_statement *statement, const cq_statement *clauses)
{
	if (statement == NULL || clauses == NULL)
		return CQ_MISUSE;
	if (statement->failure != CQ_OK || clauses->failure != CQ_OK)
		return (cq_status)(statement->failure != CQ_OK ? statement->failure : clauses->failure);
	if (!is_closed(statement) || !is_closed(clauses))
		return CQ_MISUSE;
	const size_t there = cq__count_pieces(statement), added = cq__count_pieces(clauses);
	const size_t most = there + added;
	/* One block: the clauses that are to be, what is joined to each, and those that are added. */
	cq__piece *const block = cq__alloc_array(2 * most + added + 1, sizeof *block);
	if (block == NULL)
		return CQ_NO_MEMORY;
	merged m = { .pieces = block, .joined = block + most, .count = (uint32_t)there };
	const cq_status status = merge(&m, statement, clauses, block + 2 * most);
	cq__free(block);
	return status;
}
