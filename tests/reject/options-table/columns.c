/* options-table: columns; second enforcer only */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(users.id, id)),
		FROM(users),
		LIMIT(3)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(users.id, id)),
		FROM(users),
		OPTIONS(SELECTIN(users.posts))));
#endif
}
