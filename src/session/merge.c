/* session/merge.c: the state of objects that are not the session's is taken over by those that stand for the same rows in it.
 * It knows nothing of where the given objects come from: another session, a form, a copy that was taken. cq_merge calls it.
 *
 * Four steps: find what is given, over loaded relations with MERGE; find what stands for it, in the map, else in the
 * database (one statement for each table), else anew; copy columns; make relations hold what the given ones hold.
 */
#include "session/collection.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/flush.h"
#include "session/journal.h"
#include "session/load.h"
#include "session/model.h"
#include "session/object.h"
#include "session/read.h"
#include "session/relation.h"
#include "session/selectin.h"
#include "session/snapshot.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "meta/type_registry.h"

/* One object that is given, and what stands for it. */
typedef struct merged {
	struct merged *next;
	const void *given;
	cq__model *model;
	cq__entry *entry;
	struct merged *bucket;  /* another one whose key hashes alike */
	uint64_t hash;          /* of its key */
	bool keyed;             /* it has one */
	bool own;               /* it is the session's own: nothing is taken over */
} merged;

enum { BUCKETS = 1024 };

typedef struct merging {
	cq_session *session;
	cq__arena *scratch;
	cq__map found;          /* by given object */
	merged *first, **last;
	merged **buckets;       /* of new ones, by key */
	cq__model **models;     /* each once */
	uint32_t model_count, model_capacity;
} merging;

static merged *find(const merging *m, const void *given)
{
	return cq__map_get(&m->found, &given, sizeof given);
}

/* ---- what is given --------------------------------------------------------------------------------------------------- */

static cq_status know_model(merging *m, cq__model *model)
{
	for (uint32_t i = 0; i < m->model_count; i++)
		if (m->models[i] == model)
			return CQ_OK;
	if (m->model_count == m->model_capacity) {
		const uint32_t capacity = m->model_capacity * 2 + 8;
		cq__model **const grown = cq__realloc_array(m->models, capacity, sizeof(cq__model *));
		if (grown == NULL)
			return cq__session_fail(m->session, CQ_NO_MEMORY, NULL);
		m->models = grown;
		m->model_capacity = capacity;
	}
	m->models[m->model_count++] = model;
	return CQ_OK;
}

/* An automatic key that is zero, or a key with a NULL, is none. */
static void read_key(merged *each)
{
	cq__key key;
	cq__key_read(&key, each->model, &each->model->key, each->given);
	each->hash = key.hash;
	each->keyed = !key.null && !(each->model->auto_key && key.parts[0].number == 0);
}

static cq_status find_one(merging *m, const void *given, cq__model *model)
{
	if (find(m, given) != NULL)
		return CQ_OK;
	merged *const each = cq__arena_zalloc(m->scratch, sizeof *each);
	if (each == NULL)
		return cq__session_fail(m->session, CQ_NO_MEMORY, NULL);
	each->given = given;
	each->model = model;
	each->entry = cq__entry_of_object(m->session, given);
	each->own = each->entry != NULL;
	if (each->own && each->entry->model != model)
		return cq__session_fail(m->session, CQ_MISUSE, "cq_merge: the object is a %s of the session, and no %s",
			each->entry->model->table->object, model->table->object);
	read_key(each);
	CQ_TRY(know_model(m, model));
	if (cq__map_put(&m->found, &each->given, sizeof each->given, each, NULL) != CQ_OK)
		return cq__session_fail(m->session, CQ_NO_MEMORY, NULL);
	*m->last = each;
	m->last = &each->next;
	return CQ_OK;
}

/* Whether a relation of a given object is taken over. */
static bool is_merged(const cq__relation *relation, const merged *each)
{
	return !each->own && (relation->cascade & CQ_CASCADE_MERGE) != 0 && !relation->said->write_only &&
		cq__member_loaded(relation, each->given);
}

static cq_status find_related(merging *m, const merged *each)
{
	for (uint32_t i = 0; i < each->model->relation_count; i++) {
		const cq__relation *const relation = &each->model->relations[i];
		void *one[1];
		void *const *items;
		if (!is_merged(relation, each))
			continue;
		const uint32_t count = cq__member_items(relation, each->given, one, &items);
		for (uint32_t k = 0; k < count; k++)
			CQ_TRY(find_one(m, items[k], relation->target));
	}
	return CQ_OK;
}

/* ---- what stands for it ---------------------------------------------------------------------------------------------- */

static cq__entry *entry_by_key(const merging *m, const merged *each)
{
	cq__key key;
	cq__key_read(&key, each->model, &each->model->key, each->given);
	return cq__entry_of_key(m->session, each->model, &key);
}

