/* not-a-condition: all_of */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ALL_OF(i, count, NE(users.username, names[i])))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ALL_OF(i, count, users.username)))); /* reject: ALL_OF(i, count, users.username): ... */
#endif
}
