/* not-a-clause: set; compiler only: nothing is written */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(users.is_active)));
#else
	return cq_execute(db, NULL, SQL( /* reject: SQL, argument 2: ... */
		UPDATE(users, SET(age, 3)),
		users.is_active));
#endif
}
