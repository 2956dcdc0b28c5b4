/* session/relation.c: an object is put into a relation of another, taken out, or assigned: both sides, and what is noted for the flush.
 * It knows nothing of what is loaded from where. The macros cq_append, cq_append_all, cq_remove and cq_assign call it; merge.c and cascade.c use its parts.
 */
#include "session/relation.h"

#include "session/cascade.h"
#include "session/collection.h"
#include "session/enter.h"
#include "session/journal.h"
#include "session/link.h"
#include "session/model.h"
#include "session/object.h"

#include <stdio.h>
#include <stdlib.h>

const char *cq__entry_text(const cq__entry *entry, char out[CQ__ENTRY_TEXT])
{
	if (entry->state == CQ_PENDING) {
		(void)snprintf(out, CQ__ENTRY_TEXT, "a new %s", entry->model->table->object);
		return out;
	}
	cq__key key;
	char text[CQ__KEY_TEXT];
	cq__key_of_entry(&key, entry);
	(void)snprintf(out, CQ__ENTRY_TEXT, "the %s %s", entry->model->table->object, cq__key_text(&key, text));
	return out;
}

/* ---- what is known -------------------------------------------------------------------------------------------------- */

static cq__entry *live(cq__entry *entry)
{
	return entry != NULL && cq__entry_live(entry) ? entry : NULL;
}

static cq__entry *entry_or_null(const cq_session *session, const void *object)
{
	return object != NULL ? cq__entry_of_object(session, object) : NULL;
}

/* The parent that a child has along a foreign key, as far as the session knows; NULL too when its row is not in the session. */
static cq__entry *parent_of(cq_session *session, const cq__entry *child, const cq__relation *relation, const cq__relation *belongs,
	bool *known)
{
	const cq__link *const link = cq__link_find(child, relation);
	*known = true;
	if (link != NULL)
		return live(link->parent);
	if (belongs != NULL && cq__member_loaded(belongs, child->object))
		return entry_or_null(session, cq__member_one(belongs, child->object)->object);
	return cq__link_parent_by_key(session, child, relation, known);
}

const cq__entry *cq__relation_parent(cq_session *session, const cq__relation *has, const cq__entry *child)
{
	bool known;
	return parent_of(session, child, has, has->back, &known);
}

/* Whether a loaded collection has a child; the member on the child's side mostly tells without a search. */
static bool holds_child(const cq__relation *has, const cq__entry *parent, const cq__entry *child)
{
	if (has->back != NULL && cq__member_loaded(has->back, child->object)) {
		if (cq__member_one(has->back, child->object)->object != parent->object)
			return false;
	} else {
		const cq__link *const link = cq__link_find(child, has);
		if (link != NULL ? link->parent != parent : child->state == CQ_PENDING)
			return false;
	}
	return cq__collection_has(has, parent->object, child->object);
}

static bool related_many(cq_session *session, const cq__relation *relation, const cq__entry *entry, const cq__entry *other, bool *known)
{
	const cq__association *const noted = cq__association_find(session, relation, entry, other);
	if (noted != NULL)
		return noted->added;
	if (entry->state == CQ_PENDING || other->state == CQ_PENDING)
		return false;
	if (cq__member_loaded(relation, entry->object))
		return cq__collection_has(relation, entry->object, other->object);
	if (relation->back != NULL && cq__member_loaded(relation->back, other->object))
		return cq__collection_has(relation->back, other->object, entry->object);
	*known = false;
	return false;
}

/* Whether the object is in the relation as far as the session knows: *known is false when it is not loaded on either side. */
static bool is_related(cq_session *session, const cq__relation *relation, cq__entry *entry, cq__entry *other, bool *known)
{
	*known = true;
	if (relation->said->kind == CQ_MANY_TO_MANY)
		return related_many(session, relation, entry, other, known);
	if (relation->said->kind == CQ_BELONGS_TO)
		return parent_of(session, entry, relation, relation, known) == other;
	if (relation->many && cq__member_loaded(relation, entry->object))
		return holds_child(relation, entry, other);
	return parent_of(session, other, relation, relation->back, known) == entry;
}

