/* unknown-table: returning_all */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		ALL_ROWS,
		RETURNING_ALL(users)));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		ALL_ROWS,
		RETURNING_ALL(uesrs))); /* reject: uesrs */
#endif
}
