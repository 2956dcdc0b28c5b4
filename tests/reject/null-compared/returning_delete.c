/* null-compared: returning_delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(users.is_active),
		RETURNING(NE(users.username, "x"))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(users.is_active),
		RETURNING(NE(users.username, NULL)))); /* reject: NE(users.username, NULL): ... */
#endif
}
