/* session/cascade_delete.c: what the deletion of objects means along their relations: to children, associations, and who holds them.
 * It knows nothing of the order of writes. The flush calls it, through session/cascade.h, before it collects.
 *
 * First all that is to be deleted is found, level by level; then what stays behind is put right: foreign keys, associations, collections.
 */
#include "session/cascade.h"

#include "session/collection.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/journal.h"
#include "session/link.h"
#include "session/load.h"
#include "session/read.h"
#include "session/relation.h"
#include "session/selectin.h"
#include "session/snapshot.h"

#include "base/alloc.h"

/* Rows along a relation of deleted objects that no loaded relation shows: one statement is to be sent for them. */
typedef struct cq__sweep {
	struct cq__sweep *next;
	const cq__relation *relation; /* HAS_…: the foreign keys become NULL; MANY_TO_MANY: the association's rows go */
	cq__entry **entries;
	uint32_t count;
} cq__sweep;

static bool is_marked(const cq__entry *entry)
{
	return (entry->flags & CQ__ENTRY_DELETE) != 0 && cq__entry_live(entry);
}

/* What is deleted, in the order in which it was found. */
typedef struct deletion {
	cq_session *session;
	cq__reached all;
	uint32_t first, last;     /* of the level that is looked at */
} deletion;

static cq_status mark(deletion *d, cq__entry *entry)
{
	if (entry->state == CQ_DELETED || is_marked(entry))
		return CQ_OK;
	CQ_TRY(cq__journal_entry(d->session, entry));
	CQ_TRY(cq__reached_add(d->session, &d->all, entry));
	cq__entry_set_flags(d->session, entry, CQ__ENTRY_DELETE);
	return CQ_OK;
}

/* The database may have more of it than the member shows. */
static bool is_incomplete(const deletion *d, const cq__relation *relation, const cq__entry *entry)
{
	const uint32_t flags = cq__member_flags(relation, entry->object);
	(void)d;
	return entry->state == CQ_PERSISTENT && (flags & (CQ_RELATION_LOADED | CQ__MEMBER_PART)) != CQ_RELATION_LOADED;
}

/* The same, or something in it has left the session, which cannot write it any more. */
static bool has_others(const deletion *d, const cq__relation *relation, const cq__entry *entry)
{
	void *one[1];
	void *const *items;
	if (entry->state != CQ_PERSISTENT)
		return false;
	if (is_incomplete(d, relation, entry))
		return true;
	const uint32_t count = cq__member_items(relation, entry->object, one, &items);
	for (uint32_t i = 0; i < count; i++)
		if (cq__entry_of_object(d->session, items[i]) == NULL)
			return true;
	return false;
}

/* Those of the level that are of the relation's model and satisfy `wanted`. *out is freed by the caller. */
static cq_status pick(const deletion *d, const cq__relation *relation,
	bool (*wanted)(const deletion *, const cq__relation *, const cq__entry *), cq__entry ***out, uint32_t *count)
{
	*count = 0;
	*out = cq__alloc_array(d->last - d->first, sizeof **out);
	if (*out == NULL)
		return cq__session_fail(d->session, CQ_NO_MEMORY, NULL);
	for (uint32_t i = d->first; i < d->last; i++)
		if (d->all.entries[i]->model == relation->own && wanted(d, relation, d->all.entries[i]))
			(*out)[(*count)++] = d->all.entries[i];
	return CQ_OK;
}

/* ---- statements about many rows -------------------------------------------------------------------------------------- */

