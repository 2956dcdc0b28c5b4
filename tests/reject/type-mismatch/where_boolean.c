/* type-mismatch: where_boolean */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(users.is_active, true))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(users.is_active, "true")))); /* reject: EQ(users.is_active, "true"): ... */
#endif
}
