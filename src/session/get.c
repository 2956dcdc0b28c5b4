/* session/get.c: one object by its key, one object's row again, one object's column by its name.
 * It knows nothing of other statements. Programs call it.
 */
#include "session/cascade.h"
#include "session/collection.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/flush.h"
#include "session/load.h"
#include "session/model.h"
#include "session/object.h"
#include "session/read.h"
#include "session/snapshot.h"
#include "session/soft_delete.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "meta/type_registry.h"

/* ---- by key --------------------------------------------------------------------------------------------------------- */

static cq_status make_key(cq_session *session, const cq__model *model, const cq_value *values, const uint8_t *types, size_t count, cq__key *key)
{
	if (values == NULL || types == NULL)
		return cq__session_fail(session, CQ_MISUSE, "cq_get: an argument is NULL that must not be");
	if (count != model->key.count)
		return cq__session_fail(session, CQ_MISUSE, "cq_get: columns of the primary key of %s: %u, values given: %zu", model->table->name,
			model->key.count, count);
	key->count = model->key.count;
	for (uint32_t i = 0; i < key->count; i++) {
		CQ_TRY(cq__value_part(session, "cq_get", model, model->key.indexes[i], types[i], &values[i], &key->parts[i]));
		cq__part_unpad(&key->parts[i], model, cq__model_column(model, model->key.indexes[i]));
	}
	cq__key_finish(key);
	return CQ_OK;
}

/* What the model says is loaded with its objects. */
static cq_status load_defaults(cq_session *session, const cq__model *model, cq__entry *entry)
{
	bool any = false;
	for (uint32_t i = 0; i < model->relation_count; i++)
		any |= model->relations[i].said->loading == CQ_LOAD_SELECTIN || model->relations[i].said->loading == CQ_LOAD_JOINED;
	if (!any)
		return CQ_OK;
	cq__options options = { 0 };
	cq_status status = cq__options_add_defaults(session, &options, model);
	if (status == CQ_OK)
		status = cq__load_all(session, options.loads, &entry, 1, &options, false);
	cq__options_release(&options);
	return status;
}

static cq_status read_by_key(cq_session *session, cq__model *model, const cq__key *key, bool changed, cq__entry **out)
{
	cq_statement statement;
	cq__entry **entries;
	size_t count;
	/* What is pending may have the key; what was changed since it is out of date would be written over. */
	if (!session->options.no_autoflush && (changed || (session->pending_count | session->delete_count) != 0)) {
		CQ_TRY(cq__autoflush(session));
		*out = cq__entry_of_key(session, model, key);
		if (*out != NULL && ((*out)->flags & CQ__ENTRY_EXPIRED) == 0)
			return CQ_OK;
		*out = NULL;
	}
	cq__read_statement_by_key(&statement, model, key);
	if (!session->options.with_deleted && model->soft_delete != UINT16_MAX) {
		const cq_status status = cq__soft_delete_filter(session, &statement);
		if (status != CQ_OK) {
			cq_statement_release(&statement);
			return status;
		}
	}
	CQ_TRY(cq__session_read(session, &statement, model, 0, &entries, &count));
	if (count != 0)
		*out = entries[0];
	cq__free(entries);
	return *out != NULL ? load_defaults(session, model, *out) : CQ_OK;
}

static cq_status get(cq_session *session, const cq_table *table, void **out, const cq_value *values, const uint8_t *types, size_t count)
{
	cq__model *model;
	cq__key key;
	if (out == NULL)
		return cq__session_fail(session, CQ_MISUSE, "cq_get: out is NULL");
	CQ_TRY(cq__model_find(session, table, &model));
	CQ_TRY(make_key(session, model, values, types, count, &key));
	cq__entry *entry = cq__entry_of_key(session, model, &key);
	if (entry != NULL && !session->options.with_deleted && cq__soft_deleted(model, entry->snapshot))
		return CQ_OK;
	if (entry == NULL || (entry->flags & CQ__ENTRY_EXPIRED) != 0) {
		const bool changed = entry != NULL && cq__snapshot_changed(entry);
		entry = NULL;
		CQ_TRY(read_by_key(session, model, &key, changed, &entry));
	}
	if (entry != NULL)
		*out = entry->object;
	return CQ_OK;
}

cq_status cq_session_get(cq_session *session, const cq_table *table, void *out, const cq_value *key, const uint8_t *types, size_t count)
{
	if (out != NULL)
		*(void **)out = NULL;
	CQ_TRY(cq__session_enter(session, "cq_get"));
	return cq__session_leave(session, get(session, table, out, key, types, count));
}

