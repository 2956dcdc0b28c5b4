/* session/selectin.c: one relation of many objects, read by statements of their keys and wired up in one pass.
 * It knows nothing of paths, options and levels. load.c calls it.
 */
#include "session/selectin.h"

#include "session/collection.h"
#include "session/describe.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/soft_delete.h"

#include "meta/model.h"

static cq_status no_memory(cq_session *session)
{
	return cq__session_fail(session, CQ_NO_MEMORY, NULL);
}

static bool along_own_key(const cq__relation *relation)
{
	return relation->said->kind == CQ_BELONGS_TO;
}

/* ---- which entries, which keys ---------------------------------------------------------------------------------------- */

/* What is not written yet has nothing to be read. */
static bool to_be_loaded(const cq__relation *relation, const cq__entry *entry, bool anew)
{
	if (entry->state != CQ_PERSISTENT && entry->state != CQ_DELETED)
		return false;
	return anew || !cq__member_loaded(relation, entry->object);
}

static cq_status pick_entries(cq_session *session, cq__selectin *s, cq__entry *const *entries, size_t count, bool anew)
{
	s->entries = cq__arena_alloc(s->memory, (count != 0 ? count : 1) * sizeof *s->entries);
	if (s->entries == NULL || count > UINT32_MAX / 2)
		return no_memory(session);
	for (size_t i = 0; i < count; i++)
		if (to_be_loaded(s->relation, entries[i], anew))
			s->entries[s->count++] = entries[i];
	return CQ_OK;
}

static cq_status pick_keys(cq_session *session, cq__selectin *s)
{
	s->near = cq__match_of(s->memory, s->relation->own, &s->relation->near);
	if (s->near == NULL || cq__match_table_make(&s->keys, s->memory, s->near, s->count) != CQ_OK)
		return no_memory(session);
	s->places = cq__arena_alloc(s->memory, (s->count + 1) * sizeof *s->places);
	if (along_own_key(s->relation))
		s->found = cq__arena_alloc_array(s->memory, s->count + 1, sizeof(cq__entry *));
	if (s->places == NULL || (along_own_key(s->relation) && s->found == NULL))
		return no_memory(session);
	for (uint32_t i = 0; i < s->count; i++) {
		const void *const object = s->entries[i]->object;
		const bool null = cq__match_null(s->near, object);
		s->places[i] = null ? UINT32_MAX : cq__match_table_put(&s->keys, object);
	}
	return CQ_OK;
}

/* The key of the target that a foreign key names, in the order of the target's own. */
static void read_target_key(const cq__relation *relation, const void *object, cq__key *key)
{
	const cq__columns *const own = &relation->target->key;
	cq__key_read(key, relation->own, &relation->near, object);
	if (memcmp(own->indexes, relation->far.indexes, own->count * sizeof *own->indexes) == 0)
		return;
	const cq__key read = *key;
	for (uint32_t i = 0; i < own->count; i++)
		for (uint32_t k = 0; k < own->count; k++)
			if (relation->far.indexes[k] == own->indexes[i])
				key->parts[i] = read.parts[k];
	cq__key_finish(key);
}

/* What the session has is not asked for, unless conditions decide on it or it is out of date. */
static void find_there(cq_session *session, cq__selectin *s)
{
	const bool decided = s->load->clauses != NULL || s->options->populate_existing;
	for (uint32_t i = 0; i < s->keys.count && !decided; i++) {
		cq__key key;
		read_target_key(s->relation, s->keys.objects[i], &key);
		cq__entry *const entry = cq__entry_of_key(session, s->relation->target, &key);
		const bool hidden = entry != NULL && !s->options->with_deleted && cq__soft_deleted(entry->model, entry->object);
		if (entry != NULL && (entry->flags & CQ__ENTRY_EXPIRED) == 0 && !hidden)
			s->found[i] = entry;
	}
}

