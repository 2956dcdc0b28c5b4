/* exec/operation.c: operations: submitted, completed, awaited, cancelled, released.
 * It knows nothing of event loops and never calls a callback: loop.c does.
 * Programs call it through the cq_submit macros and directly.
 */
#include "exec/operation.h"

#include "exec/await.h"
#include "exec/binding.h"
#include "exec/request.h"
#include "exec/run.h"
#include "exec/site.h"

/* ---- completing --------------------------------------------------------------------------------------------------- */

static cq_status deliver(cq_operation *operation)
{
	cq__request *const request = &operation->request;
	if (request->status != CQ_OK) {
		cq__arena_destroy(request->arena);
		return request->status;
	}
	switch (operation->form) {
	case CQ__FORM_ALL:
		cq__deliver_rows(request, operation->out);
		return CQ_OK;
	case CQ__FORM_ONE:
		return cq__deliver_one(request, operation->want, operation->out, &operation->error);
	case CQ__FORM_SCALAR:
		return cq__deliver_scalar(request, &operation->target, operation->want, operation->out, &operation->error);
	default:
		if (operation->out != NULL)
			*(int64_t *)operation->out = request->changes;
		return CQ_OK;
	}
}

/* A task that waits for it. */
typedef struct operation_wait {
	cq__waiter waiter;
	struct operation_wait *next;
} operation_wait;

/* The deadline stopped it by way of a cancellation; the program is told of the deadline. */
static void explain_timeout(cq_operation *operation)
{
	if (!operation->timed_out || operation->request.status != CQ_CANCELLED)
		return;
	cq__error_release(&operation->error);
	operation->request.status = cq__error_set(&operation->error, CQ_TIMEOUT, NULL);
}

/* Whatever the request gave is nobody's. */
static void discard(cq_operation *operation)
{
	cq__arena_destroy(operation->request.arena);
	operation->request.arena = NULL;
}

static void settle(cq_operation *operation, cq_status status)
{
	cq__loop *const loop = operation->db->engine->loop;
	if (cq__timer_is_set(&operation->timer))
		cq__timer_stop(loop, &operation->timer);
	/* Whoever drives until it is done does not sleep over it. */
	cq__loop_stir(loop);
	operation->request.arena = NULL;
	operation->status = status;
	operation->done = true;
	if (status != CQ_OK) {
		if (!cq__error_is_set(&operation->error))
			cq__error_set(&operation->error, status, NULL);
		cq__error_place(&operation->error, operation->site, operation->compiled);
	}
	cq__compiled_release(operation->compiled);
	operation->compiled = NULL;
	operation->request.text = NULL;
	operation->request.plan = NULL;
	for (operation_wait *wait = operation->waits; wait != NULL; wait = wait->next)
		cq__waiter_wake(loop, &wait->waiter);
}

/* What a failure says of the transaction that it was in, and of the server. */
static void judge_failure(cq_operation *operation)
{
	cq_connection *const db = operation->db;
	cq__connection_check_loss(db, &operation->error);
	if (db->member != NULL)
		cq__member_doubt(db->member, operation->status, db->levels != 0 && db->reading);
}

/* The request is done: writes the outputs, and puts the callback on the engine's list. */
static void complete_operation(cq_operation *operation)
{
	cq_connection *const db = operation->db;
	cq_engine *const engine = db->engine;
	if (operation->done)
		return;
	if (db->timing)
		cq__echo(engine, operation->site, operation->compiled, &operation->request, operation->request.values);
	cq__site_count(db, operation->site, &operation->request);
	explain_timeout(operation);
	if (operation->unwanted) {
		discard(operation);
		settle(operation, operation->request.status != CQ_OK ? operation->request.status : CQ_CANCELLED);
	} else {
		settle(operation, deliver(operation));
	}
	if (__builtin_expect(operation->status != CQ_OK, 0))
		judge_failure(operation);
	db->pending--;
	if (operation->callback != NULL) {
		cq__list_push_back(&engine->ready, &operation->ready);
		cq__engine_owe(engine);
	} else {
		engine->pending--;
	}
}

