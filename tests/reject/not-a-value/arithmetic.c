/* not-a-value: arithmetic */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(ADD(users.age, number)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(ADD(users.age, &number)), /* reject: ADD(users.age, &number): ... */
		FROM(users)));
#endif
}
