/* null-compared: row */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(ROW(users.id, NE(users.username, "x")), ROW(3, true)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: NE(users.username, NULL): ... */
		WHERE(EQ(ROW(users.id, NE(users.username, NULL)), ROW(3, true)))));
#endif
}