static void completed(cq__request *request)
{
	complete_operation(request->owner);
}

/* Its deadline passed before it was done. The driver itself only looks at what it carries out. */
static void be_late(cq__timer *timer)
{
	cq_operation *const operation = timer->user;
	operation->timed_out = true;
	operation->db->driver->cancel(operation->db->driven, &operation->request);
}

/* ---- submitting --------------------------------------------------------------------------------------------------- */

/* What an operation is asked for. */
typedef struct operation_order {
	const cq_target *target;
	cq__form form;
	cq_want want;
	cq__sink sink;
	size_t limit;
	void *out;
} operation_order;

/* Memory for one operation: that of one that was released, as long as there is such. */
static cq__arena *take_arena(cq_connection *db)
{
	return db->spare_count != 0 ? db->spare[--db->spare_count] : cq__arena_create(CQ__ARENA_SMALL);
}

static void give_arena(cq_connection *db, cq__arena *arena)
{
	if (db == NULL || db->spare_count == CQ__MOST_SPARE || cq__arena_bytes(arena) > 2 * CQ__ARENA_SMALL) {
		cq__arena_destroy(arena);
		return;
	}
	cq__arena_reset(arena);
	db->spare[db->spare_count++] = arena;
}

static cq_status make(cq_connection *db, const cq_statement *statement, const operation_order *order, cq_operation **out)
{
	cq__arena *const arena = take_arena(db);
	cq_operation *const operation = arena != NULL ? cq__arena_alloc(arena, sizeof *operation) : NULL;
	if (operation == NULL) {
		cq__arena_destroy(arena);
		return cq__error_set(&db->working, CQ_NO_MEMORY, NULL);
	}
	/* The request comes first, and is filled when it is made. */
	cq__request *const request = &operation->request;
	cq__clear(request + 1, sizeof *operation - sizeof *request);
	cq_status status = cq__request_fill(db, statement, order->target, request, &operation->compiled, &db->working);
	if (status == CQ_OK && operation->compiled->rows)
		status = cq__error_set(&db->working, CQ_UNSUPPORTED,
			"INSERT_INTO(table, VALUES(...)) is several statements in a transaction; run it with cq_execute");
	if (status == CQ_OK && (request->values = cq__values_copy(arena, operation->compiled, request->values)) == NULL)
		status = cq__error_set(&db->working, CQ_NO_MEMORY, NULL);
	if (status != CQ_OK) {
		cq__arena_destroy(arena);
		return status;
	}
	operation->arena = arena;
	operation->db = db;
	operation->site = statement->site;
	operation->form = order->form;
	operation->want = order->want;
	operation->out = order->out;
	if (order->target != NULL)
		operation->target = *order->target;
	request->sink = order->sink;
	request->row_limit = operation->compiled->one_at_most ? 1 : order->limit;
	request->error = &operation->error;
	request->completed = completed;
	request->owner = operation;
	operation->compiled->references++;
	*out = operation;
	return CQ_OK;
}

/* A task that waits inside of the handle may need its record as it is. */
__attribute__((noinline)) static cq_status make_beside(cq_connection *db, const cq_statement *statement,
	const operation_order *order, cq_operation **out)
{
	cq__error kept = { 0 };
	(void)cq__error_move(&kept, &db->working);
	const cq_status status = cq__connection_leave(db, make(db, statement, order, out));
	(void)cq__error_move(&db->working, &kept);
	return status;
}

