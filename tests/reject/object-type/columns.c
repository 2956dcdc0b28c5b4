/* object-type: columns; compiler only: what rows become is not in the program */
#include "../models.h"

CASE
{
	cq_rows(User) found;
#ifndef MISTAKE
	return cq_all(db, User, &found, SQL(
		SELECT_ALL(users),
		FROM(users)));
#else
	return cq_all(db, User, &found, SQL( /* reject: cq_all(User): ... */
		SELECT(users.id, users.age),
		FROM(users)));
#endif
}
