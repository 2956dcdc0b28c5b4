/* not-an-expression: count; compiler only: in a program a value is an operand like any other */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(name)), /* reject: COUNT(name): ... */
		FROM(users)));
#endif
}
