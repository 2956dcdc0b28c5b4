/* object-type: returning; compiler only: what rows become is not in the program */
#include "../models.h"

CASE
{
	User *found;
#ifndef MISTAKE
	return cq_first(db, User, &found, SQL(
		DELETE_FROM(users),
		ALL_ROWS,
		RETURNING_ALL(users)));
#else
	return cq_first(db, User, &found, SQL( /* reject: cq_first(User): ... */
		DELETE_FROM(users),
		ALL_ROWS,
		RETURNING(users.id)));
#endif
}