static cq_status submit(cq_connection *db, cq_statement *statement, const operation_order *order, cq_operation **out)
{
	if (out != NULL)
		*out = NULL;
	/* Submitting waits for nothing, so callbacks may do it. */
	const bool complete = out != NULL && statement != NULL
		&& (order->form == CQ__FORM_EXECUTE || (order->target != NULL && order->out != NULL));
	cq_status status = cq__connection_enter_submit(db, "cq_submit", complete);
	if (status == CQ_OK)
		status = cq__statement_route(&db, statement, "cq_submit", false);
	if (status != CQ_OK)
		return cq__statement_refuse(db, statement, status);
	status = __builtin_expect(db->taken, 0) ? make_beside(db, statement, order, out) :
		cq__connection_leave(db, make(db, statement, order, out));
	cq_statement_release(statement);
	if (status != CQ_OK)
		return status;
	cq__list_push_back(&db->operations, &(*out)->link);
	db->pending++;
	db->engine->pending++;
	db->driver->submit(db->driven, &(*out)->request);
	if ((*out)->request.deadline_ns != 0 && !(*out)->done) {
		(*out)->timer = (cq__timer){ .fire = be_late, .user = *out };
		cq__timer_set(db->engine->loop, &(*out)->timer, (cq__deadline)(*out)->request.deadline_ns);
	}
	return CQ_OK;
}

cq_status cq_run_submit_all(cq_connection *db, cq_statement *statement, const cq_target *target, void *out_rows,
	cq_operation **out)
{
	if (out_rows != NULL)
		*(cq_any_rows *)out_rows = (cq_any_rows){ 0 };
	return submit(db, statement, &(operation_order){ target, CQ__FORM_ALL, CQ_WANT_FIRST, CQ__SINK_ARRAY, 0, out_rows }, out);
}

cq_status cq_run_submit_one(cq_connection *db, cq_statement *statement, const cq_target *target, cq_want want,
	void *row, cq_operation **out)
{
	if (row != NULL)
		*(void **)row = NULL;
	return submit(db, statement, &(operation_order){ target, CQ__FORM_ONE, want, CQ__SINK_FIRST, cq__want_limit(want), row }, out);
}

cq_status cq_run_submit_scalar(cq_connection *db, cq_statement *statement, const cq_target *target, cq_want want,
	void *value, cq_operation **out)
{
	if (value != NULL && target != NULL)
		memset(value, 0, target->size);
	return submit(db, statement, &(operation_order){ target, CQ__FORM_SCALAR, want, CQ__SINK_FIRST, cq__want_limit(want), value },
		out);
}

cq_status cq_run_submit_execute(cq_connection *db, int64_t *changes, cq_statement *statement, cq_operation **out)
{
	if (changes != NULL)
		*changes = 0;
	return submit(db, statement, &(operation_order){ NULL, CQ__FORM_EXECUTE, CQ_WANT_FIRST, CQ__SINK_NONE, 0, changes }, out);
}

/* ---- awaiting ----------------------------------------------------------------------------------------------------- */

/* Whether the caller may look at the operation at all. */
static bool entered(const cq_operation *operation)
{
	return operation != NULL && (operation->db == NULL || cq__engine_entered(operation->db->engine));
}

/* Whoever waits keeps the operation: callbacks run meanwhile, and may let go of it. */
static void hold(cq_operation *operation)
{
	operation->waiters++;
	operation->heeded = true;
}

/* Ends a wait. The outcome becomes what cq_last_error shows. */
static cq_status let_go(cq_operation *operation, cq_status status)
{
	if (__builtin_expect(status != CQ_OK, 0) && operation->db != NULL && operation->done) {
		cq__error_copy(&operation->db->error, &operation->error);
		cq__connection_tell_main(operation->db);
	}
	if (--operation->waiters == 0 && operation->released) {
		cq__error_clear(&operation->error);
		give_arena(NULL, operation->arena);
	}
	return status;
}

/* In a task: until it is done, or the time or the task is over. */
static cq_status suspend(cq_operation *operation, cq__deadline until, bool shielded)
{
	operation_wait wait = { .next = operation->waits };
	operation->waits = &wait;
	const cq_status status = cq__waiter_wait(operation->db->engine->loop, &wait.waiter, until, shielded, NULL);
	operation_wait **at = &operation->waits;
	while (*at != &wait)
		at = &(*at)->next;
	*at = wait.next;
	return status;
}

