/* type-mismatch: where_long_boolean */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(users.is_active, newest))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(users.is_active, large)))); /* reject: EQ(users.is_active, large): ... */
#endif
}
