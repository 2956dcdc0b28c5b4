/* relation-alias: count_of_as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(GT(COUNT_OF_AS(boss, users.reports), 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(GT(COUNT_OF_AS(likes, users.reports), 3)))); /* reject: COUNT_OF_AS(likes, users.reports): ... */
#endif
}
