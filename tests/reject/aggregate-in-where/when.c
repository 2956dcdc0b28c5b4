/* aggregate-in-where: when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(WHEN(newest, GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(WHEN(newest, GT(MAX(users.age), 3))))); /* reject: WHERE(WHEN(newest, GT(MAX(users.age), 3))): ... */
#endif
}