static cq_status pick_asked(cq_session *session, cq__selectin *s)
{
	s->asked = s->keys.objects;
	s->numbers = s->keys.numbers;
	s->asked_count = s->keys.count;
	if (!along_own_key(s->relation))
		return CQ_OK;
	find_there(session, s);
	s->asked_count = 0;
	s->asked = cq__arena_alloc(s->memory, (s->keys.count + 1) * sizeof *s->asked);
	s->numbers = cq__arena_alloc(s->memory, (s->keys.count + 1) * sizeof *s->numbers);
	if (s->asked == NULL || s->numbers == NULL)
		return no_memory(session);
	for (uint32_t i = 0; i < s->keys.count; i++) {
		if (s->found[i] != NULL)
			continue;
		if (s->near->whole)
			s->numbers[s->asked_count] = s->keys.numbers[i];
		s->asked[s->asked_count++] = s->keys.objects[i];
	}
	return CQ_OK;
}

/* ---- statements -------------------------------------------------------------------------------------------------------- */

/* The columns that a key is looked for in, and the table. */
static const cq__columns *asked_columns(const cq__relation *relation, const cq_table **table)
{
	const bool through = relation->said->kind == CQ_MANY_TO_MANY;
	*table = through ? relation->through->table : relation->target->table;
	return through ? &relation->through_near : &relation->far;
}

/* SELECT(the association's columns that lead back …, ALL(target)), FROM(association), JOIN(target). */
static uint32_t push_association(cq_statement *statement, const cq__relation *relation)
{
	const cq_column *const through = cq_table_columns(relation->through->table);
	const cq_column *const target = cq_table_columns(relation->target->table);
	cq_push_ref(statement, CQ_OP_ALL, 0, relation->target->table);
	for (uint32_t i = 0; i < relation->through_near.count; i++)
		cq_push_column(statement, &through[relation->through_near.indexes[i]]);
	cq_push(statement, CQ_OP_SELECT, 1 + relation->through_near.count);
	cq_push_ref(statement, CQ_OP_FROM, 0, relation->through->table);
	for (uint32_t i = 0; i < relation->far.count; i++) {
		cq_push_column(statement, &target[relation->far.indexes[i]]);
		cq_push_column(statement, &through[relation->through_far.indexes[i]]);
		cq_push(statement, CQ_OP_EQ, 2);
	}
	cq_push_ref(statement, CQ_OP_JOIN, relation->far.count, relation->target->table);
	return 3;
}

/* By key first: the order within one key is the same, and an index over the foreign key gives both without sorting. */
static uint32_t push_order(cq_statement *statement, const cq__relation *relation)
{
	const cq_table *table;
	const cq__columns *const keys = asked_columns(relation, &table);
	for (uint32_t i = 0; i < keys->count; i++)
		cq_push_column(statement, &cq_table_columns(table)[keys->indexes[i]]);
	cq_push_column(statement, &cq_table_columns(relation->target->table)[relation->order]);
	if (relation->said->descending != 0)
		cq_push(statement, CQ_OP_DESC, 1);
	cq_push(statement, CQ_OP_ORDER_BY, keys->count + 1);
	return 1;
}

/* The target that the rows are without joins. */
static cq_status find_target(cq_session *session, const cq__selectin *s, cq_target *target)
{
	const cq__relation *const relation = s->relation;
	if (relation->said->kind != CQ_MANY_TO_MANY) {
		*target = (cq_target){ .kind = CQ_TARGET_OBJECT, .size = relation->target->table->object_size,
			.descriptor = relation->target->table };
		return CQ_OK;
	}
	const cq_row_type *row;
	CQ_TRY(cq__describe_objects(session, relation, &relation->target->table, 1, &row));
	*target = (cq_target){ .kind = CQ_TARGET_ROW, .size = row->size, .descriptor = row };
	return CQ_OK;
}

/* JOINED behind the relation comes along. */
static cq_status write_joins(cq_session *session, const cq__selectin *s, cq__fetch *fetch)
{
	const cq__joinable into = { .statement = &fetch->statement, .model = s->relation->target, .loads = s->load->inner,
		.association = s->relation->said->kind == CQ_MANY_TO_MANY ? s->relation : NULL, .memory = s->memory };
	CQ_TRY(find_target(session, s, &fetch->target));
	return cq__joined_write(session, &into, &fetch->target, &fetch->joined);
}

