/* having-without-group: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(GT(users.age, 3))))));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: COLLECT(Member, FROM(users), HAVING(GT(users.age, 3))): ... */
		SELECT(COLLECT(Member, FROM(users), HAVING(GT(users.age, 3))))));
#endif
}