static cq_status await_in_task(cq_operation *operation, cq__deadline until)
{
	const cq_status status = suspend(operation, until, false);
	if (operation->done)
		return operation->status;
	cq__error told = { 0 };
	cq__error_set(&told, status, NULL);
	(void)cq__error_move(&operation->db->error, &told);
	cq__connection_tell_main(operation->db);
	return status;
}

/* Whoever has a task inside of the handle may wait for its operations all the same. */
static cq_status enter_await(const cq_operation *operation, const char *call)
{
	return operation->db->engine->in_callback ? cq__connection_refuse(operation->db, call) : CQ_OK;
}

/* What it waits for is held by the caller. */
static cq_status await(cq_operation *operation)
{
	if (operation->done)
		return operation->status;
	cq_connection *const db = operation->db;
	CQ_TRY(enter_await(operation, "cq_await"));
	if (cq__may_be_in_task(db) && cq__inside_task(db->engine->loop))
		return await_in_task(operation, 0);
	/* Others' callbacks and tasks are not to wait for this one. */
	while (!operation->done && (db->engine->callbacks != 0 || cq__may_be_in_task(db)))
		CQ_TRY(cq_engine_drive(db->engine, -1));
	if (!operation->done) {
		db->driver->wait(db->driven, &operation->request);
		complete_operation(operation);
		/* What finished with it is completed in one go. */
		if (db->pending != 0)
			db->driver->drive(db->driven);
	}
	return operation->status;
}

static cq_status await_until(cq_operation *operation, int64_t timeout_ms)
{
	const cq__deadline until = timeout_ms > 0 ? cq__deadline_after_ms(timeout_ms) : cq__monotonic_ns();
	while (!operation->done) {
		CQ_TRY(enter_await(operation, "cq_await_until"));
		if (cq__may_be_in_task(operation->db) && cq__inside_task(operation->db->engine->loop))
			return await_in_task(operation, until);
		const int left = timeout_ms > 0 ? cq__deadline_poll_ms(until) : 0;
		CQ_TRY(cq_engine_drive(operation->db->engine, left));
		if (!operation->done && left == 0)
			return CQ_TIMEOUT;
	}
	return operation->status;
}

cq_status cq_await(cq_operation *operation)
{
	if (!entered(operation))
		return CQ_MISUSE;
	hold(operation);
	return let_go(operation, await(operation));
}

cq_status cq_await_until(cq_operation *operation, int64_t timeout_ms)
{
	if (!entered(operation))
		return CQ_MISUSE;
	hold(operation);
	return let_go(operation, await_until(operation, timeout_ms));
}

cq_status cq_await_all(size_t count, cq_operation *const *operations)
{
	if (operations == NULL && count != 0)
		return CQ_MISUSE;
	/* Most are of one handle. */
	const cq_connection *known = NULL;
	for (size_t i = 0; i < count; i++) {
		if (operations[i] == NULL || (known != NULL && operations[i]->db == known))
			continue;
		if (!entered(operations[i]))
			return CQ_MISUSE;
		known = operations[i]->db;
	}
	for (size_t i = 0; i < count; i++)
		if (operations[i] != NULL)
			hold(operations[i]);
	/* From the last: whoever carries it out carries out what stands before it in one go. */
	for (size_t i = count; i-- > 0;)
		if (operations[i] != NULL)
			(void)await(operations[i]);
	cq_status first = CQ_OK;
	for (size_t i = 0; i < count; i++) {
		if (operations[i] == NULL)
			continue;
		const cq_status status = await(operations[i]);
		(void)let_go(operations[i], first == CQ_OK ? status : CQ_OK);
		first = first == CQ_OK ? status : first;
	}
	return first;
}

