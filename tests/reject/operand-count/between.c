/* operand-count: between */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(BETWEEN(users.id, 1, large))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(BETWEEN(users.id, 1)))); /* reject: BETWEEN(users.id, 1): takes three operands */
#endif
}
