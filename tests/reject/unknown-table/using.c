/* unknown-table: using */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		USING(posts),
		WHERE(users.is_active)));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		USING(psots), /* reject: psots */
		WHERE(users.is_active)));
#endif
}
