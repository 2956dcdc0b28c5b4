/* not-text: position */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(GT(POSITION("a", users.bio), 0))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: POSITION("a", users.id): ... */
		WHERE(GT(POSITION("a", users.id), 0))));
#endif
}
