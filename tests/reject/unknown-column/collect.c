/* unknown-column: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(GT(users.age, 3)))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(GT(users.aeg, 3)))), /* reject: aeg */
		FROM(posts)));
#endif
}
