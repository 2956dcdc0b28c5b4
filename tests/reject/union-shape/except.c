/* union-shape: except */
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
		EXCEPT(SELECT(posts.title), FROM(posts)))); /* reject: EXCEPT(SELECT(posts.title), FROM(posts)): ... */
#endif
}
