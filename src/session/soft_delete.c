/* session/soft_delete.c: rows with a deletion moment: the conditions that hide them, and what cq_delete means for them.
 * It knows nothing of SQL text, and not of when it is called: the flush, cq_get, statements on a session and loading do.
 */
#include "session/soft_delete.h"

#include "meta/model.h"
#include "meta/relation.h"
#include "query/tree.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/journal.h"
#include "session/link.h"
#include "session/load.h"
#include "session/model.h"
#include "session/rewrite.h"

static cq_opt_timestamp *moment_of(const cq__model *model, const void *object)
{
	return cq__model_member(model, object, model->soft_delete);
}

bool cq__soft_deleted(const cq__model *model, const void *object)
{
	return model->soft_delete != UINT16_MAX && moment_of(model, object)->present;
}

/* ---- statements ------------------------------------------------------------------------------------------------------- */

/* Whether a clause reads a table whose rows may be hidden: the column. */
static const cq_column *hidden_by(const cq_node *node)
{
	return cq__names_source(node->op) && node->ref != NULL ? cq__table_soft_delete(node->ref) : NULL;
}

static bool concerns(const cq_statement *statement)
{
	const cq_node *const nodes = cq_statement_nodes(statement);
	for (uint32_t i = 0; i < statement->node_count; i++) {
		if (hidden_by(&nodes[i]) != NULL)
			return true;
	}
	return false;
}

static void push_condition(cq__rewrite *to, const cq_column *column)
{
	cq_push_column(&to->to, column);
	cq_push(&to->to, CQ_OP_IS_NULL, 1);
}

/* Hidden where it is joined: what an outer join does not find is NULL, and stays. */
static bool hidden_in_on(uint16_t op)
{
	return op == CQ_OP_JOIN || op == CQ_OP_LEFT_JOIN;
}

/* The column that a clause of a query hides by; NULL for clauses that are not there, read something else, or a query. */
static const cq_column *clause_hides(const cq__tree *tree, uint32_t clause)
{
	if (cq__absent(tree, clause))
		return NULL;
	const cq_column *const column = hidden_by(&tree->nodes[clause]);
	return column == NULL || cq__clause_source(tree, clause) != CQ__NO_NODE ? NULL : column;
}

/* Writes what a query hides in its WHERE, when `to` is given; how many conditions. *last is its last FROM, USING or join. */
static uint32_t hide_in_where(const cq__tree *tree, uint32_t query, cq__rewrite *to, uint32_t *last)
{
	uint32_t count = 0;
	*last = CQ__NO_NODE;
	for (uint32_t i = 0; i < tree->nodes[query].count; i++) {
		const uint32_t clause = cq__operand(tree, query, i);
		if (!cq__names_source(tree->nodes[clause].op))
			continue;
		*last = clause;
		const cq_column *const column = hidden_in_on(tree->nodes[clause].op) ? NULL : clause_hides(tree, clause);
		if (column == NULL)
			continue;
		count++;
		if (to != NULL)
			push_condition(to, column);
	}
	return count;
}

/* Where a query's conditions go: its WHERE, its ALL_ROWS, or behind its last source. */
static uint32_t place_of(const cq__tree *tree, uint32_t query, uint32_t last)
{
	const uint32_t where = cq__query_clause(tree, query, CQ_OP_WHERE);
	if (where != CQ__NO_NODE)
		return where;
	const uint32_t all_rows = cq__query_clause(tree, query, CQ_OP_ALL_ROWS);
	return all_rows != CQ__NO_NODE ? all_rows : last;
}

/* A clause that is the place of its query's conditions. */
static void write_place(const cq__tree *tree, cq__rewrite *to, uint32_t clause, uint32_t query)
{
	uint32_t last;
	cq_node node = tree->nodes[clause];
	switch (node.op) {
	case CQ_OP_WHERE:
		node.count += hide_in_where(tree, query, to, &last);
		cq__rewrite_node(to, &node);
		break;
	case CQ_OP_ALL_ROWS:
		cq__rewrite_skip(to, clause + 1);
		cq_push(&to->to, CQ_OP_WHERE, hide_in_where(tree, query, to, &last));
		break;
	default:
		cq__rewrite_copy(to, clause + 1);
		cq_push(&to->to, CQ_OP_WHERE, hide_in_where(tree, query, to, &last));
	}
}

