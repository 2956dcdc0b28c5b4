/* empty-values: returning_delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(users.is_active),
		RETURNING(IN(users.id, 3))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(users.is_active),
		RETURNING(IN(users.id)))); /* reject: IN(users.id): ... */
#endif
}
