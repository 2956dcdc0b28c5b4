/* session/explicit.c: cq_load and cq_load_all: one relation of objects that the program names, now.
 * It knows nothing of how relations are read. The macros of cquel/session.h call it.
 */
#include "session/load.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "query/extend.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/flush.h"
#include "session/model.h"
#include "session/read.h"
#include "session/selectin.h"

/* A load under way. */
typedef struct request {
	cq_session *session;
	const cq__relation *relation;
	cq__entry **entries;      /* each once */
	size_t count;
	cq__options options;
	bool bounded;             /* LIMIT or OFFSET is among the clauses */
} request;

static cq_status find_relation(request *q, const cq_relation *said)
{
	cq__model *model;
	CQ_TRY(cq__model_find(q->session, cq__table_base(said->table), &model));
	q->relation = cq__model_relation(model, said);
	if (q->relation == NULL)
		return cq__session_fail(q->session, CQ_MISUSE, "cq_load: %s.%s is no relation of the model", said->table->name, said->name);
	if (said->write_only != 0)
		return cq__session_fail(q->session, CQ_MISUSE,
			"cq_load: %s.%s is write-only: it is never loaded; select what it leads to by a statement", said->table->name, said->name);
	return CQ_OK;
}

static cq_status find_entries(request *q, void *const *objects, size_t count)
{
	q->entries = cq__alloc_array(count, sizeof(cq__entry *));
	if (q->entries == NULL)
		return cq__session_fail(q->session, CQ_NO_MEMORY, NULL);
	cq_status status = CQ_OK;
	for (size_t i = 0; i < count && status == CQ_OK; i++) {
		cq__entry *entry;
		status = cq__entry_need(q->session, "cq_load", objects[i], &entry);
		if (status == CQ_OK && entry->model != q->relation->own)
			status = cq__session_fail(q->session, CQ_MISUSE, "cq_load: %s is a relation of %s, and the object is one of %s",
				q->relation->said->name, q->relation->own->table->name, entry->model->table->name);
		if (status != CQ_OK || (entry->flags & CQ__ENTRY_VISITED) != 0)
			continue;
		entry->flags |= CQ__ENTRY_VISITED;
		q->entries[q->count++] = entry;
	}
	for (size_t i = 0; i < q->count; i++)
		q->entries[i]->flags &= (uint8_t)~CQ__ENTRY_VISITED;
	return status;
}

/* Only a session that does not flush by itself has such: what relates to them has no row to be found by. */
static cq_status refuse_pending(const request *q)
{
	for (size_t i = 0; i < q->count; i++)
		if (q->entries[i]->state == CQ_PENDING)
			return cq__session_fail(q->session, CQ_MISUSE, "cq_load: an object of %s is not written yet; cq_flush comes first",
				q->relation->own->table->name);
	return CQ_OK;
}

static cq_status read_keys(request *q, cq__arena *memory, cq__entry *const *entries, uint32_t count)
{
	const cq__model *const model = q->relation->own;
	cq__match *const match = cq__match_of(memory, model, &model->key);
	const void **const objects = cq__arena_alloc(memory, count * sizeof *objects);
	int64_t *const numbers = cq__arena_alloc(memory, count * sizeof *numbers);
	if (match == NULL || objects == NULL || numbers == NULL)
		return cq__session_fail(q->session, CQ_NO_MEMORY, NULL);
	for (uint32_t i = 0; i < count; i++) {
		objects[i] = entries[i]->object;
		if (match->whole)
			numbers[i] = cq__match_number(&match->parts[0], objects[i]);
	}
	const uint32_t most = cq__keys_at_once(q->session, model->table, &model->key);
	for (uint32_t first = 0; first < count; first += most) {
		const uint32_t left = count - first;
		cq_statement statement;
		cq_statement_init(&statement, NULL);
		cq_push_ref(&statement, CQ_OP_SELECT_ALL, 0, model->table);
		cq_push_ref(&statement, CQ_OP_FROM, 0, model->table);
		const bool pushed = cq__push_keys(&statement, memory, model->table, &model->key, match, objects + first, numbers + first,
			left < most ? left : most);
		cq_push(&statement, CQ_OP_WHERE, 1);
		cq_push(&statement, CQ_OP_STATEMENT, 3);
		if (!pushed || statement.failure != CQ_OK) {
			cq_statement_release(&statement);
			return cq__session_fail(q->session, CQ_NO_MEMORY, NULL);
		}
		cq__entry **read;
		size_t found;
		CQ_TRY(cq__session_read(q->session, &statement, q->relation->own, 0, &read, &found));
		cq__free(read);
	}
	return CQ_OK;
}

