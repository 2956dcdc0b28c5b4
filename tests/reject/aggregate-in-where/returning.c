/* aggregate-in-where: returning */
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
		RETURNING(COUNT(users.id)))); /* reject: COUNT(users.id)): ... */
#endif
}
