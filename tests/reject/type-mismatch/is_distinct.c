/* type-mismatch: is_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(users.score, maybe))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: IS_DISTINCT(users.bio, maybe): ... */
		WHERE(IS_DISTINCT(users.bio, maybe))));
#endif
}
