/* type-mismatch: is_not_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_NOT_DISTINCT(users.bio, name))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: IS_NOT_DISTINCT(users.age, name): ... */
		WHERE(IS_NOT_DISTINCT(users.age, name))));
#endif
}