/* ---- again ---------------------------------------------------------------------------------------------------------- */

/* The relations that are read again with their object: bit i is relation i; those behind the 64th are not. */
static uint64_t relations_to_refresh(const cq__entry *entry)
{
	uint64_t set = 0;
	for (uint32_t i = 0; i < entry->model->relation_count && i < 64; i++) {
		const cq__relation *const relation = &entry->model->relations[i];
		if ((relation->cascade & CQ_CASCADE_REFRESH_EXPIRE) != 0 && cq__member_loaded(relation, entry->object))
			set |= UINT64_C(1) << i;
	}
	return set;
}

static cq_status refresh(cq_session *session, const void *object)
{
	cq__entry *entry;
	cq__key key;
	char text[CQ__KEY_TEXT];
	bool found = false;
	CQ_TRY(cq__entry_need(session, "cq_refresh", object, &entry));
	if (entry->state != CQ_PERSISTENT)
		return cq__session_fail(session, CQ_MISUSE, "cq_refresh: the object has no row that could be read");
	const uint64_t relations = relations_to_refresh(entry);
	CQ_TRY(cq__cascade_expire(session, entry, false));
	CQ_TRY(cq__read_entry(session, entry, &found));
	if (!found) {
		cq__key_of_entry(&key, entry);
		return cq__session_fail(session, CQ_NO_ROW, "cq_refresh: the row of %s with the key %s is gone", entry->model->table->name,
			cq__key_text(&key, text));
	}
	for (uint32_t i = 0; i < entry->model->relation_count && i < 64; i++)
		if ((relations >> i & 1) != 0)
			CQ_TRY(cq__load_relation(session, &entry->model->relations[i], &entry, 1, NULL));
	return load_defaults(session, entry->model, entry);
}

cq_status cq_refresh(cq_session *session, void *object)
{
	CQ_TRY(cq__session_enter(session, "cq_refresh"));
	return cq__session_leave(session, refresh(session, object));
}

/* ---- by name -------------------------------------------------------------------------------------------------------- */

static cq_status refuse_field(cq_session *session, const cq__entry *entry, const cq_column *column)
{
	if ((column->flags & CQ_COLUMN_GENERATED) != 0)
		return cq__session_fail(session, CQ_MISUSE, "cq_set_field: %s.%s is computed by the database", entry->model->table->name, column->name);
	if ((column->flags & CQ_COLUMN_PRIMARY_KEY) != 0 && entry->state != CQ_PENDING)
		return cq__session_fail(session, CQ_MISUSE, "cq_set_field: %s.%s is of the primary key, by which the row is found",
			entry->model->table->name, column->name);
	if (entry->state == CQ_DELETED)
		return cq__session_fail(session, CQ_MISUSE, "cq_set_field: the row of the object was deleted");
	return CQ_OK;
}

static cq_status set_field(cq_session *session, const void *object, const char *name, uint8_t type, const cq_value *value)
{
	cq__entry *entry;
	CQ_TRY(cq__entry_need(session, "cq_set_field", object, &entry));
	const cq_column *const column = name != NULL ? cq__table_column(entry->model->table, name) : NULL;
	if (column == NULL)
		return cq__session_fail(session, CQ_MISUSE, "cq_set_field: %s has no column \"%s\"", entry->model->table->name, name != NULL ? name : "");
	CQ_TRY(refuse_field(session, entry, column));
	const uint16_t index = (uint16_t)cq_column_index(column);
	const cq__columns columns = { 1, &index };
	cq__key key = { .count = 1 };
	CQ_TRY(cq__value_part(session, "cq_set_field", entry->model, index, type, value, &key.parts[0]));
	const bool points = cq__type_info((cq_type)column->type)->pointer_null;
	if (points && !key.parts[0].null) {
		const size_t size = key.parts[0].size + (column->type != CQ_TYPE_BYTES);
		if ((key.parts[0].data = cq__session_copy(session, key.parts[0].data, size)) == NULL)
			return CQ_NO_MEMORY;
	}
	return cq__key_write(session, &key, entry->model, &columns, entry->object);
}

cq_status cq_session_set_field(cq_session *session, void *object, const char *name, uint8_t type, cq_value value)
{
	CQ_TRY(cq__session_enter_still(session, "cq_set_field"));
	return cq__session_leave(session, set_field(session, object, name, type, &value));
}
