/* union-shape: width */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		EXCEPT(SELECT(posts.id), FROM(posts))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		EXCEPT(SELECT(boss.age), FROM(boss)))); /* reject: EXCEPT(SELECT(boss.age), FROM(boss)): ... */
#endif
}