/* WHERE: columns of a table are one of the keys of the entries; then the statement's end. */
static bool push_end(cq_statement *statement, cq__arena *memory, const cq_table *table, const cq__columns *columns, const cq__relation *relation,
	cq__entry *const *entries, uint32_t count, uint32_t clauses)
{
	cq__match *const match = cq__match_of(memory, relation->own, &relation->near);
	const void **const objects = cq__arena_alloc_array(memory, count, sizeof *objects);
	int64_t *const numbers = cq__arena_alloc_array(memory, count, sizeof *numbers);
	if (match == NULL || objects == NULL || numbers == NULL)
		return false;
	for (uint32_t i = 0; i < count; i++) {
		objects[i] = entries[i]->snapshot != NULL ? entries[i]->snapshot : entries[i]->object;
		if (match->whole)
			numbers[i] = cq__match_number(&match->parts[0], objects[i]);
	}
	if (!cq__push_keys(statement, memory, table, columns, match, objects, numbers, count))
		return false;
	cq_push(statement, CQ_OP_WHERE, 1);
	cq_push(statement, CQ_OP_STATEMENT, clauses);
	return true;
}

/* The children of some entries, as the database has them. */
static cq_status read_children(cq_session *session, cq__arena *memory, const cq__relation *relation, cq__entry *const *entries, uint32_t count,
	cq__entry ***children, size_t *child_count)
{
	cq_statement statement;
	cq_statement_init(&statement, NULL);
	cq_push_ref(&statement, CQ_OP_SELECT_ALL, 0, relation->target->table);
	cq_push_ref(&statement, CQ_OP_FROM, 0, relation->target->table);
	if (!push_end(&statement, memory, relation->target->table, &relation->far, relation, entries, count, 3)) {
		cq_statement_release(&statement);
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	}
	return cq__session_read(session, &statement, relation->target, 0, children, child_count);
}

static void write_sweep(cq_statement *statement, const cq__relation *relation)
{
	const cq_table *const table = relation->target->table;
	cq_statement_init(statement, NULL);
	if (relation->said->kind == CQ_MANY_TO_MANY) {
		cq_push_ref(statement, CQ_OP_DELETE_FROM, 0, relation->through->table);
		return;
	}
	uint32_t set = 0;
	for (uint32_t i = 0; i < relation->far.count; i++) {
		const cq_column *const column = &cq_table_columns(table)[relation->far.indexes[i]];
		if ((column->flags & CQ_COLUMN_NULLABLE) == 0)
			continue;
		cq_push(statement, CQ_OP_NULL, 0);
		cq_push_ref(statement, CQ_OP_SET, 1, column);
		set++;
	}
	cq_push_ref(statement, CQ_OP_UPDATE, set, table);
}

static cq_status send_part(cq_session *session, cq__arena *memory, const cq__relation *relation, cq__entry *const *entries, uint32_t count)
{
	const bool rows = relation->said->kind == CQ_MANY_TO_MANY;
	cq_statement statement;
	write_sweep(&statement, relation);
	if (!push_end(&statement, memory, rows ? relation->through->table : relation->target->table,
		rows ? &relation->through_near : &relation->far, relation, entries, count, 2)) {
		cq_statement_release(&statement);
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	}
	const cq_status status = cq_run_execute(session->db, NULL, &statement);
	return status == CQ_OK ? CQ_OK : cq__session_db_failed(session, status);
}

static uint32_t most_at_once(const cq_session *session, const cq__relation *relation)
{
	return relation->said->kind == CQ_MANY_TO_MANY ? cq__keys_at_once(session, relation->through->table, &relation->through_near)
		: cq__keys_at_once(session, relation->target->table, &relation->far);
}

static cq_status send_sweep(cq_session *session, const cq__sweep *sweep)
{
	const uint32_t most = most_at_once(session, sweep->relation);
	cq_status status = CQ_OK;
	for (uint32_t first = 0; status == CQ_OK && first < sweep->count; first += most) {
		const uint32_t count = sweep->count - first < most ? sweep->count - first : most;
		cq__arena *const memory = cq__arena_create(CQ__ARENA_SMALL);
		if (memory == NULL)
			return cq__session_fail(session, CQ_NO_MEMORY, NULL);
		status = send_part(session, memory, sweep->relation, sweep->entries + first, count);
		cq__arena_destroy(memory);
	}
	return status;
}

