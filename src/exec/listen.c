/* exec/listen.c: listeners: notifications of a connection, kept for each until it is asked or its callback is called.
 * It knows nothing of how a driver hears of them. Programs call it; loop.c calls the callbacks through it.
 */
#include "exec/await.h"
#include "exec/engine.h"

#include "base/alloc.h"
#include "base/buffer.h"
#include "base/text.h"
#include "exec/run.h"
#include "io/waiter.h"

#include <cquel/listen.h>

enum {
	LONGEST_CHANNEL = 63,   /* what PostgreSQL keeps of a name */
	LONGEST_PAYLOAD = 7999,
};
#define MOST_UNREAD ((size_t)16 * 1024 * 1024)

/* One notification; its payload stands behind it. */
typedef struct note {
	cq__list_link link;
	size_t bytes;
	int process;
	char payload[];
} note;

struct cq_listener {
	cq_connection *db;      /* NULL when it was disconnected */
	cq__list_link link;     /* in db->listeners */
	cq__list_link told;     /* in the engine's `told`: there is something for its callback */
	cq__list notes;         /* not given yet */
	size_t unread;          /* bytes of them */
	note *given;            /* the latest; its texts are the program's until the next call */
	cq_status ended;        /* CQ_OK: it goes on */
	bool end_told;          /* its callback has heard of that */
	bool closed;            /* but somebody waits in it, and frees it */
	cq__waiter *waiter;     /* of who waits */
	cq_listener_callback *callback;
	void *user;
	char channel[LONGEST_CHANNEL + 1];
};

/* ---- what is heard ------------------------------------------------------------------------------------------------ */

static bool has_news(const cq_listener *listener)
{
	return !cq__list_empty(&listener->notes) || (listener->ended != CQ_OK && !listener->end_told);
}

/* Lets the reader or the next turn's callback know. */
static void announce(cq_listener *listener)
{
	cq_engine *const engine = listener->db->engine;
	if (listener->waiter != NULL)
		cq__waiter_wake(engine->loop, listener->waiter);
	if (listener->callback != NULL && !cq__list_linked(&listener->told)) {
		cq__list_push_back(&engine->told, &listener->told);
		cq__engine_owe(engine);
	}
}

static void end(cq_listener *listener, cq_status status)
{
	if (listener->ended != CQ_OK)
		return;
	listener->ended = status;
	announce(listener);
}

static void hear(cq_listener *listener, const char *payload, int process)
{
	const size_t size = strlen(payload) + 1, bytes = sizeof(note) + size;
	if (listener->ended != CQ_OK)
		return;
	if (listener->unread + bytes > MOST_UNREAD) {
		end(listener, CQ_FULL);
		return;
	}
	note *const heard = cq__alloc(bytes);
	if (heard == NULL) {
		end(listener, CQ_NO_MEMORY);
		return;
	}
	cq__list_link_init(&heard->link);
	heard->bytes = bytes;
	heard->process = process;
	memcpy(heard->payload, payload, size);
	listener->unread += bytes;
	cq__list_push_back(&listener->notes, &heard->link);
	announce(listener);
}

static void notified(void *user, const char *channel, const char *payload, int process)
{
	cq_connection *const db = user;
	CQ__LIST_EACH(link, &db->listeners) {
		cq_listener *const listener = CQ__LIST_ENTRY(link, cq_listener, link);
		if (channel == NULL)
			end(listener, CQ_CONNECTION);
		else if (strcmp(listener->channel, channel) == 0)
			hear(listener, payload, process);
	}
}

/* Takes the next note for the program. */
static bool take(cq_listener *listener, cq_notification *out)
{
	cq__free(listener->given);
	listener->given = NULL;
	cq__list_link *const link = cq__list_pop_front(&listener->notes);
	if (link == NULL)
		return false;
	listener->given = CQ__LIST_ENTRY(link, note, link);
	listener->unread -= listener->given->bytes;
	*out = (cq_notification){ listener->channel, listener->given->payload, listener->given->process };
	return true;
}

static void release(cq_listener *listener)
{
	cq__free(listener->given);
	CQ__LIST_EACH(link, &listener->notes)
		cq__free(CQ__LIST_ENTRY(link, note, link));
	cq__free(listener);
}

/* ---- beginning and ending ----------------------------------------------------------------------------------------- */

