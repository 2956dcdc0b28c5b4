/* no-where: update_returning */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS,
		RETURNING(users.id)));
#else
	return cq_execute(db, NULL, SQL( /* reject: RETURNING(users.id)): ... */
		UPDATE(users, SET(age, 3)),
		RETURNING(users.id)));
#endif
}
