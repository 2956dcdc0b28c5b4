/* session/cascade.c: what is reached from an object over its loaded relations, and adding, taking out and expiring all of it.
 * It knows nothing of deletion: cascade_delete.c does. See session/cascade.h.
 */
#include "session/cascade.h"

#include "base/alloc.h"
#include "session/collection.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/journal.h"
#include "session/link.h"
#include "session/object.h"
#include "session/relation.h"

/* ---- walking -------------------------------------------------------------------------------------------------------- */

void cq__reached_release(cq__reached *reached)
{
	cq__free(reached->entries);
	*reached = (cq__reached){ 0 };
}

cq_status cq__reached_add(cq_session *session, cq__reached *reached, cq__entry *entry)
{
	if (reached->count == reached->capacity) {
		const uint32_t capacity = reached->capacity != 0 ? reached->capacity * 2 : 16;
		cq__entry **const grown = cq__realloc_array(reached->entries, capacity, sizeof(cq__entry *));
		if (grown == NULL)
			return cq__session_fail(session, CQ_NO_MEMORY, NULL);
		reached->entries = grown;
		reached->capacity = capacity;
	}
	reached->entries[reached->count++] = entry;
	return CQ_OK;
}

cq_status cq__reached_add_model(cq_session *session, cq__reached *models, cq__entry *entry, bool *added)
{
	uint32_t at = 0;
	while (at < models->count && models->entries[at]->model != entry->model)
		at++;
	*added = at == models->count;
	return *added ? cq__reached_add(session, models, entry) : CQ_OK;
}

/* What one entry leads to, once. */
static cq_status reach_from(cq_session *session, const cq__entry *entry, uint8_t cascade, cq__reached *reached)
{
	for (uint32_t i = 0; i < entry->model->relation_count; i++) {
		const cq__relation *const relation = &entry->model->relations[i];
		if ((relation->cascade & cascade) == 0)
			continue;
		void *one[1];
		void *const *items;
		const uint32_t count = cq__member_items(relation, entry->object, one, &items);
		for (uint32_t k = 0; k < count; k++) {
			cq__entry *const other = cq__entry_of_object(session, items[k]);
			if (other == NULL || (other->flags & CQ__ENTRY_VISITED) != 0)
				continue;
			CQ_TRY(cq__reached_add(session, reached, other));
			other->flags |= CQ__ENTRY_VISITED;
		}
	}
	return CQ_OK;
}

/* The entries of the session that are reached from one over loaded relations with that cascade (one of CQ_CASCADE_…), that one left
 * out, each once. Nothing is read. */
static cq_status reach(cq_session *session, cq__entry *from, uint8_t cascade, cq__reached *reached)
{
	*reached = (cq__reached){ 0 };
	from->flags |= CQ__ENTRY_VISITED;
	cq_status status = reach_from(session, from, cascade, reached);
	for (uint32_t i = 0; status == CQ_OK && i < reached->count; i++)
		status = reach_from(session, reached->entries[i], cascade, reached);
	from->flags &= (uint8_t)~CQ__ENTRY_VISITED;
	for (uint32_t i = 0; i < reached->count; i++)
		reached->entries[i]->flags &= (uint8_t)~CQ__ENTRY_VISITED;
	if (status != CQ_OK)
		cq__reached_release(reached);
	return status;
}

/* ---- adding --------------------------------------------------------------------------------------------------------- */

/* An object without a row holds somebody else's child: it is a copy, with the members of what it was copied from, and would take away what nobody
 * has given it. */
static cq_status refuse_other_parent(cq_session *session, const cq__relation *has, const cq__entry *entry, const cq__entry *child)
{
	const cq__entry *const parent = cq__relation_parent(session, has, child);
	if (parent == NULL || parent == entry || parent->state == CQ_DELETED || (parent->flags & (CQ__ENTRY_DELETE | CQ__ENTRY_ORPHAN)) != 0)
		return CQ_OK;
	char of[CQ__ENTRY_TEXT], held[CQ__ENTRY_TEXT], by[CQ__ENTRY_TEXT];
	return cq__session_fail(session, CQ_MISUSE, "cq_add: %s.%s: %s holds %s, which belongs to %s: a copy of an object, made by an assignment, has its relations, "
		"too; cq_add_new and CQ_NEW take columns only", has->own->table->name, has->said->name, cq__entry_text(entry, of), cq__entry_text(child, held),
		cq__entry_text(parent, by));
}