/* A foreign key of an object that is out of date is not to be trusted: its row is read first, those of all of them together. */
static cq_status read_expired(request *q)
{
	cq__arena *const memory = cq__arena_create(CQ__ARENA_SMALL);
	cq__entry **const expired = memory != NULL ? cq__arena_alloc(memory, (q->count + 1) * sizeof(cq__entry *)) : NULL;
	uint32_t count = 0;
	cq_status status = expired != NULL ? CQ_OK : cq__session_fail(q->session, CQ_NO_MEMORY, NULL);
	for (size_t i = 0; status == CQ_OK && i < q->count; i++)
		if ((q->entries[i]->flags & CQ__ENTRY_EXPIRED) != 0)
			expired[count++] = q->entries[i];
	if (count != 0)
		status = read_keys(q, memory, expired, count);
	for (uint32_t i = 0; status == CQ_OK && i < count; i++)
		if ((expired[i]->flags & CQ__ENTRY_EXPIRED) != 0)
			status = cq__session_fail(q->session, CQ_NO_ROW, "cq_load: the row of an object of %s is gone",
				q->relation->own->table->name);
	cq__arena_destroy(memory);
	return status;
}

/* The clauses without OPTIONS: NULL when none are left. */
static cq_status take_options(request *q, cq_statement *options, const cq_statement **clauses)
{
	*clauses = NULL;
	if (options == NULL)
		return CQ_OK;
	if (options->failure != CQ_OK)
		return cq__session_fail(q->session, (cq_status)options->failure, NULL);
	CQ_TRY(cq__options_take(q->session, options, q->relation->target, NULL, &q->options));
	if (cq__count_pieces(options) != 0)
		*clauses = options;
	q->bounded = cq__clauses_have(options, CQ__RANK_LIMIT) || cq__clauses_have(options, CQ__RANK_OFFSET);
	if (q->bounded && q->count > 1)
		return cq__session_fail(q->session, CQ_MISUSE, "cq_load: LIMIT and OFFSET count the rows of all objects together; load for one at a time");
	return CQ_OK;
}

static cq_status load(request *q, cq_statement *options)
{
	const cq_statement *clauses;
	q->options.with_deleted = q->session->options.with_deleted;
	CQ_TRY(take_options(q, options, &clauses));
	CQ_TRY(cq__options_add_defaults(q->session, &q->options, q->relation->target));
	CQ_TRY(cq__autoflush(q->session));
	CQ_TRY(refuse_pending(q));
	CQ_TRY(read_expired(q));
	const cq__load first = { .relation = q->relation, .how = CQ_LOAD_SELECTIN, .clauses = clauses, .inner = q->options.loads };
	return cq__load_all(q->session, &first, q->entries, q->count, &q->options, true);
}

cq_status cq_session_load(cq_session *session, const cq_relation *relation, void *const *objects, size_t count, cq_statement *options)
{
	cq_status status = options != NULL ? cq__session_enter_at(session, "cq_load", options) : cq__session_enter(session, "cq_load");
	if (status != CQ_OK)
		return status;
	request q = { .session = session };
	if (relation == NULL || (objects == NULL && count != 0))
		status = cq__session_fail(session, CQ_MISUSE, "cq_load: relation or objects are NULL");
	if (status == CQ_OK)
		status = find_relation(&q, relation);
	if (status == CQ_OK && count != 0)
		status = find_entries(&q, objects, count);
	if (status == CQ_OK && count != 0)
		status = load(&q, options);
	cq__free(q.entries);
	cq__options_release(&q.options);
	if (options != NULL)
		cq_statement_release(options);
	return cq__session_leave(session, status);
}
