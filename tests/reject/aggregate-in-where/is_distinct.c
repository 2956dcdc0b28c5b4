/* aggregate-in-where: is_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(GT(users.age, 3), NULL))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: WHERE(IS_DISTINCT(GT(MAX(users.age), 3), NULL)): ... */
		WHERE(IS_DISTINCT(GT(MAX(users.age), 3), NULL))));
#endif
}