cq_status cq__cascade_write(cq_session *session)
{
	const cq__sweep *sweep = session->sweeps;
	session->sweeps = NULL;
	for (; sweep != NULL; sweep = sweep->next)
		CQ_TRY(send_sweep(session, sweep));
	return CQ_OK;
}

/* ---- what is to be deleted ------------------------------------------------------------------------------------------- */

/* A child is on its way to somebody else, by a link or by a key that was set by hand. */
static bool has_left(cq_session *session, const cq__relation *relation, const cq__entry *child)
{
	const cq__link *const link = cq__link_find(child, relation);
	bool known;
	if (link == NULL && (child->snapshot == NULL || cq__key_same(child->model, &relation->far, child->object, child->snapshot)))
		return false;
	const cq__entry *const parent = link != NULL ? link->parent : cq__link_parent_by_key(session, child, relation, &known);
	return parent == NULL || !is_marked(parent);
}

static cq_status mark_read(deletion *d, const cq__relation *relation, cq__entry *const *entries, uint32_t count)
{
	const uint32_t most = most_at_once(d->session, relation);
	for (uint32_t first = 0; first < count; first += most) {
		cq__arena *const memory = cq__arena_create(CQ__ARENA_SMALL);
		if (memory == NULL)
			return cq__session_fail(d->session, CQ_NO_MEMORY, NULL);
		cq__entry **children = NULL;
		size_t child_count = 0;
		cq_status status = read_children(d->session, memory, relation, entries + first, count - first < most ? count - first : most,
			&children, &child_count);
		cq__arena_destroy(memory);
		for (size_t i = 0; status == CQ_OK && i < child_count; i++)
			if (!has_left(d->session, relation, children[i]))
				status = mark(d, children[i]);
		cq__free(children);
		CQ_TRY(status);
	}
	return CQ_OK;
}

/* What one entry's member shows. */
static cq_status mark_held(deletion *d, const cq__relation *relation, const cq__entry *entry)
{
	void *one[1];
	void *const *items;
	const uint32_t count = cq__member_items(relation, entry->object, one, &items);
	for (uint32_t i = 0; i < count; i++) {
		cq__entry *const other = cq__entry_of_object(d->session, items[i]);
		if (other != NULL)
			CQ_TRY(mark(d, other));
	}
	return CQ_OK;
}

/* What is only linked, to a parent whose relation is not loaded. */
static cq_status mark_linked(deletion *d, const cq__relation *relation)
{
	for (uint32_t i = 0; d->session->links_noted != 0 && i < d->session->entry_count; i++) {
		cq__entry *const child = cq__entry_at(d->session, i);
		if (!cq__entry_live(child) || child->model != relation->target || child->links == NULL)
			continue;
		const cq__link *const link = cq__link_find(child, relation);
		if (link != NULL && link->parent != NULL && is_marked(link->parent))
			CQ_TRY(mark(d, child));
	}
	return CQ_OK;
}

static cq_status mark_along(deletion *d, const cq__relation *relation)
{
	cq__entry **entries;
	uint32_t count;
	const bool children = relation->said->kind == CQ_HAS_ONE || relation->said->kind == CQ_HAS_MANY;
	CQ_TRY(pick(d, relation, children ? has_others : is_incomplete, &entries, &count));
	cq_status status = CQ_OK;
	if (count != 0 && !relation->said->passive_deletes)
		status = children ? mark_read(d, relation, entries, count)
			: cq__load_relation(d->session, relation, entries, count, NULL);
	cq__free(entries);
	const uint32_t last = d->last;
	for (uint32_t i = d->first; status == CQ_OK && i < last; i++) {
		const cq__entry *const entry = d->all.entries[i];
		if (entry->model != relation->own)
			continue;
		/* What the database deletes needs no statement, unless it has no row yet. */
		if (!relation->said->passive_deletes)
			status = mark_held(d, relation, entry);
	}
	return status == CQ_OK && children ? mark_linked(d, relation) : status;
}

