/* session/joined.c: relations that come with the statement itself: a LEFT JOIN for each is written into it.
 * It knows nothing of rows: joined_wire.c makes members of them. query.c and selectin.c call it.
 */
#include "session/joined.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "query/extend.h"
#include "query/statement.h"
#include "query/tree.h"
#include "session/describe.h"
#include "session/enter.h"

#include <strings.h>

/* A statement that joins are written into. */
typedef struct writing {
	cq_session *session;
	const cq__joinable *into;
	cq__piece *pieces;
	uint32_t piece_count;
	const cq_table *root;        /* whose objects it selects; perhaps an alias */
	cq__joined *joined;
	const cq_table **tables;     /* what stands for each object of a row: the root, then aliases */
	const cq_table **throughs;   /* of those that are joined by an association: the alias of that; else NULL */
	cq_statement to;             /* what is written */
	uint32_t clauses;            /* of it */
} writing;

static uint16_t op_of(const cq__piece *piece)
{
	return piece->nodes[piece->node_count - 1].op;
}

static const cq__piece *piece_of_rank(const writing *w, cq__rank rank)
{
	for (uint32_t i = 0; i < w->piece_count; i++)
		if (cq__clause_rank(op_of(&w->pieces[i])) == rank)
			return &w->pieces[i];
	return NULL;
}

/* ---- whether ------------------------------------------------------------------------------------------------------------ */

static bool any_joined(const cq__load *loads)
{
	while (loads != NULL && loads->how != CQ_LOAD_JOINED)
		loads = loads->next;
	return loads != NULL;
}

static bool any_collection(const cq__load *loads)
{
	for (; loads != NULL; loads = loads->next)
		if (loads->how == CQ_LOAD_JOINED && (loads->relation->many || any_collection(loads->inner)))
			return true;
	return false;
}

/* One query over tables that selects the model's objects, whole. */
static bool can_be_joined(writing *w)
{
	const cq__piece *const head = piece_of_rank(w, CQ__RANK_HEAD);
	if (head == NULL || (op_of(head) != CQ_OP_SELECT_ALL && w->into->association == NULL))
		return false;
	w->root = w->into->association != NULL ? w->into->model->table : head->nodes[head->node_count - 1].ref;
	static const cq__rank hindering[] = { CQ__RANK_GROUP, CQ__RANK_HAVING, CQ__RANK_COMBINATION, CQ__RANK_LOCK };
	for (size_t i = 0; i < sizeof hindering / sizeof *hindering; i++)
		if (piece_of_rank(w, hindering[i]) != NULL)
			return false;
	const cq__piece *const distinct = piece_of_rank(w, CQ__RANK_DISTINCT);
	return (distinct == NULL || op_of(distinct) != CQ_OP_DISTINCT_ON) && cq__same_table(cq__table_base(w->root), w->into->model->table);
}

/* With a collection LIMIT would count rows, not objects: the query goes inside, and picks the keys. */
static bool must_be_wrapped(const writing *w)
{
	return any_collection(w->into->loads)
		&& (piece_of_rank(w, CQ__RANK_LIMIT) != NULL || piece_of_rank(w, CQ__RANK_OFFSET) != NULL);
}

/* Its order is repeated outside, where only its own table is. */
static bool can_be_wrapped(const writing *w)
{
	const cq__piece *const order = piece_of_rank(w, CQ__RANK_ORDER);
	if (piece_of_rank(w, CQ__RANK_WITH) != NULL || w->into->association != NULL)
		return false;
	/* What is ordered by is then no more among what is DISTINCT. */
	if (order != NULL && piece_of_rank(w, CQ__RANK_DISTINCT) != NULL)
		return false;
	for (uint32_t i = 0; order != NULL && i < order->node_count; i++) {
		const cq_node *const node = &order->nodes[i];
		if (node->op == CQ_OP_LABEL || node->op == CQ_OP_SUBQUERY)
			return false;
		if (node->op == CQ_OP_COLUMN && !cq__same_table(cq_column_table(node->ref), w->root))
			return false;
	}
	return true;
}

/* ---- writing ------------------------------------------------------------------------------------------------------------ */

static void push_piece(writing *w, const cq__piece *piece)
{
	(void)cq__push_copies(&w->to, piece->nodes, piece->node_count, piece->values);
	w->clauses++;
}

static void push_equal(writing *w, const cq_table *a, const cq__columns *of_a, const cq_table *b, const cq__columns *of_b)
{
	for (uint32_t i = 0; i < of_a->count; i++) {
		cq_push_column(&w->to, &cq_table_columns(a)[of_a->indexes[i]]);
		cq_push_column(&w->to, &cq_table_columns(b)[of_b->indexes[i]]);
		cq_push(&w->to, CQ_OP_EQ, 2);
	}
}

