/* unknown-column: coalesce */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(users.bio, users.username)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(users.bio, users.nmae)), /* reject: nmae */
		FROM(users)));
#endif
}
