/* not-an-expression: and; compiler only: in a program a value is an operand like any other */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(AND(users.is_active, GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(AND(users.is_active, real)))); /* reject: AND, operand 2: ... */
#endif
}