/* Runs LISTEN or UNLISTEN; the name is an identifier, quotes in it doubled. */
static cq_status send_listen(cq_connection *db, const char *verb, const char *channel, int64_t deadline, cq__error *error)
{
	cq__buffer sql = { 0 };
	cq__buffer_append_text(&sql, verb);
	if (channel != NULL)
		cq__sql_name(db->engine->dialect, &sql, channel);
	else
		cq__buffer_append_text(&sql, "*");
	if (sql.status != CQ_OK) {
		cq__buffer_release(&sql);
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	}
	const cq__text text = { .sql = cq__buffer_text(&sql), .length = (uint32_t)sql.length };
	cq__request request = {
		.text = &text,
		.deadline_ns = deadline,
		.timing = db->timing,
		.within = db->levels != 0,
		.error = error,
	};
	cq__sit_out(db, &request);
	if (db->timing)
		cq__echo_text(db->engine, text.sql, &request);
	if (request.status != CQ_OK) {
		cq__error_set(error, request.status, NULL);
		cq__error_set_sql(error, text.sql);
	}
	cq__buffer_release(&sql);
	return request.status;
}

/* Whether another listener of the connection listens on the same channel. */
static bool is_heard(const cq_connection *db, const cq_listener *self, const char *channel)
{
	CQ__LIST_EACH(link, &db->listeners) {
		const cq_listener *const other = CQ__LIST_ENTRY(link, cq_listener, link);
		if (other != self && strcmp(other->channel, channel) == 0)
			return true;
	}
	return false;
}

static cq_status check_channel(cq_connection *db, const char *channel)
{
	const size_t length = strlen(channel);
	if (length == 0 || length > LONGEST_CHANNEL)
		return cq__error_set(&db->working, CQ_TOO_LARGE, "a channel's name has 1 to %d bytes", LONGEST_CHANNEL);
	if (!cq__text_is_utf8(channel, length))
		return cq__error_set(&db->working, CQ_BAD_TEXT, "the channel's name is not UTF-8");
	if (db->driver->listen != NULL)
		return CQ_OK;
	if (db->engine->driver->listen != NULL)
		return cq__error_set(&db->working, CQ_UNSUPPORTED,
			"a shared handle has no connection of its own that could listen; listen on one of cq_connect");
	return cq__error_set(&db->working, CQ_UNSUPPORTED, "%s has no LISTEN and NOTIFY", db->engine->driver->name);
}

cq_status cq_listen(cq_connection *db, const char *channel, cq_listener **out)
{
	if (out != NULL)
		*out = NULL;
	CQ_TRY(cq__connection_enter_statement(db, "cq_listen", out != NULL && channel != NULL));
	cq_status status = check_channel(db, channel);
	if (status != CQ_OK)
		return cq__connection_leave(db, status);
	cq_listener *const listener = cq__zalloc(sizeof *listener);
	if (listener == NULL)
		return cq__connection_leave(db, cq__error_set(&db->working, CQ_NO_MEMORY, NULL));
	memcpy(listener->channel, channel, strlen(channel) + 1);
	cq__list_init(&listener->notes);
	/* It hears from the moment on at which the server begins to tell: that may be before LISTEN is answered. */
	const bool first = cq__list_empty(&db->listeners);
	listener->db = db;
	cq__list_push_back(&db->listeners, &listener->link);
	if (first)
		db->driver->listen(db->driven, notified, db);
	/* Also where another one listens on the channel: that one's LISTEN may go with its transaction. */
	status = send_listen(db, "LISTEN ", channel, cq__connection_deadline(db), &db->working);
	if (status == CQ_OK) {
		db->listened = true;
		*out = listener;
		return CQ_OK;
	}
	cq__list_remove(&listener->link);
	if (cq__list_empty(&db->listeners))
		db->driver->listen(db->driven, NULL, NULL);
	release(listener);
	return cq__connection_leave(db, status);
}

/* Takes it out of its connection. */
static void detach(cq_listener *listener)
{
	cq_connection *const db = listener->db;
	if (listener->callback != NULL)
		db->engine->listening--;
	listener->callback = NULL;
	cq__list_remove(&listener->told);
	cq__list_remove(&listener->link);
	listener->db = NULL;
	if (cq__list_empty(&db->listeners))
		db->driver->listen(db->driven, NULL, NULL);
}

