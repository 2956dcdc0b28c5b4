/* session/soft_delete.c: rows with a deletion moment: the conditions that hide them, and what cq_delete means for them.
 * It knows nothing of SQL text, and not of when it is called: the flush, cq_get, statements on a session and loading do.
 */
#include "session/soft_delete.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "meta/relation.h"
#include "query/relation.h"
#include "query/statement.h"
#include "query/tree.h"
#include "session/cascade.h"
#include "session/collection.h"
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

/* A relation whose association's rows may be hidden: a join along it names no table of its own. */
static bool hides_association(const cq_relation *relation)
{
	return relation->kind == CQ_MANY_TO_MANY && *relation->through != NULL && cq__table_soft_delete(*relation->through) != NULL;
}

static bool concerns(const cq_statement *statement)
{
	const cq_node *const nodes = cq_statement_nodes(statement);
	for (uint32_t i = 0; i < statement->node_count; i++) {
		if (hidden_by(&nodes[i]) != NULL || (nodes[i].op == CQ_OP_RELATION && hides_association(nodes[i].ref)))
			return true;
	}
	return false;
}

static void push_condition(cq__rewrite *to, const cq_column *column)
{
	cq_push_column(&to->to, column);
	cq_push(&to->to, CQ_OP_IS_NULL, 1);
}

/* Where the condition of a table goes. */
typedef enum place_in {
	IN_WHERE,
	IN_ON,     /* what a LEFT_JOIN does not find is NULL, and stays */
	IN_SOURCE  /* the table is a query: where a RIGHT_JOIN or FULL_JOIN follows, what finds hidden rows alone finds none, and stays */
} place_in;