static void push_join(writing *w, const cq_table *parent, const cq__load *load)
{
	const cq__relation *const relation = load->relation;
	const cq_table *const alias = load->alias;
	uint32_t conditions = relation->near.count;
	if (relation->said->kind == CQ_MANY_TO_MANY) {
		const cq_table *const through = w->throughs[load->place];
		push_equal(w, through, &relation->through_near, parent, &relation->near);
		cq_push_ref(&w->to, CQ_OP_LEFT_JOIN, conditions, through);
		w->clauses++;
		push_equal(w, alias, &relation->far, through, &relation->through_far);
		conditions = relation->far.count;
	} else {
		push_equal(w, alias, &relation->far, parent, &relation->near);
	}
	cq_push_ref(&w->to, CQ_OP_LEFT_JOIN, conditions, alias);
	w->clauses++;
}

static void push_joins(writing *w, const cq_table *parent, const cq__load *loads)
{
	for (const cq__load *load = loads; load != NULL; load = load->next) {
		if (load->alias == NULL)
			continue;
		push_join(w, parent, load);
		push_joins(w, load->alias, load->inner);
	}
}

/* The orderings of joined collections; how many. */
static uint32_t push_orders(writing *w, const cq__load *loads)
{
	uint32_t count = 0;
	for (const cq__load *load = loads; load != NULL; load = load->next) {
		if (load->alias == NULL)
			continue;
		if (load->relation->order != UINT16_MAX) {
			cq_push_column(&w->to, &cq_table_columns(load->alias)[load->relation->order]);
			if (load->relation->said->descending != 0)
				cq_push(&w->to, CQ_OP_DESC, 1);
			count++;
		}
		count += push_orders(w, load->inner);
	}
	return count;
}

static void push_head(writing *w)
{
	uint32_t count = w->joined->width;
	for (uint32_t i = 0; i < w->joined->width; i++)
		cq_push_ref(&w->to, CQ_OP_ALL, 0, w->tables[i]);
	/* Of an association the columns behind its object stay. */
	const cq__piece *const head = piece_of_rank(w, CQ__RANK_HEAD);
	for (uint32_t i = 1; w->into->association != NULL && i + 1 < head->node_count; i++, count++)
		(void)cq__push_copies(&w->to, &head->nodes[i], 1, NULL);
	cq_push(&w->to, CQ_OP_SELECT, count);
	w->clauses++;
}

/* The program's own orderings, if it has some, and behind them those of collections. */
static void push_order_by(writing *w)
{
	const cq__piece *const own = piece_of_rank(w, CQ__RANK_ORDER);
	uint32_t count = 0;
	if (own != NULL) {
		(void)cq__push_copies(&w->to, own->nodes, own->node_count - 1, own->values);
		count = own->nodes[own->node_count - 1].count;
	}
	count += push_orders(w, w->into->loads);
	if (count == 0)
		return;
	cq_push(&w->to, CQ_OP_ORDER_BY, count);
	w->clauses++;
}

static void write_plain(writing *w)
{
	bool joins = false, ordered = false;
	for (uint32_t i = 0; i < w->piece_count; i++) {
		const cq__rank rank = cq__clause_rank(op_of(&w->pieces[i]));
		if (rank > CQ__RANK_JOIN && !joins) {
			joins = true;
			push_joins(w, w->root, w->into->loads);
		}
		if (rank >= CQ__RANK_ORDER && !ordered) {
			ordered = true;
			push_order_by(w);
		}
		if (rank == CQ__RANK_HEAD)
			push_head(w);
		else if (rank != CQ__RANK_ORDER)
			push_piece(w, &w->pieces[i]);
	}
	if (!joins)
		push_joins(w, w->root, w->into->loads);
	if (!ordered)
		push_order_by(w);
}

static uint32_t push_key(writing *w)
{
	uint32_t count = 0;
	for (const cq_column *key = NULL; (key = cq__primary_key_next(w->root, key)) != NULL; count++)
		cq_push_column(&w->to, key);
	return count;
}

/* SELECT(ALL(t), …), FROM(t), LEFT_JOIN(…) …, WHERE(t's key IN the query, which selects it), ORDER_BY(…). */
static void write_wrapped(writing *w)
{
	push_head(w);
	cq_push_ref(&w->to, CQ_OP_FROM, 0, w->root);
	w->clauses++;
	push_joins(w, w->root, w->into->loads);
	const uint32_t columns = push_key(w);
	if (columns > 1)
		cq_push(&w->to, CQ_OP_TUPLE, columns);
	const uint32_t outside = w->clauses;
	w->clauses = 0;
	for (uint32_t i = 0; i < w->piece_count; i++) {
		if (cq__clause_rank(op_of(&w->pieces[i])) != CQ__RANK_HEAD) {
			push_piece(w, &w->pieces[i]);
			continue;
		}
		cq_push(&w->to, CQ_OP_SELECT, push_key(w));
		w->clauses++;
	}
	cq_push(&w->to, CQ_OP_SUBQUERY, w->clauses);
	cq_push(&w->to, CQ_OP_IN_QUERY, 2);
	cq_push(&w->to, CQ_OP_WHERE, 1);
	w->clauses = outside + 1;
	push_order_by(w);
}

