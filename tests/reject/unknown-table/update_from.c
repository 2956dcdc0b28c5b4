/* unknown-table: update_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		FROM(posts),
		WHERE(users.is_active)));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		FROM(psots), /* reject: psots */
		WHERE(users.is_active)));
#endif
}
