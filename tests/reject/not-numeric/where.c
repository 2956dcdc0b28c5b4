/* not-numeric: where */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(GT(MUL(users.age, 2), 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(GT(MUL(users.bio, 2), 3)))); /* reject: MUL(users.bio, 2): ... */
#endif
}
