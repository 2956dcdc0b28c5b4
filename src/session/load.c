/* session/load.c: the relations of many objects, level by level, and what they lead to.
 * It knows nothing of how a statement of a relation is written or its rows wired up: selectin.c does. Statements on a session, cq_load
 * and cascades call it.
 */
#include "session/load.h"

#include "session/collection.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/selectin.h"

/* Objects of one model, and what is to be loaded for them. */
typedef struct group {
	struct group *next;
	const cq__load *loads;
	cq__entry *const *entries;
	size_t count;
	bool anew;
} group;

/* All of a level, and the groups of the next one. */
typedef struct loading {
	cq_session *session;
	cq__arena *memory;
	cq__options *options;
	cq__selectin *relations;
	group *next;
} loading;

/* ---- running ------------------------------------------------------------------------------------------------------------ */

static cq__fetch *first_fetch(cq__selectin *relation)
{
	while (relation != NULL && relation->fetches == NULL)
		relation = relation->next;
	return relation != NULL ? relation->fetches : NULL;
}

static cq__fetch *next_fetch(const cq__fetch *fetch)
{
	return fetch->next != NULL ? fetch->next : first_fetch(fetch->of->next);
}

/* Submitted together they take one journey to a server; within the process that would only be a detour by its thread. */
static bool together(const loading *l)
{
	const cq__fetch *const first = first_fetch(l->relations);
	return first != NULL && next_fetch(first) != NULL && strcmp(l->session->engine->driver->name, "sqlite") != 0;
}

static cq_status run_together(loading *l)
{
	cq_connection *const db = l->session->db;
	cq_status status = CQ_OK;
	for (cq__fetch *fetch = first_fetch(l->relations); fetch != NULL && status == CQ_OK; fetch = next_fetch(fetch))
		status = cq_run_submit_all(db, &fetch->statement, &fetch->target, &fetch->rows, &fetch->operation);
	if (status != CQ_OK)
		status = cq__session_db_failed(l->session, status);
	for (cq__fetch *fetch = first_fetch(l->relations); fetch != NULL && status == CQ_OK; fetch = next_fetch(fetch))
		if ((status = cq_await(fetch->operation)) != CQ_OK)
			status = cq__session_db_failed(l->session, status);
	for (cq__fetch *fetch = first_fetch(l->relations); fetch != NULL; fetch = next_fetch(fetch))
		cq_operation_release(&fetch->operation);
	return status;
}

static cq_status run_in_turn(loading *l)
{
	for (cq__fetch *fetch = first_fetch(l->relations); fetch != NULL; fetch = next_fetch(fetch)) {
		const cq_status status = cq_run_all(l->session->db, &fetch->statement, &fetch->target, &fetch->rows);
		if (status != CQ_OK)
			return cq__session_db_failed(l->session, status);
	}
	return CQ_OK;
}

static cq_status run(loading *l)
{
	if (first_fetch(l->relations) == NULL)
		return CQ_OK;
	CQ_TRY(cq__session_begin_reading(l->session));
	return together(l) ? run_together(l) : run_in_turn(l);
}

/* ---- levels ------------------------------------------------------------------------------------------------------------- */

static bool is_wanted(const cq__load *load)
{
	return (load->how == CQ_LOAD_SELECTIN || load->how == CQ_LOAD_JOINED) && load->relation->said->write_only == 0;
}

static cq_status prepare(loading *l, const group *g)
{
	cq__selectin **last = &l->relations;
	while (*last != NULL)
		last = &(*last)->next;
	for (const cq__load *load = g->loads; load != NULL; load = load->next) {
		/* A row list has objects of several models. */
		if (!is_wanted(load) || load->relation->own != g->entries[0]->model)
			continue;
		cq__selectin *relation;
		/* What came by a join is new already; left are objects that no row stood for. */
		const bool anew = g->anew && load->alias == NULL;
		const cq_status status = cq__selectin_prepare(l->session, l->memory, load, g->entries, g->count, l->options, anew,
			&relation);
		/* Also what failed: its statements are to be released. */
		*last = relation;
		if (status != CQ_OK)
			return status;
		last = &relation->next;
	}
	return CQ_OK;
}

