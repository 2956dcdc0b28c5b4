/* not-text: row */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(ROW(users.id, EQ(LOWER(users.username), "x")), ROW(3, true)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(ROW(users.id, EQ(LOWER(users.age), "x")), ROW(3, true))))); /* reject: LOWER(users.age): ... */
#endif
}
