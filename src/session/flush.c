/* session/flush.c: a flush from its beginning to its end: nothing of the session changes before all is written, and then all does.
 * It knows nothing of what is written in which order. cq_flush, cq_commit and whoever must see what is pending call it.
 */
#include "session/flush.h"

#include "exec/run.h"
#include "session/cascade.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/hook.h"
#include "session/identity.h"
#include "session/journal.h"
#include "session/level.h"
#include "session/link.h"
#include "session/snapshot.h"
#include "session/soft_delete.h"
#include "session/work.h"

/* How a flush stands in its transaction. */
typedef struct flush_state {
	cq__work work;
	cq__mark mark;
	bool began;     /* the transaction was there before */
	bool sends;     /* something may have been written */
	bool written;   /* all was */
	uint32_t level; /* of the savepoint; 0: there is none */
} flush_state;

/* ---- the transaction ------------------------------------------------------------------------------------------------------------------ */

/* A failed statement is undone alone, and the transaction goes on. */
static bool goes_on(const cq_session *session)
{
	return !session->engine->dialect->begin.remote;
}

static cq_status begin(flush_state *flush)
{
	cq_session *const session = flush->work.session;
	CQ_TRY(cq__session_begin_writing(session));
	flush->sends = true;
	/* What one statement for one row has not written needs no savepoint to be undone. */
	if (!flush->began || !goes_on(session) || (flush->work.items_count < 2 && session->sweeps == NULL))
		return CQ_OK;
	const cq_status status = cq__level_begin(session->db, NULL, &flush->level);
	(void)cq__connection_leave(session->db, status);
	return status == CQ_OK ? CQ_OK : cq__session_db_failed(session, status);
}

static cq_status release(flush_state *flush)
{
	cq_session *const session = flush->work.session;
	if (flush->level == 0)
		return CQ_OK;
	const cq_status status = cq__level_commit(session->db, flush->level);
	(void)cq__connection_leave(session->db, status);
	if (status != CQ_OK)
		return cq__session_db_failed(session, status);
	flush->level = 0;
	return CQ_OK;
}

/* Whether rows of this flush may stand in a transaction that would take more. */
static bool leaves_rows(const flush_state *flush, cq_status status)
{
	const cq_session *const session = flush->work.session;
	if (!flush->sends || !flush->began || flush->level != 0)
		return false;
	/* What the database itself has refused, and what it has not found, is not written. What is not understood of its answer is. */
	if (goes_on(session))
		return flush->written || status == CQ_NO_MEMORY || (status != CQ_STALE && cq__error_get(&session->working)->native == 0);
	return *cq__error_get(&session->working)->sqlstate == '\0';
}

/* The handle's level that a rollback of the session's innermost one ends. */
static uint32_t innermost(const cq_session *session)
{
	return session->levels != NULL ? session->levels->db_level : session->db_level;
}

static cq_status fail(flush_state *flush, cq_status status)
{
	cq_session *const session = flush->work.session;
	const uint32_t level = flush->level != 0 ? flush->level : leaves_rows(flush, status) ? innermost(session) : 0;
	cq__journal_undo_to(session, flush->mark);
	if (flush->level != 0)
		cq__level_undo(session->db, level);
	/* A savepoint takes the rows back when the program rolls back to it. */
	else if (level == 1)
		cq__levels_lose(session->db, &session->working);
	/* Rows that are still there would be written again. */
	if (level != 0 && cq__levels_open(session->db) >= level)
		session->unclean = true;
	cq__session_unbegin(session, flush->began);
	return status;
}

/* ---- rows become the objects' --------------------------------------------------------------------------------------------------------- */

/* Whether an item is an object's own write, not one for the sake of another. */
static bool is_own(const cq__work_item *item)
{
	return item->entry != NULL && item->of == CQ__NO_ITEM;
}

static bool changes_key(const cq__work_item *item)
{
	if (item->write != CQ__WRITE_UPDATE)
		return false;
	for (uint32_t i = 0; i < item->model->key.count; i++)
		if (cq__column_in(item->columns, item->model->key.indexes[i]))
			return true;
	return false;
}

/* Keys that are given up, before others take them. */
static cq_status give_up(cq_session *session, const cq__work_item *item)
{
	if (item->write == CQ__WRITE_DELETE) {
		CQ_TRY(cq__journal_entry(session, item->entry));
		CQ_TRY(cq__journal_snapshot(session, item->entry, false));
		cq__key_take(session, item->entry);
		cq__entry_set_state(session, item->entry, CQ_DELETED);
	} else if (changes_key(item)) {
		CQ_TRY(cq__journal_snapshot(session, item->entry, true));
		cq__key_take(session, item->entry);
	}
	return CQ_OK;
}

static cq_status take_inserted(cq_session *session, const cq__work_item *item)
{
	cq__entry *const entry = item->entry;
	if (entry->snapshot == NULL) {
		CQ_TRY(cq__journal_inserted(session, entry, item->row));
	} else {
		/* It was detached, and is known. */
		CQ_TRY(cq__journal_entry(session, entry));
		CQ_TRY(cq__journal_snapshot(session, entry, true));
		memcpy(entry->object, item->row, item->model->columns_end);
	}
	CQ_TRY(cq__snapshot_adopt(session, entry, item->row));
	cq__entry_set_state(session, entry, CQ_PERSISTENT);
	cq__key_fetch(session, entry);
	return CQ_OK;
}

static cq_status take_updated(cq_session *session, const cq__work_item *item)
{
	cq__entry *const entry = item->entry;
	if (entry->links != NULL)
		CQ_TRY(cq__journal_entry(session, entry));
	if (!changes_key(item))
		CQ_TRY(cq__journal_snapshot(session, entry, true));
	memcpy(entry->object, item->row, item->model->columns_end);
	return cq__snapshot_take(session, entry);
}