/* ---- foreign keys --------------------------------------------------------------------------------------------------- */

static bool orphans(const cq__relation *relation)
{
	return relation != NULL && (relation->cascade & CQ_CASCADE_DELETE_ORPHAN) != 0;
}

/* A child goes from one parent to another; either may be NULL. */
typedef struct move {
	const cq__relation *has, *belongs; /* the relation of either side; one may be NULL */
	cq__entry *child, *from, *to;
} move;

/* The child's own side: its foreign key, its member, its mark. */
static cq_status move_child(cq_session *session, const move *m)
{
	CQ_TRY(cq__link_set(session, m->child, m->belongs != NULL ? m->belongs : m->has, m->to));
	if (m->belongs != NULL)
		CQ_TRY(cq__member_set(session, m->belongs, m->child, m->to != NULL ? m->to->object : NULL));
	if (m->to != NULL && orphans(m->has) && (m->child->flags & CQ__ENTRY_ORPHAN) != 0) {
		CQ_TRY(cq__journal_entry(session, m->child));
		cq__entry_clear_flags(session, m->child, CQ__ENTRY_ORPHAN);
	}
	return CQ_OK;
}

/* The child that the new parent has now. */
static cq__entry *displaced_by(const cq_session *session, const move *m)
{
	if (m->to == NULL || !cq__member_loaded(m->has, m->to->object))
		return NULL;
	cq__entry *const held = entry_or_null(session, cq__member_one(m->has, m->to->object)->object);
	return held != m->child ? held : NULL;
}

