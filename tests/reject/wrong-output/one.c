/* wrong-output: one */
#include "../models.h"

CASE
{
	User *found;
	Post *other;
	(void)found, (void)other;
#ifndef MISTAKE
	return cq_one(db, User, &found, SQL(
		SELECT_ALL(users),
		FROM(users)));
#else
	return cq_one(db, User, &other, SQL( /* reject: the output is no pointer to a User * */
		SELECT_ALL(users),
		FROM(users)));
#endif
}
