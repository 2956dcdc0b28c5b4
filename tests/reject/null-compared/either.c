/* null-compared: either */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, NE(users.username, "x"), users.is_active))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: NE(users.username, NULL): ... */
		WHERE(EITHER(newest, NE(users.username, NULL), users.is_active))));
#endif
}
