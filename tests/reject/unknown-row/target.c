/* unknown-row: target */
#include "../models.h"

CASE
{
	cq_rows(User) found;
#ifndef MISTAKE
	return cq_all(db, User, &found, SQL(
		SELECT_ALL(users),
		FROM(users)));
#else
	return cq_all(db, Usr, &found, SQL( /* reject: Usr */
		SELECT_ALL(users),
		FROM(users)));
#endif
}
