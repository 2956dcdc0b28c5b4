/* not-a-condition: any_of */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ANY_OF(i, count, EQ(users.username, names[i])))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: ANY_OF(i, count, CONCAT(users.username, names[i])): ... */
		WHERE(ANY_OF(i, count, CONCAT(users.username, names[i])))));
#endif
}
