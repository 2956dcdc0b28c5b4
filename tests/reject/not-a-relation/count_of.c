/* not-a-relation: count_of; compiler only: no program can hold it */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(GT(COUNT_OF(users.posts), 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(GT(COUNT_OF(number), 3)))); /* reject: COUNT_OF(number): ... */
#endif
}