static cq_status write_statement(cq_session *session, const cq__selectin *s, cq__fetch *fetch, uint32_t first, uint32_t count)
{
	cq_statement *const statement = &fetch->statement;
	const cq__relation *const relation = s->relation;
	const cq_table *table;
	const cq__columns *const columns = asked_columns(relation, &table);
	const int64_t *const numbers = s->near->whole ? s->numbers + first : NULL;
	uint32_t clauses;
	if (relation->said->kind == CQ_MANY_TO_MANY) {
		clauses = push_association(statement, relation);
	} else {
		cq_push_ref(statement, CQ_OP_SELECT_ALL, 0, table);
		cq_push_ref(statement, CQ_OP_FROM, 0, table);
		clauses = 2;
	}
	if (!cq__push_keys(statement, s->memory, table, columns, s->near, s->asked + first, numbers, count))
		return no_memory(session);
	cq_push(statement, CQ_OP_WHERE, 1);
	clauses++;
	if (relation->order != UINT16_MAX && !cq__clauses_have(s->load->clauses, CQ__RANK_ORDER))
		clauses += push_order(statement, relation);
	cq_push(statement, CQ_OP_STATEMENT, clauses);
	cq_status status = (cq_status)statement->failure;
	if (status == CQ_OK && s->load->clauses != NULL)
		status = cq_statement_extend(statement, s->load->clauses);
	if (status != CQ_OK)
		return cq__session_fail(session, status, status == CQ_MISUSE
			? "what is loaded along %s takes WHERE, ORDER_BY and joins, each but the joins once" : NULL, relation->said->name);
	CQ_TRY(write_joins(session, s, fetch));
	return s->options->with_deleted ? CQ_OK : cq__soft_delete_filter(session, statement);
}

/* Where a row has its key: in itself, behind pointers to objects, or in the object that it is or points to. */
static cq_status find_far(cq_session *session, cq__selectin *s, const cq__fetch *fetch)
{
	const cq__relation *const relation = s->relation;
	if (relation->said->kind != CQ_MANY_TO_MANY) {
		s->far = cq__match_of(s->memory, relation->target, &relation->far);
		s->inside = fetch->joined.width != 0;
		return s->far != NULL ? CQ_OK : no_memory(session);
	}
	const cq_row_type *const row = fetch->target.descriptor;
	const uint32_t objects = fetch->joined.width != 0 ? fetch->joined.width : 1;
	s->far = cq__match_new(s->memory, row->count - objects);
	if (s->far == NULL)
		return no_memory(session);
	for (uint32_t i = objects; i < row->count; i++)
		cq__match_set(s->far, i - objects, row->fields[i].offset, row->fields[i].type, row->fields[i].nullable,
			relation->own->pads_chars);
	return CQ_OK;
}

static cq_status write_fetches(cq_session *session, cq__selectin *s)
{
	const cq_table *table;
	const cq__columns *const columns = asked_columns(s->relation, &table);
	const uint32_t most = cq__keys_at_once(session, table, columns);
	cq__fetch **last = &s->fetches;
	for (uint32_t first = 0; first < s->asked_count; first += most) {
		cq__fetch *const fetch = cq__arena_zalloc(s->memory, sizeof *fetch);
		if (fetch == NULL)
			return no_memory(session);
		fetch->of = s;
		cq_statement_init(&fetch->statement, NULL);
		*last = fetch;
		last = &fetch->next;
		const uint32_t left = s->asked_count - first;
		CQ_TRY(write_statement(session, s, fetch, first, left < most ? left : most));
	}
	/* Joined are all of them, or none. */
	return s->fetches != NULL ? find_far(session, s, s->fetches) : CQ_OK;
}

cq_status cq__selectin_prepare(cq_session *session, cq__arena *memory, const cq__load *load, cq__entry *const *entries,
	size_t count, cq__options *options, bool anew, cq__selectin **out)
{
	cq__selectin *const s = *out = cq__arena_zalloc(memory, sizeof *s);
	if (s == NULL)
		return no_memory(session);
	s->load = load;
	s->relation = load->relation;
	s->options = options;
	s->memory = memory;
	CQ_TRY(pick_entries(session, s, entries, count, anew));
	if (s->count == 0)
		return CQ_OK;
	CQ_TRY(pick_keys(session, s));
	CQ_TRY(pick_asked(session, s));
	return write_fetches(session, s);
}