/* Tells the server. In a callback, which must not wait, the connection's end does. */
static void unlisten(cq_connection *db, const char *channel)
{
	const cq__connection_state state = db->driver->state(db->driven);
	if (cq__engine_calls_back(db->engine) || state == CQ__STATE_BROKEN || db->lost)
		return;
	cq__error unheard = { 0 };
	db->shielded = true;
	(void)send_listen(db, "UNLISTEN ", channel, cq__connection_end_deadline(db), &unheard);
	db->shielded = false;
	cq__error_release(&unheard);
}

void cq_listener_close(cq_listener **listener)
{
	if (listener == NULL || *listener == NULL)
		return;
	cq_listener *const closing = *listener;
	*listener = NULL;
	cq_connection *const db = closing->db;
	if (db != NULL) {
		if (!cq__engine_entered(db->engine))
			return;
		cq__waiter *const waiter = closing->waiter;
		detach(closing);
		if (!is_heard(db, closing, closing->channel))
			unlisten(db, closing->channel);
		if (waiter != NULL) {
			/* Whoever waits frees it. */
			closing->closed = true;
			cq__waiter_wake(db->engine->loop, waiter);
			return;
		}
	}
	release(closing);
}

void cq__listeners_end(cq_connection *db)
{
	CQ__LIST_EACH(link, &db->listeners) {
		cq_listener *const listener = CQ__LIST_ENTRY(link, cq_listener, link);
		cq__waiter *const waiter = listener->waiter;
		detach(listener);
		listener->ended = CQ_MISUSE;
		if (waiter != NULL)
			cq__waiter_wake(db->engine->loop, waiter);
	}
	if (db->listened)
		unlisten(db, NULL);
	db->listened = false;
}

/* ---- taking ------------------------------------------------------------------------------------------------------- */

/* Records how the stream ended. */
static cq_status report_end(cq_listener *listener)
{
	cq__error *const error = &listener->db->working;
	if (listener->ended == CQ_FULL)
		return cq__error_set(error, CQ_FULL, "the notifications of channel %s were not taken, and there are too many",
			listener->channel);
	if (listener->ended == CQ_CONNECTION)
		return cq__error_set(error, CQ_CONNECTION, "the connection that listened on channel %s is lost", listener->channel);
	return cq__error_set(error, listener->ended, NULL);
}

/* One wait. CQ_OK: something happened. */
static cq_status wait_for_news(cq_listener *listener, cq__deadline until)
{
	cq_connection *const db = listener->db;
	cq_engine *const engine = db->engine;
	cq__waiter waiter = { 0 };
	listener->waiter = &waiter;
	const cq_status status = cq__waiter_wait(engine->loop, &waiter, until, false, &db->working);
	listener->waiter = NULL;
	return status;
}

static cq_status next(cq_listener *listener, int64_t timeout_ms, cq_notification *out)
{
	cq_connection *const db = listener->db;
	/* A limit that has passed still lets the loop look once at what is there. */
	const cq__deadline until = timeout_ms < 0 ? 0 : cq__deadline_after_ms(timeout_ms > 0 ? timeout_ms : 1);
	for (;;) {
		if (take(listener, out))
			return CQ_OK;
		if (listener->ended != CQ_OK)
			return report_end(listener);
		const cq_status status = wait_for_news(listener, until);
		if (listener->closed) {
			release(listener);
			return CQ_CANCELLED;
		}
		if (listener->db == NULL)
			return CQ_MISUSE;
		if (status != CQ_OK && !has_news(listener))
			return status;
		cq__error_clear(&db->working);
	}
}

cq_status cq_listener_next(cq_listener *listener, int64_t timeout_ms, cq_notification *out)
{
	if (out != NULL)
		*out = (cq_notification){ "", "", 0 };
	if (listener == NULL || listener->db == NULL)
		return CQ_MISUSE;
	cq_connection *const db = listener->db;
	CQ_TRY(cq__connection_enter(db, "cq_listener_next"));
	if (out == NULL || listener->callback != NULL || listener->waiter != NULL)
		return cq__connection_leave(db, cq__error_set(&db->working, CQ_MISUSE, out == NULL
			? "cq_listener_next: the notification is NULL"
			: "cq_listener_next: the listener has a callback, or another task waits in it"));
	const cq_status status = next(listener, timeout_ms, out);
	/* The connection may have gone meanwhile, and the listener with it. */
	return status == CQ_MISUSE || status == CQ_CANCELLED ? status : cq__connection_leave(db, status);
}

