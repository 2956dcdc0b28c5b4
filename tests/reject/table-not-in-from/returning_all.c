/* table-not-in-from: returning_all */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(users.is_active),
		RETURNING_ALL(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: RETURNING: ... */
		DELETE_FROM(users),
		WHERE(users.is_active),
		RETURNING_ALL(posts)));
#endif
}
