/* session/changes.c: what a statement that writes past the objects means to them: they are expired, or leave.
 * It knows nothing of how it is run. query.c asks before and tells after.
 */
#include "session/changes.h"

#include "meta/model.h"
#include "session/collection.h"
#include "session/describe.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/journal.h"
#include "session/model.h"
#include "session/object.h"
#include "session/rewrite.h"

#include <string.h>
#include <strings.h>

/* ---- before ------------------------------------------------------------------------------------------------------------- */

static const char *skip_to_word(const char *text)
{
	for (;;) {
		text += strspn(text, " \t\r\n(");
		if (strncmp(text, "--", 2) == 0)
			text += strcspn(text, "\n");
		else if (strncmp(text, "/*", 2) == 0 && strstr(text, "*/") != NULL)
			text = strstr(text, "*/") + 2;
		else
			return text;
	}
}

/* Whether the program's own text only reads, as far as its first word tells; WITH may stand before anything. */
static bool text_reads(const char *text)
{
	static const char *const reading[] = { "select", "values", "explain", "show", "table" };
	static const char *const writing[] = { "insert", "update", "delete", "merge", "replace" };
	text = skip_to_word(text);
	for (size_t i = 0; i < sizeof reading / sizeof *reading; i++)
		if (strncasecmp(text, reading[i], strlen(reading[i])) == 0)
			return true;
	bool writes = strncasecmp(text, "with", 4) != 0;
	for (size_t i = 0; i < sizeof writing / sizeof *writing; i++)
		writes |= strcasestr(text, writing[i]) != NULL;
	return !writes;
}

/* Clauses that write stand in no subquery. */
static const cq_node *find_head(const cq_statement *statement, bool *writes)
{
	const cq_node *const nodes = cq_statement_nodes(statement);
	const cq_node *head = NULL;
	*writes = false;
	for (uint32_t i = 0; i < statement->node_count; i++) {
		switch ((cq_operator)nodes[i].op) {
		case CQ_OP_RAW_SQL:
			head = &nodes[i];
			*writes |= !text_reads(nodes[i].ref);
			break;
		case CQ_OP_INSERT_INTO:
		case CQ_OP_UPDATE:
		case CQ_OP_DELETE_FROM:
			head = &nodes[i];
			*writes = true;
			break;
		case CQ_OP_FOR_UPDATE: *writes = true; break;
		default: break;
		}
	}
	return head;
}

static bool has_op(const cq_statement *statement, uint16_t op)
{
	const cq_node *const nodes = cq_statement_nodes(statement);
	for (uint32_t i = 0; i < statement->node_count; i++)
		if (nodes[i].op == op)
			return true;
	return false;
}

static bool holds_objects(const cq_session *session, const cq__model *model)
{
	for (uint32_t i = 0; i < session->entry_count; i++) {
		const cq__entry *const entry = cq__entry_at(session, i);
		if (entry->state == CQ_PERSISTENT && entry->model == model)
			return true;
	}
	return false;
}

/* Keys that a statement changes are not those by which its objects are known. */
static bool sets_key(const cq_statement *statement, const cq_table *table)
{
	const cq_node *const nodes = cq_statement_nodes(statement);
	for (uint32_t i = 0; i < statement->node_count; i++) {
		if (nodes[i].op != CQ_OP_SET)
			continue;
		const cq_column *const column = nodes[i].ref;
		if ((column->flags & CQ_COLUMN_PRIMARY_KEY) != 0 && cq__same_table(cq__table_base(cq_column_table(column)), table))
			return true;
	}
	return false;
}

/* RETURNING(the key's columns), behind all other clauses. */
static cq_status add_returning(cq_session *session, cq_statement *statement, const cq_table *table)
{
	cq__rewrite rewrite;
	cq__rewrite_begin(&rewrite, statement);
	cq__rewrite_copy(&rewrite, rewrite.node_count - 1);
	uint32_t columns = 0;
	for (const cq_column *key = NULL; (key = cq__primary_key_next(table, key)) != NULL; columns++)
		cq_push_column(&rewrite.to, key);
	cq_push(&rewrite.to, CQ_OP_RETURNING, columns);
	cq_node end = rewrite.nodes[rewrite.node_count - 1];
	end.count++;
	cq__rewrite_node(&rewrite, &end);
	const cq_status status = cq__rewrite_end(&rewrite, statement);
	return status == CQ_OK ? CQ_OK : cq__session_fail(session, status, NULL);
}

/* An INSERT only concerns rows that are there when a conflict updates them. */
static bool concerns_rows(const cq_statement *statement, uint16_t op)
{
	return op != CQ_OP_INSERT_INTO || has_op(statement, CQ_OP_ON_CONFLICT_UPDATE);
}

