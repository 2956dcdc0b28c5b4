/* not-an-expression: else; compiler only: a branch of CASE is written nowhere else */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(AND(users.is_active, EQ(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: AND, operand 2: ... */
		WHERE(AND(users.is_active, ELSE(3)))));
#endif
}
