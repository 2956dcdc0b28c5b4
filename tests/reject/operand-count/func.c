/* operand-count: func */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(TEXT, "upper", users.bio)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: FUNC(TEXT): takes a type, the function's name and up to eight arguments */
		SELECT(FUNC(TEXT)),
		FROM(users)));
#endif
}
