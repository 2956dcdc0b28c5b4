/* null-compared: not */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(NOT(NE(users.username, "x")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(NOT(NE(users.username, NULL))))); /* reject: NE(users.username, NULL): ... */
#endif
}
