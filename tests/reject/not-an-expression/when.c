/* not-an-expression: when; compiler only: in a program a value is an operand like any other */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(WHEN(newest, GT(users.age, number)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(WHEN(newest, name)))); /* reject: WHEN(newest, name): ... */
#endif
}
