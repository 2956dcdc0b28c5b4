/* null-compared: func */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(BOOLEAN, "coalesce", NE(users.username, "x"), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		SELECT(FUNC(BOOLEAN, "coalesce", NE(users.username, NULL), false)),
		FROM(users)));
#endif
}
