/* operand-count: in_array */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN_ARRAY(users.username, names, count))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: IN_ARRAY(users.username, names): takes a column, an array and its length */
		WHERE(IN_ARRAY(users.username, names))));
#endif
}