/* Items whose slots in the map of keys are fetched while the rows of all of them become their objects'. */
enum { SETTLED_TOGETHER = 32 };

static cq_status take_over(cq_session *session, const cq__work_item *items, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		if (is_own(&items[i]) && items[i].write == CQ__WRITE_INSERT)
			CQ_TRY(take_inserted(session, &items[i]));
		else if (is_own(&items[i]) && items[i].write == CQ__WRITE_UPDATE)
			CQ_TRY(take_updated(session, &items[i]));
	}
	for (uint32_t i = 0; i < count; i++)
		if (is_own(&items[i]) && (items[i].write == CQ__WRITE_INSERT || changes_key(&items[i])))
			CQ_TRY(cq__key_put_over(session, items[i].entry));
	return CQ_OK;
}

static cq_status settle(flush_state *flush)
{
	const cq__work *const work = &flush->work;
	cq_session *const session = work->session;
	CQ_TRY(cq__journal_associations(session));
	CQ_TRY(cq__key_reserve(session, work->inserts));
	for (uint32_t i = 0; work->inserts != work->items_count && i < work->items_count; i++)
		if (is_own(&work->items[i]))
			CQ_TRY(give_up(session, &work->items[i]));
	for (uint32_t i = 0; i < work->items_count; i += SETTLED_TOGETHER) {
		const uint32_t left = work->items_count - i;
		CQ_TRY(take_over(session, &work->items[i], left < SETTLED_TOGETHER ? left : SETTLED_TOGETHER));
	}
	return CQ_OK;
}

/* Links whose update turned out to be none, for the row says it already: the structs say it, too. */
static void obey_links(const cq__work *work)
{
	cq_session *const session = work->session;
	for (uint32_t i = 0; session->links_noted != 0 && i < session->entry_count; i++) {
		cq__entry *const entry = cq__entry_at(session, i);
		if (entry->state == CQ_PERSISTENT && entry->links != NULL && (entry->flags & CQ__ENTRY_DELETE) == 0 &&
			cq__work_item_of(work, entry) == NULL)
			cq__snapshot_restore(entry);
	}
}

/* Nothing fails from here on. */
static void end(flush_state *flush)
{
	const cq__work *const work = &flush->work;
	cq_session *const session = work->session;
	if (session->delete_count != 0)
		cq__cascade_deleted(session);
	for (uint32_t i = 0; session->delete_count != 0 && i < work->items_count; i++)
		if (is_own(&work->items[i]) && work->items[i].write == CQ__WRITE_DELETE)
			cq__entry_clear_flags(session, work->items[i].entry, CQ__ENTRY_DELETE | CQ__ENTRY_ORPHAN);
	obey_links(work);
	cq__links_clear(session);
	cq__work_keep_rows(work);
}

static void run_hooks(const cq__work *work)
{
	static const cq_event events[] = { [CQ__WRITE_INSERT] = CQ_AFTER_INSERT, [CQ__WRITE_UPDATE] = CQ_AFTER_UPDATE,
		[CQ__WRITE_DELETE] = CQ_AFTER_DELETE };
	for (uint32_t i = 0; i < work->items_count; i++) {
		const cq__work_item *const item = &work->items[i];
		if (is_own(item))
			(void)!cq__hooks_run(work->session, events[item->write], item->model, item->entry->object);
	}
}

/* ---- all of it -------------------------------------------------------------------------------------------------------------------------- */

static cq_status prepare(flush_state *flush)
{
	cq_session *const session = flush->work.session;
	/* Those of a flush that has failed are not sent by another one. */
	session->sweeps = NULL;
	if (session->replacements != NULL)
		CQ_TRY(cq__cascade_replaced(session));
	if (session->delete_count != 0)
		CQ_TRY(cq__soft_delete_collect(session));
	if (session->delete_count != 0)
		CQ_TRY(cq__cascade_deletes(session));
	CQ_TRY(cq__work_collect(&flush->work));
	return flush->work.items_count != 0 ? cq__order(&flush->work) : CQ_OK;
}

static cq_status write_all(flush_state *flush)
{
	cq_session *const session = flush->work.session;
	CQ_TRY(begin(flush));
	if (session->delete_count != 0)
		CQ_TRY(cq__cascade_write(session));
	CQ_TRY(cq__write_batches(&flush->work));
	flush->written = true;
	CQ_TRY(settle(flush));
	return release(flush);
}

static cq_status flush_all(cq_session *session)
{
	flush_state flush = { .work = { .session = session }, .mark = cq__journal_mark(session), .began = session->began };
	cq_status status = prepare(&flush);
	const bool any = flush.work.items_count != 0;
	if (status == CQ_OK && any)
		status = write_all(&flush);
	if (status != CQ_OK)
		(void)fail(&flush, status);
	else
		end(&flush);
	if (status == CQ_OK && any && session->options.hook_count != 0)
		run_hooks(&flush.work);
	cq__work_release(&flush.work);
	return status;
}

cq_status cq__flush(cq_session *session)
{
	if (session->flushing)
		return CQ_OK;
	session->flushing = true;
	const cq_status status = flush_all(session);
	session->flushing = false;
	return status;
}

cq_status cq__autoflush(cq_session *session)
{
	const cq_status status = session->options.no_autoflush ? CQ_OK : cq__flush(session);
	if (status != CQ_OK)
		cq__error_append(&session->working, " (in the flush that comes before %s; where that is too early, set no_autoflush)", session->busy_call);
	return status;
}

cq_status cq_flush(cq_session *session)
{
	CQ_TRY(cq__session_enter(session, "cq_flush"));
	return cq__session_leave(session, cq__flush(session));
}
