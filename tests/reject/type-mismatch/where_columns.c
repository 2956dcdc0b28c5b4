/* type-mismatch: where_columns */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(LT(users.id, users.age))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(LT(users.id, users.username)))); /* reject: LT(users.id, users.username): ... */
#endif
}
