/* like-not-text: all_of */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ALL_OF(i, count, LIKE(users.username, "4%")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ALL_OF(i, count, LIKE(users.age, "4%"))))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
