/* not-numeric: returning_delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(users.is_active),
		RETURNING(GT(ADD(users.age, 1), 3))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(users.is_active),
		RETURNING(GT(ADD(users.username, 1), 3)))); /* reject: ADD(users.username, 1): ... */
#endif
}