/* What the database has to be asked for: rows that the session does not have, or not as they are. */
static bool is_asked(const merging *m, const merged *each, const cq__model *model)
{
	if (each->own || !each->keyed || each->model != model)
		return false;
	const cq__entry *const known = entry_by_key(m, each);
	return known == NULL || (known->flags & CQ__ENTRY_EXPIRED) != 0;
}

static cq_status read_some(merging *m, cq__arena *memory, cq__model *model, const cq__match *match, const void *const *objects, int64_t *numbers,
	uint32_t count)
{
	cq_statement statement;
	cq_statement_init(&statement, NULL);
	cq_push_ref(&statement, CQ_OP_SELECT_ALL, 0, model->table);
	cq_push_ref(&statement, CQ_OP_FROM, 0, model->table);
	for (uint32_t i = 0; match->whole && i < count; i++)
		numbers[i] = cq__match_number(&match->parts[0], objects[i]);
	if (!cq__push_keys(&statement, memory, model->table, &model->key, match, objects, numbers, count)) {
		cq_statement_release(&statement);
		return cq__session_fail(m->session, CQ_NO_MEMORY, NULL);
	}
	cq_push(&statement, CQ_OP_WHERE, 1);
	cq_push(&statement, CQ_OP_STATEMENT, 3);
	cq__entry **entries = NULL;
	size_t entry_count;
	const cq_status status = cq__session_read(m->session, &statement, model, 0, &entries, &entry_count);
	cq__free(entries);
	return status;
}

static cq_status read_model(merging *m, cq__model *model)
{
	const uint32_t most = cq__keys_at_once(m->session, model->table, &model->key);
	const void **const objects = cq__arena_alloc_array(m->scratch, most, sizeof *objects);
	int64_t *const numbers = cq__arena_alloc_array(m->scratch, most, sizeof *numbers);
	const cq__match *const match = cq__match_of(m->scratch, model, &model->key);
	if (objects == NULL || numbers == NULL || match == NULL)
		return cq__session_fail(m->session, CQ_NO_MEMORY, NULL);
	uint32_t count = 0;
	for (const merged *each = m->first; each != NULL; each = each->next) {
		if (!is_asked(m, each, model))
			continue;
		objects[count++] = each->given;
		if (count == most) {
			CQ_TRY(read_some(m, m->scratch, model, match, objects, numbers, count));
			count = 0;
		}
	}
	return count != 0 ? read_some(m, m->scratch, model, match, objects, numbers, count) : CQ_OK;
}

/* Of two given objects with one key that nobody has yet the second is the first again. */
static cq__entry *made_before(const merging *m, const merged *each)
{
	cq__key wanted, key;
	cq__key_read(&wanted, each->model, &each->model->key, each->given);
	for (const merged *other = m->buckets[each->hash % BUCKETS]; other != NULL; other = other->bucket) {
		if (other->model != each->model || other->hash != each->hash)
			continue;
		cq__key_read(&key, other->model, &other->model->key, other->given);
		if (cq__key_equal(&wanted, &key))
			return other->entry;
	}
	return NULL;
}

static cq_status make_new(merging *m, merged *each)
{
	void *const object = cq__object_make(m->session, each->model);
	if (object == NULL)
		return CQ_NO_MEMORY;
	CQ_TRY(cq__object_fill(m->session, each->model, object, each->given));
	CQ_TRY(cq__object_add(m->session, each->model, object, CQ__ENTRY_OWN, &each->entry));
	if (each->keyed) {
		each->bucket = m->buckets[each->hash % BUCKETS];
		m->buckets[each->hash % BUCKETS] = each;
	}
	return CQ_OK;
}

/* ---- columns --------------------------------------------------------------------------------------------------------- */

/* Columns that a relation says better, which is taken over, too. */
static bool is_of_relation(const merged *each, uint32_t column)
{
	for (uint32_t i = 0; i < each->model->relation_count; i++) {
		const cq__relation *const relation = &each->model->relations[i];
		if (relation->said->kind != CQ_BELONGS_TO || !is_merged(relation, each) ||
			cq__member_one(relation, each->given)->object == NULL)
			continue;
		for (uint32_t k = 0; k < relation->near.count; k++)
			if (relation->near.indexes[k] == column)
				return true;
	}
	return false;
}

static bool is_taken_over(const merged *each, uint32_t index)
{
	const cq_column *const column = cq__model_column(each->model, index);
	if ((column->flags & (CQ_COLUMN_PRIMARY_KEY | CQ_COLUMN_GENERATED)) != 0 || index == each->model->version)
		return false;
	return !cq__is_default_marker(column, cq__model_member(each->model, each->given, index)) && !is_of_relation(each, index);
}

