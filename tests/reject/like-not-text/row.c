/* like-not-text: row */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(ROW(users.id, LIKE(users.username, "4%")), ROW(3, true)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(ROW(users.id, LIKE(users.age, "4%")), ROW(3, true))))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
