/* type-mismatch: in_array */
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
		WHERE(IN_ARRAY(users.id, names, count)))); /* reject: IN_ARRAY(users.id, names, count): ... */
#endif
}