cq_status cq__change_look(cq_session *session, cq_statement *statement, bool gives_rows, cq__change *change)
{
	*change = (cq__change){ .op = CQ_OP_SELECT };
	bool writes;
	const cq_node *const head = find_head(statement, &writes);
	change->writes = writes;
	if (head == NULL || !writes)
		return CQ_OK;
	change->op = head->op;
	if (head->op == CQ_OP_RAW_SQL) {
		change->reach = CQ__REACH_ALL;
		return CQ_OK;
	}
	const cq_table *const table = head->ref;
	if (cq__primary_key_next(table, NULL) == NULL)
		return CQ_OK;
	cq__model *model;
	CQ_TRY(cq__model_find(session, cq__table_base(table), &model));
	change->model = model;
	if (gives_rows && has_op(statement, CQ_OP_RETURNING_ALL))
		change->reach = CQ__REACH_OBJECTS;
	else if (!holds_objects(session, model) || !concerns_rows(statement, head->op))
		change->reach = CQ__REACH_NONE;
	else if (gives_rows || head->op == CQ_OP_INSERT_INTO || sets_key(statement, model->table)
		|| has_op(statement, CQ_OP_RETURNING) || has_op(statement, CQ_OP_RETURNING_ROW) || has_op(statement, CQ_OP_RETURNING_ALL))
		change->reach = CQ__REACH_TABLE;
	else
		change->reach = CQ__REACH_KEYS;
	if (change->reach != CQ__REACH_KEYS)
		return CQ_OK;
	CQ_TRY(cq__describe_key(session, model, &change->keys));
	return add_returning(session, statement, table);
}

/* ---- after -------------------------------------------------------------------------------------------------------------- */

/* Its row is gone: what a flush's DELETE does to it. */
static cq_status leave(cq_session *session, cq__entry *entry)
{
	CQ_TRY(cq__journal_snapshot(session, entry, false));
	CQ_TRY(cq__journal_entry(session, entry));
	cq__key_take(session, entry);
	cq__entry_clear_flags(session, entry, CQ__ENTRY_DELETE | CQ__ENTRY_ORPHAN);
	cq__entry_set_state(session, entry, CQ_DELETED);
	return CQ_OK;
}

static cq_status expire_columns(cq_session *session, cq__entry *entry)
{
	cq__expire_columns(session, entry);
	return CQ_OK;
}

static cq_status each_of_keys(cq_session *session, const cq__change *change, const cq_any_rows *keys,
	cq_status (*concern)(cq_session *session, cq__entry *entry))
{
	const cq_row_type *const row = change->keys;
	for (size_t i = 0; i < keys->count; i++) {
		const char *const values = (const char *)keys->items + i * row->size;
		cq__key key = { .count = row->count };
		for (uint32_t k = 0; k < row->count; k++) {
			const cq_column *const column = cq__model_column(change->model, change->model->key.indexes[k]);
			cq__part_read(&key.parts[k], column, values + row->fields[k].offset);
			cq__part_unpad(&key.parts[k], change->model, column);
		}
		cq__key_finish(&key);
		cq__entry *const entry = cq__entry_of_key(session, change->model, &key);
		if (entry != NULL)
			CQ_TRY(concern(session, entry));
	}
	return CQ_OK;
}

/* All or none of them: what can fail comes first. */
static cq_status concern_keys(cq_session *session, const cq__change *change, const cq_any_rows *keys)
{
	const cq__mark mark = cq__journal_mark(session);
	const bool deletes = change->op == CQ_OP_DELETE_FROM;
	cq_status status = each_of_keys(session, change, keys, deletes ? leave : cq__relations_unload);
	if (status == CQ_OK && !deletes)
		status = each_of_keys(session, change, keys, expire_columns);
	if (status != CQ_OK)
		cq__journal_undo_to(session, mark);
	return status;
}

cq_status cq__change_done(cq_session *session, const cq__change *change, const cq_any_rows *keys)
{
	switch (change->reach) {
	case CQ__REACH_KEYS: return concern_keys(session, change, keys);
	case CQ__REACH_TABLE: return cq__expire_all(session, change->model);
	case CQ__REACH_ALL: return cq__expire_all(session, NULL);
	case CQ__REACH_NONE:
	case CQ__REACH_OBJECTS: break;
	}
	return CQ_OK;
}

cq_status cq__change_leave(cq_session *session, cq__entry *const *entries, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (entries[i]->state == CQ_PERSISTENT)
			CQ_TRY(leave(session, entries[i]));
	return CQ_OK;
}