/* What one of the two sides, which has no row yet, makes the flush write. */
static cq_status link_new(cq_session *session, const cq__relation *relation, cq__entry *entry, cq__entry *other)
{
	if (entry->state != CQ_PENDING && other->state != CQ_PENDING)
		return CQ_OK;
	switch ((cq_relation_kind)relation->said->kind) {
	case CQ_BELONGS_TO:
		return cq__link_set(session, entry, relation, other);
	case CQ_HAS_ONE:
	case CQ_HAS_MANY:
		CQ_TRY(refuse_other_parent(session, relation, entry, other));
		return cq__link_set(session, other, relation, entry);
	case CQ_MANY_TO_MANY:
		break;
	}
	return cq__association_find(session, relation, entry, other) != NULL ? CQ_OK
		: cq__association_note(session, relation, entry, other, true);
}

/* An entry is in the session: what its relations hold comes in after it. */
static cq_status add_related(cq_session *session, cq__entry *entry, cq__reached *added)
{
	CQ_TRY(cq__relations_begin(session, entry));
	for (uint32_t i = 0; i < entry->model->relation_count; i++) {
		const cq__relation *const relation = &entry->model->relations[i];
		void *one[1];
		void *const *items;
		const uint32_t count = cq__member_items(relation, entry->object, one, &items);
		for (uint32_t k = 0; k < count; k++) {
			cq__entry *other = cq__entry_of_object(session, items[k]);
			if (other == NULL) {
				if ((relation->cascade & CQ_CASCADE_SAVE_UPDATE) == 0)
					continue;
				CQ_TRY(cq__object_add_alone(session, relation->target, items[k], 0, &other));
				CQ_TRY(cq__reached_add(session, added, other));
			}
			CQ_TRY(link_new(session, relation, entry, other));
		}
	}
	return CQ_OK;
}

cq_status cq__cascade_add(cq_session *session, cq__entry *entry)
{
	cq__reached added = { 0 };
	/* However deep a graph is, the stack is not: what comes in on the way is looked at when it is its turn. */
	cq_status status = add_related(session, entry, &added);
	for (uint32_t i = 0; status == CQ_OK && i < added.count; i++)
		status = add_related(session, added.entries[i], &added);
	cq__reached_release(&added);
	return status;
}

/* ---- taking out ----------------------------------------------------------------------------------------------------- */

cq_status cq__cascade_expunge(cq_session *session, cq__entry *entry)
{
	cq__reached reached;
	CQ_TRY(reach(session, entry, CQ_CASCADE_EXPUNGE, &reached));
	cq_status status = CQ_OK;
	for (uint32_t i = 0; status == CQ_OK && i < reached.count; i++)
		if (reached.entries[i]->state != CQ_DELETED)
			status = cq__object_leave(session, reached.entries[i]);
	cq__reached_release(&reached);
	return status;
}

cq_status cq__orphan_begin(cq_session *session, cq__entry *entry, cq__orphan *orphan)
{
	*orphan = (cq__orphan){ 0 };
	if (entry == NULL)
		return CQ_OK;
	if (entry->state == CQ_PENDING) {
		CQ_TRY(reach(session, entry, CQ_CASCADE_EXPUNGE, &orphan->reached));
		orphan->entry = entry;
		return CQ_OK;
	}
	CQ_TRY(cq__journal_entry(session, entry));
	cq__entry_set_flags(session, entry, CQ__ENTRY_ORPHAN);
	return CQ_OK;
}

void cq__orphan_end(cq_session *session, cq__orphan *orphan, bool well)
{
	if (well && orphan->entry != NULL) {
		cq__entry_free(session, orphan->entry, CQ_TRANSIENT);
		/* What has a row of its own stays, though its parent had none. */
		for (uint32_t i = 0; i < orphan->reached.count; i++)
			if (orphan->reached.entries[i]->state == CQ_PENDING)
				cq__entry_free(session, orphan->reached.entries[i], CQ_TRANSIENT);
	}
	cq__reached_release(&orphan->reached);
}

