/* type-mismatch: either_sides; compiler only: only the side that was taken is in the program */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(EITHER(newest, users.bio, users.username)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(EITHER(newest, users.bio, users.age)), /* reject: EITHER(newest, users.bio, users.age): ... */
		FROM(users)));
#endif
}
