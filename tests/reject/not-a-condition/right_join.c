/* not-a-condition: right_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		RIGHT_JOIN(users, users.is_active)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		RIGHT_JOIN(users, users.age))); /* reject: RIGHT_JOIN(users, users.age): ... */
#endif
}