static cq_status copy_column(merging *m, const merged *each, uint32_t index)
{
	const cq_column *const column = cq__model_column(each->model, index);
	const cq__type_information *const type = cq__type_info((cq_type)column->type);
	const void *const from = cq__model_member(each->model, each->given, index);
	void *const to = cq__model_member(each->model, each->entry->object, index);
	cq__part new, old;
	cq__part_read(&new, column, from);
	cq__part_read(&old, column, to);
	if (cq__part_equal(&new, &old))
		return CQ_OK;
	if (!type->pointer_null) {
		memcpy(to, from, (column->flags & CQ_COLUMN_NULLABLE) != 0 ? type->nullable_size : type->size);
		return CQ_OK;
	}
	const void *copy = NULL;
	if (column->type == CQ_TYPE_BYTES) {
		const cq_bytes *const bytes = from;
		if (bytes->data != NULL && (copy = cq__session_copy(m->session, bytes->data, bytes->size)) == NULL)
			return CQ_NO_MEMORY;
		*(cq_bytes *)to = (cq_bytes){ copy, bytes->size };
		return CQ_OK;
	}
	const char *const text = *(const char *const *)from;
	if (text != NULL && (copy = cq__session_copy(m->session, text, strlen(text) + 1)) == NULL)
		return CQ_NO_MEMORY;
	*(const char **)to = copy;
	return CQ_OK;
}

/* Two who have changed the same row: who comes second must look at what the first has written. */
static cq_status check_version(const merging *m, const merged *each)
{
	const uint16_t version = each->model->version;
	if (version == UINT16_MAX || each->entry->state == CQ_PENDING)
		return CQ_OK;
	cq__part given, known;
	char text[CQ__ENTRY_TEXT];
	cq__part_read(&given, cq__model_column(each->model, version), cq__model_member(each->model, each->given, version));
	cq__part_read(&known, cq__model_column(each->model, version), cq__model_member(each->model, each->entry->object, version));
	/* A struct that the program has filled says nothing of it. */
	if (given.null || given.number == 0 || cq__part_equal(&given, &known))
		return CQ_OK;
	return cq__session_fail(m->session, CQ_STALE, "cq_merge: %s has version %lld by now, and what is given has %lld",
		cq__entry_text(each->entry, text), (long long)known.number, (long long)given.number);
}

static cq_status copy_columns(merging *m, const merged *each)
{
	CQ_TRY(check_version(m, each));
	CQ_TRY(cq__journal_snapshot(m->session, each->entry, true));
	for (uint32_t i = 0; i < each->model->table->column_count; i++)
		if (is_taken_over(each, i))
			CQ_TRY(copy_column(m, each, i));
	return CQ_OK;
}

static cq_status settle_one(merging *m, merged *each)
{
	if (each->own)
		return CQ_OK;
	if (each->keyed) {
		each->entry = entry_by_key(m, each);
		if (each->entry == NULL)
			each->entry = made_before(m, each);
	}
	return each->entry != NULL ? copy_columns(m, each) : make_new(m, each);
}

/* ---- relations ------------------------------------------------------------------------------------------------------- */

/* What a relation holds must be known before it can be told what is missing. */
static cq_status load_unknown(merging *m, const cq__relation *relation)
{
	uint32_t count = 0;
	for (const merged *each = m->first; each != NULL; each = each->next)
		count += each->model == relation->own;
	cq__entry **const entries = cq__alloc_array(count, sizeof *entries);
	if (entries == NULL)
		return cq__session_fail(m->session, CQ_NO_MEMORY, NULL);
	count = 0;
	for (const merged *each = m->first; each != NULL; each = each->next) {
		cq__entry *const entry = each->entry;
		if (each->model != relation->own || !is_merged(relation, each) || cq__member_loaded(relation, entry->object) ||
			entry->state != CQ_PERSISTENT || (entry->flags & CQ__ENTRY_VISITED) != 0)
			continue;
		entry->flags |= CQ__ENTRY_VISITED;
		entries[count++] = entry;
	}
	for (uint32_t i = 0; i < count; i++)
		entries[i]->flags &= (uint8_t)~CQ__ENTRY_VISITED;
	const cq_status status = count != 0 ? cq__load_relation(m->session, relation, entries, count, NULL) : CQ_OK;
	cq__free(entries);
	return status;
}

