/* operand-count: substr */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(SUBSTR(users.bio, 2)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBSTR(users.bio): takes a text, a first character and perhaps a number of them */
		SELECT(SUBSTR(users.bio)),
		FROM(users)));
#endif
}
