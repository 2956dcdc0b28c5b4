/* not-an-expression: lower; compiler only: in a program a value is an operand like any other */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(LOWER(users.username)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(LOWER(name)), /* reject: LOWER(name): ... */
		FROM(users)));
#endif
}
