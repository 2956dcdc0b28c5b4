/* unknown-row: one */
#include "../models.h"

CASE
{
	User *found;
#ifndef MISTAKE
	return cq_one(db, User, &found, SQL(
		SELECT_ALL(users),
		FROM(users)));
#else
	return cq_one(db, Usr, &found, SQL( /* reject: Usr */
		SELECT_ALL(users),
		FROM(users)));
#endif
}
