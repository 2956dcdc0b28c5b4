/* relation-alias: any_as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(ANY_AS(boss, users.reports))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(ANY_AS(boss, users.posts)))); /* reject: ANY_AS(boss, users.posts): ... */
#endif
}
