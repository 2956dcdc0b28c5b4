/* wrong-output: all */
#include "../models.h"

CASE
{
	cq_rows(User) found;
	cq_rows(Post) others;
	(void)found, (void)others;
#ifndef MISTAKE
	return cq_all(db, User, &found, SQL(
		SELECT_ALL(users),
		FROM(users)));
#else
	return cq_all(db, User, &others, SQL( /* reject: the output is no cq_rows(User) */
		SELECT_ALL(users),
		FROM(users)));
#endif
}
