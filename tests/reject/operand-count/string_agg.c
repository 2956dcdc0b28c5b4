/* operand-count: string_agg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.bio, ",")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: STRING_AGG(users.bio): takes a text, a separator and perhaps ORDER_BY(...) */
		SELECT(STRING_AGG(users.bio)),
		FROM(users)));
#endif
}