/* ---- giving up ------------------------------------------------------------------------------------------------------- */

/* What a relation of it holds, whose other side holds it. */
static cq_status let_go_of(cq_session *session, const cq__relation *relation, cq__entry *entry)
{
	if (!cq__member_loaded(relation, entry->object))
		return CQ_OK;
	if (!relation->many)
		return cq__member_one(relation, entry->object)->object != NULL ? cq__relate_one(session, relation, entry, NULL) : CQ_OK;
	for (uint32_t i = cq__member_many(relation, entry->object)->count; i-- != 0;) {
		cq__entry *const other = cq__entry_of_object(session, cq__member_many(relation, entry->object)->items[i]);
		if (other != NULL)
			CQ_TRY(cq__unrelate(session, relation, entry, other));
	}
	return CQ_OK;
}

/* Its parents come last: when it is an orphan of one, it leaves the session with that. */
static cq_status let_go_of_all(cq_session *session, cq__entry *entry)
{
	const cq__model *const model = entry->model;
	for (uint32_t i = 0; i < model->relation_count; i++)
		if (model->relations[i].said->kind != CQ_BELONGS_TO)
			CQ_TRY(let_go_of(session, &model->relations[i], entry));
	for (const cq__association *each = session->associations; each != NULL; each = each->next)
		if (cq__association_due(each) && each->far == entry)
			CQ_TRY(cq__unrelate(session, each->relation, each->near, entry));
	for (uint32_t i = 0; i < model->relation_count && cq__entry_live(entry); i++)
		if (model->relations[i].said->kind == CQ_BELONGS_TO)
			CQ_TRY(let_go_of(session, &model->relations[i], entry));
	return CQ_OK;
}

/* A parent whose relation has no BACK, or NULL. */
static const cq__link *link_of_holder(const cq__entry *entry)
{
	const cq__link *link = entry->links;
	while (link != NULL && (link->relation->said->kind == CQ_BELONGS_TO || link->parent == NULL || !cq__entry_live(link->parent)))
		link = link->next;
	return link;
}

cq_status cq__cascade_discard(cq_session *session, cq__entry *entry)
{
	cq__undo *const before = session->journal;
	cq_status status = let_go_of_all(session, entry);
	const cq__link *link;
	while (status == CQ_OK && cq__entry_live(entry) && (link = link_of_holder(entry)) != NULL)
		status = cq__unrelate(session, link->relation, link->parent, entry);
	if (status != CQ_OK)
		cq__journal_undo_to(session, before);
	else if (cq__entry_live(entry))
		cq__entry_free(session, entry, CQ_TRANSIENT);
	return status;
}

/* ---- expiring ------------------------------------------------------------------------------------------------------- */

static cq_status expire_reached(cq_session *session, const cq__reached *reached)
{
	const cq__mark mark = cq__journal_mark(session);
	for (uint32_t i = 0; i < reached->count; i++) {
		const cq_status status = reached->entries[i]->state == CQ_PERSISTENT ? cq__relations_unload(session, reached->entries[i]) : CQ_OK;
		if (status != CQ_OK) {
			cq__journal_undo_to(session, mark);
			return status;
		}
	}
	for (uint32_t i = 0; i < reached->count; i++)
		if (reached->entries[i]->state == CQ_PERSISTENT)
			cq__expire_columns(session, reached->entries[i]);
	return CQ_OK;
}

cq_status cq__cascade_expire(cq_session *session, cq__entry *entry, bool itself)
{
	cq__reached reached;
	CQ_TRY(reach(session, entry, CQ_CASCADE_REFRESH_EXPIRE, &reached));
	cq_status status = itself ? cq__reached_add(session, &reached, entry) : CQ_OK;
	if (status == CQ_OK)
		status = expire_reached(session, &reached);
	cq__reached_release(&reached);
	return status;
}
