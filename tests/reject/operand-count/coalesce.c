/* operand-count: coalesce */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(users.bio, name)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(users.bio)), /* reject: COALESCE(users.bio): takes at least two operands */
		FROM(users)));
#endif
}
