/* null-compared: any_of */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ANY_OF(i, count, NE(users.username, "x")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ANY_OF(i, count, NE(users.username, NULL))))); /* reject: NE(users.username, NULL): ... */
#endif
}