/* Calls a function for each relation of each model of the level, once. */
static cq_status each_relation(deletion *d, cq_status (*visit)(deletion *d, const cq__relation *relation))
{
	cq__reached models = { 0 };
	cq_status status = CQ_OK;
	for (uint32_t i = d->first; status == CQ_OK && i < d->last; i++) {
		const cq__model *const model = d->all.entries[i]->model;
		bool first;
		status = cq__reached_add_model(d->session, &models, d->all.entries[i], &first);
		for (uint32_t r = 0; status == CQ_OK && first && r < model->relation_count; r++)
			status = visit(d, &model->relations[r]);
	}
	cq__reached_release(&models);
	return status;
}

static cq_status mark_if_cascading(deletion *d, const cq__relation *relation)
{
	return (relation->cascade & CQ_CASCADE_DELETE) != 0 ? mark_along(d, relation) : CQ_OK;
}

static cq_status find_all(deletion *d)
{
	for (uint32_t i = 0; i < d->session->entry_count; i++) {
		cq__entry *const entry = cq__entry_at(d->session, i);
		if (entry->state != CQ_PERSISTENT || (entry->flags & (CQ__ENTRY_DELETE | CQ__ENTRY_ORPHAN)) == 0)
			continue;
		if (is_marked(entry))
			CQ_TRY(cq__reached_add(d->session, &d->all, entry));
		else
			CQ_TRY(mark(d, entry));
	}
	for (d->first = 0; d->first < d->all.count; d->first = d->last) {
		d->last = d->all.count;
		CQ_TRY(each_relation(d, mark_if_cascading));
	}
	d->first = 0;
	d->last = d->all.count;
	return CQ_OK;
}

/* ---- what stays behind ----------------------------------------------------------------------------------------------- */

static cq_status add_sweep(deletion *d, const cq__relation *relation)
{
	cq__entry **entries;
	uint32_t count;
	CQ_TRY(pick(d, relation, has_others, &entries, &count));
	if (count == 0) {
		cq__free(entries);
		return CQ_OK;
	}
	cq__arena *const memory = d->session->journal_memory;
	cq__sweep *const sweep = cq__arena_alloc(memory, sizeof *sweep);
	cq__entry **const kept = cq__arena_alloc_array(memory, count, sizeof *kept);
	if (sweep != NULL && kept != NULL) {
		memcpy(kept, entries, count * sizeof *kept);
		cq__sweep **last = &d->session->sweeps;
		while (*last != NULL)
			last = &(*last)->next;
		*sweep = (cq__sweep){ NULL, relation, kept, count };
		*last = sweep;
	}
	cq__free(entries);
	return sweep != NULL && kept != NULL ? CQ_OK : cq__session_fail(d->session, CQ_NO_MEMORY, NULL);
}

static cq_status refuse_null(cq_session *session, const cq__relation *relation, const cq__entry *parent, const cq__entry *child)
{
	char parent_text[CQ__ENTRY_TEXT], child_text[CQ__ENTRY_TEXT];
	return cq__session_fail(session, CQ_MISUSE,
		"cq_delete: %s.%s: %s is to be deleted, %s belongs to it, and %s.%s may not be NULL: CASCADE(DELETE) or PASSIVE_DELETES says what is to become of it",
		relation->own->table->name, relation->said->name, cq__entry_text(parent, parent_text), cq__entry_text(child, child_text),
		relation->target->table->name, cq_table_columns(relation->target->table)[relation->far.indexes[0]].name);
}

/* Deleted objects by the hash of the columns that a relation refers to. */
typedef struct parent_place {
	uint64_t hash;
	cq__entry *entry;
} parent_place;

