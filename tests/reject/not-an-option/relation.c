/* not-an-option: relation; compiler only: no program can hold it */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(SELECTIN(users.posts), WITH_DELETED)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(users.posts, WITH_DELETED))); /* reject: OPTIONS(users.posts, WITH_DELETED): ... */
#endif
}
