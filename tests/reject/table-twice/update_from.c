/* table-twice: update_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		FROM(boss),
		WHERE(users.is_active)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		UPDATE(users, SET(age, 3)),
		FROM(users),
		WHERE(users.is_active)));
#endif
}
