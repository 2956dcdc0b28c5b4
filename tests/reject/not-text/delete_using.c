/* not-text: delete_using */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(EQ(LOWER(users.username), "x"))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(EQ(LOWER(users.age), "x")))); /* reject: LOWER(users.age): ... */
#endif
}
