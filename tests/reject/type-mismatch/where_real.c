/* type-mismatch: where_real */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(GE(users.age, number))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(GE(users.age, real)))); /* reject: GE(users.age, real): ... */
#endif
}
