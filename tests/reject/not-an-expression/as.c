/* not-an-expression: as; compiler only: in a program a value is an operand like any other */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(VALUE(name), answer)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(name, answer)), /* reject: AS(name, answer): ... */
		FROM(users)));
#endif
}
