/* unknown-column: all_of */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ALL_OF(i, count, GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ALL_OF(i, count, GT(users.aeg, 3))))); /* reject: aeg */
#endif
}
