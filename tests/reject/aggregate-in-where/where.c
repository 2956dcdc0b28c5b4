/* aggregate-in-where: where */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(GT(COUNT(users.id), 3)))); /* reject: WHERE(GT(COUNT(users.id), 3)): ... */
#endif
}
