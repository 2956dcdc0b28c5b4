/* unknown-column: add */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(ADD(users.age, 1)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(ADD(users.agee, 1)), /* reject: agee */
		FROM(users)));
#endif
}