/* A table of a SCHEMA is named with it, and so cannot be a query. */
static place_in place_in_query(const cq__tree *tree, uint32_t clause)
{
	const cq_node *const node = &tree->nodes[clause];
	if (node->op == CQ_OP_JOIN || node->op == CQ_OP_LEFT_JOIN)
		return IN_ON;
	const cq_table *const table = node->ref;
	if (cq__table_schema(table) != NULL && table->alias_of == NULL)
		return IN_WHERE;
	const uint32_t query = tree->query[clause];
	const bool keeps_right = cq__query_clause(tree, query, CQ_OP_RIGHT_JOIN) != CQ__NO_NODE
		|| cq__query_clause(tree, query, CQ_OP_FULL_JOIN) != CQ__NO_NODE;
	return keeps_right ? IN_SOURCE : IN_WHERE;
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
		const cq_column *const column = clause_hides(tree, clause);
		if (column == NULL || place_in_query(tree, clause) != IN_WHERE)
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

/* A table or an association that hides where it stands. */
static void write_source(const cq__tree *tree, cq__rewrite *to, uint32_t at)
{
	cq_node node = tree->nodes[at];
	if (node.op == CQ_OP_ALONG) {
		if (!cq__goes_through(tree, at) || !hides_association(cq__along_relation(tree, at)))
			return;
		node.flags |= CQ_ALONG_UNDELETED;
	} else {
		const cq_column *const column = cq__names_source(node.op) ? clause_hides(tree, at) : NULL;
		const place_in place = column != NULL ? place_in_query(tree, at) : IN_WHERE;
		if (place == IN_WHERE)
			return;
		if (place == IN_ON) {
			push_condition(to, column);
			node.count++;
		} else {
			node.flags |= CQ_SOURCE_UNDELETED;
		}
	}
	(void)cq__push_copies(&to->to, &node, 1, NULL);
	cq__rewrite_skip(to, at + 1);
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
	write_source(tree, to, at);
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

/* What is deleted softly, in the order in which it was found. */
typedef struct marking {
	cq_session *session;
	cq_timestamp now;
	cq__reached all;
	uint32_t first, last; /* of the level that is looked at */
} marking;

static cq_status mark(marking *m, cq__entry *entry)
{
	CQ_TRY(cq__journal_snapshot(m->session, entry, true));
	CQ_TRY(cq__journal_entry(m->session, entry));
	CQ_TRY(cq__reached_add(m->session, &m->all, entry));
	cq__entry_clear_flags(m->session, entry, CQ__ENTRY_DELETE | CQ__ENTRY_ORPHAN);
	*moment_of(entry->model, entry->object) = (cq_opt_timestamp){ true, m->now };
	return CQ_OK;
}

static cq_status load_missing(const marking *m, const cq__relation *relation)
{
	cq__entry **const entries = cq__alloc_array(m->last - m->first, sizeof *entries);
	uint32_t count = 0;
	if (entries == NULL)
		return cq__session_fail(m->session, CQ_NO_MEMORY, NULL);
	for (uint32_t i = m->first; i < m->last; i++) {
		cq__entry *const entry = m->all.entries[i];
		if (entry->model == relation->own && !cq__member_loaded(relation, entry->object))
			entries[count++] = entry;
	}
	const cq_status status = count != 0 ? cq__load_relation(m->session, relation, entries, count, NULL) : CQ_OK;
	cq__free(entries);
	return status;
}

/* What a level reaches along a relation is of the next one. */
static cq_status mark_children(marking *m, const cq__relation *relation)
{
	CQ_TRY(load_missing(m, relation));
	for (uint32_t i = m->first; i < m->last; i++) {
		const cq__entry *const entry = m->all.entries[i];
		if (entry->model != relation->own)
			continue;
		void *one[1];
		void *const *items;
		const uint32_t count = cq__member_items(relation, entry->object, one, &items);
		for (uint32_t k = 0; k < count; k++) {
			cq__entry *const child = cq__entry_of_object(m->session, items[k]);
			if (child != NULL && child->state == CQ_PERSISTENT && !cq__soft_deleted(child->model, child->object))
				CQ_TRY(mark(m, child));
		}
	}
	return CQ_OK;
}

/* Along relations with DELETE, to models that are deleted softly as well; those of each model of the level once. */
static cq_status mark_next_level(marking *m)
{
	cq__reached models = { 0 };
	cq_status status = CQ_OK;
	for (uint32_t i = m->first; status == CQ_OK && i < m->last; i++) {
		const cq__model *const model = m->all.entries[i]->model;
		bool first;
		status = cq__reached_add_model(m->session, &models, m->all.entries[i], &first);
		for (uint32_t r = 0; status == CQ_OK && first && r < model->relation_count; r++) {
			const cq__relation *const relation = &model->relations[r];
			if ((relation->cascade & CQ_CASCADE_DELETE) != 0 && relation->target->soft_delete != UINT16_MAX)
				status = mark_children(m, relation);
		}
	}
	cq__reached_release(&models);
	return status;
}

/* What was taken out of its parent keeps the key of it, as all that is deleted softly. */
static cq_status keep_keys(cq_session *session, cq__entry *entry)
{
	while (entry->links != NULL)
		CQ_TRY(cq__link_drop(session, entry, entry->links->relation));
	return CQ_OK;
}

static cq_status mark_all(marking *m)
{
	cq_session *const session = m->session;
	for (uint32_t i = 0; session->delete_count != 0 && i < session->entry_count; i++) {
		cq__entry *const entry = cq__entry_at(session, i);
		if (entry->state != CQ_PERSISTENT || entry->model->soft_delete == UINT16_MAX
			|| (entry->flags & (CQ__ENTRY_DELETE | CQ__ENTRY_ORPHAN)) == 0)
			continue;
		if ((entry->flags & CQ__ENTRY_ORPHAN) != 0)
			CQ_TRY(keep_keys(session, entry));
		CQ_TRY(mark(m, entry));
	}
	for (m->first = 0; m->first < m->all.count; m->first = m->last) {
		m->last = m->all.count;
		CQ_TRY(mark_next_level(m));
	}
	return CQ_OK;
}

cq_status cq__soft_delete_collect(cq_session *session)
{
	marking m = { .session = session, .now = cq_now() };
	const cq_status status = mark_all(&m);
	cq__reached_release(&m.all);
	return status;
}