cq_status cq_listener_on_notification(cq_listener *listener, cq_listener_callback *callback, void *user)
{
	if (listener == NULL || listener->db == NULL)
		return CQ_MISUSE;
	cq_connection *const db = listener->db;
	CQ_TRY(cq__connection_enter_anywhere(db, "cq_listener_on_notification"));
	if (listener->waiter != NULL)
		return cq__connection_leave(db, cq__error_set(&db->working, CQ_MISUSE,
			"cq_listener_on_notification: a task waits in the listener"));
	if ((listener->callback != NULL) != (callback != NULL))
		db->engine->listening += callback != NULL ? 1 : (size_t)-1;
	listener->callback = callback;
	listener->user = user;
	if (callback == NULL)
		cq__list_remove(&listener->told);
	else if (has_news(listener))
		announce(listener);
	return CQ_OK;
}

/* Calls one callback; true when the listener may have more to tell. */
static void call_listener(cq_engine *engine, cq_listener *listener)
{
	cq_notification heard;
	const bool given = take(listener, &heard);
	const cq_status status = given ? CQ_OK : listener->ended;
	if (!given)
		listener->end_told = true;
	if (has_news(listener))
		cq__list_push_back(&engine->told, &listener->told);
	cq__engine_set_in_callback(engine, true);
	/* It may close the listener, its connection and the engine. */
	listener->callback(listener->user, listener, given ? &heard : NULL, status);
	cq__engine_set_in_callback(engine, false);
}

bool cq__listeners_call_back(cq_engine *engine)
{
	bool called = false;
	size_t count = 0;
	CQ__LIST_EACH(link, &engine->told)
		count += 1 + CQ__LIST_ENTRY(link, cq_listener, told)->unread / sizeof(note);
	while (count-- != 0 && !engine->closed && !cq__list_empty(&engine->told)) {
		call_listener(engine, CQ__LIST_ENTRY(cq__list_pop_front(&engine->told), cq_listener, told));
		called = true;
	}
	return called;
}

/* ---- telling ------------------------------------------------------------------------------------------------------ */

cq_status cq_notify(cq_connection *db, const char *channel, const char *payload)
{
	static const cq__bind binds[2] = {
		{ .source = 0, .from = CQ_TYPE_TEXT, .to = CQ_TYPE_TEXT },
		{ .source = 1, .from = CQ_TYPE_TEXT, .to = CQ_TYPE_TEXT },
	};
	static const char sql[] = "SELECT pg_notify($1, $2)";
	static const cq__text text = { .sql = sql, .length = sizeof sql - 1, .bind_count = 2, .binds = binds, .returns_rows = true };
	CQ_TRY(cq__connection_enter_statement(db, "cq_notify", channel != NULL));
	if (strlen(channel) == 0 || strlen(channel) > LONGEST_CHANNEL)
		return cq__connection_leave(db, cq__error_set(&db->working, CQ_TOO_LARGE, "a channel's name has 1 to %d bytes", LONGEST_CHANNEL));
	if (payload != NULL && strlen(payload) > LONGEST_PAYLOAD)
		return cq__connection_leave(db, cq__error_set(&db->working, CQ_TOO_LARGE, "a payload has at most %d bytes", LONGEST_PAYLOAD));
	if (db->engine->driver->listen == NULL)
		return cq__connection_leave(db, cq__error_set(&db->working, CQ_UNSUPPORTED, "%s has no LISTEN and NOTIFY", db->engine->driver->name));
	const cq_value values[2] = { { .text = channel }, { .text = payload != NULL ? payload : "" } };
	cq__request request = {
		.text = &text,
		.values = values,
		.deadline_ns = cq__connection_deadline(db),
		.timing = db->timing,
		.within = db->levels != 0,
		.error = &db->working,
	};
	cq__sit_out(db, &request);
	if (db->timing)
		cq__echo_text(db->engine, text.sql, &request);
	if (request.status != CQ_OK)
		cq__error_set_sql(&db->working, text.sql);
	return cq__connection_leave(db, request.status);
}