cq_status cq_operation_on_done(cq_operation *operation, cq_operation_callback *callback, void *user)
{
	if (!entered(operation) || operation->db == NULL || callback == NULL || operation->callback != NULL)
		return CQ_MISUSE;
	cq_engine *const engine = operation->db->engine;
	operation->callback = callback;
	operation->user = user;
	operation->heeded = true;
	engine->callbacks++;
	if (operation->done) {
		cq__list_push_back(&engine->ready, &operation->ready);
		engine->pending++;
		cq__engine_owe(engine);
	}
	return CQ_OK;
}

/* ---- looking, stopping, letting go -------------------------------------------------------------------------------- */

bool cq_operation_is_done(const cq_operation *operation)
{
	return entered(operation) && operation->done;
}

cq_status cq_operation_status(const cq_operation *operation)
{
	return entered(operation) ? operation->status : CQ_MISUSE;
}

const cq_error *cq_operation_error(const cq_operation *operation)
{
	static const cq__error none = { 0 };
	return cq__error_get(entered(operation) ? &operation->error : &none);
}

void cq_operation_cancel(cq_operation *operation)
{
	if (entered(operation) && !operation->done)
		operation->db->driver->cancel(operation->db->driven, &operation->request);
}

void cq__called_back(void *user, cq_operation *operation, cq_status status)
{
	(void)user;
	(void)operation;
	(void)status;
}

/* Its callback is not called any more. */
static void drop_callback(cq_operation *operation)
{
	cq_engine *const engine = operation->db->engine;
	if (operation->callback != NULL && operation->callback != cq__called_back)
		engine->callbacks--;
	operation->callback = NULL;
	if (!cq__list_linked(&operation->ready))
		return;
	cq__list_remove(&operation->ready);
	engine->pending--;
}

/* One that is under way is cancelled and waited for, and what it gives is dropped. */
static void stop(cq_operation *operation)
{
	cq_connection *const db = operation->db;
	drop_callback(operation);
	if (operation->done)
		return;
	operation->unwanted = true;
	db->driver->cancel(db->driven, &operation->request);
	if (cq__may_be_in_task(db) && cq__inside_task(db->engine->loop)) {
		while (!operation->done)
			(void)suspend(operation, 0, true);
	} else if (!operation->done) {
		db->driver->wait(db->driven, &operation->request);
		complete_operation(operation);
	}
}

/* Stops it and takes it from its connection; false when that was taken away from it meanwhile, by another task. */
static bool end(cq_operation *operation)
{
	operation->waiters++;
	stop(operation);
	const bool attached = operation->db != NULL;
	cq__list_remove(&operation->link);
	operation->db = NULL;
	operation->waiters--;
	return attached;
}

void cq_operation_release(cq_operation **operation)
{
	if (operation == NULL || *operation == NULL)
		return;
	cq_operation *const released = *operation;
	*operation = NULL;
	if (!entered(released))
		return;
	cq_connection *db = released->db;
	if (__builtin_expect((db != NULL) & released->done & (released->waiters == 0) & (released->callback == NULL), 1))
		cq__list_remove(&released->link);
	else if (db != NULL && !end(released))
		db = NULL;
	released->released = true;
	if (released->waiters != 0)
		return;
	cq__error_clear(&released->error);
	give_arena(db, released->arena);
}

void cq__operations_end(cq_connection *db)
{
	CQ__LIST_EACH(link, &db->operations) {
		cq_operation *const operation = CQ__LIST_ENTRY(link, cq_operation, link);
		if (!operation->done)
			db->driver->cancel(db->driven, &operation->request);
	}
	while (!cq__list_empty(&db->operations)) {
		cq_operation *const operation = CQ__LIST_ENTRY(cq__list_first(&db->operations), cq_operation, link);
		if (!operation->heeded)
			cq__log_message(&db->engine->log, CQ_LOG_WARNING,
				"an operation was neither awaited, given a callback nor released before its connection closed (%s:%d)",
				operation->site != NULL ? operation->site->file : "?", operation->site != NULL ? operation->site->line : 0);
		(void)end(operation);
		if (operation->released && operation->waiters == 0) {
			cq__error_clear(&operation->error);
			give_arena(NULL, operation->arena);
		}
	}
}