/* ---- rows --------------------------------------------------------------------------------------------------------------- */

/* The key of each row, read before its object becomes the session's: that may hold something else that is not written yet. Rows of
 * one key often follow each other. */
static cq_status find_places(cq_session *session, cq__selectin *s, cq__fetch *fetch)
{
	const char *row = fetch->rows.items;
	fetch->places = cq__arena_alloc(s->memory, fetch->rows.count * sizeof *fetch->places);
	if (fetch->places == NULL)
		return no_memory(session);
	const cq__match_part *const part = &s->far->parts[0];
	uint32_t place = UINT32_MAX;
	for (size_t i = 0; i < fetch->rows.count; i++, row += fetch->target.size) {
		const void *const holder = s->inside ? *(const void *const *)(const void *)row : row;
		if (!s->far->whole)
			place = cq__match_table_find(&s->keys, s->far, holder);
		else if (cq__match_part_null(part, holder))
			place = UINT32_MAX;
		else if (place == UINT32_MAX || s->keys.numbers[place] != cq__match_number(part, holder))
			place = cq__match_table_find_number(&s->keys, cq__match_number(part, holder));
		fetch->places[i] = place;
	}
	return CQ_OK;
}

/* Each row is an object of its own. */
static cq_status arrive(cq_session *session, cq__selectin *s, cq__fetch *fetch, size_t *count)
{
	*count = fetch->rows.count;
	fetch->arrivals = cq__arena_alloc(s->memory, *count * sizeof *fetch->arrivals);
	if (fetch->arrivals == NULL)
		return no_memory(session);
	for (size_t i = 0; i < *count; i++)
		fetch->arrivals[i] = (cq__arrival){ .model = s->relation->target, .object = (char *)fetch->rows.items + i * fetch->target.size };
	return along_own_key(s->relation) ? CQ_OK : cq__entry_reserve(session, *count);
}

/* Each row is an object, and those of its joins. */
static cq_status arrive_joined(cq_session *session, cq__selectin *s, cq__fetch *fetch, size_t *count)
{
	const uint32_t width = fetch->joined.width;
	*count = fetch->rows.count * width;
	fetch->arrivals = cq__arena_alloc(s->memory, *count * sizeof *fetch->arrivals);
	if (fetch->arrivals == NULL)
		return no_memory(session);
	for (size_t i = 0; i < fetch->rows.count; i++) {
		void *const *const row = (void *const *)(const void *)((const char *)fetch->rows.items + i * fetch->target.size);
		for (uint32_t k = 0; k < width; k++)
			fetch->arrivals[i * width + k] = (cq__arrival){ .model = fetch->joined.models[k], .object = row[k] };
	}
	return CQ_OK;
}

/* Many rows have the same object: the session is asked once for each. */
static cq_status arrive_once(cq_session *session, cq__selectin *s, cq__fetch *fetch, size_t *count)
{
	const cq__model *const model = s->relation->target;
	cq__match *const key = cq__match_of(s->memory, model, &model->key);
	cq__match_table objects;
	fetch->which = cq__arena_alloc(s->memory, fetch->rows.count * sizeof *fetch->which);
	if (key == NULL || fetch->which == NULL || cq__match_table_make(&objects, s->memory, key, 64) != CQ_OK)
		return no_memory(session);
	for (size_t i = 0; i < fetch->rows.count; i++) {
		const void *const object = *(void *const *)(const void *)((const char *)fetch->rows.items + i * fetch->target.size);
		uint32_t which = key->whole ? cq__match_table_find_number(&objects, cq__match_number(&key->parts[0], object)) : UINT32_MAX;
		if (which == UINT32_MAX) {
			if (cq__match_table_room(&objects, s->memory) != CQ_OK)
				return no_memory(session);
			which = cq__match_table_put(&objects, object);
		}
		fetch->which[i] = which;
	}
	*count = objects.count;
	fetch->arrivals = cq__arena_alloc(s->memory, *count * sizeof *fetch->arrivals);
	if (fetch->arrivals == NULL)
		return no_memory(session);
	for (size_t i = 0; i < *count; i++)
		fetch->arrivals[i] = (cq__arrival){ .model = s->relation->target, .object = (void *)(uintptr_t)objects.objects[i] };
	return CQ_OK;
}