static cq_status load_all_unknown(merging *m)
{
	for (uint32_t i = 0; i < m->model_count; i++)
		for (uint32_t k = 0; k < m->models[i]->relation_count; k++)
			if (m->models[i]->relations[k].many)
				CQ_TRY(load_unknown(m, &m->models[i]->relations[k]));
	return CQ_OK;
}

static cq_status merge_one(merging *m, const cq__relation *relation, const merged *each)
{
	const void *const given = cq__member_one(relation, each->given)->object;
	/* A key without the object that it leads to says more than the empty member does. */
	if (given == NULL && cq__foreign_key_set(relation, each->given))
		return CQ_OK;
	return cq__relate_one(m->session, relation, each->entry, given != NULL ? find(m, given)->entry : NULL);
}

static void flag_targets(const merging *m, void *const *items, uint32_t count, bool set)
{
	for (uint32_t i = 0; i < count; i++) {
		cq__entry *const target = find(m, items[i])->entry;
		target->flags = (uint8_t)(set ? target->flags | CQ__ENTRY_VISITED : target->flags & ~CQ__ENTRY_VISITED);
	}
}

/* What the given collection does not have. */
static cq_status take_out_others(merging *m, const cq__relation *relation, cq__entry *entry)
{
	cq_session *const session = m->session;
	for (uint32_t i = cq__member_many(relation, entry->object)->count; i-- != 0;) {
		cq__entry *const other = cq__entry_of_object(session, cq__member_many(relation, entry->object)->items[i]);
		if (other != NULL && (other->flags & CQ__ENTRY_VISITED) == 0)
			CQ_TRY(cq__unrelate(session, relation, entry, other));
	}
	return CQ_OK;
}

static cq_status merge_many(merging *m, const cq__relation *relation, const merged *each)
{
	void *one[1];
	void *const *items;
	const uint32_t count = cq__member_items(relation, each->given, one, &items);
	flag_targets(m, items, count, true);
	cq_status status = take_out_others(m, relation, each->entry);
	flag_targets(m, items, count, false);
	for (uint32_t i = 0; status == CQ_OK && i < count; i++)
		status = cq__relate(m->session, relation, each->entry, find(m, items[i])->entry);
	return status;
}

static cq_status merge_relations(merging *m, const merged *each)
{
	for (uint32_t i = 0; i < each->model->relation_count; i++) {
		const cq__relation *const relation = &each->model->relations[i];
		if (is_merged(relation, each))
			CQ_TRY(relation->many ? merge_many(m, relation, each) : merge_one(m, relation, each));
	}
	return CQ_OK;
}

/* ---- all of it ------------------------------------------------------------------------------------------------------- */

static cq_status merge_all(merging *m, const void *given, cq__model *model)
{
	CQ_TRY(find_one(m, given, model));
	for (const merged *each = m->first; each != NULL; each = each->next)
		CQ_TRY(find_related(m, each));
	for (uint32_t i = 0; i < m->model_count; i++)
		CQ_TRY(read_model(m, m->models[i]));
	for (merged *each = m->first; each != NULL; each = each->next)
		CQ_TRY(settle_one(m, each));
	CQ_TRY(load_all_unknown(m));
	for (const merged *each = m->first; each != NULL; each = each->next)
		CQ_TRY(merge_relations(m, each));
	return CQ_OK;
}

static cq_status merge(cq_session *session, const cq_table *table, const void *given, void **out)
{
	cq__model *model;
	if (given == NULL || table == NULL || out == NULL)
		return cq__session_fail(session, CQ_MISUSE, "cq_merge: %s is NULL",
			given == NULL ? "the object" : table == NULL ? "the table" : "the output");
	CQ_TRY(cq__model_find(session, table, &model));
	CQ_TRY(cq__autoflush(session));
	merging m = { .session = session, .scratch = cq__arena_create(CQ__ARENA_SMALL) };
	m.last = &m.first;
	if (m.scratch == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	m.buckets = cq__arena_alloc_array(m.scratch, BUCKETS, sizeof(merged *));
	const cq__mark mark = cq__journal_mark(session);
	cq_status status = m.buckets != NULL ? merge_all(&m, given, model) : cq__session_fail(session, CQ_NO_MEMORY, NULL);
	if (status == CQ_OK)
		*out = m.first->entry->object;
	else
		cq__journal_undo_to(session, mark);
	cq__free(m.models);
	cq__map_release(&m.found);
	cq__arena_destroy(m.scratch);
	return status;
}

cq_status cq_session_merge(cq_session *session, const cq_table *table, const void *given, void *out)
{
	if (out != NULL)
		*(void **)out = NULL;
	CQ_TRY(cq__session_enter(session, "cq_merge"));
	return cq__session_leave(session, merge(session, table, given, out));
}