static cq_status note_replacement(cq_session *session, const cq__relation *has, cq__entry *entry)
{
	for (const cq__replacement *noted = session->replacements; noted != NULL; noted = noted->next)
		if (noted->relation == has && noted->entry == entry)
			return CQ_OK;
	cq__replacement *const replacement = cq__arena_alloc(session->journal_memory, sizeof *replacement);
	if (replacement == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	*replacement = (cq__replacement){ session->replacements, has, entry };
	CQ_TRY(cq__journal_bytes(session, NULL, &session->replacements, sizeof(session->replacements)));
	session->replacements = replacement;
	return CQ_OK;
}

/* The parents' sides where each has one child. */
static cq_status move_one(cq_session *session, const move *m)
{
	if (m->from != NULL && m->from != m->to && cq__member_loaded(m->has, m->from->object))
		CQ_TRY(cq__member_set(session, m->has, m->from, NULL));
	if (m->to == NULL)
		return CQ_OK;
	cq__entry *const displaced = displaced_by(session, m);
	if (displaced != NULL)
		CQ_TRY(move_child(session, &(move){ .has = m->has, .belongs = m->belongs, .child = displaced, .from = m->to }));
	else if (m->from != m->to && !cq__member_loaded(m->has, m->to->object) && m->to->state == CQ_PERSISTENT)
		CQ_TRY(note_replacement(session, m->has, m->to));
	return cq__member_set(session, m->has, m->to, m->child->object);
}

/* The parents' collections come last: putting and taking cannot fail any more. */
static cq_status move_many(cq_session *session, const move *m)
{
	const bool leaves = m->from != NULL && m->from != m->to;
	bool known;
	const bool arrives = m->to != NULL && !is_related(session, m->has, m->to, m->child, &known);
	if (arrives)
		CQ_TRY(cq__collection_ready_to_put(session, m->has, m->to));
	if (leaves)
		CQ_TRY(cq__collection_ready_to_take(session, m->has, m->from));
	CQ_TRY(move_child(session, m));
	if (arrives)
		cq__collection_put(m->has, m->to, m->child->object);
	if (leaves)
		cq__collection_take(m->has, m->from, m->child->object);
	return CQ_OK;
}

static cq_status carry_out(cq_session *session, const move *m)
{
	if (m->has == NULL)
		return move_child(session, m);
	if (m->has->many)
		return move_many(session, m);
	CQ_TRY(move_one(session, m));
	return move_child(session, m);
}

/* The child that is nobody's afterwards, where that matters. */
static cq__entry *lost_by(cq_session *session, const move *m)
{
	if (!orphans(m->has))
		return NULL;
	if (m->to == NULL)
		return m->from != NULL ? m->child : NULL;
	return m->has->many ? NULL : displaced_by(session, m);
}

static cq_status move_between(cq_session *session, const move *m)
{
	cq__undo *const before = session->journal;
	cq__orphan orphan;
	cq_status status = cq__orphan_begin(session, lost_by(session, m), &orphan);
	if (status == CQ_OK)
		status = carry_out(session, m);
	if (status != CQ_OK)
		cq__journal_undo_to(session, before);
	cq__orphan_end(session, &orphan, status == CQ_OK);
	return status;
}

static cq_status move_to(cq_session *session, const cq__relation *has, const cq__relation *belongs, cq__entry *child, cq__entry *to)
{
	bool known;
	move m = { .has = has, .belongs = belongs, .child = child, .to = to };
	m.from = parent_of(session, child, has != NULL ? has : belongs, belongs, &known);
	return move_between(session, &m);
}

/* ---- associations --------------------------------------------------------------------------------------------------- */

static cq_status associate(cq_session *session, const cq__relation *relation, cq__entry *entry, cq__entry *other)
{
	const cq__relation *const back = relation->back;
	CQ_TRY(cq__collection_ready_to_put(session, relation, entry));
	if (back != NULL)
		CQ_TRY(cq__collection_ready_to_put(session, back, other));
	CQ_TRY(cq__association_note(session, relation, entry, other, true));
	if (!cq__collection_has(relation, entry->object, other->object))
		cq__collection_put(relation, entry, other->object);
	if (back != NULL && !cq__collection_has(back, other->object, entry->object))
		cq__collection_put(back, other, entry->object);
	return CQ_OK;
}

static cq_status dissociate(cq_session *session, const cq__relation *relation, cq__entry *entry, cq__entry *other)
{
	const cq__relation *const back = relation->back;
	CQ_TRY(cq__collection_ready_to_take(session, relation, entry));
	if (back != NULL)
		CQ_TRY(cq__collection_ready_to_take(session, back, other));
	CQ_TRY(cq__association_note(session, relation, entry, other, false));
	cq__collection_take(relation, entry, other->object);
	if (back != NULL)
		cq__collection_take(back, other, entry->object);
	return CQ_OK;
}

/* ---- the three things that can be done ------------------------------------------------------------------------------ */

cq_status cq__relate(cq_session *session, const cq__relation *relation, cq__entry *entry, cq__entry *other)
{
	if (relation->said->kind != CQ_MANY_TO_MANY)
		return move_to(session, relation, relation->back, other, entry);
	bool known;
	if (is_related(session, relation, entry, other, &known))
		return CQ_OK;
	cq__undo *const before = session->journal;
	const cq_status status = associate(session, relation, entry, other);
	if (status != CQ_OK)
		cq__journal_undo_to(session, before);
	return status;
}

cq_status cq__unrelate(cq_session *session, const cq__relation *relation, cq__entry *entry, cq__entry *other)
{
	bool known;
	const bool related = is_related(session, relation, entry, other, &known);
	if (!related && known)
		return CQ_OK;
	if (relation->said->kind != CQ_MANY_TO_MANY)
		return move_between(session,
			&(move){ .has = relation, .belongs = relation->back, .child = other, .from = entry });
	cq__undo *const before = session->journal;
	const cq_status status = dissociate(session, relation, entry, other);
	if (status != CQ_OK)
		cq__journal_undo_to(session, before);
	return status;
}

/* Nothing is to stand in a relation to one child. */
static cq_status clear_one(cq_session *session, const cq__relation *has, cq__entry *entry)
{
	if (cq__member_loaded(has, entry->object)) {
		cq__entry *const child = entry_or_null(session, cq__member_one(has, entry->object)->object);
		if (child != NULL)
			return move_between(session, &(move){ .has = has, .belongs = has->back, .child = child, .from = entry });
		return cq__member_set(session, has, entry, NULL);
	}
	cq__undo *const before = session->journal;
	cq_status status = note_replacement(session, has, entry);
	if (status == CQ_OK)
		status = cq__member_set(session, has, entry, NULL);
	if (status != CQ_OK)
		cq__journal_undo_to(session, before);
	return status;
}

cq_status cq__relate_one(cq_session *session, const cq__relation *relation, cq__entry *entry, cq__entry *other)
{
	if (relation->said->kind == CQ_BELONGS_TO)
		return move_to(session, relation->back, relation, entry, other);
	if (other == NULL)
		return clear_one(session, relation, entry);
	return move_to(session, relation, relation->back, other, entry);
}

/* ---- calls ---------------------------------------------------------------------------------------------------------- */

/* What a call was given, found and checked. */
typedef struct operands {
	const char *call;
	const cq__relation *relation;
	cq__entry *entry, *other;
} operands;

static cq_status refuse_deleted(cq_session *session, const operands *o, const cq__entry *entry)
{
	char text[CQ__ENTRY_TEXT];
	if (entry->state != CQ_DELETED && (entry->flags & CQ__ENTRY_DELETE) == 0)
		return CQ_OK;
	return cq__session_fail(session, CQ_MISUSE, "%s: %s.%s: %s is deleted", o->call, o->relation->own->table->name,
		o->relation->said->name, cq__entry_text(entry, text));
}

static cq_status find_relation(cq_session *session, operands *o, const cq_relation *said, const void *object)
{
	CQ_TRY(cq__entry_need(session, o->call, object, &o->entry));
	if (said == NULL)
		return cq__session_fail(session, CQ_MISUSE, "%s: the relation is NULL", o->call);
	o->relation = cq__model_relation(o->entry->model, said);
	if (o->relation == NULL)
		return cq__session_fail(session, CQ_MISUSE, "%s: %s.%s is no relation of a %s", o->call, said->table->name, said->name,
			o->entry->model->table->object);
	if (session->flushing)
		return cq__session_fail(session, CQ_MISUSE, "%s: %s.%s: what relations hold cannot change inside a flush", o->call,
			said->table->name, said->name);
	return refuse_deleted(session, o, o->entry);
}

/* The other object: one of the session's, or one that comes into it along with the first. */
static cq_status find_other(cq_session *session, operands *o, void *other)
{
	const cq__relation *const relation = o->relation;
	if (other == NULL)
		return cq__session_fail(session, CQ_MISUSE, "%s: %s.%s: the %s is NULL", o->call, relation->own->table->name,
			relation->said->name, relation->target->table->object);
	o->other = cq__entry_of_object(session, other);
	if (o->other == NULL) {
		if ((relation->cascade & CQ_CASCADE_SAVE_UPDATE) == 0)
			return cq__session_fail(session, CQ_MISUSE,
				"%s: the %s is not in the session, and %s.%s does not add it: it has no CASCADE(SAVE_UPDATE)", o->call,
				relation->target->table->object, relation->own->table->name, relation->said->name);
		return cq__object_add(session, relation->target, other, 0, &o->other);
	}
	if (o->other->model != relation->target)
		return cq__session_fail(session, CQ_MISUSE, "%s: %s.%s leads to %s objects, and this is a %s", o->call,
			relation->own->table->name, relation->said->name, relation->target->table->object, o->other->model->table->object);
	return refuse_deleted(session, o, o->other);
}

static cq_status refuse_kind(cq_session *session, const operands *o, bool many)
{
	if (o->relation->many == many)
		return CQ_OK;
	return cq__session_fail(session, CQ_MISUSE, many ? "%s: %s.%s leads to one object: cq_assign sets it"
		: "%s: %s.%s leads to any number of objects: cq_append and cq_remove change it", o->call,
		o->relation->own->table->name, o->relation->said->name);
}

/* All or none. */
static cq_status append(cq_session *session, const char *call, const cq_relation *said, void *object, void *const *others, size_t count)
{
	operands o = { .call = call };
	CQ_TRY(find_relation(session, &o, said, object));
	CQ_TRY(refuse_kind(session, &o, true));
	if (others == NULL && count != 0)
		return cq__session_fail(session, CQ_MISUSE, "%s: objects are counted, and NULL", call);
	cq__undo *const before = session->journal;
	cq_status status = CQ_OK;
	for (size_t i = 0; i < count && status == CQ_OK; i++) {
		status = find_other(session, &o, others[i]);
		if (status == CQ_OK)
			status = cq__relate(session, o.relation, o.entry, o.other);
	}
	if (status != CQ_OK)
		cq__journal_undo_to(session, before);
	return status;
}

cq_status cq_session_append(cq_session *session, const cq_relation *relation, void *object, void *other)
{
	CQ_TRY(cq__session_enter_still(session, "cq_append"));
	return cq__session_leave(session, append(session, "cq_append", relation, object, &other, 1));
}

cq_status cq_session_append_all(cq_session *session, const cq_relation *relation, void *object, void *const *others, size_t count)
{
	CQ_TRY(cq__session_enter_still(session, "cq_append_all"));
	return cq__session_leave(session, append(session, "cq_append_all", relation, object, others, count));
}

static cq_status remove_one(cq_session *session, const cq_relation *said, void *object, void *other)
{
	operands o = { .call = "cq_remove" };
	CQ_TRY(find_relation(session, &o, said, object));
	CQ_TRY(refuse_kind(session, &o, true));
	CQ_TRY(cq__entry_need(session, o.call, other, &o.other));
	CQ_TRY(find_other(session, &o, other));
	bool known;
	char holder[CQ__ENTRY_TEXT], held[CQ__ENTRY_TEXT];
	if (!is_related(session, o.relation, o.entry, o.other, &known) && (known || o.relation->said->kind != CQ_MANY_TO_MANY))
		return cq__session_fail(session, CQ_MISUSE, "cq_remove: %s is not in %s.%s of %s", cq__entry_text(o.other, held),
			o.relation->own->table->name, o.relation->said->name, cq__entry_text(o.entry, holder));
	return cq__unrelate(session, o.relation, o.entry, o.other);
}

cq_status cq_session_remove(cq_session *session, const cq_relation *relation, void *object, void *other)
{
	CQ_TRY(cq__session_enter_still(session, "cq_remove"));
	return cq__session_leave(session, remove_one(session, relation, object, other));
}

static cq_status assign(cq_session *session, const cq_relation *said, void *object, void *other)
{
	operands o = { .call = "cq_assign" };
	CQ_TRY(find_relation(session, &o, said, object));
	CQ_TRY(refuse_kind(session, &o, false));
	cq__undo *const before = session->journal;
	cq_status status = other != NULL ? find_other(session, &o, other) : CQ_OK;
	if (status == CQ_OK)
		status = cq__relate_one(session, o.relation, o.entry, o.other);
	if (status != CQ_OK)
		cq__journal_undo_to(session, before);
	return status;
}

cq_status cq_session_assign(cq_session *session, const cq_relation *relation, void *object, void *other)
{
	CQ_TRY(cq__session_enter_still(session, "cq_assign"));
	return cq__session_leave(session, assign(session, relation, object, other));
}

void cq_relation_not_loaded(const char *what, const char *file, int line)
{
	(void)fprintf(stderr, "%s:%d: %s is not loaded: load it with cq_load or OPTIONS first\n", file, line, what);
	abort();
}