static void write_node(const cq__tree *tree, cq__rewrite *to, uint32_t at)
{
	cq_node node = tree->nodes[at];
	uint32_t last;
	if (cq__is_query(tree, at)) {
		const uint32_t count = hide_in_where(tree, at, NULL, &last);
		const bool added = count != 0 && place_of(tree, at, last) == last;
		node.count += added;
		cq__rewrite_node(to, &node);
		return;
	}
	if (hidden_in_on(node.op) && clause_hides(tree, at) != NULL) {
		push_condition(to, clause_hides(tree, at));
		node.count++;
		cq_priv_push_node(&to->to, node);
		cq__rewrite_skip(to, at + 1);
	}
	const uint32_t query = tree->query[at];
	const bool clause = tree->parent[at] == query && cq__is_query(tree, query);
	if (clause && hide_in_where(tree, query, NULL, &last) != 0 && place_of(tree, query, last) == at)
		write_place(tree, to, at, query);
	else
		cq__rewrite_copy(to, at + 1);
}

cq_status cq__soft_delete_filter(cq_session *session, cq_statement *statement)
{
	if (__builtin_expect(!concerns(statement), 1))
		return CQ_OK;
	cq__tree tree;
	cq_status status = cq__tree_init(&tree, cq_statement_nodes(statement), statement->node_count);
	if (status != CQ_OK)
		return cq__session_fail(session, status, NULL);
	cq__rewrite to;
	cq__rewrite_begin(&to, statement);
	while (to.at < tree.count) {
		const uint32_t at = to.at;
		write_node(&tree, &to, at);
	}
	status = cq__rewrite_end(&to, statement);
	cq__tree_release(&tree);
	return status == CQ_OK ? CQ_OK : cq__session_fail(session, status, NULL);
}

/* ---- deleting --------------------------------------------------------------------------------------------------------- */

static cq_status mark(cq_session *session, cq__entry *entry, cq_timestamp now);

/* What is reached along a relation with DELETE, of models that are deleted softly as well. */
static cq_status mark_children(cq_session *session, cq__entry *entry, const cq__relation *relation, cq_timestamp now)
{
	const cq_any_many *const many = (const void *)((const char *)entry->object + relation->offset);
	const cq_any_one *const one = (const void *)many;
	if (relation->many ? !cq_is_loaded(*many) : !cq_is_loaded(*one))
		CQ_TRY(cq__load_relation(session, relation, &entry, 1, NULL));
	const size_t count = relation->many ? many->count : one->object != NULL;
	for (size_t i = 0; i < count; i++) {
		cq__entry *const child = cq__entry_of_object(session, relation->many ? many->items[i] : one->object);
		if (child != NULL && child->state == CQ_PERSISTENT && !cq__soft_deleted(child->model, child->object))
			CQ_TRY(mark(session, child, now));
	}
	return CQ_OK;
}

static cq_status mark(cq_session *session, cq__entry *entry, cq_timestamp now)
{
	CQ_TRY(cq__journal_snapshot(session, entry, true));
	CQ_TRY(cq__journal_entry(session, entry));
	cq__entry_clear_flags(session, entry, CQ__ENTRY_DELETE | CQ__ENTRY_ORPHAN);
	*moment_of(entry->model, entry->object) = (cq_opt_timestamp){ true, now };
	for (uint32_t i = 0; i < entry->model->relation_count; i++) {
		const cq__relation *const relation = &entry->model->relations[i];
		if ((relation->cascade & CQ_CASCADE_DELETE) != 0 && relation->target->soft_delete != UINT16_MAX)
			CQ_TRY(mark_children(session, entry, relation, now));
	}
	return CQ_OK;
}

/* What was taken out of its parent keeps the key of it, as all that is deleted softly. */
static cq_status keep_keys(cq_session *session, cq__entry *entry)
{
	while (entry->links != NULL)
		CQ_TRY(cq__link_drop(session, entry, entry->links->relation));
	return CQ_OK;
}

cq_status cq__soft_delete_collect(cq_session *session)
{
	const cq_timestamp now = cq_now();
	/* Loading adds entries behind those that are looked at. */
	for (uint32_t i = 0; session->delete_count != 0 && i < session->entry_count; i++) {
		cq__entry *const entry = cq__entry_at(session, i);
		if (entry->state != CQ_PERSISTENT || entry->model->soft_delete == UINT16_MAX
			|| (entry->flags & (CQ__ENTRY_DELETE | CQ__ENTRY_ORPHAN)) == 0)
			continue;
		if ((entry->flags & CQ__ENTRY_ORPHAN) != 0)
			CQ_TRY(keep_keys(session, entry));
		CQ_TRY(mark(session, entry, now));
	}
	return CQ_OK;
}
