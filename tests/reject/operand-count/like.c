/* operand-count: like */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(LIKE(users.username, name))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(LIKE(users.username)))); /* reject: LIKE(users.username): takes two operands */
#endif
}
