/* unknown-word: an option that FOR_UPDATE does not know */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FOR_UPDATE(OF(users), SKIP_LOCKED)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FOR_UPDATE(OF(users), SKIP_LOKED))); /* reject: FOR_UPDATE(OF(users), SKIP_LOKED): takes OF(table, ...), SKIP_LOCKED and NOWAIT */
#endif
}
