/* aggregate-and-column: one_expression */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(ADD(MAX(users.age), COUNT(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: FROM(users)): ... */
		SELECT(ADD(users.age, COUNT(users.id))),
		FROM(users)));
#endif
}
