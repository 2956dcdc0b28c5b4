/* not-an-expression: select; compiler only: in a program a value is an operand like any other */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, VALUE(name)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, name), /* reject: name): ... */
		FROM(users)));
#endif
}
