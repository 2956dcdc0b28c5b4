/* unknown-table: cross_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		CROSS_JOIN(posts)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		CROSS_JOIN(psots))); /* reject: psots */
#endif
}
