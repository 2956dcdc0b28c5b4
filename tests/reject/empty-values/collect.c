/* empty-values: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(IN(users.id, 3)))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(IN(users.id)))), /* reject: IN(users.id): ... */
		FROM(posts)));
#endif
}