/* ---- places ------------------------------------------------------------------------------------------------------------- */

static uint32_t count_joined(const cq__load *loads)
{
	uint32_t count = 0;
	for (; loads != NULL; loads = loads->next)
		if (loads->how == CQ_LOAD_JOINED)
			count += 1 + count_joined(loads->inner);
	return count;
}

/* Whether an alias stands in the statement already: one of these joins', or one of the program's of that name. */
static bool is_taken(const writing *w, const cq_table *alias)
{
	for (uint32_t i = 1; i < w->joined->width; i++)
		if (w->tables[i] == alias || w->throughs[i] == alias)
			return true;
	for (uint32_t i = 0; i < w->piece_count; i++) {
		const cq_node *const clause = &w->pieces[i].nodes[w->pieces[i].node_count - 1];
		if (cq__names_source(clause->op) && strcasecmp(cq__table_exposed_name(clause->ref), alias->name) == 0)
			return true;
	}
	return false;
}

static cq_status find_alias(writing *w, const cq_table *table, const cq_table **alias)
{
	uint32_t number = 1;
	CQ_TRY(cq__describe_alias(w->session, table, number, alias));
	while (is_taken(w, *alias))
		CQ_TRY(cq__describe_alias(w->session, table, ++number, alias));
	return CQ_OK;
}

/* Gives each joined load its alias and its place in a row. */
static cq_status place(writing *w, cq__load *loads)
{
	for (cq__load *load = loads; load != NULL; load = load->next) {
		if (load->how != CQ_LOAD_JOINED)
			continue;
		load->place = w->joined->width;
		CQ_TRY(find_alias(w, load->relation->target->table, &w->tables[load->place]));
		w->throughs[load->place] = NULL;
		if (load->relation->said->kind == CQ_MANY_TO_MANY)
			CQ_TRY(find_alias(w, load->relation->through->table, &w->throughs[load->place]));
		load->alias = w->tables[load->place];
		w->joined->models[load->place] = load->relation->target;
		w->joined->width++;
		w->joined->repeats |= load->relation->many;
		CQ_TRY(place(w, load->inner));
	}
	return CQ_OK;
}

static cq_status make_places(writing *w, cq_target *target)
{
	const cq__model *const model = w->into->model;
	const uint32_t most = 1 + count_joined(w->into->loads);
	cq__arena *const memory = w->into->memory;
	w->tables = cq__arena_alloc(memory, most * sizeof *w->tables);
	w->throughs = cq__arena_alloc(memory, most * sizeof *w->throughs);
	w->joined->models = cq__arena_alloc(memory, most * sizeof *w->joined->models);
	const cq_table **const described = cq__arena_alloc(memory, most * sizeof *described);
	if (w->tables == NULL || w->throughs == NULL || w->joined->models == NULL || described == NULL)
		return cq__session_fail(w->session, CQ_NO_MEMORY, NULL);
	w->tables[0] = w->root;
	w->joined->models[0] = (cq__model *)(uintptr_t)model;
	w->joined->width = 1;
	w->joined->loads = w->into->loads;
	CQ_TRY(place(w, w->into->loads));
	for (uint32_t i = 0; i < most; i++)
		described[i] = w->joined->models[i]->table;
	const cq_row_type *row;
	CQ_TRY(cq__describe_objects(w->session, w->into->association, described, most, &row));
	*target = (cq_target){ .kind = CQ_TARGET_ROW, .size = row->size, .descriptor = row };
	return CQ_OK;
}

static cq_status write_joins(writing *w, cq_target *target)
{
	cq_statement *const statement = w->into->statement;
	const bool wrapped = must_be_wrapped(w);
	if (wrapped && !can_be_wrapped(w))
		return CQ_OK;
	CQ_TRY(make_places(w, target));
	cq_statement_init(&w->to, statement->site);
	if (wrapped)
		write_wrapped(w);
	else
		write_plain(w);
	cq_push(&w->to, CQ_OP_STATEMENT, w->clauses);
	const cq_status status = (cq_status)w->to.failure;
	if (status != CQ_OK) {
		cq_statement_release(&w->to);
		return cq__session_fail(w->session, status, NULL);
	}
	cq_statement_release(statement);
	*statement = w->to;
	return CQ_OK;
}

cq_status cq__joined_write(cq_session *session, const cq__joinable *into, cq_target *target, cq__joined *joined)
{
	*joined = (cq__joined){ 0 };
	if (into->model == NULL || !any_joined(into->loads))
		return CQ_OK;
	writing w = { .session = session, .into = into, .joined = joined, .piece_count = cq__count_pieces(into->statement) };
	w.pieces = cq__alloc_array(w.piece_count + 1, sizeof *w.pieces);
	if (w.pieces == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	cq_status status = CQ_OK;
	if (cq__find_pieces(into->statement, w.pieces) == CQ_OK && can_be_joined(&w))
		status = write_joins(&w, target);
	cq__free(w.pieces);
	return status;
}
