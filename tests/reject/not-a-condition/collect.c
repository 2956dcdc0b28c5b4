/* not-a-condition: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(users.is_active))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(users.age))), /* reject: WHERE(users.age): ... */
		FROM(posts)));
#endif
}
