/* null-compared: or */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(OR(users.is_active, NE(users.username, "x")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(OR(users.is_active, NE(users.username, NULL))))); /* reject: NE(users.username, NULL): ... */
#endif
}