typedef struct parents {
	parent_place *places; /* sorted; NULL: the relation refers to their keys, by which the session finds them */
	uint32_t count;
} parents;

static int compare_places(const void *a, const void *b)
{
	const parent_place *const one = a, *const other = b;
	return (one->hash > other->hash) - (one->hash < other->hash);
}

static bool has_row(const deletion *d, const cq__relation *relation, const cq__entry *entry)
{
	(void)d;
	(void)relation;
	return entry->snapshot != NULL;
}

static cq_status find_parents(const deletion *d, const cq__relation *relation, parents *out)
{
	const cq__columns *const near = &relation->near, *const key = &relation->own->key;
	*out = (parents){ 0 };
	if (near->count == key->count && memcmp(near->indexes, key->indexes, key->count * sizeof *key->indexes) == 0)
		return CQ_OK;
	cq__entry **entries;
	CQ_TRY(pick(d, relation, has_row, &entries, &out->count));
	out->places = cq__alloc_array((size_t)out->count + 1, sizeof *out->places);
	for (uint32_t i = 0; out->places != NULL && i < out->count; i++) {
		cq__key referred;
		cq__key_read(&referred, relation->own, near, entries[i]->snapshot);
		out->places[i] = (parent_place){ referred.hash, entries[i] };
	}
	cq__free(entries);
	if (out->places == NULL)
		return cq__session_fail(d->session, CQ_NO_MEMORY, NULL);
	qsort(out->places, out->count, sizeof *out->places, compare_places);
	return CQ_OK;
}

/* The one that the child's key names. */
static cq__entry *parent_of(const parents *among, const cq__relation *relation, const cq__entry *child)
{
	cq__key wanted, referred;
	uint32_t first = 0, last = among->count;
	cq__key_read(&wanted, child->model, &relation->far, child->object);
	while (first < last && !wanted.null) {
		const uint32_t middle = first + (last - first) / 2;
		if (among->places[middle].hash < wanted.hash)
			first = middle + 1;
		else
			last = middle;
	}
	for (; first < among->count && !wanted.null && among->places[first].hash == wanted.hash; first++) {
		cq__key_read(&referred, relation->own, &relation->near, among->places[first].entry->snapshot);
		if (cq__key_equal(&referred, &wanted))
			return among->places[first].entry;
	}
	return NULL;
}

/* The marked parent of a child that stays, or NULL. */
static cq__entry *marked_parent(cq_session *session, const parents *among, const cq__relation *relation, const cq__entry *child)
{
	const cq__link *const link = cq__link_find(child, relation);
	cq__entry *parent;
	bool known;
	if (link != NULL)
		parent = link->parent;
	else
		parent = among->places != NULL ? parent_of(among, relation, child) : cq__link_parent_by_key(session, child, relation, &known);
	return parent != NULL && is_marked(parent) && parent->model == relation->own ? parent : NULL;
}

/* Children in the session lose their key, wherever they are held. */
static cq_status unlink_among(deletion *d, const parents *among, const cq__relation *relation)
{
	cq_session *const session = d->session;
	for (uint32_t i = 0; i < session->entry_count; i++) {
		cq__entry *const child = cq__entry_at(session, i);
		if ((child->state != CQ_PENDING && child->state != CQ_PERSISTENT) || child->model != relation->target || is_marked(child))
			continue;
		const cq__entry *const parent = marked_parent(session, among, relation, child);
		if (parent == NULL)
			continue;
		if (!relation->nullable)
			return refuse_null(session, relation, parent, child);
		CQ_TRY(cq__link_set(session, child, relation, NULL));
		if (relation->back != NULL && cq__member_loaded(relation->back, child->object))
			CQ_TRY(cq__member_set(session, relation->back, child, NULL));
	}
	return CQ_OK;
}

