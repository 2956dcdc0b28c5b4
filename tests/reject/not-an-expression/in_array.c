/* not-an-expression: in_array; compiler only: in a program a value is an operand like any other */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN_ARRAY(users.username, names, count))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN_ARRAY(name, names, count)))); /* reject: IN_ARRAY(name, names, count): ... */
#endif
}