/* The entries that a relation of these leads to, each once. */
static size_t reach(cq_session *session, const cq__relation *relation, const group *g, cq__entry **out)
{
	size_t count = 0;
	for (size_t i = 0; i < g->count; i++) {
		void *one[1], *const *items;
		const uint32_t held = cq__member_items(relation, g->entries[i]->object, one, &items);
		for (uint32_t k = 0; k < held; k++) {
			cq__entry *const entry = cq__entry_of_object(session, items[k]);
			if (entry == NULL || (entry->flags & CQ__ENTRY_VISITED) != 0)
				continue;
			entry->flags |= CQ__ENTRY_VISITED;
			out[count++] = entry;
		}
	}
	for (size_t i = 0; i < count; i++)
		out[i]->flags &= (uint8_t)~CQ__ENTRY_VISITED;
	return count;
}

static size_t count_held(const cq__relation *relation, const group *g)
{
	size_t count = 0;
	for (size_t i = 0; i < g->count; i++) {
		void *one[1], *const *items;
		count += cq__member_items(relation, g->entries[i]->object, one, &items);
	}
	return count;
}

static cq_status descend(loading *l, const group *g)
{
	for (const cq__load *load = g->loads; load != NULL; load = load->next) {
		const bool leads_on = load->inner != NULL && load->how != CQ_LOAD_NOTHING && load->relation->own == g->entries[0]->model;
		const size_t most = leads_on ? count_held(load->relation, g) : 0;
		if (most == 0)
			continue;
		cq__entry **const entries = cq__arena_alloc(l->memory, most * sizeof *entries);
		group *const inner = cq__arena_zalloc(l->memory, sizeof *inner);
		if (entries == NULL || inner == NULL)
			return cq__session_fail(l->session, CQ_NO_MEMORY, NULL);
		*inner = (group){ .next = l->next, .loads = load->inner, .entries = entries, .anew = l->options->populate_existing };
		inner->count = reach(l->session, load->relation, g, entries);
		/* What was taken out of the session is held yet, and led on from no more. */
		if (inner->count != 0)
			l->next = inner;
	}
	return CQ_OK;
}

/* One level: all statements, then all members. */
static cq_status load_level(loading *l, const group *groups)
{
	cq_status status = CQ_OK;
	l->relations = NULL;
	l->next = NULL;
	for (const group *g = groups; g != NULL && status == CQ_OK; g = g->next)
		status = prepare(l, g);
	if (status == CQ_OK)
		status = run(l);
	for (cq__selectin *relation = l->relations; relation != NULL; relation = relation->next) {
		for (cq__fetch *fetch = relation->fetches; fetch != NULL; fetch = fetch->next) {
			cq_statement_release(&fetch->statement);
			if (status != CQ_OK)
				cq_free_memory(&fetch->rows, sizeof fetch->rows);
		}
		if (status == CQ_OK)
			status = cq__selectin_finish(l->session, relation);
	}
	for (const group *g = groups; g != NULL && status == CQ_OK; g = g->next)
		status = descend(l, g);
	return status;
}

cq_status cq__load_all(cq_session *session, const cq__load *loads, cq__entry *const *entries, size_t count,
	cq__options *options, bool anew)
{
	if (loads == NULL || count == 0)
		return CQ_OK;
	loading l = { .session = session, .options = options, .memory = cq__arena_create(CQ__ARENA_SMALL) };
	if (l.memory == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	cq_status status = cq__options_note(session, options, entries, count);
	group first = { .loads = loads, .entries = entries, .count = count, .anew = anew };
	if (status == CQ_OK)
		status = load_level(&l, &first);
	while (status == CQ_OK && l.next != NULL)
		status = load_level(&l, l.next);
	cq__arena_destroy(l.memory);
	return status;
}

cq_status cq__load_relation(cq_session *session, const cq__relation *relation, cq__entry *const *entries, size_t count,
	const cq_statement *clauses)
{
	const cq__load load = { .relation = relation, .clauses = clauses, .how = CQ_LOAD_SELECTIN };
	cq__options options = { .with_deleted = session->options.with_deleted };
	return cq__load_all(session, &load, entries, count, &options, true);
}
