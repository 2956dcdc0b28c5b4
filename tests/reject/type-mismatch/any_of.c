/* type-mismatch: any_of */
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
		WHERE(ANY_OF(i, count, EQ(users.age, names[i]))))); /* reject: EQ(users.age, names[i]): ... */
#endif
}
