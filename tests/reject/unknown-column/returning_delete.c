/* unknown-column: returning_delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(users.is_active),
		RETURNING(GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(users.is_active),
		RETURNING(GT(users.aeg, 3)))); /* reject: aeg */
#endif
}
