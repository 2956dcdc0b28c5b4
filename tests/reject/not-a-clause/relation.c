/* not-a-clause: relation; compiler only: no program can hold it */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(ANY(users.posts))));
#else
	return cq_execute(db, NULL, SQL( /* reject: SQL, argument 3: ... */
		SELECT_ALL(users),
		FROM(users),
		users.posts));
#endif
}
