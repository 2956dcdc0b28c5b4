/* not-an-expression: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, VALUE(name)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, name), /* reject: name): ... */
		FROM(users)));
#endif
}
