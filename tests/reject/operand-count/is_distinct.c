/* operand-count: is_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(IS_DISTINCT(users.id, 3)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: IS_DISTINCT(users.id): takes two operands */
		SELECT(IS_DISTINCT(users.id)),
		FROM(users)));
#endif
}
