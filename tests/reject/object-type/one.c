/* object-type: one; compiler only: what rows become is not in the program */
#include "../models.h"

CASE
{
	User *found;
#ifndef MISTAKE
	return cq_one(db, User, &found, SQL(
		SELECT(ALL(users)),
		FROM(users)));
#else
	return cq_one(db, User, &found, SQL( /* reject: cq_one(User): ... */
		SELECT(users.id),
		FROM(users)));
#endif
}
