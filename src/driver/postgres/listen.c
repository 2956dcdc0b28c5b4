/* driver/postgres/listen.c: notifications that came with whatever was read go to who listens on the connection.
 *
 * It knows nothing of channels: LISTEN is a statement like any other. While somebody listens the socket is watched also when
 * nothing is under way.
 */
#include "driver/postgres/postgres.h"

void cq__pg_notifications(cq__connection *connection)
{
	for (PGnotify *told; (told = PQnotifies(connection->handle)) != NULL; PQfreemem(told))
		if (connection->notified != NULL)
			connection->notified(connection->notified_user, told->relname, told->extra, told->be_pid);
}

void cq__pg_listen(cq__connection *connection, cq__notified *notified, void *user)
{
	connection->notified = notified;
	connection->notified_user = user;
	cq__pg_watch(connection);
}

void cq__pg_listen_lost(cq__connection *connection)
{
	if (connection->notified != NULL)
		connection->notified(connection->notified_user, NULL, NULL, 0);
}