static cq_status unlink_children(deletion *d, const cq__relation *relation)
{
	parents among;
	CQ_TRY(find_parents(d, relation, &among));
	const cq_status status = unlink_among(d, &among, relation);
	cq__free(among.places);
	return status == CQ_OK && relation->nullable ? add_sweep(d, relation) : status;
}

/* Rows of associations that were to be added are not, and those that are shown go. */
static cq_status dissociate(deletion *d, const cq__relation *relation)
{
	for (uint32_t i = d->first; i < d->last; i++) {
		cq__entry *const entry = d->all.entries[i];
		if (entry->model != relation->own || entry->state != CQ_PERSISTENT || has_others(d, relation, entry))
			continue;
		void *one[1];
		void *const *items;
		const uint32_t count = cq__member_items(relation, entry->object, one, &items);
		for (uint32_t k = 0; k < count; k++) {
			cq__entry *const other = cq__entry_of_object(d->session, items[k]);
			if (other != NULL && other->state != CQ_PENDING)
				CQ_TRY(cq__association_note(d->session, relation, entry, other, false));
		}
	}
	return add_sweep(d, relation);
}

static cq_status leave_behind(deletion *d, const cq__relation *relation)
{
	if (relation->said->kind == CQ_BELONGS_TO || relation->said->passive_deletes)
		return CQ_OK;
	if (relation->said->kind == CQ_MANY_TO_MANY)
		return dissociate(d, relation);
	return (relation->cascade & CQ_CASCADE_DELETE) != 0 ? CQ_OK : unlink_children(d, relation);
}

static cq_status cancel_associations(cq_session *session)
{
	for (cq__association *each = session->associations; each != NULL; each = each->next) {
		if (each->undone || !each->added || (!is_marked(each->near) && !is_marked(each->far)))
			continue;
		CQ_TRY(cq__journal_bytes(session, NULL, &each->undone, sizeof each->undone));
		each->undone = true;
	}
	return CQ_OK;
}

/* ---- who holds what is deleted --------------------------------------------------------------------------------------- */

static bool is_lost(const cq_session *session, const void *object)
{
	const cq__entry *const entry = cq__entry_of_object(session, object);
	return entry != NULL && is_marked(entry);
}

static cq_status let_go_of_one(cq_session *session, const cq__relation *relation, cq__entry *entry)
{
	const void *const object = cq__member_one(relation, entry->object)->object;
	return object != NULL && is_lost(session, object) ? cq__member_set(session, relation, entry, NULL) : CQ_OK;
}

/* Whether something of a model is deleted. */
static bool loses(const deletion *d, const cq__model *model)
{
	for (uint32_t i = 0; i < d->all.count; i++)
		if (d->all.entries[i]->model == model)
			return true;
	return false;
}

static cq_status let_go_along(deletion *d, const cq__relation *relation)
{
	cq_session *const session = d->session;
	for (uint32_t i = 0; i < session->entry_count; i++) {
		cq__entry *const entry = cq__entry_at(session, i);
		if (!cq__entry_live(entry) || is_marked(entry) || entry->state == CQ_DELETED || entry->model != relation->own ||
			!cq__member_loaded(relation, entry->object))
			continue;
		CQ_TRY(relation->many ? cq__collection_take_all(session, relation, entry, is_lost) : let_go_of_one(session, relation, entry));
	}
	return CQ_OK;
}

/* Models whose objects may hold something that is deleted: each is looked at once. */
static cq_status let_go(deletion *d)
{
	cq_session *const session = d->session;
	cq__reached models = { 0 };
	cq_status status = CQ_OK;
	for (uint32_t i = 0; status == CQ_OK && i < session->entry_count; i++) {
		cq__entry *const entry = cq__entry_at(session, i);
		if (!cq__entry_live(entry))
			continue;
		bool first;
		status = cq__reached_add_model(session, &models, entry, &first);
		for (uint32_t r = 0; status == CQ_OK && first && r < entry->model->relation_count; r++) {
			const cq__relation *const relation = &entry->model->relations[r];
			if (relation->said->kind != CQ_BELONGS_TO && loses(d, relation->target))
				status = let_go_along(d, relation);
		}
	}
	cq__reached_release(&models);
	return status;
}

