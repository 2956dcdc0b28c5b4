/* unknown-column: date */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(EXTRACT(DAY, users.created_at), 1))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: created */
		WHERE(EQ(EXTRACT(DAY, users.created), 1))));
#endif
}