/* The rows of few objects are not kept for them. */
static cq_status resolve(cq_session *session, cq__selectin *s, cq__fetch *fetch)
{
	size_t count = 0;
	if (fetch->rows.count == 0)
		return CQ_OK;
	CQ_TRY(find_places(session, s, fetch));
	CQ_TRY(fetch->joined.width != 0 ? arrive_joined(session, s, fetch, &count)
		: fetch->target.kind == CQ_TARGET_ROW ? arrive_once(session, s, fetch, &count) : arrive(session, s, fetch, &count));
	const bool few = 2 * count < fetch->rows.count;
	cq_arena *const arena = fetch->rows.arena;
	fetch->rows.arena = NULL;
	const cq_status status = cq__options_resolve(session, s->options, arena, fetch->arrivals, count, few ? CQ__READ_COPY : 0);
	if (few)
		cq__arena_destroy(arena);
	return status;
}

static cq__entry *entry_of_row(const cq__fetch *fetch, size_t row)
{
	if (fetch->joined.width != 0)
		return fetch->arrivals[row * fetch->joined.width].entry;
	return fetch->arrivals[fetch->which != NULL ? fetch->which[row] : row].entry;
}

/* Whether the program's clauses can leave something out: ORDER_BY does not. */
static bool leaves_out(const cq_statement *clauses)
{
	return cq__clauses_have(clauses, CQ__RANK_WHERE) || cq__clauses_have(clauses, CQ__RANK_JOIN)
		|| cq__clauses_have(clauses, CQ__RANK_LIMIT) || cq__clauses_have(clauses, CQ__RANK_OFFSET);
}

static cq_status wire_one(cq_session *session, cq__selectin *s)
{
	const bool part = leaves_out(s->load->clauses);
	for (const cq__fetch *fetch = s->fetches; fetch != NULL; fetch = fetch->next)
		for (size_t i = 0; i < fetch->rows.count; i++)
			if (fetch->places[i] != UINT32_MAX)
				s->found[fetch->places[i]] = entry_of_row(fetch, i);
	for (uint32_t i = 0; i < s->count; i++) {
		cq__entry *const other = s->places[i] != UINT32_MAX ? s->found[s->places[i]] : NULL;
		CQ_TRY(cq__relation_set_loaded(session, s->relation, s->entries[i], other != NULL ? &other->object : NULL, other != NULL));
		if (part)
			cq__relation_set_part(s->relation, s->entries[i]);
	}
	return CQ_OK;
}

/* Rows of all fetches in the order of their keys: those of key i begin at starts[i]. */
typedef struct sorted_rows {
	uint32_t *starts;      /* one more than there are keys */
	cq__entry **entries;
} sorted_rows;

static cq_status sort_rows(cq_session *session, const cq__selectin *s, sorted_rows *sorted)
{
	size_t total = 0;
	for (const cq__fetch *fetch = s->fetches; fetch != NULL; fetch = fetch->next)
		total += fetch->rows.count;
	sorted->starts = cq__arena_alloc_array(s->memory, (size_t)s->keys.count + 2, sizeof *sorted->starts);
	sorted->entries = cq__arena_alloc(s->memory, (total + 1) * sizeof *sorted->entries);
	if (sorted->starts == NULL || sorted->entries == NULL || total > UINT32_MAX)
		return no_memory(session);
	/* Counted two places on, and summed up: filling moves each start to where the next one was. */
	uint32_t *const starts = sorted->starts;
	for (const cq__fetch *fetch = s->fetches; fetch != NULL; fetch = fetch->next)
		for (size_t i = 0; i < fetch->rows.count; i++)
			if (fetch->places[i] != UINT32_MAX)
				starts[fetch->places[i] + 2]++;
	for (uint32_t i = 2; i < s->keys.count + 2; i++)
		starts[i] += starts[i - 1];
	for (const cq__fetch *fetch = s->fetches; fetch != NULL; fetch = fetch->next)
		for (size_t i = 0; i < fetch->rows.count; i++)
			if (fetch->places[i] != UINT32_MAX)
				sorted->entries[starts[fetch->places[i] + 1]++] = entry_of_row(fetch, i);
	return CQ_OK;
}

