/* cquel/listen.h: LISTEN and NOTIFY: what sessions of a database tell each other, as a stream or by callback.
 *
 * It knows nothing of statements. Only PostgreSQL has this; other databases give CQ_UNSUPPORTED.
 *
 * A notification is sent when the transaction that it stands in commits, and given between statements: the database tells
 * no session while that has a transaction open. Nothing is kept for who does not listen.
 */
#ifndef CQUEL_LISTEN_H
#define CQUEL_LISTEN_H

#include <cquel/engine.h>

/** Listens on one channel of one connection. */
typedef struct cq_listener cq_listener;

/** What another session (or the same one) said. */
typedef struct cq_notification {
	const char *channel;
	const char *payload; /* "" when there is none; never NULL */
	int process;         /* the server process of the session that sent it */
} cq_notification;

/** Told of each notification. Runs inside a drive of the loop (cq_engine_drive, or whatever waits), never inside a call that
 *  begins something; it may submit, and close the listener; waiting here is CQ_MISUSE. notification: NULL when the stream
 *  has ended; status then says why (CQ_CONNECTION: the connection is lost). */
typedef void cq_listener_callback(void *user, cq_listener *listener, const cq_notification *notification, cq_status status);

CQ_BEGIN_DECLS

/** Begins to listen. Inside a transaction it takes effect when that commits.
 *
 *  db       a connection of its own (cq_connect), which may go on running statements; a shared handle (cq_connect_shared)
 *           has none and gives CQ_UNSUPPORTED
 *  channel  1 to 63 bytes, taken as it is: capitals count
 *  out      the listener; NULL on failure. Close it with cq_listener_close. Several may listen on one channel: each is given
 *           every notification.
 *
 *  CQ_UNSUPPORTED, CQ_TOO_LARGE, CQ_BAD_TEXT for the channel, CQ_MISUSE, and what the database says.
 *
 *  Example: CQ_TRY(cq_listen(db, "orders", &listener)); */
CQ_API CQ_CHECKED cq_status cq_listen(cq_connection *db, const char *channel, cq_listener **out);

/** Gives the next notification, waiting for it; in a task others run meanwhile.
 *
 *  timeout_ms  how long to wait: CQ_TIMEOUT then, and the listener goes on. 0: not at all; negative: as long as it takes
 *  out         its texts live until the next call on the listener; empty on failure
 *
 *  CQ_CONNECTION when the connection is lost, now and ever after; CQ_FULL when the program left 16 MiB of notifications
 *  unread, likewise; CQ_CANCELLED in a cancelled task; CQ_MISUSE inside a callback, with a callback attached or
 *  for out NULL: cq_last_error of the connection says which; for a listener that is NULL or whose connection is closed there is nothing to say it.
 *
 *  Example:
 *      cq_notification told;
 *      while ((status = cq_listener_next(listener, -1, &told)) == CQ_OK)
 *          handle_order(told.payload); */
CQ_API CQ_CHECKED cq_status cq_listener_next(cq_listener *listener, int64_t timeout_ms, cq_notification *out);

/** Attaches a callback, which takes what is there already, too; NULL takes it away. */
CQ_API CQ_CHECKED cq_status cq_listener_on_notification(cq_listener *listener, cq_listener_callback *callback, void *user);

/** Stops listening. Sets *listener to NULL; *listener may be NULL. When the connection was disconnected before, the listener
 *  has ended with CQ_MISUSE and still has to be closed. */
CQ_API void cq_listener_close(cq_listener **listener);

/** Tells all that listen on a channel, any handle's. Inside a transaction: when that commits.
 *
 *  payload  a text of at most 7999 bytes; NULL: none
 *
 *  Example: CQ_TRY(cq_notify(db, "orders", "42")); */
CQ_API CQ_CHECKED cq_status cq_notify(cq_connection *db, const char *channel, const char *payload);

CQ_END_DECLS

#endif
