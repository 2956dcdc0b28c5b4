/* window-without-over: where */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(LT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: ROW_NUMBER(): ... */
		WHERE(LT(ROW_NUMBER(), 3))));
#endif
}
