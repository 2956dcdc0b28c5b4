/* like-not-text: delete_using */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(LIKE(users.username, "4%"))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(LIKE(users.age, "4%")))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
