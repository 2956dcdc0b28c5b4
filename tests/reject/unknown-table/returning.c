/* unknown-table: returning */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		ALL_ROWS,
		RETURNING(users.id)));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		ALL_ROWS,
		RETURNING(uesrs.id))); /* reject: uesrs */
#endif
}
