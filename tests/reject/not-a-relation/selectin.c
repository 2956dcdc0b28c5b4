/* not-a-relation: selectin; compiler only: no program can hold it */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(SELECTIN(users.posts))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(SELECTIN(users.id)))); /* reject: SELECTIN(users.id): ... */
#endif
}
