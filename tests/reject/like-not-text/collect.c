/* like-not-text: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(LIKE(users.username, "4%")))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LIKE(users.age, "4%"): ... */
		SELECT(COLLECT(Member, FROM(users), WHERE(LIKE(users.age, "4%")))),
		FROM(posts)));
#endif
}