/* An association that has a pair twice, a join among the clauses and a joined collection give an object more than once. */
static uint32_t collect(void **items, cq__entry *const *entries, uint32_t count, uint32_t *stamps, uint32_t stamp)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < count; i++) {
		if (stamps != NULL && stamps[entries[i]->index] == stamp)
			continue;
		if (stamps != NULL)
			stamps[entries[i]->index] = stamp;
		items[kept++] = entries[i]->object;
	}
	return kept;
}

static bool may_repeat(const cq__selectin *s)
{
	const cq__relation *const relation = s->relation;
	if (cq__clauses_have(s->load->clauses, CQ__RANK_JOIN) || (s->fetches != NULL && s->fetches->joined.repeats))
		return true;
	if (relation->said->kind != CQ_MANY_TO_MANY)
		return false;
	const cq_column *pair[2 * CQ__MOST_KEY];
	uint32_t count = 0;
	for (uint32_t i = 0; i < relation->through_near.count; i++)
		pair[count++] = &cq_table_columns(relation->through->table)[relation->through_near.indexes[i]];
	for (uint32_t i = 0; i < relation->through_far.count; i++)
		pair[count++] = &cq_table_columns(relation->through->table)[relation->through_far.indexes[i]];
	return !cq__table_unique_over(relation->through->table, pair, count);
}

static cq_status wire_many(cq_session *session, cq__selectin *s)
{
	const cq__relation *const relation = s->relation;
	const bool part = leaves_out(s->load->clauses);
	sorted_rows sorted;
	CQ_TRY(sort_rows(session, s, &sorted));
	uint32_t *stamps = NULL, longest = 1;
	for (uint32_t i = 0; i < s->keys.count; i++)
		if (sorted.starts[i + 1] - sorted.starts[i] > longest)
			longest = sorted.starts[i + 1] - sorted.starts[i];
	void **const items = cq__arena_alloc(s->memory, longest * sizeof *items);
	if (items == NULL || (may_repeat(s) && (stamps = cq__arena_alloc_array(s->memory, session->entry_count, sizeof *stamps)) == NULL))
		return no_memory(session);
	/* Primary keys: but until they are written, two objects may have the same, or one none. */
	for (uint32_t i = 0; i < s->count; i++) {
		const uint32_t place = s->places[i];
		uint32_t count = place == UINT32_MAX ? 0
			: collect(items, sorted.entries + sorted.starts[place], sorted.starts[place + 1] - sorted.starts[place], stamps, i + 1);
		if (!relation->many && count > 1)
			count = 1;
		CQ_TRY(cq__relation_set_loaded(session, relation, s->entries[i], items, count));
		if (part)
			cq__relation_set_part(s->relation, s->entries[i]);
	}
	return CQ_OK;
}

cq_status cq__selectin_finish(cq_session *session, cq__selectin *s)
{
	cq_status status = CQ_OK;
	for (cq__fetch *fetch = s->fetches; fetch != NULL; fetch = fetch->next) {
		if (status == CQ_OK)
			status = resolve(session, s, fetch);
		cq__arena_destroy(fetch->rows.arena);
		fetch->rows.arena = NULL;
	}
	for (cq__fetch *fetch = s->fetches; fetch != NULL && status == CQ_OK; fetch = fetch->next)
		if (fetch->joined.width != 0 && fetch->rows.count != 0)
			status = cq__joined_wire(session, &fetch->joined, s->options->populate_existing, false, fetch->arrivals, &fetch->rows.count);
	if (status != CQ_OK || s->count == 0)
		return status;
	return along_own_key(s->relation) ? wire_one(session, s) : wire_many(session, s);
}
