/* not-text: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(EQ(LOWER(users.username), "x")))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(EQ(LOWER(users.age), "x")))), /* reject: LOWER(users.age): ... */
		FROM(posts)));
#endif
}