/* ---- what was replaced without being known ---------------------------------------------------------------------------- */

/* What stood in a relation to one that was not loaded when it was assigned anew leaves it now. */
static cq_status look_up_replaced(cq_session *session, const cq__replacement *replacement)
{
	const cq__relation *const relation = replacement->relation;
	cq__entry *entry = replacement->entry;
	if (entry->state != CQ_PERSISTENT)
		return CQ_OK;
	cq__arena *const memory = cq__arena_create(CQ__ARENA_SMALL);
	if (memory == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	cq__entry **children = NULL;
	size_t count = 0;
	cq_status status = read_children(session, memory, relation, &entry, 1, &children, &count);
	cq__arena_destroy(memory);
	for (size_t i = 0; status == CQ_OK && i < count; i++) {
		/* Whatever is linked has its place already. */
		if (children[i]->object == cq__member_one(relation, entry->object)->object || cq__link_find(children[i], relation) != NULL)
			continue;
		status = cq__link_set(session, children[i], relation, NULL);
		if (status == CQ_OK && relation->back != NULL)
			status = cq__member_set(session, relation->back, children[i], NULL);
		cq__orphan orphan = { 0 };
		if (status == CQ_OK && (relation->cascade & CQ_CASCADE_DELETE_ORPHAN) != 0)
			status = cq__orphan_begin(session, children[i], &orphan);
	}
	cq__free(children);
	return status;
}

cq_status cq__cascade_replaced(cq_session *session)
{
	CQ_TRY(cq__journal_bytes(session, NULL, &session->replacements, sizeof(session->replacements)));
	for (const cq__replacement *each = session->replacements; each != NULL; each = each->next)
		CQ_TRY(look_up_replaced(session, each));
	session->replacements = NULL;
	return CQ_OK;
}

/* ---- the steps ------------------------------------------------------------------------------------------------------- */

cq_status cq__cascade_deletes(cq_session *session)
{
	session->sweeps = NULL;
	deletion d = { .session = session };
	cq_status status = find_all(&d);
	if (status == CQ_OK && d.all.count != 0)
		status = each_relation(&d, leave_behind);
	if (status == CQ_OK)
		status = cancel_associations(session);
	if (status == CQ_OK && d.all.count != 0)
		status = let_go(&d);
	cq__reached_release(&d.all);
	return status;
}

/* Children that the database has deleted, or whose keys it has changed: what they hold is of no worth. */
static void expire_children(cq_session *session, const cq__entry *entry)
{
	for (uint32_t i = 0; i < entry->model->relation_count; i++) {
		const cq__relation *const relation = &entry->model->relations[i];
		if (!relation->said->passive_deletes || relation->said->kind == CQ_BELONGS_TO || relation->said->kind == CQ_MANY_TO_MANY)
			continue;
		void *one[1];
		void *const *items;
		const uint32_t count = cq__member_items(relation, entry->object, one, &items);
		for (uint32_t k = 0; k < count; k++) {
			cq__entry *const child = cq__entry_of_object(session, items[k]);
			if (child == NULL || child->state != CQ_PERSISTENT || is_marked(child))
				continue;
			cq__snapshot_restore(child);
			cq__entry_set_flags(session, child, CQ__ENTRY_EXPIRED);
		}
	}
}

void cq__cascade_deleted(cq_session *session)
{
	for (uint32_t i = 0; session->delete_count != 0 && i < session->entry_count; i++) {
		cq__entry *const entry = cq__entry_at(session, i);
		if (!is_marked(entry))
			continue;
		if (entry->state == CQ_PENDING)
			cq__entry_free(session, entry, CQ_TRANSIENT);
		else
			expire_children(session, entry);
	}
}
