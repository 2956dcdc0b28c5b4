/* not-an-expression: int_in_select; seen when code is generated: an int may be what an unknown word returns */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(VALUE(number)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(number), /* reject: ... */
		FROM(users)));
#endif
}
